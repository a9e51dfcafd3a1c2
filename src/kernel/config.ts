import { createHash } from 'node:crypto';

const processRoles = ['all', 'web', 'worker'] as const;
export type ProcessRole = (typeof processRoles)[number];

/** All settings of one process, read once from the environment. */
export interface Config {
  readonly isProduction: boolean;
  readonly host: string;
  readonly port: number;
  /** Where outlets and readers reach us; no trailing slash. */
  readonly publicUrl: string;
  readonly mongodbUri: string;
  readonly dataDir: string;
  readonly role: ProcessRole;
  /** Current secret first, then older ones still accepted for reading. */
  readonly secrets: readonly string[];
  readonly logLevel: string;
  /** `host:port` of private addresses that plugins may call. */
  readonly allowedPrivateHosts: readonly string[];
  /** How long one request to an outlet may take, its answer included. */
  readonly deliveryTimeoutMs: number;
  /** npm packages that add channels. */
  readonly channelPackages: readonly string[];
  /** Number of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  /** What will work, but not as most would want it; one sentence each, for the log of the start. */
  readonly warnings: readonly string[];
}

/** What is wrong with the environment, one sentence per variable. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const list = (value: string | undefined): string[] => (value ?? '').split(',').map((part) => part.trim()).filter(Boolean);

/** Reads and validates the environment; an empty variable counts as absent. Throws ConfigError naming every wrong variable at once. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value?.trim() || undefined]));
  const host = given.HOST ?? '127.0.0.1';
  const port = readInteger(given.PORT ?? '4000', 'PORT', 0, 65535, problems);
  const config: Config = {
    isProduction: given.NODE_ENV === 'production',
    host,
    port,
    publicUrl: readUrl(given.PUBLIC_URL ?? ownUrl(host, port), problems),
    mongodbUri: readMongodbUri(given.MONGODB_URI, problems),
    dataDir: given.DATA_DIR ?? './data',
    role: readChoice(given.YICI_ROLE ?? 'all', 'YICI_ROLE', processRoles, problems),
    secrets: readSecrets(given.YICI_SECRET, given.NODE_ENV === 'production', problems),
    logLevel: readChoice(given.LOG_LEVEL ?? 'info', 'LOG_LEVEL', logLevels, problems),
    allowedPrivateHosts: readHosts(given.ALLOWED_PRIVATE_HOSTS, problems),
    deliveryTimeoutMs: 1000 * readInteger(given.DELIVERY_TIMEOUT_SECONDS ?? '30', 'DELIVERY_TIMEOUT_SECONDS', 1, 300, problems),
    channelPackages: list(given.CHANNEL_PACKAGES),
    trustedProxies: readInteger(given.TRUSTED_PROXIES ?? '0', 'TRUSTED_PROXIES', 0, 10, problems),
    warnings: given.PUBLIC_URL ? [] : publicUrlWarnings(host, port),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

const anyAddress = ['0.0.0.0', '::'];
const loopback = ['127.0.0.1', '::1', 'localhost'];

/** How this machine reaches the server: an address to listen on is not always one to call. */
function ownUrl(host: string, port: number): string {
  const name = anyAddress.includes(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function publicUrlWarnings(host: string, port: number): string[] {
  const isReachable = !loopback.includes(host);
  return isReachable || port === 0 ? [`PUBLIC_URL is not set: feeds, WeChat and partners will be given ${ownUrl(host, port)}, which only this machine may be able to open. Set it to the address that others use, such as https://yici.example.gov.cn`] : [];
}

function readInteger(value: string, name: string, min: number, max: number, problems: string[]): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) problems.push(`${name} must be a whole number from ${min} to ${max}; it is "${value}".`);
  return number;
}

function readChoice<T extends string>(value: string, name: string, choices: readonly T[], problems: string[]): T {
  const choice = choices.find((each) => each === value);
  if (!choice) problems.push(`${name} must be one of ${choices.join(', ')}; it is "${value}".`);
  return choice ?? choices[0]!;
}

function readUrl(value: string, problems: string[]): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !/[?#\s]/.test(value);
  if (!isPlain) problems.push('PUBLIC_URL must be an http or https address without name, password or query, such as https://yici.example.gov.cn.');
  return value.replace(/\/+$/, '');
}

function readMongodbUri(value: string | undefined, problems: string[]): string {
  if (!value) problems.push('MONGODB_URI is not set. `npm start` sets it to an embedded database; elsewhere name a replica set, such as mongodb://db:27017/yici?replicaSet=rs0.');
  else if (!/^mongodb(\+srv)?:\/\/./.test(value)) problems.push('MONGODB_URI must begin with mongodb:// or mongodb+srv://.');
  return value ?? '';
}

function readHosts(value: string | undefined, problems: string[]): string[] {
  const hosts = list(value);
  for (const host of hosts) if (!/^([^\s:/@[\]]+|\[[\da-f:.]+\]):\d{1,5}$/i.test(host)) problems.push(`ALLOWED_PRIVATE_HOSTS must list host:port pairs, such as 10.0.0.5:8080 or [::1]:8080; it holds "${host}".`);
  return hosts;
}

/** `YICI_SECRET` is the current secret, then, after commas, older ones that may still decrypt. */
function readSecrets(value: string | undefined, isProduction: boolean, problems: string[]): string[] {
  const secrets = list(value);
  if (secrets.length === 0 && isProduction) problems.push('YICI_SECRET is not set. Production needs a secret of at least 32 characters, for example from: openssl rand -base64 36');
  if (secrets.length === 0 && !isProduction) problems.push('YICI_SECRET is not set. `npm start` keeps a random one in the data folder; elsewhere set it to at least 32 characters.');
  for (const secret of secrets) if (secret.length < 32) problems.push(`YICI_SECRET holds a secret of ${secret.length} characters; at least 32 are needed.`);
  return secrets;
}

/** A short name of a secret that may be stored beside what it encrypts. */
export const secretId = (secret: string): string => createHash('sha256').update(`yici-secret-id:${secret}`).digest('hex').slice(0, 8);

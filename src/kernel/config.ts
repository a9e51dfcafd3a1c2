import { createHash } from 'node:crypto';

export const processRoles = ['all', 'web', 'worker'] as const;
export type ProcessRole = (typeof processRoles)[number];

/** All settings of one process, read once from the environment. */
export interface Config {
  readonly isProduction: boolean;
  readonly host: string;
  readonly port: number;
  /** Where outlets reach us; no trailing slash. */
  readonly publicUrl: string;
  readonly mongodbUri: string;
  readonly dataDir: string;
  readonly role: ProcessRole;
  /** Current secret first, then older ones still accepted for reading. */
  readonly secrets: readonly string[];
  readonly logLevel: string;
  /** `host:port` of private addresses that plugins may call. */
  readonly allowedPrivateHosts: readonly string[];
  /** npm packages that add channels. */
  readonly channelPackages: readonly string[];
  /** Number of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
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

/** Reads and validates the environment. Throws ConfigError naming every wrong variable at once. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const isProduction = env.NODE_ENV === 'production';
  const port = readInteger(env.PORT ?? '4000', 'PORT', 0, 65535, problems);
  const host = env.HOST ?? '127.0.0.1';
  const config: Config = {
    isProduction,
    host,
    port,
    publicUrl: readUrl(env.PUBLIC_URL ?? `http://${host}:${port}`, problems),
    mongodbUri: readMongodbUri(env.MONGODB_URI, problems),
    dataDir: env.DATA_DIR ?? './data',
    role: readChoice(env.YICI_ROLE ?? 'all', 'YICI_ROLE', processRoles, problems),
    secrets: readSecrets(env.YICI_SECRET, isProduction, problems),
    logLevel: readChoice(env.LOG_LEVEL ?? 'info', 'LOG_LEVEL', logLevels, problems),
    allowedPrivateHosts: list(env.ALLOWED_PRIVATE_HOSTS),
    channelPackages: list(env.CHANNEL_PACKAGES),
    trustedProxies: readInteger(env.TRUSTED_PROXIES ?? '0', 'TRUSTED_PROXIES', 0, 10, problems),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function readInteger(value: string, name: string, min: number, max: number, problems: string[]): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < min || number > max) problems.push(`${name} must be a whole number from ${min} to ${max}; it is "${value}".`);
  return number;
}

function readChoice<T extends string>(value: string, name: string, choices: readonly T[], problems: string[]): T {
  const choice = choices.find((each) => each === value);
  if (!choice) problems.push(`${name} must be one of ${choices.join(', ')}; it is "${value}".`);
  return choice ?? choices[0]!;
}

function readUrl(value: string, problems: string[]): string {
  if (!/^https?:\/\/[^\s/?#]+[^\s?#]*$/.test(value)) problems.push(`PUBLIC_URL must be an http or https address without query, such as https://yici.example.gov.cn; it is "${value}".`);
  return value.replace(/\/+$/, '');
}

function readMongodbUri(value: string | undefined, problems: string[]): string {
  if (!value) problems.push('MONGODB_URI is not set. `npm start` sets it to an embedded database; elsewhere name a replica set, such as mongodb://db:27017/yici?replicaSet=rs0.');
  else if (!/^mongodb(\+srv)?:\/\//.test(value)) problems.push('MONGODB_URI must begin with mongodb:// or mongodb+srv://.');
  return value ?? '';
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

import { ConfigError } from '../kernel/index.js';

/** Where alarms go. What is absent is not told there. */
export interface AlarmSettings {
  readonly mail?: { readonly smtpUrl: string; readonly from: string; readonly to: readonly string[] };
  readonly webhook?: { readonly url: string; readonly secret?: string };
}

const address = /^[^\s@<>,;]+@[^\s@<>,;]+$/;

interface Given {
  readonly to: readonly string[];
  readonly from?: string | undefined;
  readonly smtpUrl?: string | undefined;
  readonly url?: string | undefined;
  readonly secret?: string | undefined;
}

/** Reads ALARM_EMAIL, ALARM_FROM, SMTP_URL, ALARM_WEBHOOK and ALARM_WEBHOOK_SECRET. Throws ConfigError naming every wrong variable at once. */
export function readAlarmSettings(env: NodeJS.ProcessEnv = process.env): AlarmSettings {
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const to = (text('ALARM_EMAIL') ?? '').split(',').map((one) => one.trim()).filter(Boolean);
  const given: Given = { to, from: text('ALARM_FROM') ?? to[0], smtpUrl: text('SMTP_URL'), url: text('ALARM_WEBHOOK'), secret: text('ALARM_WEBHOOK_SECRET') };
  const problems = [...mailProblems(given), ...webhookProblems(given)];
  if (problems.length > 0) throw new ConfigError(problems);
  const { from, smtpUrl, url, secret } = given;
  return { ...(to.length > 0 && smtpUrl && from ? { mail: { smtpUrl, from, to } } : {}), ...(url ? { webhook: { url, ...(secret ? { secret } : {}) } } : {}) };
}

const isUrl = (text: string, scheme: RegExp): boolean => scheme.test(text) && URL.canParse(text);

const mailProblems = ({ to, from, smtpUrl }: Given): string[] => [
  ...to.filter((one) => !address.test(one)).map((one) => `ALARM_EMAIL must list e-mail addresses; it holds "${one}".`),
  ...(from && !address.test(from) ? ['ALARM_FROM must be one e-mail address.'] : []),
  ...(to.length > 0 && !smtpUrl ? ['ALARM_EMAIL needs SMTP_URL, such as smtps://user:password@mail.example.gov.cn:465.'] : []),
  ...(smtpUrl && !isUrl(smtpUrl, /^smtps?:\/\/./) ? ['SMTP_URL must begin with smtp:// or smtps://.'] : []),
];

const webhookProblems = ({ url, secret }: Given): string[] => [
  ...(url && !isUrl(url, /^https?:\/\/./) ? ['ALARM_WEBHOOK must be an http or https address.'] : []),
  ...(secret && !/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/.test(secret) ? ['ALARM_WEBHOOK_SECRET must be whsec_ and the base64 of 24 to 64 random bytes.'] : []),
];

let settings: AlarmSettings = {};

/** Gives the module its settings; once, before work begins. */
export const configureAlarms = (given: AlarmSettings): void => { settings = given; };

/** Where alarms go in this process. */
export const alarmSettings = (): AlarmSettings => settings;

import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Names whose values never reach a log line. */
const secretNames = ['password', 'newPassword', 'currentPassword', 'token', 'secret', 'appSecret', 'authorization', 'cookie', 'access_token', 'refresh_token', 'apiKey', 'key'];
const redactPaths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

const censor = '[redacted]';

/** Text values under a secret's name, at any depth of a finished JSON line. */
const secretFields = new RegExp(`("(?:${secretNames.join('|')}|set-cookie)":)"(?:[^"\\\\]|\\\\.)*"`, 'gi');
// Lengths are bounded where a long text could otherwise be searched again and again.
/** Secrets in addresses: query parameters, and the password of `scheme://name:password@host`. */
const secretParameters = /([?&](?:[\w-]*token|secret|appsecret|corpsecret|password|api_?key|key|sig|signature|msg_signature)=)[^&#\s"'\\<>]+/gi;
const addressPasswords = /(\b[a-z][a-z\d+.-]{0,20}:\/\/[^\s/:@"'\\]{0,200}:)[^\s/"'\\]{1,300}(?=@)/gi;
const bearers = /\b(Bearer |Basic )[\w.~+/=-]+/gi;

/** A line as it may be written: error messages and addresses often carry secrets where no field's name tells. */
export const withoutSecrets = (line: string): string =>
  line.replace(secretFields, `$1"${censor}"`).replace(secretParameters, `$1${censor}`).replace(addressPasswords, `$1${censor}`).replace(bearers, `$1${censor}`);

/** An address as a log may show it: without its query, which may carry tokens. */
export function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/** Structured JSON lines on standard output; an error stands in `err`, with its causes; secrets are replaced by [redacted]. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: redactPaths, censor },
    serializers: { err: stdSerializers.errWithCause },
    hooks: { streamWrite: withoutSecrets },
  };
  return destination ? pino(options, destination) : pino(options);
}

import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Names that never reach a log line, wherever they stand in an object up to three levels deep. */
const secretNames = ['password', 'newPassword', 'currentPassword', 'token', 'secret', 'appSecret', 'authorization', 'cookie', 'access_token', 'apiKey', 'key'];
const redactPaths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** An address as a log may show it: without its query, which may carry tokens. */
export function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/** Structured JSON lines on standard output; secrets are replaced by [redacted]. */
export function createLog(level: string): Log {
  return pino({ level, base: undefined, redact: { paths: redactPaths, censor: '[redacted]' }, timestamp: pino.stdTimeFunctions.isoTime });
}

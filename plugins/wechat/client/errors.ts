import { codes, meaningOf, type ErrorKind } from '../errcodes.js';

/** WeChat answered, and the answer is no. `message` is for operators and carries neither token nor address; `rid` lets Tencent find the call. */
export class WechatError extends Error {
  readonly kind: ErrorKind;
  readonly rid: string | undefined;
  /** `msgId` is the mass send WeChat names as the one that was repeated. */
  constructor(readonly endpoint: string, readonly code: number, errmsg: string, readonly msgId?: string) {
    const rid = /rid: ([0-9a-f-]{8,40})/.exec(errmsg)?.[1];
    const { kind, advice } = meaningOf(code);
    super(`微信接口 ${endpoint} 返回 ${code}：${advice}${detailOf(code, kind, errmsg)}${rid ? `（rid ${rid}）` : ''}`);
    this.name = 'WechatError';
    this.kind = kind;
    this.rid = rid;
  }
}

/** The part of WeChat's own words a person needs: the refused IP, or all of it when the number is unknown to us. */
function detailOf(code: number, kind: ErrorKind, errmsg: string): string {
  const ip = code === codes.notInWhitelist ? /invalid ip ([0-9a-fA-F.:]{3,45})/.exec(errmsg)?.[1] : undefined;
  if (ip) return `：${ip}`;
  return kind === 'other' ? `：${errmsg.replace(/\s*rid: \S+/, '').replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 200)}` : '';
}

/** No readable answer. `maySent` is false only when the request surely never left, so that asking again is safe. */
export class NoAnswerError extends Error {
  constructor(readonly endpoint: string, readonly reason: string, readonly maySent: boolean) {
    super(`微信接口 ${endpoint} 没有给出可读的回答（${reason}）`);
    this.name = 'NoAnswerError';
  }
}

/** Asking for a token comes before the question itself. */
export const tokenEndpoint = 'cgi-bin/stable_token';

/** True when WeChat surely did not do what was asked. */
export const isSurelyNotDone = (error: unknown): boolean =>
  (error instanceof WechatError && (error.kind !== 'busy' || error.endpoint === tokenEndpoint))
  || (error instanceof NoAnswerError && (!error.maySent || error.endpoint === tokenEndpoint));

/** True for a WeChat error with this number. */
export const hasCode = (error: unknown, code: number): boolean => error instanceof WechatError && error.code === code;

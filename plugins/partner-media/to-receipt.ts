import type { Receipt } from '../../src/distribution/channel.js';
import type { Answer } from './read-answer.js';

/** Statuses after which the same bytes may succeed later: RFC 9110 and Standard Webhooks. All 5xx are too, but of those 503 alone says that nothing was done: a server that fails, and a gateway that lost it, may have kept the item. */
const passing = new Set([408, 425, 429]);
/** With Retry-After these speak of the receiver, not of the message: RFC 6585 and RFC 9110. */
const forAll = new Set([429, 503]);
const retryAfterLimits = { minMs: 1_000, maxMs: 24 * 3_600_000 } as const;

/** What an answer means. `host` names the receiver in sentences; the address itself may hold a token and is not told. */
export function toReceipt(response: Response, answer: Answer, { host, now }: { host: string; now: Date }): Receipt {
  const { status } = response;
  const words = answer.text ? `：${oneLine(answer.text)}` : '';
  if (status >= 200 && status < 300) return delivered(answer);
  if (status >= 300 && status < 400) return redirected(response, host);
  if (status === 410) return { outcome: 'refused', code: 'GONE', deactivate: true, message: `${host} 表示不再接收（410），已停用；确认后请重新启用${words}` };
  if (passing.has(status) || status >= 500) {
    const retryAt = retryAfter(response.headers.get('retry-after'), now);
    const message = `${host} 暂时不能接收（HTTP ${status}），稍后重试${words}`;
    if (status >= 500 && status !== 503) return { outcome: 'unknown', message, ...(retryAt && { askAgainAt: retryAt }) };
    return { outcome: 'failed', message, ...(retryAt && { retryAt, ...(forAll.has(status) && { isForAll: true }) }) };
  }
  return { outcome: 'refused', code: `HTTP_${status}`, message: `${host} 拒收（HTTP ${status}${hintFor(status)}）${words}` };
}

const delivered = ({ remoteId, url }: Answer): Receipt => ({ outcome: 'delivered', ...(remoteId && { remoteId }), ...(url && { url }) });

const hintFor = (status: number): string =>
  ({ 401: '，请核对签名密钥和双方时钟', 403: '，请核对签名密钥和对方的访问限制', 404: '，请核对接收地址', 413: '，请改用链接模式或调低字节上限' } as Record<number, string>)[status] ?? '';

function redirected(response: Response, host: string): Receipt {
  const to = response.headers.get('location');
  const target = to && URL.canParse(to, `https://${host}`) ? new URL(to, `https://${host}`).host : '别处';
  return { outcome: 'refused', code: 'REDIRECTED', message: `${host} 要求转到 ${target}（HTTP ${response.status}）；为安全不跟随转址，请把接收地址改为最终地址` };
}

/** Retry-After as a time: seconds or an HTTP date, held between one second and one day from now. */
export function retryAfter(value: string | null, now: Date): Date | undefined {
  if (!value) return undefined;
  const wished = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  if (Number.isNaN(wished)) return undefined;
  return new Date(now.getTime() + Math.min(retryAfterLimits.maxMs, Math.max(retryAfterLimits.minMs, wished)));
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 300);

/** What a rejected fetch means: where a connection was never made nothing happened; else the item may be there, and a retraction must follow it. All are safe to repeat, because receivers drop a webhook-id they have seen; a blocked address needs a person. */
export function toFailure(error: unknown, host: string): Receipt {
  const code = codeOf(error);
  if (code === 'BLOCKED_ADDRESS') return { outcome: 'refused', code, message: `${host} 不是公网地址；如是自己的系统，请管理员把它加入允许的内网地址` };
  return { outcome: neverConnected.test(code) ? 'failed' : 'unknown', message: `${host} ${wordsFor[code] ?? '连接不成功'}（${code}），稍后重试` };
}

/** Codes of what goes wrong before a request is sent: names, addresses, certificates. */
const neverConnected = /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|\w+_CERT\w*|UNABLE_TO_\w+)$/;
const noAnswer = '一直没有回答';
const notFound = '的域名查不到，请核对接收地址';
/** What befell, for those who do not know the codes. */
const wordsFor: Readonly<Record<string, string>> = {
  TimeoutError: noAnswer, UND_ERR_HEADERS_TIMEOUT: noAnswer, UND_ERR_BODY_TIMEOUT: noAnswer, UND_ERR_CONNECT_TIMEOUT: '连接不上', ETIMEDOUT: '连接不上', EHOSTUNREACH: '连接不上',
  ECONNREFUSED: '没有开放服务', ECONNRESET: '中断了连接', UND_ERR_SOCKET: '中断了连接', ENOTFOUND: notFound, EAI_AGAIN: notFound,
};

/** The innermost stable code of an error; its message may hold the address and is not used. By shape, since errors come from several realms. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'UNKNOWN';
  const { cause, code, name } = error as { cause?: unknown; code?: unknown; name?: unknown };
  const inner = cause === undefined ? 'UNKNOWN' : codeOf(cause);
  if (inner !== 'UNKNOWN' && inner !== 'Error') return inner;
  return [code, name].find((one): one is string => typeof one === 'string' && one !== '') ?? 'UNKNOWN';
}

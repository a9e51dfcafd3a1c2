import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { defineError, DomainError, type Language, type Log } from '../../kernel/index.js';
import { toDomainError } from '../domain-error.js';

const PayloadTooLargeError = defineError('PAYLOAD_TOO_LARGE', {
  status: 413,
  zh: '请求内容过大（上限 {limit} MB）。大文件请用上传功能。',
  en: 'The request is too large (limit {limit} MB). Upload large files instead.',
});

const BadRequestError = defineError('BAD_REQUEST', {
  status: 400,
  zh: '请求无法理解：{reason}。请核对后重新发送。',
  en: 'The request cannot be understood: {reason}. Check it and send it again.',
});

const UnknownAddressError = defineError('UNKNOWN_ADDRESS', {
  status: 404,
  zh: '没有这个地址：{path}。请核对地址：接口在 /graphql，订阅源在 /feeds/。',
  en: 'There is nothing at {path}. Check the address: the API is at /graphql, feeds are below /feeds/.',
});

/** The language a request's sender reads: English when they prefer it, Chinese otherwise. */
export function languageOf(request: FastifyRequest): Language {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}

/** Answers an error of a plain route as `{ error: { code, message, requestId } }`. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const domain = asDomainError(error, request, log);
  if (!request.raw.complete) leaveUnread(request.raw.socket, reply);
  return reply.code(domain.status).send({ error: { code: domain.code, message: domain.sentence(languageOf(request)), ...domain.details, requestId: request.id } });
}

export const unknownAddress = (request: FastifyRequest): DomainError => new UnknownAddressError({ path: request.url.replace(/\?.*/, '').slice(0, 200) });

function asDomainError(error: unknown, request: FastifyRequest, log: Log): DomainError {
  if (error instanceof DomainError) return error;
  const { statusCode = 500, message } = error as { statusCode?: number; message: string };
  if (statusCode === 413) return new PayloadTooLargeError({ limit: Math.round((request.routeOptions.bodyLimit ?? 1e6) / 1e6) });
  if (statusCode >= 400 && statusCode < 500) return new BadRequestError({ reason: message.slice(0, 200) });
  return toDomainError(error, { log, requestId: request.id });
}

const unreadable: Readonly<Record<string, readonly [status: number, reason: string]>> = {
  HPE_HEADER_OVERFLOW: [431, '地址或请求头过长 (the address or the headers are too long)'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, '请求没有在时限内发完 (the request was not sent in time)'],
};
/** Milliseconds that a sender who does not stop is still listened to after the answer: whoever brings 20 MB over a slow line hears it, too. nginx grants as much. */
const lingerMs = 30_000;

/** Answers bytes that are no HTTP request. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, reason] = unreadable[error.code ?? ''] ?? [400, '不是有效的 HTTP 请求 (not a valid HTTP request)'];
  const domain = new BadRequestError({ reason });
  const body = JSON.stringify({ error: { code: domain.code, message: domain.sentence('zh') } });
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
  closeInOrder(socket);
}

/** The answer comes before the end of the body: the rest is not worth waiting for, and the connection ends with this answer. */
function leaveUnread(socket: Socket, reply: FastifyReply): void {
  void reply.header('connection', 'close');
  // What the HTTP server calls when the last answer is written.
  socket.destroySoon = () => closeInOrder(socket);
}

/** Says that nothing more will come, then listens until the other side stops: closed at once, with input unread, the answer would be lost on its way. */
function closeInOrder(socket: Socket): void {
  socket.end();
  socket.resume();
  socket.once('end', () => socket.destroy());
  setTimeout(() => socket.destroy(), lingerMs).unref();
}

import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openRange, type ByteRange } from '../../media/index.js';
import { hasTag } from './entity-tag.js';

/** Bytes that are always these under their tag. */
export interface TaggedBytes {
  readonly etag: string;
  readonly size: number;
  /** All of them, or a range. */
  readonly read: (range?: ByteRange) => Buffer | Readable;
}

/** Answers with 304 to who has these bytes, with the range that is asked for, or with all; to HEAD with headers alone. What kind of bytes they are the caller has said. */
export function sendBytes(request: FastifyRequest, reply: FastifyReply, { etag, size, read }: TaggedBytes): FastifyReply {
  void reply.headers({ etag, 'accept-ranges': 'bytes' });
  if (hasTag(request.headers['if-none-match'], etag)) return reply.code(304).removeHeader('content-type').send();
  const condition = request.headers['if-range'];
  const range = condition === undefined || condition === etag ? openRange(request.headers.range, size) : undefined;
  if (range === 'outside') return reply.code(416).header('content-range', `bytes */${size}`).removeHeader('content-type').send();
  if (range) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  void reply.header('content-length', range ? range.end - range.start + 1 : size);
  return request.method === 'HEAD' ? reply.send() : reply.send(read(range));
}

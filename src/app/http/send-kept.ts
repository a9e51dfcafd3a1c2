import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasTag } from './entity-tag.js';
import type { Encoding, KeptResponse } from './response-cache.js';

/** Bytes below which compression gains nothing. */
const worthCompressing = 2048;

/** Answers with kept bytes; by GET with 304 to who has them already. */
export async function sendKept(request: FastifyRequest, reply: FastifyReply, kept: KeptResponse): Promise<FastifyReply> {
  void reply.headers({ 'content-type': kept.contentType, etag: kept.etag, vary: 'Accept, Accept-Encoding, Accept-Language, Authorization, Cookie' });
  if (request.method === 'GET') {
    void reply.header('cache-control', 'no-cache'); // May be kept, but is asked for again each time.
    if (hasTag(request.headers['if-none-match'], kept.etag)) return reply.code(304).send();
  }
  const encoding = kept.body.length < worthCompressing ? undefined : encodingFor(request.headers['accept-encoding']);
  return encoding ? reply.header('content-encoding', encoding).send(await kept.encoded(encoding)) : reply.send(kept.body);
}

/** The best encoding that a reader takes; undefined for none. RFC 9110 §12.5.3, without its weighing of one against another. */
function encodingFor(accepted: string | string[] | undefined): Encoding | undefined {
  const refused = /;\s*q=0(?:\.0*)?\s*$/;
  const taken = String(accepted ?? '').toLowerCase().split(',').filter((each) => !refused.test(each)).map((each) => each.split(';')[0]!.trim());
  return (['br', 'gzip'] as const).find((encoding) => taken.includes(encoding));
}

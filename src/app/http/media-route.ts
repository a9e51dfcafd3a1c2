import type { FastifyInstance } from 'fastify';
import { NotFoundError } from '../../kernel/index.js';
import { assetCache, assetUrl, storage } from '../../media/index.js';

const yearInSeconds = 31_536_000;

/** `/media/<asset>/<hash>.<ext>`: bytes that never change at their address. */
export function registerMedia(app: FastifyInstance): void {
  app.get<{ Params: { id: string; file: string } }>('/media/:id/:file', async (request, reply) => {
    const { id, file } = request.params;
    const asset = /^asset_[0-9a-f]{24}$/.test(id) ? await assetCache.get(id) : undefined;
    if (!asset || !assetUrl(asset).endsWith(`/${file}`)) throw new NotFoundError({ id: `${id}/${file}`.slice(0, 120) });
    const etag = `"${asset.sha256.slice(0, 32)}"`;
    void reply.headers({ etag, 'cache-control': `public, max-age=${yearInSeconds}, immutable`, 'content-security-policy': "default-src 'none'; sandbox" });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    void reply.headers({ 'content-type': asset.contentType, 'content-length': asset.bytes });
    return reply.send(storage().stream(asset.sha256));
  });
}

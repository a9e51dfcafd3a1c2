import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NotFoundError, type Services } from '../../kernel/index.js';
import { assetCache, filmRoot, findFilmFile, isPublicAsset, isSigned, seesUnpublished, signedAddress, storage, type FilmFile } from '../../media/index.js';
import { requestContext } from './request-context.js';
import { sendBytes } from './send-bytes.js';

interface FilmRequest {
  readonly Params: { readonly id: string; readonly recipe: string; readonly '*': string };
  readonly Querystring: { readonly d?: string; readonly s?: string };
}

const year = 'public, max-age=31536000, immutable';

/** `/media/<asset>/<hash>/…`: the playlists and pieces of HLS, the MP4, posters and subtitles of a video. They never change at their address. What is not published opens to a signature of the video, or to somebody with `asset.read`. */
export function registerVideo(app: FastifyInstance, services: Services): void {
  app.route<FilmRequest>({ method: ['GET', 'HEAD'], url: '/media/:id/:recipe/*', compress: false, handler: async (request, reply) => {
    const { id, recipe, '*': file } = request.params;
    const asset = /^asset_[0-9a-f]{24}$/.test(id) ? await assetCache.get(id) : undefined;
    const root = `/media/${id}/${recipe}/`;
    const isSignedFor = isSigned(services, root, request.query);
    const isPublic = asset !== undefined && await isPublicAsset(id);
    if (!asset || !(isPublic || isSignedFor || seesUnpublished((await requestContext(services, request, reply)).actor))) throw notFound(request);
    const found = await findFilmFile(asset, recipe, file, isSignedFor && !isPublic ? new URL(request.url, 'http://here').search : '');
    if (!found) throw notFound(request);
    void reply.headers({ 'cross-origin-resource-policy': 'cross-origin', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': isPublic ? year : 'private, max-age=3600' });
    // Players on outlets' pages fetch pieces by script; nothing here depends on who asks with which cookie once it is public.
    if (isPublic) void reply.header('access-control-allow-origin', '*');
    if (found.kind === 'moved') return reply.header('cache-control', 'no-cache').redirect(isPublic ? found.path : found.path + signedAddress(services, filmRoot(id, { _id: asset.sha256 })).replace(/^[^?]*/, ''), 302);
    return send(request, reply, found);
  } });
}

const notFound = (request: FastifyRequest): Error => new NotFoundError({ id: request.url.replace(/\?.*/, '').slice(0, 120) });

async function send(request: FastifyRequest, reply: FastifyReply, file: Exclude<FilmFile, { kind: 'moved' }>): Promise<FastifyReply> {
  void reply.type(file.contentType);
  if (file.kind === 'text') return reply.send(file.text);
  const size = file.bytes ?? await storage().sizeOf(file.key);
  if (size === undefined) throw notFound(request);
  return sendBytes(request, reply, { etag: `"${file.key}"`, size, read: (range) => storage().stream(file.key, range) });
}

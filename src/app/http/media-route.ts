import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NotFoundError, type Services } from '../../kernel/index.js';
import { assetCache, assetUrl, findPicture, isPublicAsset, isSigned, readPicturePath, seesUnpublished, signedAddress, storage, type Asset, type Picture } from '../../media/index.js';
import { keepReadyPicture, sendReadyPicture } from './ready-pictures.js';
import { requestContext } from './request-context.js';
import { sendBytes } from './send-bytes.js';

const yearInSeconds = 31_536_000;
/** Nothing of ours runs or loads anything in a page of its own. */
const sandbox = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

interface MediaRequest {
  readonly Params: { readonly id: string; readonly file: string };
  readonly Querystring: { readonly d?: string; readonly s?: string };
}

type Audience = 'everybody' | 'the asker';

/**
 * `/media/<asset>/<hash>.<ext>` and `/media/<asset>/<preset>-<width>-<recipe>`: bytes that never change at their address. An address that was
 * right once leads to the bytes of today. What is not published opens to a signed address or to somebody with `asset.read`.
 */
export function registerMedia(app: FastifyInstance, services: Services): void {
  app.route<MediaRequest>({ method: ['GET', 'HEAD'], url: '/media/:id/:file', compress: false, handler: async (request, reply) => {
    if (await sendReadyPicture(request, reply)) return reply;
    const { id, file } = request.params;
    const asset = /^asset_[0-9a-f]{24}$/.test(id) ? await assetCache.get(id) : undefined;
    const audience = asset && await audienceOf(services, request, reply, asset);
    if (!asset || !audience) throw notFound(request);
    void reply.headers({ 'content-security-policy': sandbox, 'cross-origin-resource-policy': 'cross-origin' });
    if (file === assetUrl(asset).split('/').at(-1)) return sendOriginal(request, reply, asset, audience);
    const picture = await findPicture(services, asset, file, request.headers.accept ?? '');
    if (picture) return sendPicture(request, reply, { asset, picture, audience });
    const now = currentPath(asset, file);
    if (!now) throw notFound(request);
    return reply.header('cache-control', 'no-cache').redirect(audience === 'everybody' ? now : signedAddress(services, now), 302);
  } });
}

const notFound = (request: FastifyRequest): Error => new NotFoundError({ id: request.url.replace(/\?.*/, '').slice(0, 120) });

async function audienceOf(services: Services, request: FastifyRequest<MediaRequest>, reply: FastifyReply, asset: Asset): Promise<Audience | undefined> {
  if (await isPublicAsset(asset._id)) return 'everybody';
  const path = request.url.replace(/\?.*/, '');
  if (isSigned(services, path, request.query)) return 'the asker';
  return seesUnpublished((await requestContext(services, request, reply)).actor) ? 'the asker' : undefined;
}

/** Where the bytes are now that an older address of this asset named. */
function currentPath(asset: Asset, file: string): string | undefined {
  if (/^[0-9a-f]{12}\.[a-z0-9]{2,5}$/.test(file)) return assetUrl(asset);
  return readPicturePath(asset, file);
}

function cacheControl(audience: Audience, seconds = yearInSeconds): string {
  if (audience === 'the asker') return `private, max-age=${Math.min(seconds, 3600)}`;
  return `public, max-age=${seconds}${seconds === yearInSeconds ? ', immutable' : ''}`;
}

function sendPicture(request: FastifyRequest, reply: FastifyReply, { asset, picture, audience }: { asset: Asset; picture: Picture; audience: Audience }): FastifyReply {
  const { bytes, etag } = picture;
  void reply.headers({ 'content-type': picture.contentType, 'cache-control': cacheControl(audience, picture.isFinal ? yearInSeconds : 60), ...(picture.isNegotiated ? { vary: 'Accept' } : {}) });
  if (audience === 'everybody' && picture.isFinal) keepReadyPicture(request, reply, asset, picture);
  return sendBytes(request, reply, { etag, size: bytes.length, read: (range) => (range ? bytes.subarray(range.start, range.end + 1) : bytes) });
}

function sendOriginal(request: FastifyRequest, reply: FastifyReply, asset: Asset, audience: Audience): FastifyReply {
  void reply.headers({ 'content-type': asset.contentType, 'cache-control': cacheControl(audience), 'content-disposition': disposition(asset) });
  return sendBytes(request, reply, { etag: `"${asset.sha256.slice(0, 32)}"`, size: asset.bytes, read: (range) => storage().stream(asset.sha256, range) });
}

/** Pictures and films are shown; all else is kept as a file, under its own name (RFC 6266). */
function disposition({ kind, filename }: Asset): string {
  const plain = filename.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(filename).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind === 'file' ? 'attachment' : 'inline'}; filename="${plain}"; filename*=UTF-8''${full}`;
}

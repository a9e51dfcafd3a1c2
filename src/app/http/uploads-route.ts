import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../kernel/index.js';
import { beginUpload, cancelUpload, findUpload, maxUploadBytes, readUpload, receiveUpload, UploadTypeError, UploadVersionError, withUpload, type Upload } from '../../media/index.js';
import { assertMayChange, requestContext, type RequestContext } from './request-context.js';
import { languageOf, sendError } from './raw-errors.js';
import { readChecksum, readConcat, readCount, readMetadata } from './tus-headers.js';

const version = '1.0.0';
const dataType = 'application/offset+octet-stream';
const extensions = 'creation,creation-with-upload,creation-defer-length,expiration,checksum,termination,concatenation';

type UploadRequest = FastifyRequest<{ Params: { id: string } }>;
type Handle = (ctx: RequestContext, request: UploadRequest, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * `/uploads` by tus 1.0 with the extensions named above. Every request is its sender's own: it needs `asset.create` and, on an upload, to
 * be the one who began it. When the last byte is here the file becomes an asset by a job; GraphQL's `node(id)` tells when.
 */
export function registerUploads(app: FastifyInstance, services: Services): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Nothing is read before it is wanted: the body is taken in piece by piece, or not at all.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.addHook('onRequest', async (_request, reply) => { void reply.headers({ 'tus-resumable': version, 'cache-control': 'no-store' }); });
    scope.setErrorHandler((error, request, reply) => {
      if (error instanceof UploadVersionError) void reply.header('tus-version', version);
      return sendError(error, request, reply, services.log);
    });
    const guarded = (handle: Handle) => async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      if (request.method !== 'GET' && request.headers['tus-resumable'] !== version) throw new UploadVersionError({ version });
      const ctx = await requestContext(services, request, reply);
      assertMayChange(ctx.actor, 'asset.create');
      return handle(ctx, request as UploadRequest, reply);
    };
    scope.options('/uploads', async (_request, reply) => reply.code(204).headers({ 'tus-version': version, 'tus-extension': extensions, 'tus-max-size': maxUploadBytes, 'tus-checksum-algorithm': 'md5,sha1,sha256' }).send());
    scope.post('/uploads', guarded(create));
    scope.route({ method: 'HEAD', url: '/uploads/:id', handler: guarded(tell) });
    scope.patch('/uploads/:id', guarded(receive));
    scope.delete('/uploads/:id', guarded(remove));
    scope.post('/uploads/:id', guarded(overridden));
    scope.route({ method: 'GET', url: '/uploads/:id', exposeHeadRoute: false, handler: guarded(read) });
  });
}

const create: Handle = async (ctx, request, reply) => {
  const { headers } = request;
  const rawMetadata = String(headers['upload-metadata'] ?? '');
  const concat = readConcat(headers['upload-concat']);
  const size = concat?.parts ? 0 : readCount(headers['upload-length'], 'Upload-Length', headers['upload-defer-length'] === '1');
  const upload = await beginUpload(ctx, { size: size ?? null, metadata: readMetadata(rawMetadata), rawMetadata, ...concat });
  void reply.code(201).headers({ location: `/uploads/${upload._id}`, 'upload-expires': upload.expiresAt.toUTCString() });
  if (headers['content-type'] !== dataType || concat?.parts) return reply.send();
  const received = await receiveUpload(ctx, upload._id, deliveryOf(request, 0));
  return reply.headers(progress(received)).send();
};

const tell: Handle = async (ctx, request, reply) => {
  const { id } = request.params;
  await findUpload(ctx, id);
  // Whoever asks is about to send: an older line still held open makes way, and what it brought is counted.
  const upload = await withUpload(id, () => findUpload(ctx, id));
  return reply.code(200).headers({
    ...progress(upload), ...(upload.size === null ? { 'upload-defer-length': '1' } : { 'upload-length': upload.size }),
    ...(upload.metadata ? { 'upload-metadata': upload.metadata } : {}), ...(upload.concat ? { 'upload-concat': upload.concat } : {}),
  }).send();
};

const receive: Handle = async (ctx, request, reply) => {
  if (request.headers['content-type'] !== dataType) throw new UploadTypeError();
  const offset = readCount(request.headers['upload-offset'], 'Upload-Offset')!;
  await findUpload(ctx, request.params.id);
  const upload = await receiveUpload(ctx, request.params.id, deliveryOf(request, offset));
  return reply.code(204).headers(progress(upload)).send();
};

const remove: Handle = async (ctx, request, reply) => {
  await cancelUpload(ctx, request.params.id);
  return reply.code(204).send();
};

/** The sender's own bytes back, as bytes: never shown, never sniffed. */
const read: Handle = async (ctx, request, reply) => {
  const { bytes, stream } = await readUpload(ctx, request.params.id);
  return reply.headers({ 'content-type': 'application/octet-stream', 'content-length': bytes, 'content-disposition': 'attachment', 'content-security-policy': "default-src 'none'; sandbox" }).send(stream);
};

/** For senders behind proxies that let only GET and POST through. */
const overridden: Handle = async (ctx, request, reply) => {
  const method = String(request.headers['x-http-method-override'] ?? '').toUpperCase();
  const handle = { PATCH: receive, DELETE: remove, HEAD: tell }[method];
  if (handle) return handle(ctx, request, reply);
  return reply.code(405).header('allow', 'HEAD, PATCH, DELETE').send({ error: { code: 'UPLOAD_PROTOCOL', message: languageOf(request) === 'en' ? 'Use PATCH, HEAD or DELETE.' : '请使用 PATCH、HEAD 或 DELETE。', requestId: request.id } });
};

function deliveryOf(request: FastifyRequest, offset: number): Parameters<typeof receiveUpload>[2] {
  const { headers } = request;
  const checksum = readChecksum(headers['upload-checksum']);
  const size = headers['upload-length'] === undefined || request.method === 'POST' && headers['x-http-method-override'] === undefined ? undefined : readCount(headers['upload-length'], 'Upload-Length');
  return {
    offset, body: (request.body ?? request.raw) as Readable, ...(headers['content-length'] ? { length: Number(headers['content-length']) } : {}),
    ...(size === undefined ? {} : { size }), ...(checksum ? { checksum } : {}),
  };
}

const progress = ({ offset, expiresAt }: Upload): Record<string, string> => ({ 'upload-offset': String(offset), 'upload-expires': expiresAt.toUTCString() });

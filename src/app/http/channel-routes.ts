import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { serveChannel, serveFeed } from '../../distribution/index.js';
import type { Services } from '../../kernel/index.js';

/** Bytes of one callback: what outlets send is small. */
const bodyLimit = 256_000;

/** `/feeds/<slug>.<format>` (whose plugins compress by themselves, once per change) and `/channels/<channel>/<destination>/…`: what plugins serve, in the words of the web's own Request and Response. */
export function registerChannels(app: FastifyInstance, services: Services): void {
  void app.register(async (scope) => {
    // Callbacks are signed over their exact bytes, so nothing parses them on the way.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
    scope.route<{ Params: { file: string } }>({ method: ['GET', 'HEAD'], url: '/feeds/:file', compress: false, handler: async (request, reply) => answer(reply, await serveFeed(services, webRequest(services, request), request.params.file)) });
    scope.route<{ Params: { channel: string; destination: string } }>({ method: ['GET', 'HEAD', 'POST'], url: '/channels/:channel/:destination/*', handler: async (request, reply) =>
      answer(reply, await serveChannel(services, webRequest(services, request), request.params.channel, request.params.destination)) });
  });
}

function webRequest(services: Services, request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(`${services.config.publicUrl}${request.url}`, { method: request.method, headers, ...(hasBody ? { body: new Uint8Array((request.body as Buffer | undefined) ?? Buffer.alloc(0)) } : {}) });
}

async function answer(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  void reply.code(response.status);
  response.headers.forEach((value, name) => { void reply.header(name, value); });
  const body = await bytesOf(response);
  return body.length > 0 ? reply.send(body) : reply.send();
}

/** The body without a copy where it is one piece, as feeds are. */
async function bytesOf({ body }: Response): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) pieces.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { defineError, type Services } from '../../kernel/index.js';

const AdminNotBuiltError = defineError('ADMIN_NOT_BUILT', {
  status: 503,
  zh: '管理页面尚未构建。请运行 npm run build:admin，然后刷新。',
  en: 'The admin page has not been built. Run "npm run build:admin" and reload.',
});

const AdminFileNotFoundError = defineError('ADMIN_FILE_NOT_FOUND', {
  status: 404,
  zh: '管理页面没有文件 {path}：系统可能已更新，请刷新页面。',
  en: 'The admin page has no file {path}: the system may have been updated, so reload the page.',
});

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp',
  '.woff2': 'font/woff2', '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.wasm': 'application/wasm',
};
const compressible = /^(text\/|application\/|image\/svg)/;

// Scripts come from our own files only. Ant Design, the editor and the charts write style elements while they run, hence that one exception.
const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "media-src 'self' blob:", "font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:",
  "frame-src 'self' blob:", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
].join('; ');

interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** Its compressed forms, made when first asked for and kept: the files are few and do not change. */
  readonly packed: Map<string, Promise<Buffer>>;
}

/** `dist/admin`, from the compiled code and from the sources alike. */
const builtFolder = (): string | undefined =>
  ['../../../admin/', '../../../dist/admin/'].map((to) => fileURLToPath(new URL(to, import.meta.url))).find((folder) => existsSync(path.join(folder, 'index.html')));

/** `/admin`: the built page from memory. Its hashed files never change at their address; the page itself is always asked for anew. */
export function registerAdmin(app: FastifyInstance, _services: Services, folder: () => string | undefined = builtFolder): void {
  const page = new BuiltPage(folder);
  const sendIndex = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => send(page.index(), request, reply.headers({ 'cache-control': 'no-store', 'content-security-policy': policy, 'x-frame-options': 'DENY' }));
  app.get('/admin', sendIndex);
  app.get<{ Params: { '*': string } }>('/admin/*', (request, reply) => {
    const name = request.params['*'];
    const isFile = name.startsWith('assets/') || /^[\w-]+\.(?:svg|png|webmanifest)$/.test(name);
    if (!isFile) return sendIndex(request, reply);
    const isHashed = name.startsWith('assets/');
    return send(page.file(name), request, reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'));
  });
}

/** The files of one build; read again when it is built again while the process runs. */
class BuiltPage {
  private files: ReadonlyMap<string, PageFile> = new Map();
  private builtAt = 0;

  constructor(private readonly folder: () => string | undefined) {}

  index(): PageFile {
    const folder = this.folder();
    if (!folder) throw new AdminNotBuiltError();
    const builtAt = statSync(path.join(folder, 'index.html')).mtimeMs;
    if (builtAt !== this.builtAt) {
      this.files = filesOf(folder);
      this.builtAt = builtAt;
    }
    return this.files.get('index.html')!;
  }

  file(name: string): PageFile {
    if (this.builtAt === 0) this.index();
    const file = this.files.get(name);
    if (!file) throw new AdminFileNotFoundError({ path: name.slice(0, 120) });
    return file;
  }
}

/** What may be served, by name: nothing else can be reached, whatever a path says. Source maps stay on the server. */
function filesOf(folder: string): Map<string, PageFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split(path.sep).join('/'));
  return new Map(names.flatMap((name) => {
    const type = types[path.extname(name)];
    return type ? [[name, { type, bytes: readFileSync(path.join(folder, name)), packed: new Map<string, Promise<Buffer>>() }] as const] : [];
  }));
}

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

async function send(file: PageFile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  void reply.headers({ 'content-type': file.type, vary: 'accept-encoding' });
  const encoding = compressible.test(file.type) && file.bytes.length > 1024 ? encodingFor(request) : undefined;
  if (!encoding) return reply.send(file.bytes);
  return reply.header('content-encoding', encoding).send(await packed(file, encoding));
}

function encodingFor(request: FastifyRequest): 'br' | 'gzip' | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  return (['br', 'gzip'] as const).find((encoding) => new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted));
}

function packed(file: PageFile, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const known = file.packed.get(encoding);
  if (known) return known;
  const made = encoding === 'br' ? toBrotli(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: file.bytes.length } }) : toGzip(file.bytes, { level: 9 });
  file.packed.set(encoding, made);
  return made;
}

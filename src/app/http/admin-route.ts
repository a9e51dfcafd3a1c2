import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
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

// Scripts come from our own files only. Ant Design, the editor and the charts write style elements while they run, hence that one exception.
const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "media-src 'self' blob:", "font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:",
  "frame-src 'self' blob:", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
].join('; ');

interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** Its compressed forms, as the build wrote them. */
  readonly packed: Readonly<Record<Encoding, Buffer | undefined>>;
}

const encodings = { br: '.br', gzip: '.gz' } as const;
type Encoding = keyof typeof encodings;

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
    this.refresh();
    const index = this.files.get('index.html');
    if (!index) throw new AdminNotBuiltError();
    return index;
  }

  file(name: string): PageFile {
    if (!this.files.has(name)) this.refresh();
    const file = this.files.get(name);
    if (!file) throw new AdminFileNotFoundError({ path: name.slice(0, 120) });
    return file;
  }

  // While a new build is being written, the files of the last one go on being served.
  private refresh(): void {
    const folder = this.folder();
    if (!folder) return;
    const builtAt = statSync(path.join(folder, 'index.html')).mtimeMs;
    if (builtAt === this.builtAt && Date.now() - builtAt > writingMs) return;
    this.files = filesOf(folder);
    this.builtAt = builtAt;
  }
}

/** How long after its page a build may still be writing files: then they are read again. */
const writingMs = 10_000;

/** What may be served, by name: nothing else can be reached, whatever a path says. Source maps stay on the server. */
function filesOf(folder: string): Map<string, PageFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(names.flatMap((name) => {
    const type = types[path.extname(name)];
    const file = path.join(folder, name);
    return type ? [[name.split(path.sep).join('/'), { type, bytes: readFileSync(file), packed: { br: readIfThere(`${file}${encodings.br}`), gzip: readIfThere(`${file}${encodings.gzip}`) } }] as const] : [];
  }));
}

const readIfThere = (file: string): Buffer | undefined => (existsSync(file) ? readFileSync(file) : undefined);

async function send({ type, bytes, packed }: PageFile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  void reply.headers({ 'content-type': type, vary: 'accept-encoding' });
  const encoding = (['br', 'gzip'] as const).find((each) => packed[each] && isAccepted(request, each));
  return encoding ? reply.header('content-encoding', encoding).send(packed[encoding]) : reply.send(bytes);
}

const isAccepted = (request: FastifyRequest, encoding: Encoding): boolean =>
  new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`).test(String(request.headers['accept-encoding'] ?? ''));

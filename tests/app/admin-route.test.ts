import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { fastify, type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { registerAdmin } from '../../src/app/http/admin-route.js';
import { sendError } from '../../src/app/http/raw-errors.js';
import { services } from '../kit/services.js';

let folder: string;
let app: FastifyInstance;
let isBuilt = true;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yici-admin-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>一次</title>');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets/page-abc123.js'), 'export {};');
  writeFileSync(join(folder, 'assets/page-abc123.js.br'), brotliCompressSync('export {};'));
  writeFileSync(join(folder, 'assets/page-abc123.js.map'), '{"sources":["secret.ts"]}');
  app = fastify();
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply, services.log));
  registerAdmin(app, services, () => (isBuilt ? folder : undefined));
  await app.ready();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> => app.inject({ url, headers });

describe('the admin page', () => {
  it('is the same page at every address below /admin, never kept by a cache', async () => {
    for (const url of ['/admin', '/admin/', '/admin/contents?workflow=DRAFT', '/admin/reviews/review_1/sheet']) {
      const { statusCode, headers, body } = await get(url);
      expect({ url, statusCode, cache: headers['cache-control'], body }).toEqual({ url, statusCode: 200, cache: 'no-store', body: '<!doctype html><title>一次</title>' });
    }
  });

  it('runs scripts of its own files only and stands in nobody’s frame', async () => {
    const policy = String((await get('/admin/')).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('gives hashed files for a year, compressed for who can read it', async () => {
    const { headers, rawPayload } = await get('/admin/assets/page-abc123.js', { 'accept-encoding': 'gzip, br' });
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br', 'content-type': 'text/javascript; charset=utf-8', vary: 'accept-encoding' });
    expect(brotliDecompressSync(rawPayload).toString()).toBe('export {};');
    const plain = await get('/admin/assets/page-abc123.js', { 'accept-encoding': 'br;q=0' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe('export {};');
  });

  it('gives no source map and nothing outside of its folder', async () => {
    for (const url of ['/admin/assets/page-abc123.js.map', '/admin/assets/../../package.json', '/admin/assets/%2e%2e/%2e%2e/package.json', '/admin/assets/gone-123.js']) {
      const { statusCode, body } = await get(url);
      expect({ url, isGiven: statusCode === 200 && !body.startsWith('<!doctype html>') }).toEqual({ url, isGiven: false });
    }
  });

  it('goes on with the last build while a new one is written, and says what to do when there is none', async () => {
    isBuilt = false;
    expect((await get('/admin/')).statusCode).toBe(200);
    const bare = fastify();
    bare.setErrorHandler((error, request, reply) => sendError(error, request, reply, services.log));
    registerAdmin(bare, services, () => undefined);
    const { statusCode, body } = await bare.inject('/admin/');
    expect({ statusCode, code: (JSON.parse(body) as { error: { code: string } }).error.code }).toEqual({ statusCode: 503, code: 'ADMIN_NOT_BUILT' });
    await bare.close();
    isBuilt = true;
  });
});

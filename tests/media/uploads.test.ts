import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import mongoose from 'mongoose';
import { Upload as TusUpload, type UploadOptions } from 'tus-js-client';
import { findUpload, folderStorage, readAsset, storage, storeAsset, sweepUploads, useStorage, type Storage, type Upload } from '../../src/media/index.js';
import { piecesOf } from '../../src/media/pieces.js';
import { sweepRemains } from '../../src/media/sweep-remains.js';
import { startChromium } from '../e2e/browser.js';
import { startProxy } from '../kernel/cuttable-proxy.js';
import { useMedia } from '../kit/contents.js';
import { as, asPerson, system } from '../kit/people.js';
import { clock, contextOf, day, hour, outbox, processAll, services, useDatabase } from '../kit/services.js';
import { aFilm, aPhoto } from './files.js';
import { aSender, startMediaServer } from './a-server.js';

useDatabase();
useMedia();

let app: FastifyInstance;
let url: string;
let sender: Awaited<ReturnType<typeof aSender>>;
beforeAll(async () => { ({ app, url } = await startMediaServer()); });
beforeEach(async () => {
  for (const key of await keptKeys()) await storage().delete(key);
  sender = await aSender();
});
afterAll(() => app.close());

const dataType = 'application/offset+octet-stream';
const metadata = (fields: Record<string, string>): string => Object.entries(fields).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',');

async function tus(method: string, path: string, headers: Record<string, string> = {}, body?: Buffer): Promise<Response> {
  return fetch(`${url}${path}`, { method, headers: { 'tus-resumable': '1.0.0', ...sender.headers, ...headers }, ...(body ? { body: new Uint8Array(body) } : {}) });
}

async function begin(size: number, fields: Record<string, string> = { filename: '照片.jpg' }, headers: Record<string, string> = {}): Promise<string> {
  const response = await tus('POST', '/uploads', { 'upload-length': String(size), 'upload-metadata': metadata(fields), ...headers });
  expect([response.status, await response.text()]).toEqual([201, '']);
  return response.headers.get('location')!;
}

const patch = (path: string, offset: number, body: Buffer, headers: Record<string, string> = {}): Promise<Response> => tus('PATCH', path, { 'content-type': dataType, 'upload-offset': String(offset), ...headers }, body);
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { error: { code: string } }).error.code;
const stateOf = (path: string): Promise<Upload> => findUpload(asPerson(sender.person), path.split('/').at(-1)!);
const offsetOf = async (path: string): Promise<number> => Number((await tus('HEAD', path)).headers.get('upload-offset'));

async function keptKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of storage().keys()) if (key.endsWith('.upload')) keys.push(key);
  return keys;
}

/** Sends a file as the browser would, by the client of the protocol's authors. */
function send(bytes: Buffer, options: Partial<UploadOptions> = {}): Promise<TusUpload> {
  return new Promise((resolve, reject) => {
    const upload = new TusUpload(bytes, { endpoint: `${url}/uploads`, headers: sender.headers, retryDelays: [0, 50, 100, 200, 400, 800], metadata: { filename: '照片.jpg', filetype: 'image/jpeg' }, ...options, onError: reject, onSuccess: () => resolve(upload) });
    upload.start();
  });
}

interface Sent { readonly successful: number; readonly pauses: number; readonly cuts: number }

const filmBytes = 50_000_000;
const filmHead = [0, 0, 0, 0x18, ...Buffer.from('ftypisom\0\0\x02\0isommp41', 'latin1')];
/** A film of 50 MB in which every place looks different; the page makes the same one. */
const theFilm = (): Uint8Array => { const bytes = Uint8Array.from({ length: filmBytes }, (_, at) => (at * 31 + (at >> 8) * 7 + (at >> 16)) & 255); bytes.set(filmHead); return bytes; };

/** What the page does: sends the film by Uppy, pauses at a fifth until the server has answered something else, and has the line cut at a half. */
const sendByUppy = (headers: object): string => `(async () => {
  const bytes = new Uint8Array(${filmBytes});
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = (at * 31 + (at >> 8) * 7 + (at >> 16)) & 255;
  bytes.set(${JSON.stringify(filmHead)});
  const told = { successful: 0, pauses: 0, cuts: 0 };
  const uppy = new UppyPage.Uppy().use(UppyPage.Tus, { endpoint: '/uploads', headers: ${JSON.stringify(headers)}, chunkSize: 4000000, retryDelays: [0, 100, 200, 400, 800, 1600], allowedMetaFields: ['filename', 'filetype'] });
  uppy.on('upload-progress', (_file, { bytesUploaded, bytesTotal }) => {
    if (told.pauses === 0 && bytesUploaded > bytesTotal / 5) {
      told.pauses += 1;
      uppy.pauseAll();
      fetch('/uploads', { method: 'OPTIONS' }).then(() => uppy.resumeAll());
    } else if (told.cuts === 0 && bytesUploaded > bytesTotal / 2) {
      told.cuts += 1;
      window.cutLine();
    }
  });
  uppy.addFile({ name: 'press.mp4', type: 'video/mp4', data: new Blob([bytes]), meta: { filename: '发布会.mp4', filetype: 'video/mp4' } });
  const { successful } = await uppy.upload();
  return { ...told, successful: successful.length };
})()`;

describe('an upload', () => {
  it('becomes an asset under its Chinese name once its last byte is here', async () => {
    const bytes = await aPhoto({ width: 900, height: 700, noise: true });
    const upload = await send(bytes, { chunkSize: 100_000, metadata: { filename: '现场/办事大厅 第①窗口.jpg', filetype: 'image/jpeg', alt: '办事大厅', credit: '本报记者' } });
    expect(await stateOf(upload.url!)).toMatchObject({ state: 'received', offset: bytes.length });
    await processAll(services);
    const { state, assetId } = await stateOf(upload.url!);
    expect(state).toBe('stored');
    expect((await readAsset(assetId!)).equals(bytes)).toBe(true);
    expect(await mongoose.connection.collection('assets').findOne({ _id: assetId as never })).toMatchObject({ filename: '办事大厅 第①窗口.jpg', alt: '办事大厅', credit: '本报记者', createdBy: sender.person._id, unitId: sender.person.unitId });
    expect(await outbox('asset.stored', assetId)).toHaveLength(1);
    expect(await keptKeys()).toEqual([]);
  });

  it('of bytes that the unit has already is that asset', async () => {
    const bytes = await aPhoto();
    const known = await storeAsset(asPerson(sender.person), { bytes, filename: 'a.jpg' });
    const upload = await send(bytes);
    await processAll(services);
    expect((await stateOf(upload.url!)).assetId).toBe(known._id);
  });

  // The two end-to-end promises that tus-js-client asks of a real server; ours wants its sender's token on every request.
  it.each([{ during: 'after its creation', uploadDataDuringCreation: false }, { during: 'with its creation', uploadDataDuringCreation: true }])('passes what the authors of the client ask of a server, its bytes sent $during: content and metadata come back, and a deletion deletes', async ({ uploadDataDuringCreation }) => {
    const upload = await send(Buffer.from('hello world'), { metadata: { nonlatin: 'słońce', number: '100', filename: 'hello.txt', filetype: 'text/plain' }, uploadDataDuringCreation });
    expect(upload.url).toMatch(new RegExp(`^${url}/uploads/upload_[0-9a-f]{24}$`));
    for (const isJudged of [false, true]) {
      if (isJudged) await processAll(services);
      const content = await fetch(upload.url!, { headers: sender.headers });
      expect([content.status, await content.text(), content.headers.get('content-type'), content.headers.get('content-disposition')]).toEqual([200, 'hello world', 'application/octet-stream', 'attachment']);
    }
    const head = await tus('HEAD', new URL(upload.url!).pathname);
    expect([head.status, await head.text(), ...['tus-resumable', 'upload-offset', 'upload-length', 'cache-control'].map((name) => head.headers.get(name))]).toEqual([200, '', '1.0.0', '11', '11', 'no-store']);
    expect(head.headers.get('upload-metadata')!.split(',').sort()).toEqual(['filename aGVsbG8udHh0', 'filetype dGV4dC9wbGFpbg==', 'nonlatin c8WCb8WEY2U=', 'number MTAw']);
    await upload.abort(true);
    expect((await fetch(upload.url!, { headers: sender.headers })).status).toBe(404);
  });

  it('sent in four pieces at once is put together in order', async () => {
    const bytes = Buffer.concat([await aPhoto({ width: 1200, height: 900, noise: true })]);
    const upload = await send(bytes, { parallelUploads: 4 });
    await processAll(services);
    const { assetId, state, problem } = await stateOf(upload.url!);
    expect([state, problem]).toEqual(['stored', undefined]);
    expect((await readAsset(assetId!)).equals(bytes)).toBe(true);
    expect(await keptKeys()).toEqual([]);
  });

  it('may tell its size at the end', async () => {
    const bytes = await aPhoto();
    const created = await tus('POST', '/uploads', { 'upload-defer-length': '1', 'upload-metadata': metadata({ filename: 'a.jpg' }) });
    const path = created.headers.get('location')!;
    expect((await patch(path, 0, bytes.subarray(0, 100))).status).toBe(204);
    const head = await tus('HEAD', path);
    expect([head.headers.get('upload-defer-length'), head.headers.get('upload-length'), head.headers.get('upload-offset')]).toEqual(['1', null, '100']);
    expect((await patch(path, 100, bytes.subarray(100), { 'upload-length': String(bytes.length) })).status).toBe(204);
    expect((await stateOf(path)).state).toBe('received');
  });

  it('holds one piece of 8 MB in memory, however long its body is', async () => {
    const body = Readable.from((function* () { for (let count = 0; count < 40; count += 1) yield Buffer.alloc(1_000_000, count); })(), { objectMode: false });
    const [memories, sizes] = [new Set<ArrayBufferLike>(), [] as number[]];
    for await (const piece of piecesOf(body, { maxBytes: 40_000_000, signal: new AbortController().signal })) {
      memories.add(piece.buffer);
      sizes.push(piece.length);
    }
    expect([memories.size, sizes]).toEqual([1, [8_388_608, 8_388_608, 8_388_608, 8_388_608, 40_000_000 - 4 * 8_388_608]]);
  });

  it('goes through a proxy that knows only POST', async () => {
    const path = await begin(5, { filename: 'a.txt' });
    const response = await tus('POST', path, { 'x-http-method-override': 'PATCH', 'content-type': dataType, 'upload-offset': '0' }, Buffer.from('12345'));
    expect([response.status, response.headers.get('upload-offset')]).toEqual([204, '5']);
  });
});

describe('a bad line', () => {
  /** Sends part of a body and cuts the line, or keeps it open until told. */
  function halfPatch(path: string, offset: number, length: number, part: Buffer): Promise<() => void> {
    return new Promise((resolve) => {
      const request = httpRequest(`${url}${path}`, { method: 'PATCH', headers: { 'tus-resumable': '1.0.0', ...sender.headers, 'content-type': dataType, 'upload-offset': String(offset), 'content-length': String(length) } });
      request.on('error', () => undefined);
      request.write(part, () => resolve(() => request.destroy()));
    });
  }

  it('loses nothing that arrived: the next HEAD tells it, and the file is whole in the end', async () => {
    const bytes = await aPhoto({ width: 1000, height: 800, noise: true });
    const path = await begin(bytes.length);
    const cut = await halfPatch(path, 0, bytes.length, bytes.subarray(0, 200_000));
    // HEAD takes the upload over from the line that is still open; what it had brought is counted.
    const offset = await offsetOf(path);
    cut();
    expect(offset).toBeGreaterThanOrEqual(0);
    expect(offset).toBeLessThanOrEqual(200_000);
    expect((await patch(path, offset, bytes.subarray(offset))).status).toBe(204);
    await processAll(services);
    expect((await readAsset((await stateOf(path)).assetId!)).equals(bytes)).toBe(true);
  });

  it('of two clients on one upload never corrupts it', async () => {
    const bytes = await aPhoto({ width: 1000, height: 800, noise: true });
    const path = await begin(bytes.length);
    const both = await Promise.allSettled([send(bytes, { uploadUrl: `${url}${path}`, chunkSize: 60_000 }), send(bytes, { uploadUrl: `${url}${path}`, chunkSize: 90_000 })]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    await processAll(services);
    const { assetId, state } = await stateOf(path);
    expect(state).toBe('stored');
    expect((await readAsset(assetId!)).equals(bytes)).toBe(true);
  });

  it('that pauses and a line that is cut do not keep Uppy in Chromium from sending 50 MB whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yici-uppy-'));
    await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', 'tests/media/uppy-page/vite.config.ts', '--outDir', folder]);
    const line = await startProxy('127.0.0.1', Number(new URL(url).port));
    const page = `http://127.0.0.1:${line.port}/page`;
    const browser = await startChromium();
    try {
      const tab = await browser.newPage();
      tab.setDefaultTimeout(150_000);
      await tab.route(page, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Uppy</title>' }));
      await tab.exposeFunction('cutLine', async () => { await line.cut(); await line.mend(); });
      await tab.goto(page);
      await tab.addScriptTag({ path: join(folder, 'uppy.js') });
      const told = await tab.evaluate<Sent>(sendByUppy(sender.headers));
      expect(told).toEqual({ successful: 1, pauses: 1, cuts: 1 });
    } finally {
      await Promise.all([browser.close(), line.cut(), rm(folder, { recursive: true })]);
    }
    await processAll(services);
    const stored = await mongoose.connection.collection('assets').findOne({ filename: '发布会.mp4' });
    expect(stored).toMatchObject({ kind: 'video', bytes: filmBytes, sha256: createHash('sha256').update(theFilm()).digest('hex') });
  });

  it('that damages a piece is found out by its checksum, and the piece is sent again', async () => {
    const bytes = await aPhoto();
    const path = await begin(bytes.length);
    const sha1 = (part: Buffer): string => `sha1 ${createHash('sha1').update(part).digest('base64')}`;
    const damaged = Buffer.from(bytes);
    damaged[500]! ^= 1;
    const refused = await patch(path, 0, damaged, { 'upload-checksum': sha1(bytes) });
    expect([refused.status, await codeOf(refused), await offsetOf(path), await keptKeys()]).toEqual([460, 'UPLOAD_CHECKSUM', 0, []]);
    expect((await patch(path, 0, bytes, { 'upload-checksum': sha1(bytes) })).status).toBe(204);
    for (const header of ['crc9 AAAA', 'sha1 AAAA', 'sha1']) expect((await patch(path, 0, bytes, { 'upload-checksum': header })).status).toBe(400);
  });

  it('that a crash of the server cut leaves nothing behind once the upload goes on', async () => {
    const path = await begin(10, { filename: 'a.txt' });
    const id = path.split('/').at(-1)!;
    await storage().put('000000000000000000000000.upload', Buffer.from('lost'));
    await mongoose.connection.collection('uploads').updateOne({ _id: id as never }, { $set: { pending: ['000000000000000000000000.upload'] } });
    expect((await patch(path, 0, Buffer.from('0123456789'))).status).toBe(204);
    expect(await storage().has('000000000000000000000000.upload')).toBe(false);
  });
});

describe('a server that fails', () => {
  let own: Storage;
  beforeEach(() => { own = storage(); });
  afterEach(() => useStorage(own));

  it('with a disk that is full or read-only says so in a sentence, loses nothing that arrived, and goes on when it is mended', async () => {
    const bytes = await aPhoto({ noise: true });
    const path = await begin(bytes.length);
    expect((await patch(path, 0, bytes.subarray(0, 5000))).status).toBe(204);
    useStorage(folderStorage('/sys/yici')); // Nobody can write there, not even root.
    const refused = await patch(path, 5000, bytes.subarray(5000));
    expect([refused.status, await codeOf(refused), await offsetOf(path)]).toEqual([507, 'STORAGE_UNWRITABLE', 5000]);
    useStorage(own);
    expect((await patch(path, 5000, bytes.subarray(5000))).status).toBe(204);
    await processAll(services);
    expect((await readAsset((await stateOf(path)).assetId!)).equals(bytes)).toBe(true);
    expect(await keptKeys()).toEqual([]);
  });

  it('while a file is judged judges it again when it is back, and keeps one asset', async () => {
    const bytes = await aPhoto({ noise: true });
    const upload = await send(bytes);
    useStorage({ ...own, put: async () => { throw Object.assign(new Error('no space left'), { code: 'ENOSPC' }); } });
    await processAll(services);
    expect(await stateOf(upload.url!)).toMatchObject({ state: 'received' });
    useStorage(own);
    clock.advance(hour);
    await processAll(services);
    const { assetId } = await stateOf(upload.url!);
    expect((await readAsset(assetId!)).equals(bytes)).toBe(true);
    expect([await mongoose.connection.collection('assets').countDocuments(), await keptKeys()]).toEqual([1, []]);
  });

  it('and is killed while it forgets an upload leaves no piece for ever: the sweep goes on where it stopped', async () => {
    const forgotten = await begin(10, { filename: 'a.txt' });
    await patch(forgotten, 0, Buffer.from('01234'));
    const done = await send(Buffer.from('hello world'), { metadata: { filename: 'b.txt' } });
    // Deleting nothing and going no further is what a killed process does.
    useStorage({ ...own, delete: async () => { throw new Error('killed'); } });
    expect((await tus('DELETE', forgotten)).status).toBe(500);
    await processAll(services);
    expect((await stateOf(done.url!)).state).toBe('stored');
    expect(await keptKeys()).toHaveLength(2);
    useStorage(own);
    clock.advance(day + 1000);
    await sweepUploads(contextOf(system));
    expect([await keptKeys(), await mongoose.connection.collection('uploads').countDocuments()]).toEqual([[], 0]);
  });

  it('leaves no half-written file for ever: a day later it is swept, and what is being written is not', async () => {
    const folder = services.config.dataDir;
    await mkdir(join(folder, 'tmp', 'films'), { recursive: true });
    await mkdir(join(folder, 'media', 'ab', 'cd'), { recursive: true });
    const paths = [join(folder, 'tmp', 'left'), join(folder, 'tmp', 'running'), join(folder, 'media', 'ab', 'cd', 'abcd.left.tmp'), join(folder, 'media', 'ab', 'cd', 'abcd.running.tmp')];
    for (const path of paths) await writeFile(path, 'half');
    const kept = await storeAsset(asPerson(sender.person), { bytes: Buffer.from('kept'), filename: 'a.txt' });
    const old = new Date(Date.now() - 2 * day);
    for (const path of paths.filter((each) => each.includes('left'))) await utimes(path, old, old);
    await sweepRemains(contextOf(system));
    expect(await Promise.all(paths.map((path) => access(path).then(() => true, () => false)))).toEqual([false, true, false, true]);
    expect(String(await readAsset(kept._id))).toBe('kept');
    for (const path of paths) await rm(path, { force: true });
  });
});

describe('the protocol', () => {
  it('tells what it can', async () => {
    const response = await fetch(`${url}/uploads`, { method: 'OPTIONS' });
    expect([response.status, response.headers.get('tus-version'), response.headers.get('tus-extension'), response.headers.get('tus-max-size')]).toEqual([204, '1.0.0', 'creation,creation-with-upload,creation-defer-length,expiration,checksum,termination,concatenation', '5000000000']);
  });

  it('answers 412 to another version, 415 to another type, 409 to another offset, 400 to nonsense, each with a code', async () => {
    const path = await begin(10, { filename: 'a.txt' });
    const version = await tus('HEAD', path, { 'tus-resumable': '0.2.2' });
    expect([version.status, version.headers.get('tus-version')]).toEqual([412, '1.0.0']);
    for (const [method, at] of [['POST', '/uploads'], ['HEAD', path], ['PATCH', path], ['DELETE', path]] as const) expect([method, (await fetch(url + at, { method, headers: { ...sender.headers, 'upload-length': '5', 'upload-offset': '0', 'content-type': dataType } })).status]).toEqual([method, 412]);
    const type = await tus('PATCH', path, { 'content-type': 'text/plain', 'upload-offset': '0' }, Buffer.from('x'));
    expect([type.status, await codeOf(type)]).toEqual([415, 'UPLOAD_TYPE']);
    const offset = await patch(path, 3, Buffer.from('x'));
    expect([offset.status, await codeOf(offset)]).toEqual([409, 'UPLOAD_OFFSET']);
    const tooMuch = await patch(path, 0, Buffer.alloc(11, 'x'));
    expect([tooMuch.status, await codeOf(tooMuch), await offsetOf(path)]).toEqual([400, 'UPLOAD_PROTOCOL', 0]);
    const refused = await Promise.all(([{}, { 'upload-length': '-1' }, { 'upload-length': '1e3' }, { 'upload-length': '5', 'upload-metadata': 'filename ***' }, { 'upload-length': '5', 'upload-metadata': 'a YQ==,a YQ==' }, { 'upload-length': '5', 'upload-metadata': 'a //79' }, { 'upload-concat': 'final;/elsewhere/x' }] as Record<string, string>[]).map((headers) => tus('POST', '/uploads', headers)));
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 400));
    for (const value of ['', ',']) expect((await tus('POST', '/uploads', { 'upload-length': '5', 'upload-metadata': value })).status).toBe(201);
    expect((await tus('POST', path, {})).status).toBe(405);
  });

  it('takes nothing more once a file is complete', async () => {
    const path = await begin(5, { filename: 'a.txt' });
    await patch(path, 0, Buffer.from('12345'));
    const more = await patch(path, 5, Buffer.from(''));
    expect([more.status, await codeOf(more)]).toEqual([403, 'UPLOAD_FORBIDDEN']);
  });

  it('joins only complete parts of one’s own', async () => {
    const part = await begin(5, { filename: 'a' }, { 'upload-concat': 'partial' });
    const join = (...paths: string[]): Promise<Response> => tus('POST', '/uploads', { 'upload-concat': `final;${paths.join(' ')}`, 'upload-metadata': metadata({ filename: 'a.txt' }) });
    expect((await join(part)).status).toBe(403);
    await patch(part, 0, Buffer.from('12345'));
    expect((await join(part, part)).status).toBe(400);
    expect((await join('/uploads/upload_000000000000000000000000')).status).toBe(404);
    const joined = await join(part);
    expect([joined.status, (await tus('HEAD', joined.headers.get('location')!)).headers.get('upload-length')]).toEqual([201, '5']);
    expect((await tus('HEAD', part)).status).toBe(404);
  });
});

describe('who may send what', () => {
  it('asks every request for its sender: nobody gets in, and nobody gets at another’s upload', async () => {
    const path = await begin(5, { filename: 'a.txt' });
    const requests: readonly (readonly [string, string, Record<string, string>, Buffer?])[] = [
      ['POST', '/uploads', { 'upload-length': '5' }], ['HEAD', path, {}], ['PATCH', path, { 'content-type': dataType, 'upload-offset': '0' }, Buffer.from('x')], ['DELETE', path, {}], ['GET', path, {}],
    ];
    const other = await aSender();
    const outsider = await aSender({ roles: ['reviewer'] });
    for (const [method, at, headers, body] of requests) {
      const statusOf = async (authorization: Record<string, string>): Promise<number> => (await fetch(`${url}${at}`, { method, headers: { 'tus-resumable': '1.0.0', ...headers, ...authorization }, ...(body ? { body: new Uint8Array(body) } : {}) })).status;
      expect([method, await statusOf({}), await statusOf(outsider.headers), await statusOf({ authorization: 'Bearer nonsense' })]).toEqual([method, 401, 403, 401]);
      if (method !== 'POST') expect([method, await statusOf(other.headers)]).toEqual([method, 404]);
    }
    expect(await offsetOf(path)).toBe(0);
  });

  it('limits sizes by role and kind, at the first moment they are known', async () => {
    const statusFor = async (size: number, filetype: string): Promise<number> => (await tus('POST', '/uploads', { 'upload-length': String(size), 'upload-metadata': metadata({ filename: 'a', filetype }) })).status;
    expect([await statusFor(50_000_000, 'image/jpeg'), await statusFor(50_000_001, 'image/jpeg'), await statusFor(1_900_000_000, 'video/mp4'), await statusFor(2_100_000_000, 'video/mp4')]).toEqual([201, 413, 201, 413]);
    const lying = await begin(1_000_000_000, { filename: '照片.jpg', filetype: 'video/mp4' });
    const refused = await patch(lying, 0, await aPhoto());
    expect([refused.status, await codeOf(refused), (await stateOf(lying)).state]).toEqual([413, 'MEDIA_TOO_LARGE', 'refused']);
    sender = await aSender({ roles: ['editor'] });
    expect(await statusFor(2_100_000_000, 'video/mp4')).toBe(201);
  });

  it('refuses at its first bytes what is of no kind we take, and says why', async () => {
    const path = await begin(5_000_000, { filename: '视频.mp4' });
    const refused = await patch(path, 0, Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), randomBytes(5000)]));
    expect([refused.status, await codeOf(refused)]).toEqual([415, 'UNSUPPORTED_MEDIA']);
    expect(await stateOf(path)).toMatchObject({ state: 'refused', problem: { code: 'UNSUPPORTED_MEDIA', zh: expect.stringContaining('视频.mp4') } });
    expect(await keptKeys()).toEqual([]);
  });

  it('refuses at the end what only then is known, and keeps nothing of it', async () => {
    const photo = await aPhoto({ noise: true });
    const upload = await send(photo.subarray(0, photo.length - 5000));
    await processAll(services);
    expect(await stateOf(upload.url!)).toMatchObject({ state: 'refused', problem: { code: 'UNSUPPORTED_MEDIA' } });
    expect(await keptKeys()).toEqual([]);
  });

  it('keeps a film as it came and tells of it, for others to make it playable', async () => {
    const film = aFilm('isom', 500_000);
    const upload = await send(film, { metadata: { filename: '发布会.mp4', filetype: 'video/mp4' } });
    await processAll(services);
    const { assetId } = await stateOf(upload.url!);
    expect(await outbox('asset.stored', assetId)).toMatchObject([{ payload: { kind: 'video', contentType: 'video/mp4', bytes: film.length } }]);
    expect((await readAsset(assetId!)).equals(film)).toBe(true);
  });

  it('holds each unit to its quota, also when two begin at once and when a sender does not tell the size', async () => {
    process.env.MEDIA_UNIT_QUOTA_GB = '0.06';
    try {
      const [first, second] = await Promise.all([0, 1].map(() => tus('POST', '/uploads', { 'upload-length': '40000000', 'upload-metadata': metadata({ filetype: 'image/jpeg' }) })));
      expect([first!.status, second!.status].sort()).toEqual([201, 413]);
      expect(await codeOf(first!.status === 413 ? first! : second!)).toBe('MEDIA_QUOTA');
      const room = 60_000_000 - 40_000_000;
      const path = (await tus('POST', '/uploads', { 'upload-defer-length': '1', 'upload-metadata': metadata({ filename: 'a.txt' }) })).headers.get('location')!;
      expect((await patch(path, 0, Buffer.alloc(room, 'x'))).status).toBe(204);
      const [untold, told] = [await patch(path, room, Buffer.from('x')), await patch(path, room, Buffer.from('x'), { 'upload-length': String(room + 1) })];
      expect([untold.status, await codeOf(untold), told.status, await codeOf(told), await offsetOf(path)]).toEqual([413, 'MEDIA_QUOTA', 413, 'MEDIA_QUOTA', room]);
      const elsewhere = await aSender();
      expect((await fetch(`${url}/uploads`, { method: 'POST', headers: { 'tus-resumable': '1.0.0', 'upload-length': '40000000', ...elsewhere.headers } })).status).toBe(201);
    } finally {
      delete process.env.MEDIA_UNIT_QUOTA_GB;
    }
  });

  it('lets only editors send for another unit', async () => {
    const unitId = as('contributor').actor.unitId!;
    expect((await tus('POST', '/uploads', { 'upload-length': '5', 'upload-metadata': metadata({ unitId }) })).status).toBe(400);
    sender = await aSender({ roles: ['editor'] });
    expect((await stateOf(await begin(5, { filename: 'a.txt', unitId }))).unitId).toBe(unitId);
  });
});

describe('what is left lying', () => {
  it('is forgotten a day after its last byte, bytes and all', async () => {
    const path = await begin(10, { filename: 'a.txt' });
    await patch(path, 0, Buffer.from('01234'));
    const done = await send(Buffer.from('hello world'), { metadata: { filename: 'a.txt' } });
    await processAll(services);
    clock.advance(11 * hour);
    expect((await patch(path, 5, Buffer.from('5'))).status).toBe(204);
    clock.advance(day + 1000);
    await expect(stateOf(path)).rejects.toMatchObject({ code: 'UPLOAD_GONE', status: 410 });
    await sweepUploads(contextOf(system));
    expect(await mongoose.connection.collection('uploads').countDocuments()).toBe(0);
    expect(await keptKeys()).toEqual([]);
    expect(done.url).toBeDefined();
    expect(await mongoose.connection.collection('assets').countDocuments()).toBe(1);
  });
});

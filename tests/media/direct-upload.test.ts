import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { beginDirectUpload, cancelUpload, completeDirectUpload, findUpload, folderStorage, readAsset, receiveUpload, signUploadParts, storage, sweepUploads, useStorage, type Upload } from '../../src/media/index.js';
import { DomainError } from '../../src/kernel/index.js';
import { startChromium } from '../e2e/browser.js';
import { as, system } from '../kit/people.js';
import { clock, contextOf, day, processAll, services, useDatabase } from '../kit/services.js';
import { aFilm, aPhoto } from './files.js';
import { startS3, type S3Server } from './s3-server.js';

useDatabase();

let server: S3Server;
beforeAll(async () => {
  server = await startS3();
  useStorage(server.storage);
});
afterAll(() => server.stop());

const contributor = as('contributor');
const part = 16_777_216;
/** A film of two whole parts and a rest, every place of which looks different. */
const film = (): Buffer => { const bytes = Buffer.from(Uint8Array.from({ length: 2 * part + 1000 }, (_, at) => (at * 31 + (at >> 8) * 7 + (at >> 16)) & 255)); aFilm('isom', 24).copy(bytes); return bytes; };
const begin = (bytes: Buffer, filename = '发布会.mp4', contentType = 'video/mp4'): Promise<Upload> => beginDirectUpload(contributor, { filename, size: bytes.length, contentType });
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'OK', (error: unknown) => { if (error instanceof DomainError) return error.code; throw error; });
const partOf = (bytes: Buffer, number: number): Buffer => bytes.subarray((number - 1) * part, number * part);

/** Brings parts as any sender would, and answers what is to be told. */
async function bring(upload: Upload, bytes: Buffer, numbers: number[]): Promise<{ number: number; etag: string }[]> {
  return Promise.all((await signUploadParts(contributor, { id: upload._id, numbers })).map(async ({ number, url }) => {
    const { status, headers } = await fetch(url, { method: 'PUT', body: new Uint8Array(partOf(bytes, number)) });
    expect(status).toBe(200);
    return { number, etag: headers.get('etag')! };
  }));
}

async function uploadKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of storage().keys()) if (key.endsWith('.upload')) keys.push(key);
  return keys;
}

describe('an upload straight to the storage', () => {
  it('is brought by a browser in parts, goes on after a break with what is missing, and becomes the same asset as any other', async () => {
    const bytes = film();
    const upload = await begin(bytes);
    expect(upload.direct).toMatchObject({ partBytes: part, partCount: 3 });
    const first = await bring(upload, bytes, [2]);
    expect(await signUploadParts(contributor, { id: upload._id, numbers: [], arrived: first })).toEqual([]);
    expect(await findUpload(contributor, upload._id)).toMatchObject({ offset: part, direct: { etags: { 2: first[0]!.etag } } });
    const addresses = await signUploadParts(contributor, { id: upload._id, numbers: [1, 3] });
    // A page of another origin than the storage's; a real one, since the browser asks where it comes from.
    const pages = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'));
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
    const browser = await startChromium();
    try {
      const tab = await browser.newPage();
      tab.setDefaultTimeout(150_000);
      await tab.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
      const arrived = await tab.evaluate<{ number: number; etag: string }[]>(`(async () => {
        const bytes = Uint8Array.from({ length: ${bytes.length} }, (_, at) => (at * 31 + (at >> 8) * 7 + (at >> 16)) & 255);
        bytes.set(${JSON.stringify([...bytes.subarray(0, 24)])});
        return Promise.all(${JSON.stringify(addresses)}.map(async ({ number, url }) => {
          const put = () => fetch(url, { method: 'PUT', body: bytes.slice((number - 1) * ${part}, number * ${part}) });
          // Once more, as a sender does: where a container starts, the machine's network changes, and Chromium drops what is under way.
          const answer = await put().catch(put);
          return { number, etag: answer.headers.get('etag') };
        }));
      })()`);
      await completeDirectUpload(contributor, { id: upload._id, arrived });
    } finally {
      await browser.close();
      pages.close();
    }
    await processAll(services);
    const { state, assetId } = await findUpload(contributor, upload._id);
    expect(state).toBe('stored');
    expect(createHash('sha256').update(await readAsset(assetId!)).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await mongoose.connection.collection('assets').findOne({ _id: assetId as never })).toMatchObject({ filename: '发布会.mp4', kind: 'video', unitId: contributor.actor.unitId });
    expect(await uploadKeys()).toEqual([]);
  });

  it('is judged by its bytes like every other', async () => {
    const photo = await aPhoto({ noise: true });
    const cut = photo.subarray(0, photo.length - 5000);
    const upload = await begin(cut, '半张.jpg', 'image/jpeg');
    await completeDirectUpload(contributor, { id: upload._id, arrived: await bring(upload, cut, [1]) });
    await processAll(services);
    expect(await findUpload(contributor, upload._id)).toMatchObject({ state: 'refused', problem: { code: 'UNSUPPORTED_MEDIA', zh: expect.stringContaining('半张.jpg') } });
    expect(await uploadKeys()).toEqual([]);
  });

  it('is complete only when every part is there as told and the size is the one announced', async () => {
    const bytes = await aPhoto();
    const upload = await begin(bytes);
    const id = upload._id;
    expect(await codeOf(completeDirectUpload(contributor, { id }))).toBe('UPLOAD_PARTS');
    const longer = Buffer.concat([bytes, Buffer.from('more')]);
    const told = await bring(upload, longer, [1]);
    for (const arrived of [[{ number: 2, etag: '"a"' }], [{ number: 1, etag: '$where' }]]) expect(await codeOf(signUploadParts(contributor, { id, numbers: [1], arrived }))).toBe('INVALID_INPUT');
    for (const numbers of [[0], [2], [1.5]]) expect(await codeOf(signUploadParts(contributor, { id, numbers }))).toBe('INVALID_INPUT');
    // What S3 answers to a tag that is not the part's; the server of these tests only fails.
    const refusing = async (): Promise<void> => { throw Object.assign(new Error('no'), { name: 'InvalidPart', $metadata: { httpStatusCode: 400 } }); };
    useStorage({ ...server.storage, parts: { ...server.storage.parts!, complete: refusing } });
    expect(await codeOf(completeDirectUpload(contributor, { id, arrived: told }))).toBe('UPLOAD_PARTS');
    expect(await findUpload(contributor, id)).toMatchObject({ state: 'receiving' });
    useStorage(server.storage);
    expect(await codeOf(completeDirectUpload(contributor, { id, arrived: told }))).toBe('UPLOAD_PROTOCOL');
    expect(await findUpload(contributor, id)).toMatchObject({ state: 'refused', problem: { code: 'UPLOAD_PROTOCOL' } });
  });

  it('goes on when the process died between the storage’s answer and its own note', async () => {
    const bytes = await aPhoto();
    const upload = await begin(bytes, 'a.jpg', 'image/jpeg');
    const [arrived] = await bring(upload, bytes, [1]);
    await storage().parts!.complete(upload.direct!.key, upload.direct!.undertaking, [arrived!]);
    expect(await completeDirectUpload(contributor, { id: upload._id, arrived: [arrived!] })).toMatchObject({ state: 'received', offset: bytes.length });
    expect(await codeOf(completeDirectUpload(contributor, { id: upload._id }))).toBe('UPLOAD_FORBIDDEN');
  });

  it('has the limits of its sender’s role, is nobody else’s, and takes no bytes by /uploads', async () => {
    expect(await codeOf(beginDirectUpload(contributor, { filename: 'a.mp4', size: 2_100_000_000, contentType: 'video/mp4' }))).toBe('MEDIA_TOO_LARGE');
    expect(await codeOf(beginDirectUpload(contributor, { filename: 'a.mp4', size: 0 }))).toBe('INVALID_INPUT');
    expect(await codeOf(beginDirectUpload(as('reviewer'), { filename: 'a.mp4', size: 5 }))).toBe('FORBIDDEN');
    const { _id: id } = await begin(await aPhoto());
    expect(await codeOf(signUploadParts(as('contributor', { name: 'other' }), { id, numbers: [1] }))).toBe('UPLOAD_NOT_FOUND');
    expect(await codeOf(receiveUpload(contributor, id, { offset: 0, body: Readable.from([Buffer.from('x')]) }))).toBe('UPLOAD_FORBIDDEN');
  });

  it('that is cancelled or left lying for a day is forgotten, parts and all', async () => {
    const bytes = await aPhoto();
    const abandoned: string[] = [];
    const { parts, ...rest } = server.storage;
    useStorage({ ...rest, parts: { ...parts!, abandon: async (key, undertaking) => { abandoned.push(undertaking); await parts!.abandon(key, undertaking); } } });
    const [cancelled, left] = [await begin(bytes), await begin(bytes)];
    await bring(left, bytes, [1]);
    await cancelUpload(contributor, cancelled._id);
    clock.advance(day + 1000);
    await sweepUploads(contextOf(system));
    clock.reset();
    useStorage(server.storage);
    expect(abandoned).toEqual(expect.arrayContaining([cancelled.direct!.undertaking, left.direct!.undertaking]));
    expect(await mongoose.connection.collection('uploads').countDocuments()).toBe(0);
  });

  it('is refused with a sentence where the storage is written by the server alone', async () => {
    useStorage(folderStorage(`${services.config.dataDir}/media`));
    expect(await codeOf(begin(await aPhoto()))).toBe('DIRECT_UPLOAD_UNAVAILABLE');
    useStorage(server.storage);
  });
});

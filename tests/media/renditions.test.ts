import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import mongoose from 'mongoose';
import sharp from 'sharp';
import { findRendition, forgetPorts, planRendition, planWidths, registerVisibility, renditionPath, replaceAsset, signedAddress, storage, storeAsset, updateAsset, useStorage, type Asset, type RenditionPreset } from '../../src/media/index.js';
import { assertWritable } from '../../src/media/credit-line.js';
import { cropBox, renditionKey } from '../../src/media/plan-rendition.js';
import { openRange } from '../../src/media/range.js';
import { registry } from '../../src/kernel/index.js';
import { useMedia } from '../kit/contents.js';
import { as } from '../kit/people.js';
import { cleanDatabase, clock, day, processAll, services, useDatabase } from '../kit/services.js';
import { aPdf, aPhoto, aPhotoHeld, placeAndCamera, quarters } from './files.js';
import { aSender, startMediaServer } from './a-server.js';

useDatabase();
useMedia();

let app: FastifyInstance;
let url: string;
beforeAll(async () => { ({ app, url } = await startMediaServer()); });
afterAll(() => app.close());
afterEach(forgetPorts);

const editor = as('editor');
const store = (bytes: Buffer, filename = '照片.jpg', notes = {}): Promise<Asset> => storeAsset(editor, { bytes, filename, ...notes });
const make = async (asset: Asset, preset: RenditionPreset, width?: number): Promise<Buffer> => findRendition(services, planRendition(asset, preset, width)!, 'jpeg');
const encodes = async (): Promise<number> => (await registry.getSingleMetric('yici_media_renditions_made_total')!.get()).values[0]!.value;
const pathOf = (asset: Asset, preset: RenditionPreset, width?: number): string => renditionPath(asset._id, planRendition(asset, preset, width)!);
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${url}${path}`, { headers, redirect: 'manual' });
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('what is cut out', () => {
  it('is the largest part of the aspect, with the focal point as near to its middle as the edges allow', () => {
    const whole = { width: 1000, height: 500 };
    expect(cropBox(whole, 1)).toEqual({ left: 250, top: 0, width: 500, height: 500 });
    expect(cropBox(whole, 1, { x: 0.9, y: 0.5 })).toEqual({ left: 500, top: 0, width: 500, height: 500 });
    expect(cropBox(whole, 1, { x: 0.3, y: 0 })).toEqual({ left: 50, top: 0, width: 500, height: 500 });
    expect(cropBox(whole, 4)).toEqual({ left: 0, top: 125, width: 1000, height: 250 });
    expect(cropBox(whole, undefined, { x: 0.9, y: 0.9 })).toEqual({ left: 0, top: 0, width: 1000, height: 500 });
  });

  it('is what an editor chose, before any focal point, and never outside the picture', () => {
    const whole = { width: 1000, height: 500 };
    expect(cropBox(whole, 1, { x: 0, y: 0 }, { left: 0.5, top: 0.2, width: 0.4, height: 0.8 })).toEqual({ left: 500, top: 100, width: 400, height: 400 });
    const box = cropBox(whole, 2, undefined, { left: 0.999, top: 0.999, width: 0.5, height: 0.5 });
    expect([box.left + box.width <= 1000, box.top + box.height <= 500, box.width > 0, box.height > 0]).toEqual([true, true, true, true]);
  });

  it('is never enlarged', async () => {
    const small = await store(await aPhoto({ width: 300, height: 200 }));
    expect(planRendition(small, 'hero')!.size).toEqual({ width: 300, height: 169 });
    expect(planWidths(small, 'body').map(({ size }) => size.width)).toEqual([300]);
    expect(planWidths(await store(await aPhoto({ width: 800, height: 600 })), 'card').map(({ size }) => size)).toEqual([{ width: 320, height: 200 }, { width: 480, height: 300 }, { width: 640, height: 400 }, { width: 800, height: 500 }]);
  });
});

describe('a rendition', () => {
  it('has the pixels of its plan for every preset, of tall and wide and tiny pictures', async () => {
    const presets: RenditionPreset[] = ['card', 'list', 'hero', 'share', 'wechatCover', 'wechatSquare', 'wechatBody', 'body', 'feed', 'partner', 'credited'];
    for (const [width, height] of [[640, 480], [200, 900], [1501, 333], [3, 2], [1, 1]] as const) {
      const asset = await store(await aPhoto({ width: Math.max(width, 2), height: Math.max(height, 2), format: 'png' }));
      for (const preset of presets) {
        const plan = planRendition(asset, preset)!;
        const { width: w, height: h, format } = await sharp(await make(asset, preset)).metadata();
        expect([preset, w, h, format]).toEqual([preset, plan.size.width, plan.size.height, 'jpeg']);
      }
    }
  });

  it('comes out alike from all eight ways a camera can be held, cut by the focal point, and tells nobody where it was taken', async () => {
    const looks = new Set<string>();
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const asset = await store(await aPhotoHeld(orientation));
      const focused = await updateAsset(as('editor'), { id: asset._id, focus: { x: 0, y: 0 } });
      const square = await make(focused, 'wechatSquare');
      const body = await make(focused, 'body');
      const { exif, xmp, iptc, icc, width, height } = await sharp(body).metadata();
      looks.add(JSON.stringify([await quarters(body), await quarters(square), exif, xmp, iptc, icc, width, height, body.includes('Secret')]));
    }
    expect([...looks]).toEqual([JSON.stringify(['Rwww', 'Rwww', undefined, undefined, undefined, undefined, 640, 480, false])]);
  });

  it('is in sRGB, whatever profile the picture had', async () => {
    const p3 = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#ff0000' } }).withIccProfile('p3').withExif(placeAndCamera).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
    expect((await sharp(p3).metadata()).icc).toBeDefined();
    const made = await make(await store(p3), 'feed');
    expect((await sharp(made).metadata()).icc).toBeUndefined();
    const { channels } = await sharp(made).stats();
    expect(channels[0]!.mean).toBeGreaterThan(250);
    expect(channels[1]!.mean).toBeLessThan(12);
  });

  it('for WeChat is below 1 MB, however much is in the picture', async () => {
    const noisy = await sharp({ create: { width: 3000, height: 3000, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 90 } } }).jpeg({ quality: 95 }).toBuffer();
    const made = await make(await store(noisy), 'wechatBody');
    expect(made.length).toBeLessThanOrEqual(1_000_000);
    expect((await sharp(made).metadata()).format).toBe('jpeg');
  });

  it('writes the credit into the picture only where the preset says so, as text and not as markup; without a font it says so', async () => {
    const bytes = await aPhoto({ width: 1200, height: 800, format: 'png' });
    const plain = await store(bytes);
    const without = await make(plain, 'credited');
    const darkness = async (image: Buffer): Promise<number> => (await sharp(await sharp(image).extract({ left: 800, top: 780, width: 300, height: 20 }).png().toBuffer()).stats()).channels[0]!.mean;
    for (const credit of ['张三 <b onclick="x">&', 'Zhang <b onclick="x">&']) {
      const credited = await updateAsset(editor, { id: plain._id, credit });
      const hasFont = await assertWritable(credit).then(() => true, () => false);
      const made = make(credited, 'credited');
      if (hasFont) expect(await darkness(await made)).toBeLessThan(await darkness(without) - 50);
      else await expect(made).rejects.toMatchObject({ code: 'CREDIT_FONT_MISSING' });
      expect(planRendition(credited, 'body')!.recipe).toBe(planRendition(plain, 'body')!.recipe);
    }
  });

  it('prints no empty boxes for a credit on a machine without fonts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yici-fonts-'));
    try {
      await writeFile(join(folder, 'photo.png'), await aPhoto({ format: 'png' }));
      await writeFile(join(folder, 'fonts.conf'), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>${folder}</cachedir></fontconfig>`);
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/media/credit-process.ts', join(folder, 'photo.png'), '本报记者'], { env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') } });
      expect(stdout).toMatch(/^CREDIT_FONT_MISSING: .*本报记者/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('gets another address when the focal point, a crop or the file changes', async () => {
    const asset = await store(await aPhoto());
    const focused = await updateAsset(editor, { id: asset._id, focus: { x: 1, y: 1 } });
    const cropped = await updateAsset(editor, { id: asset._id, crops: [{ preset: 'share', left: 0, top: 0, width: 0.5, height: 0.5 }] });
    expect(new Set([asset, focused, cropped].map((each) => pathOf(each, 'share'))).size).toBe(3);
    expect(new Set([focused, cropped].map((each) => pathOf(each, 'card'))).size).toBe(1);
  });

  it('is made once for fifty who ask at once, and kept for those who ask later', async () => {
    const asset = await store(await aPhoto({ width: 1000, height: 800 }));
    const before = await encodes();
    const path = pathOf(asset, 'hero');
    const answers = await Promise.all(Array.from({ length: 50 }, () => get(path, { accept: 'image/webp' })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await encodes() - before).toBe(1);
  });

  it('is awaited while another process makes it, and made when that process has died', async () => {
    const leases = mongoose.connection.collection<{ _id: string; owner: string; until: Date }>('mediaLeases');
    const asset = await store(await aPhoto({ width: 820, height: 610 }));
    const keyOf = (preset: RenditionPreset): string => renditionKey(planRendition(asset, preset)!, 'jpeg');
    const before = await encodes();
    await leases.insertOne({ _id: `rendition:${keyOf('feed')}`, owner: 'another', until: new Date(Date.now() + 60_000) });
    const awaited = make(asset, 'feed');
    await storage().put(keyOf('feed'), Buffer.from('made by another'));
    expect([String(await awaited), await encodes() - before]).toEqual(['made by another', 0]);
    await leases.insertOne({ _id: `rendition:${keyOf('partner')}`, owner: 'dead', until: new Date(Date.now() - 1000) });
    expect(await sharp(await make(asset, 'partner')).metadata()).toMatchObject({ width: 820 });
    expect(await encodes() - before).toBe(1);
  });

  it('is made of a copy that is gone afterwards where the storage is no folder here', async () => {
    const own = storage();
    const { localPath: _here, ...elsewhere } = own;
    const asset = await store(await aPhoto({ width: 900, height: 700 }));
    useStorage(elsewhere);
    try {
      expect(await sharp(await make(asset, 'partner')).metadata()).toMatchObject({ width: 900, height: 700 });
      expect(await readdir(join(services.config.dataDir, 'tmp'))).toEqual([]);
    } finally {
      useStorage(own);
    }
  });
});

describe('/media', () => {
  it('answers AVIF, WebP or JPEG as the reader accepts, and says so to caches', async () => {
    const asset = await store(await aPhoto());
    const path = pathOf(asset, 'card');
    const [jpeg, webp] = [await get(path), await get(path, { accept: 'image/avif;q=0,text/html,image/webp' })];
    expect([jpeg.headers.get('content-type'), jpeg.headers.get('vary'), jpeg.headers.get('cache-control')]).toEqual(['image/jpeg', 'Accept', 'public, max-age=31536000, immutable']);
    expect(webp.headers.get('content-type')).toBe('image/webp');
    expect((await sharp(await bytesOf(webp)).metadata()).format).toBe('webp');
    // Also once the AVIF is there for others.
    await get(path, { accept: 'image/avif' });
    await processAll(services);
    for (const [accept, type] of [['image/avif,image/webp', 'avif'], ['image/avif;q=0,image/webp', 'webp'], ['image/avif ; q=0.0, image/webp;q=0', 'jpeg'], ['image/webp,image/avif;q=0.9', 'avif'], ['image/*', 'jpeg']] as const) {
      for (const time of ['first', 'again']) expect([accept, time, (await get(path, { accept })).headers.get('content-type')]).toEqual([accept, time, `image/${type}`]);
    }
    const outlet = await get(pathOf(asset, 'feed'), { accept: 'image/avif,image/webp' });
    expect([outlet.headers.get('content-type'), outlet.headers.get('vary')]).toEqual(['image/jpeg', null]);
  });

  it('lets nobody wait for AVIF: the next best goes out for a minute while it is made', async () => {
    const asset = await store(await aPhoto());
    const path = pathOf(asset, 'card', 320);
    const accept = 'image/avif,image/webp,image/*';
    const first = await get(path, { accept });
    expect([first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual(['image/webp', 'public, max-age=60']);
    await processAll(services);
    const later = await get(path, { accept });
    expect([later.headers.get('content-type'), later.headers.get('cache-control')]).toEqual(['image/avif', 'public, max-age=31536000, immutable']);
    registerVisibility(async () => false);
    const unpublished = await get(pathOf(asset, 'card', 480), { accept, ...(await aSender()).headers });
    expect([unpublished.headers.get('content-type'), unpublished.headers.get('cache-control')]).toEqual(['image/webp', 'private, max-age=60']);
    expect((await sharp(await bytesOf(later)).metadata()).compression).toBe('av1');
  });

  it('answers 304 to whoever has it, and ranges of originals and renditions', async () => {
    const asset = await store(await aPhoto());
    const original = `/media/${asset._id}/${asset.sha256.slice(0, 12)}.jpg`;
    for (const path of [original, pathOf(asset, 'feed')]) {
      const whole = await get(path);
      const [etag, bytes] = [whole.headers.get('etag')!, await bytesOf(whole)];
      expect([(await get(path, { 'if-none-match': etag })).status, Number(whole.headers.get('content-length'))]).toEqual([304, bytes.length]);
      const notes = [etag, `W/${etag}`, `"other", ${etag}`, '*', '"other"'];
      expect(await Promise.all(notes.map(async (note) => (await get(path, { 'if-none-match': note })).status))).toEqual([304, 304, 304, 304, 200]);
      const part = await get(path, { range: 'bytes=10-19' });
      expect([part.status, part.headers.get('content-range'), (await bytesOf(part)).equals(bytes.subarray(10, 20))]).toEqual([206, `bytes 10-19/${bytes.length}`, true]);
      expect((await bytesOf(await get(path, { range: 'bytes=-5' }))).equals(bytes.subarray(-5))).toBe(true);
      expect((await get(path, { range: 'bytes=0-3', 'if-range': '"other"' })).status).toBe(200);
      const outside = await get(path, { range: `bytes=${bytes.length}-` });
      expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
      const head = await fetch(`${url}${path}`, { method: 'HEAD' });
      expect([head.status, Number(head.headers.get('content-length'))]).toEqual([200, bytes.length]);
    }
    expect([openRange('bytes=5-2', 10), openRange('bytes=0-1,4-5', 10), openRange('bytes=-0', 10), openRange('items=0-1', 10), openRange('bytes=3-', 10)]).toEqual([undefined, undefined, 'outside', undefined, { start: 3, end: 9 }]);
  });

  it('hands out attachments as files under their own names, in a sandbox', async () => {
    const asset = await store(aPdf(), '红头"文件".pdf');
    const response = await get(`/media/${asset._id}/${asset.sha256.slice(0, 12)}.pdf`);
    expect(Object.fromEntries(['content-type', 'content-security-policy', 'content-disposition'].map((name) => [name, response.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'content-disposition': `attachment; filename="______.pdf"; filename*=UTF-8''${encodeURIComponent('红头"文件".pdf')}`,
    });
  });

  it('leads old addresses to the file of today', async () => {
    const asset = await store(await aPhoto());
    const by = await store(await aPhoto({ width: 320, height: 200 }), '新.jpg');
    const [original, rendition] = [`/media/${asset._id}/${asset.sha256.slice(0, 12)}.jpg`, pathOf(asset, 'feed')];
    const replaced = await replaceAsset(editor, { id: asset._id, byAssetId: by._id });
    expect(replaced).toMatchObject({ _id: asset._id, sha256: by.sha256, width: 320 });
    for (const [old, now] of [[original, `/media/${asset._id}/${by.sha256.slice(0, 12)}.jpg`], [rendition, pathOf(replaced, 'feed')]] as const) {
      const moved = await get(old);
      expect([moved.status, moved.headers.get('location'), moved.headers.get('cache-control')]).toEqual([302, now, 'no-cache']);
      expect((await get(now)).status).toBe(200);
    }
  });

  it('answers NOT_FOUND to what never was an address, and makes nothing', async () => {
    const asset = await store(await aPhoto());
    for (const file of ['x', 'card-320-zzzzzzzzzzzz', 'poster-320-0123456789ab', '../secret', 'x.jpg']) {
      const response = await get(`/media/${asset._id}/${encodeURIComponent(file)}`);
      expect([file, response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([file, 404, 'NOT_FOUND']);
    }
    expect((await get('/media/asset_000000000000000000000000/feed-1200-0123456789ab.jpg')).status).toBe(404);
  });

  it('shows what is not published to a signature or to staff, and to nobody else', async () => {
    const asset = await store(await aPhoto());
    registerVisibility(async () => false);
    const { headers } = await aSender();
    for (const path of [pathOf(asset, 'feed'), `/media/${asset._id}/${asset.sha256.slice(0, 12)}.jpg`]) {
      expect((await get(path)).status).toBe(404);
      const signed = signedAddress(services, path);
      const opened = await get(signed);
      expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'private, max-age=3600']);
      expect((await get(path, headers)).status).toBe(200);
      expect((await get(signed.replace('/media/asset_', '/media/asset_0').replace(/_0(.{23})./, '_0$1'))).status).toBe(404);
      expect((await get(signed.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(404);
      clock.advance(2 * day);
      expect((await get(signed)).status).toBe(404);
      clock.reset();
    }
    forgetPorts();
    registerVisibility(async (id) => id === asset._id);
    expect((await get(pathOf(asset, 'feed'))).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    await cleanDatabase();
  });
});

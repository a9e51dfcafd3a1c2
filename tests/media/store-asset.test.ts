import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { readAsset, storage, storeAsset, type Asset } from '../../src/media/index.js';
import { Slots } from '../../src/media/slots.js';
import { DomainError } from '../../src/kernel/index.js';
import { useMedia } from '../kit/contents.js';
import { as } from '../kit/people.js';
import { outbox, useDatabase } from '../kit/services.js';
import { aBombPng, aFilm, aFrameBomb, anOle, aPdf, aPhoto, aPhotoHeld, aScanBomb, aTracedPhoto, aZip, quarters } from './files.js';

useDatabase();
useMedia();

const contributor = as('contributor');
const store = (bytes: Buffer, filename = '文件'): Promise<Asset> => storeAsset(contributor, { bytes, filename });

async function refusal(bytes: Buffer, filename = '文件'): Promise<DomainError> {
  const error = await store(bytes, filename).then(() => new Error('it was taken'), (thrown: unknown) => thrown);
  if (!(error instanceof DomainError)) throw error;
  return error;
}

const office = (part: string, extra: Record<string, string> = {}): Buffer => aZip({ '[Content_Types].xml': '<Types/>', [part]: '<x/>', ...extra });

describe('what a file is', () => {
  it('is said by its bytes, whatever its name says', async () => {
    const files: readonly (readonly [Buffer, string, string, string])[] = [
      [await aPhoto(), '照片.exe', 'image', 'image/jpeg'], [await aPhoto({ format: 'png' }), 'a.jpg', 'image', 'image/png'], [await aPhoto({ format: 'webp' }), 'a.pdf', 'image', 'image/webp'],
      [await aPhoto({ format: 'gif' }), 'a', 'image', 'image/gif'], [await aPhoto({ format: 'avif' }), 'a.mp4', 'image', 'image/avif'],
      [aFilm(), '视频.jpg', 'video', 'video/mp4'], [aFilm('qt  '), 'a.mp4', 'video', 'video/quicktime'], [Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.from('\x01\0webm')]), 'a', 'video', 'video/webm'],
      [aPdf(), '红头文件.png', 'file', 'application/pdf'], [office('word/document.xml'), 'a.zip', 'file', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      [office('xl/workbook.xml'), 'a.docx', 'file', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], [aZip({ 'OFD.xml': '<ofd/>' }), 'a.ofd', 'file', 'application/ofd'],
      [anOle('WordDocument'), 'a.doc', 'file', 'application/msword'], [Buffer.from('序号,单位\n1,发改委'), '名单.csv', 'file', 'text/csv'], [Buffer.from([0xb0, 0xec, 0xca, 0xc2]), '说明.txt', 'file', 'text/plain'],
      [Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\n一次'), '字幕.vtt', 'file', 'text/vtt'],
    ];
    for (const [bytes, name, kind, contentType] of files) expect([name, await store(bytes, name)]).toMatchObject([name, { kind, contentType, filename: name }]);
  });

  it('keeps what it was given and tells of it once', async () => {
    const bytes = await aPhoto();
    const [first, again] = [await store(bytes, '一.jpg'), await store(bytes, '二.jpg')];
    expect(again._id).toBe(first._id);
    expect((await readAsset(first._id)).equals(bytes)).toBe(true);
    expect(await outbox('asset.stored')).toMatchObject([{ payload: { assetId: first._id, kind: 'image', contentType: 'image/jpeg', bytes: bytes.length, sha256: first.sha256 } }]);
  });

  it('makes one asset of equal files sent at once, and another one for another unit', async () => {
    const bytes = await aPhoto({ width: 80, height: 60 });
    const together = await Promise.all([store(bytes), store(bytes), store(bytes)]);
    expect(new Set(together.map(({ _id }) => _id)).size).toBe(1);
    const elsewhere = await storeAsset(as('contributor', { unitId: 'unit_0123456789abcdef01234567' }), { bytes, filename: 'a.jpg' });
    expect(elsewhere).toMatchObject({ sha256: together[0]!.sha256 });
    expect(elsewhere._id).not.toBe(together[0]!._id);
  });
});

describe('a picture', () => {
  it('is kept without place, camera and comments, its pixels untouched', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const traced = await aTracedPhoto(format);
      expect(traced.includes('Secret')).toBe(true);
      const kept = await readAsset((await store(traced, `a.${format}`))._id);
      expect(kept.includes('Secret')).toBe(false);
      expect((await sharp(kept).raw().toBuffer()).equals(await sharp(traced).raw().toBuffer())).toBe(true);
      const { exif, xmp, format: keptFormat } = await sharp(kept).metadata();
      expect([keptFormat, exif, xmp]).toEqual([format, undefined, undefined]);
    }
  });

  it('is encoded anew without them where nothing can be taken out', async () => {
    const kept = await readAsset((await store(await aTracedPhoto('avif'), 'a.avif'))._id);
    expect(kept.includes('Secret')).toBe(false);
    expect((await sharp(kept).metadata()).format).toBe('heif');
  });

  it('keeps its way up in all eight ways a camera can be held, and has the size that is seen', async () => {
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const asset = await store(await aPhotoHeld(orientation), `${orientation}.jpg`);
      const kept = await readAsset(asset._id);
      expect([orientation, asset.width, asset.height, kept.includes('Secret'), await quarters(await sharp(kept).autoOrient().toBuffer())]).toEqual([orientation, 640, 480, false, 'Rwww']);
    }
  });

  it('loses what stands after its end', async () => {
    const photo = await aPhoto();
    const kept = await readAsset((await store(Buffer.concat([photo, aZip({ 'evil.html': '<script>' })]), 'a.jpg'))._id);
    expect(kept.equals(photo)).toBe(true);
  });

  it('has a miniature and a colour for lists', async () => {
    const asset = await store(await sharp({ create: { width: 300, height: 200, channels: 3, background: '#2060c0' } }).jpeg().toBuffer());
    expect(asset.placeholder).toMatch(/^data:image\/webp;base64,/);
    expect(asset.placeholder!.length).toBeLessThan(400);
    expect(asset.dominantColor).toMatch(/^#[0-3][0-9a-f][5-7][0-9a-f][b-c][0-9a-f]$/);
  });

  it('is drawn when it is SVG: no script, no reference of it is kept or followed', async () => {
    let asked = 0;
    const server = createServer((_request, response) => { asked += 1; response.end(); });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const svg = `<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100"><script>fetch('${here}/s')</script>
      <image href="${here}/i.png" width="9" height="9"/><image xlink:href="file:///etc/passwd" width="9" height="9"/><style>@import url(${here}/c.css);</style><rect width="200" height="100" fill="#d02020" onload="alert(1)"/></svg>`;
    const asset = await store(Buffer.from(svg), '图.svg').finally(() => server.close());
    expect(asset).toMatchObject({ kind: 'image', contentType: 'image/png', width: 2400, height: 1200 });
    expect((await sharp(await readAsset(asset._id)).stats()).dominant).toMatchObject({ r: 200, g: 24, b: 24 });
    expect(asked).toBe(0);
  });
});

describe('hostile files', () => {
  it('are refused with a sentence, and nothing of them is kept', async () => {
    const photo = await aPhoto({ noise: true });
    const hostile: Readonly<Record<string, Buffer>> = {
      '空.jpg': Buffer.alloc(0), '页面.jpg': Buffer.from('<!doctype html><script>alert(1)</script>'), '页面.txt': Buffer.from('<html><script>alert(1)</script>'),
      '播放列表.mp4': Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'), '播放列表.txt': Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'),
      '炸弹.png': aBombPng(60_000, 60_000), '缺行.png': aBombPng(9000, 9000), '半张.jpg': photo.subarray(0, photo.length >> 1), '只有头.jpg': photo.subarray(0, 20), '程序.jpg': Buffer.from('MZ\x90\0\x03\0\0\0\x04', 'latin1'),
      '脚本.pdf': Buffer.from('#!/bin/sh\nrm -rf /'), '压缩包.docx': aZip({ 'evil.exe': 'MZ' }), '坏包.docx': Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(99)]),
      '宏.docm': office('word/document.xml', { 'word/vbaProject.bin': 'x' }), '宏.doc': anOle('WordDocument', '_VBA_PROJECT'), '未知.doc': anOle('Something'),
      '实体.svg': Buffer.from('<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'),
      '不是图.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect'), '苹果.heic': Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(200)]),
      // Two kinds at once, and bombs of other sorts.
      '脚本.gif': Buffer.from('GIF89a/*\0\0\0*/=1;alert(1)//', 'latin1'), '网页.pdf': Buffer.from('<html><script>alert(1)</script>%PDF-1.7\n%%EOF'), '网页.bmp': Buffer.from('BM<script>alert(1)</script>'),
      '炸弹.gif': Buffer.concat([Buffer.from('GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff\xff\0\x02\x02L\x01\0;', 'latin1')]),
      '炸弹.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="999999" height="999999"><script>1'),
      '音频.m4a': Buffer.concat([Buffer.from([0, 0, 0, 0x14]), Buffer.from('ftypM4A \0\0\0\0M4A ', 'latin1'), Buffer.alloc(200)]),
    };
    for (const [name, bytes] of Object.entries(hostile)) {
      const error = await refusal(bytes, name);
      expect([name, error.code]).toEqual([name, 'UNSUPPORTED_MEDIA']);
      expect(error.sentence('zh')).toContain(name);
      expect(error.sentence('zh')).toMatch(/不是可用的文件：.{4,}。/);
      expect(error.sentence('en')).toContain(`"${name}" cannot be used: `);
    }
    expect(await outbox('asset.stored')).toEqual([]);
    for (const bytes of Object.values(hostile)) expect(await storage().has(createHash('sha256').update(bytes).digest('hex'))).toBe(false);
  });

  it('that are too large are refused by kind, with the limit', async () => {
    const error = await storeAsset(contributor, { bytes: aPdf('x'.repeat(3_000_000)), filename: '大.pdf', limits: { image: 1e6, video: 1e6, file: 2e6 } }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'MEDIA_TOO_LARGE', params: { size: 4, limit: 2 } });
    expect(await refusal(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><!--${'x'.repeat(2_000_000)}--></svg>`))).toMatchObject({ code: 'MEDIA_TOO_LARGE' });
  });

  it('that would keep a decoder busy for minutes are refused by their parts, before they are decoded; such as cameras and programs make are taken', async () => {
    expect((await refusal(await aScanBomb(2000), '扫描.jpg')).sentence('zh')).toContain('扫描超过 100 遍');
    // With a byte astray a decoder finds its way, and so must the count.
    const scans = await aScanBomb(2000);
    const second = 4 + scans.readUInt16BE(4);
    expect((await refusal(Buffer.concat([scans.subarray(0, second), Buffer.from([0]), scans.subarray(second)]), '扫描.jpg')).sentence('zh')).toContain('扫描超过 100 遍');
    expect((await refusal(await aFrameBomb(20_000), '动图.webp')).sentence('zh')).toContain('超过 10000 帧');
    expect(await store(await aScanBomb(40))).toMatchObject({ contentType: 'image/jpeg', width: 64 });
    expect(await store(await aFrameBomb(40))).toMatchObject({ contentType: 'image/webp', width: 16 });
    // A telephone's moving picture: a film after the end of the still, in which any bytes may stand.
    expect(await store(Buffer.concat([await aPhoto(), Buffer.from('\xff\xda'.repeat(500), 'latin1')]))).toMatchObject({ width: 640 });
  });

  it('that are AVIF of more pixels than memory is given for are refused before they are decoded', async () => {
    const sized = async (width: number, height: number): Promise<Buffer> => {
      const avif = await aPhoto({ format: 'avif' });
      const extent = avif.indexOf('ispe') + 8; // ISO 23008-12, 6.5.3: what the file says of its size.
      avif.writeUInt32BE(width, extent);
      avif.writeUInt32BE(height, extent + 4);
      return avif;
    };
    expect((await refusal(await sized(10_000, 5_001), '大.avif')).sentence('zh')).toContain('pixel limit');
    expect((await refusal(await sized(10_000, 4_999), '大.avif')).sentence('zh')).not.toContain('pixel limit');
  });

  it('that are drawings without end are given up', async () => {
    const levels = Array.from({ length: 24 }, (_, n) => `<g id="g${n + 1}">${'<use href="#g' + n + '"/>'.repeat(1)}<use href="#g${n}"/><use href="#g${n}"/><use href="#g${n}"/></g>`).join('');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><defs><g id="g0"><rect width="1" height="1"/></g>${levels}</defs><use href="#g24"/></svg>`;
    const outcome = await store(Buffer.from(svg), '递归.svg').then(({ contentType }) => contentType, (error: DomainError) => error.code);
    expect(outcome).toBe('UNSUPPORTED_MEDIA');
  });
});

describe('pictures that come all at once', () => {
  it('are worked on a few at a time; the others wait, and a line too long is refused', async () => {
    const slots = new Slots(2, 3);
    let [working, most] = [0, 0];
    const ends: (() => void)[] = [];
    const work = async (): Promise<void> => {
      working += 1;
      most = Math.max(most, working);
      await new Promise<void>((resolve) => { ends.push(resolve); });
      working -= 1;
    };
    const five = Promise.all(Array.from({ length: 5 }, () => slots.run(work)));
    await expect(slots.run(work)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    for (let ended = 0; ended < 5; ended += 1) {
      ends.shift()!();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await five;
    expect([most, working]).toEqual([2, 0]);
    expect(await slots.run(async () => 'free again')).toBe('free again');
  });

  it('that take longer than they may are given up with a sentence, and keep their place until the decoder lets go', async () => {
    const slots = new Slots(1, 0);
    let letGo: () => void = () => undefined;
    const stuck = slots.run(() => new Promise<void>((resolve) => { letGo = resolve; }), 20);
    await expect(stuck).rejects.toThrow('it took over');
    await expect(slots.run(async () => 'in between')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    letGo();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await slots.run(async () => 'in time', 60_000)).toBe('in time');
    await expect(slots.run(() => Promise.reject(new Error('its own')), 60_000)).rejects.toThrow('its own');
  });
});

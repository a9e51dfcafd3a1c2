import { UnreadableLayoutError } from './strip-jpeg.js';

// What shows the picture is kept, instead of what tells of it left out: new kinds of notes (C2PA's) are invented, new pictures are not.
const pngPicture = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI', 'sBIT', 'bKGD', 'hIST', 'pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT']);
const webpPicture = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);

/** A PNG without texts, times, Exif and whatever else is not its picture, and without anything after its end. */
export function stripPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    if (pngPicture.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  throw new UnreadableLayoutError();
}

const exifFlag = 0x08, xmpFlag = 0x04;

/** A WebP without Exif, XMP and whatever else is not its picture. */
export function stripWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw new UnreadableLayoutError();
  for (let at = 12; at < end;) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const chunk = Buffer.from(bytes.subarray(at, at + 8 + size + (size % 2)));
    if (name === 'VP8X') chunk[8]! &= ~(exifFlag | xmpFlag);
    if (webpPicture.has(name)) kept.push(chunk);
    at += 8 + size + (size % 2);
  }
  const content = Buffer.concat([Buffer.from('WEBP'), ...kept]);
  const head = Buffer.from('RIFF\0\0\0\0');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

/** A GIF without comments and applications' notes but the one that lets it run in a circle. */
export function stripGif(bytes: Buffer): Buffer {
  const tableBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + tableBytes(bytes[10]!);
  const kept: Buffer[] = [bytes.subarray(0, at)];
  for (;;) {
    const kind = bytes[at];
    if (kind === 0x3b) return Buffer.concat([...kept, bytes.subarray(at, at + 1)]);
    const start = at;
    if (kind === 0x2c) at = endOfBlocks(bytes, at + 10 + tableBytes(bytes[at + 9] ?? 0) + 1);
    else if (kind === 0x21) at = endOfBlocks(bytes, at + 2);
    else throw new UnreadableLayoutError();
    if (kind === 0x2c || isOfTheGif(bytes, start)) kept.push(bytes.subarray(start, at));
  }
}

function isOfTheGif(bytes: Buffer, at: number): boolean {
  if (bytes[at + 1] === 0xf9) return true;
  return bytes[at + 1] === 0xff && ['NETSCAPE2.0', 'ANIMEXTS1.0'].includes(bytes.toString('latin1', at + 3, at + 14));
}

function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const size = bytes[at];
    if (size === undefined) throw new UnreadableLayoutError();
    at += size + 1;
    if (size === 0) return at;
  }
}

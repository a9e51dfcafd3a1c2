import { deflateRawSync, deflateSync, crc32 as zlibCrc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Files made for the tests: right ones, and such as a hostile sender would make. */

const crcTable = Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0; });
const crc32 = (bytes: Buffer): number => (typeof zlibCrc32 === 'function' ? zlibCrc32(bytes) : (bytes.reduce((crc, byte) => crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0);

/** A picture of a red upper left quarter on white, so that its way up can be told; `quarter` tells where it is. */
export async function aPhoto(options: { width?: number; height?: number; format?: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'; noise?: boolean } = {}): Promise<Buffer> {
  const { width = 640, height = 480, format = 'jpeg', noise = false } = options;
  const red = await sharp({ create: { width: Math.round(width / 2), height: Math.round(height / 2), channels: 3, background: '#d02020' } }).png().toBuffer();
  const ground = noise
    ? sharp({ create: { width, height, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    : sharp({ create: { width, height, channels: 3, background: '#ffffff' } });
  return ground.composite([{ input: red, left: 0, top: 0 }]).toFormat(format).toBuffer();
}

/** The same picture as a camera held this way would store it: turned pixels and the tag that turns them back; with a place and a camera's name. */
export async function aPhotoHeld(orientation: number): Promise<Buffer> {
  const photo = await aPhoto({ format: 'png' });
  const turnedBy = async (angle: number): Promise<Sharp> => sharp(await sharp(photo).rotate(angle).toBuffer());
  // What turns the stored pixels into the picture, undone: TIFF 6.0, tag 274.
  const ways = [async () => sharp(photo), async () => sharp(photo).flop(), () => turnedBy(180), async () => sharp(photo).flip(), async () => (await turnedBy(270)).flip(), () => turnedBy(270), async () => (await turnedBy(90)).flip(), () => turnedBy(90)];
  const turned = await ways[orientation - 1]!();
  return turned.jpeg({ quality: 95 }).withExif(placeAndCamera).withMetadata({ orientation }).toBuffer();
}

/** Where and with what it was taken. */
export const placeAndCamera = { IFD0: { Make: 'SecretCamera', Model: 'SecretModel', Artist: 'SecretArtist' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 16/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 9/1 0/1' } };

/** A JPEG with a place, a camera, XMP and a comment. */
export async function aTracedPhoto(format: 'jpeg' | 'png' | 'webp' | 'avif' = 'jpeg'): Promise<Buffer> {
  const image = sharp(await aPhoto({ format: 'png' })).withExif(placeAndCamera).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description GPS="SecretPlace"/></rdf:RDF></x:xmpmeta>');
  const bytes = await image.toFormat(format).toBuffer();
  if (format === 'png') return Buffer.concat([bytes.subarray(0, -12), chunk('caBX', Buffer.from('SecretManifest')), bytes.subarray(-12)]);
  if (format === 'webp') return withNote(bytes);
  if (format !== 'jpeg') return bytes;
  const comment = Buffer.from('SecretComment');
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment, bytes.subarray(2)]);
}

/** A WebP with a chunk of its maker's own. */
function withNote(webp: Buffer): Buffer {
  const whole = Buffer.concat([webp, Buffer.from('C2PA\x0e\0\0\0SecretManifest')]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

/** A PNG that claims a size and holds next to nothing. */
export function aBombPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1_000_000));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

/** A progressive JPEG of so many scans, none of which adds anything: small, and long to decode (ITU T.81, G.1.2). */
export async function aScanBomb(scans: number, side = 64): Promise<Buffer> {
  const jpeg = await sharp({ create: { width: side, height: side, channels: 3, background: '#888' } }).jpeg({ progressive: true }).toBuffer();
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc2]));
  const second = jpeg.indexOf(Buffer.from([0xff, 0xc4]), jpeg.indexOf(Buffer.from([0xff, 0xda])));
  // A table of one sign, "32,767 blocks without anything", and scans that hold nothing else: each for one coefficient and one bit of it.
  const table = Buffer.from([0xff, 0xc4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xe0]);
  const steps = [0, 1, 2].flatMap((component) => Array.from({ length: 63 * 14 }, (_, at) => ({ component, coefficient: 1 + Math.floor(at / 14), bit: 13 - (at % 14) })));
  const made = steps.slice(0, scans).map(({ component, coefficient, bit }) => Buffer.from([0xff, 0xda, 0, 8, 1, jpeg[frame + 10 + 3 * component]!, 0, coefficient, coefficient, bit === 13 ? bit : ((bit + 1) << 4) | bit, 0x7f, 0xff, 0]));
  return Buffer.concat([jpeg.subarray(0, second), table, ...made, Buffer.from([0xff, 0xd9])]);
}

/** An animated WebP of so many frames. */
export async function aFrameBomb(frames: number): Promise<Buffer> {
  const still = (await sharp({ create: { width: 16, height: 16, channels: 3, background: '#888' } }).webp().toBuffer()).subarray(12);
  const part = (name: string, data: Buffer): Buffer => { const head = Buffer.alloc(8); head.write(name); head.writeUInt32LE(data.length, 4); return Buffer.concat([head, data]); };
  const [canvas, place] = [Buffer.from([0x02, 0, 0, 0, 15, 0, 0, 15, 0, 0]), Buffer.from([0, 0, 0, 0, 0, 0, 15, 0, 0, 15, 0, 0, 10, 0, 0, 0])];
  const frame = part('ANMF', Buffer.concat([place, still]));
  return part('RIFF', Buffer.concat([Buffer.from('WEBP'), part('VP8X', canvas), part('ANIM', Buffer.alloc(6)), ...Array.from({ length: frames }, () => frame)]));
}

/** A zip of these entries. */
export function aZip(entries: Readonly<Record<string, string>>): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [data, raw] = [deflateRawSync(Buffer.from(text)), Buffer.from(text)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(raw.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(entries).length, 4);
  end.writeUInt16LE(Object.keys(entries).length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, listed, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** An Office file of before 2007, as far as its beginning and its stream's name go. */
export const anOle = (...streams: string[]): Buffer => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), ...streams.map((name) => Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(64)])), Buffer.alloc(512)]);

/** The beginning of a film. */
export const aFilm = (brand = 'isom', size = 4096): Buffer => Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from(`ftyp${brand}\0\0\x02\0${brand}mp41`, 'latin1'), Buffer.alloc(size - 24, 7)]);

export const aPdf = (text = '一次'): Buffer => Buffer.from(`%PDF-1.7\n1 0 obj << >> endobj\n% ${text}\n%%EOF`);

/** How red and how white the four quarters of a picture are: upper left, upper right, lower left, lower right. */
export async function quarters(bytes: Buffer): Promise<string> {
  const { data, info } = await sharp(bytes).resize(8, 8, { fit: 'fill' }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): string => { const from = (y * info.width + x) * info.channels; return data[from + 1]! < 120 ? 'R' : 'w'; };
  return at(1, 1) + at(6, 1) + at(1, 6) + at(6, 6);
}

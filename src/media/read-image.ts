import { availableParallelism } from 'node:os';
import sharp, { type Metadata, type SharpOptions } from 'sharp';
import { assertDecodable } from './assert-decodable.js';
import { fileTypes, type FileType } from './file-type.js';
import { rasteriseSvg } from './rasterise-svg.js';
import { Slots } from './slots.js';
import { stripGif, stripPng, stripWebp } from './strip-chunks.js';
import { stripJpeg } from './strip-jpeg.js';

/** Pixels of one picture; a bomb is refused before it is decoded. A 100-megapixel camera is the largest in a newsroom. */
const maxPixels = 100_000_000;
/** AVIF and HEIC are decoded as a whole, at some 20 bytes a pixel: this is a gigabyte. */
const maxPixelsAtOnce = 50_000_000;
/** Seconds one picture may take to be decoded, and to be encoded anew where it must be. */
const maxSeconds = 30, maxEncodingSeconds = 120;

/** How every picture is opened: bounded in pixels, first frame only, refused when it is cut short. */
export const inputOptions: SharpOptions = { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true };

/** Pictures decoded at once in this process: one for each core, since libvips uses a thread each and 20 megapixels some 100 MB. */
export const pictureSlots = new Slots(availableParallelism(), 200);

/** A picture ready to be kept: bytes without camera data, and what lists show of it. */
export interface ReadImage {
  readonly bytes: Buffer;
  readonly type: FileType;
  readonly width: number;
  readonly height: number;
  /** A blurred miniature of about 16 pixels, as a data address. */
  readonly placeholder: string;
  /** `#rrggbb`. */
  readonly dominantColor: string;
}

/** Reads a picture whole and cleans it. Throws, with words of why, when it cannot be decoded. */
export async function readImage(bytes: Buffer, type: FileType): Promise<ReadImage> {
  if (type === fileTypes.svg) return readImage(await rasteriseSvg(bytes), fileTypes.png);
  assertDecodable(bytes, type);
  const { metadata, ...look } = await pictureSlots.run(() => decode(bytes, type), maxSeconds * 1000);
  const { width, height } = metadata.autoOrient;
  return { ...await pictureSlots.run(() => clean(bytes, type, metadata)), width, height, ...look };
}

type Decoded = Pick<ReadImage, 'placeholder' | 'dominantColor'> & { readonly metadata: Metadata };

/** Decodes every pixel, so that a file cut short is found out here and not by a reader. */
async function decode(bytes: Buffer, type: FileType): Promise<Decoded> {
  const options = { ...inputOptions, limitInputPixels: type === fileTypes.avif || type === fileTypes.heic ? maxPixelsAtOnce : maxPixels };
  const metadata = await sharp(bytes, options).metadata();
  const small = await sharp(bytes, { ...options, autoOrient: true }).timeout({ seconds: maxSeconds }).resize(64, 64, { fit: 'inside' }).flatten({ background: '#ffffff' }).png().toBuffer();
  const [{ dominant }, placeholder] = await Promise.all([
    sharp(small).stats(),
    sharp(small).resize(16, 16, { fit: 'inside' }).blur(0.6).webp({ quality: 40 }).toBuffer(),
  ]);
  return { metadata, dominantColor: `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')}`, placeholder: `data:image/webp;base64,${placeholder.toString('base64')}` };
}

type Cleaned = Pick<ReadImage, 'bytes' | 'type'>;

/** Without loss where the format lets parts be taken out; encoded anew where it does not, or where browsers cannot show it. */
async function clean(bytes: Buffer, type: FileType, metadata: Metadata): Promise<Cleaned> {
  const hasNotes = Boolean(metadata.exif ?? metadata.xmp ?? metadata.iptc);
  const orientation = metadata.orientation ?? 1;
  if (type === fileTypes.heic) return encode(bytes, fileTypes.jpeg);
  if (type !== fileTypes.jpeg && orientation > 1) return encode(bytes, type);
  if (type === fileTypes.avif) return hasNotes ? encode(bytes, type) : { bytes, type };
  try {
    return { bytes: strip(bytes, type, orientation), type };
  } catch {
    return encode(bytes, type);
  }
}

function strip(bytes: Buffer, type: FileType, orientation: number): Buffer {
  if (type === fileTypes.jpeg) return stripJpeg(bytes, orientation);
  if (type === fileTypes.png) return stripPng(bytes);
  return type === fileTypes.gif ? stripGif(bytes) : stripWebp(bytes);
}

async function encode(bytes: Buffer, type: FileType): Promise<Cleaned> {
  const image = sharp(bytes, { ...inputOptions, autoOrient: true }).timeout({ seconds: maxEncodingSeconds });
  if (type === fileTypes.jpeg) return { bytes: await image.jpeg({ quality: 92, mozjpeg: false }).toBuffer(), type };
  if (type === fileTypes.avif) return { bytes: await image.avif({ quality: 75, effort: 2 }).toBuffer(), type };
  if (type === fileTypes.webp) return { bytes: await image.webp({ quality: 92 }).toBuffer(), type };
  return { bytes: await image.png().toBuffer(), type: fileTypes.png };
}

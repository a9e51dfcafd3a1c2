import sharp, { type Sharp } from 'sharp';
import { assertWritable, creditLine } from './credit-line.js';
import type { RenditionPlan } from './plan-rendition.js';
import { presetTable, type RenditionFormat } from './presets.js';
import { inputOptions } from './read-image.js';

const maxSeconds = 30;

/** The media type of a format. */
export const contentTypeOf = (format: RenditionFormat): string => `image/${format}`;

/** Makes a rendition of the picture in this file: upright, in sRGB, and without anything a camera or a program wrote into the picture. Throws CREDIT_FONT_MISSING, and what sharp throws. */
export async function makeRendition(path: string, plan: RenditionPlan, format: RenditionFormat): Promise<Buffer> {
  const { quality, maxBytes } = presetTable[plan.preset];
  if (plan.credit) await assertWritable(plan.credit);
  const cut = pixelsOf(path, plan);
  if (!maxBytes) return encode(cut, format, quality);
  const { data, info } = await cut.raw().toBuffer({ resolveWithObject: true });
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
  for (const [share, lower] of [[1, 0], [1, 12], [1, 24], [0.8, 15], [0.6, 20], [0.4, 25], [0.25, 30]] as const) {
    const smaller = sharp(data, raw).resize(Math.max(1, Math.round(info.width * share)));
    const made = await encode(smaller, format, quality - lower);
    if (made.length <= maxBytes) return made;
  }
  throw new Error(`no quality brings this picture below ${maxBytes} bytes`);
}

// The whole picture is shrunk and then cut: JPEG and WebP shrink while they are read, which cutting first would prevent.
function pixelsOf(path: string, plan: RenditionPlan): Sharp {
  const { box, size, whole, credit } = plan;
  const scale = size.width / box.width;
  const fitted = { width: Math.max(size.width, Math.round(whole.width * scale)), height: Math.max(size.height, Math.round(whole.height * scale)) };
  const image = sharp(path, { ...inputOptions, autoOrient: true }).timeout({ seconds: maxSeconds }).resize({ ...fitted, fit: 'fill' });
  const isUncut = fitted.width === size.width && fitted.height === size.height;
  const cut = isUncut ? image : image.extract({
    left: Math.min(Math.round(box.left * scale), fitted.width - size.width), top: Math.min(Math.round(box.top * scale), fitted.height - size.height), ...size,
  });
  return credit ? cut.composite([{ input: creditLine(credit, size.width), gravity: 'southeast' }]) : cut;
}

function encode(image: Sharp, format: RenditionFormat, quality: number): Promise<Buffer> {
  if (format === 'avif') return image.avif({ quality: quality - 22, effort: 2 }).toBuffer();
  if (format === 'webp') return image.webp({ quality, effort: 3 }).toBuffer();
  return image.flatten({ background: '#ffffff' }).jpeg({ quality, progressive: true }).toBuffer();
}

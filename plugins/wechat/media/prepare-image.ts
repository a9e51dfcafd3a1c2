import sharp from 'sharp';
import type { Upload } from '../client/exchange.js';

/** uploadimg wants less than 1 MB; some room is kept for how a megabyte is counted. */
const mostBytes = 1_000_000;
/** Pixels across: twice a phone's width in points is as sharp as phones show. */
const mostWidth = 1280;
/** From good to just acceptable: quality and width of the tries until a picture is small enough. */
const tries = [[82, 1280], [74, 1280], [66, 1080], [58, 900], [50, 720]] as const;

/** A picture nobody can open. `message` names it for an editor. */
export class UnreadableImageError extends Error {
  constructor(name: string) {
    super(`图片“${name}”打不开，可能已损坏：请换一张再送`);
    this.name = 'UnreadableImageError';
  }
}

/** The picture as jpg or png below 1 MB, upright and without camera data (place, owner). Throws UnreadableImageError. */
export async function prepareImage(original: Uint8Array, name: string): Promise<Upload> {
  try {
    return await shrink(original);
  } catch {
    throw new UnreadableImageError(name);
  }
}

async function shrink(original: Uint8Array): Promise<Upload> {
  const image = sharp(original, { failOn: 'error', limitInputPixels: 200_000_000 }).rotate();
  const { hasAlpha, format } = await image.metadata();
  if (hasAlpha || format === 'png') {
    const bytes = await image.clone().resize({ width: mostWidth, withoutEnlargement: true }).png({ compressionLevel: 9 }).toBuffer();
    if (bytes.length < mostBytes) return asUpload(bytes, 'png');
  }
  for (const [quality, width] of tries) {
    const bytes = await image.clone().resize({ width, height: 4 * width, fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' }).jpeg({ quality }).toBuffer();
    if (bytes.length < mostBytes) return asUpload(bytes, 'jpg');
  }
  throw new Error('too detailed for 1 MB');
}

const asUpload = (bytes: Buffer, ending: 'jpg' | 'png'): Upload =>
  ({ bytes: new Uint8Array(bytes), filename: `image.${ending}`, contentType: ending === 'png' ? 'image/png' : 'image/jpeg' });

const grounds = { blue: ['#1f5fad', '#3f86d6'], plain: ['#8c2f27', '#b3392f'] } as const;

/** A cover for articles without any picture: 900 × 383 in the theme's colour. Without words: servers often have no Chinese font. */
export async function plainCover(theme: keyof typeof grounds): Promise<Upload> {
  const [from, to] = grounds[theme];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="383"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="900" height="383" fill="url(#g)"/>
    <g fill="#ffffff"><circle cx="760" cy="60" r="190" opacity="0.08"/><circle cx="850" cy="330" r="120" opacity="0.1"/><rect x="80" y="178" width="72" height="8" opacity="0.9"/>
    <rect x="80" y="206" width="300" height="8" opacity="0.35"/><rect x="80" y="230" width="220" height="8" opacity="0.35"/></g></svg>`;
  return asUpload(await sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer(), 'jpg');
}

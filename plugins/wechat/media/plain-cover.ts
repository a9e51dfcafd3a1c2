import sharp from 'sharp';
import type { Upload } from '../client/exchange.js';

const grounds = { blue: ['#1f5fad', '#3f86d6'], plain: ['#8c2f27', '#b3392f'] } as const;

/** A cover for articles without any picture: 900 × 383 in the theme's colour. Without words: servers often have no Chinese font. */
export async function plainCover(theme: keyof typeof grounds): Promise<Upload> {
  const [from, to] = grounds[theme];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="383"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="900" height="383" fill="url(#g)"/>
    <g fill="#ffffff"><circle cx="760" cy="60" r="190" opacity="0.08"/><circle cx="850" cy="330" r="120" opacity="0.1"/><rect x="80" y="178" width="72" height="8" opacity="0.9"/>
    <rect x="80" y="206" width="300" height="8" opacity="0.35"/><rect x="80" y="230" width="220" height="8" opacity="0.35"/></g></svg>`;
  return { bytes: new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer()), filename: 'cover.jpg', contentType: 'image/jpeg' };
}

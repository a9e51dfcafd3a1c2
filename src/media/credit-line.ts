import sharp from 'sharp';
import { CreditFontMissingError } from './errors.js';

const families = 'Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, PingFang SC, Microsoft YaHei, sans-serif';
const maxSigns = 60;

const svgText = (text: string, attributes: string): string => {
  const data = text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<text font-family="${families}" ${attributes}>${data}</text>`;
};

/** A strip of this width with a line of white text on dark, as SVG. The text is data, not markup, and is cut after 60 signs. */
export function creditLine(credit: string, width: number): Buffer {
  const size = Math.max(12, Math.round(width / 50));
  const text = svgText([...credit].slice(0, maxSigns).join(''), `x="${width - size}" y="${Math.round(size * 1.25)}" text-anchor="end" fill="#fff" font-size="${size}"`);
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round(size * 1.8)}"><rect width="100%" height="100%" fill="#000" fill-opacity=".45"/>${text}</svg>`);
}

// Where no font has a sign, an empty box is drawn, without an error. Every box is of one height; of these pairs the first is flat and the second tall.
const pairs = { chinese: ['一', '口'], latin: ['-', 'H'] } as const;
const found = new Map<keyof typeof pairs, Promise<boolean>>();

/** Throws CREDIT_FONT_MISSING when this server has no font for the text: boxes in the place of a name would be worse than no picture. */
export async function assertWritable(text: string): Promise<void> {
  const script = /[\u2e80-\u{3ffff}]/u.test(text) ? 'chinese' : 'latin';
  const isFound = found.get(script) ?? hasFont(script);
  found.set(script, isFound);
  if (!(await isFound)) throw new CreditFontMissingError({ text: text.slice(0, 40) });
}

async function hasFont(script: keyof typeof pairs): Promise<boolean> {
  const [flat, tall] = await Promise.all(pairs[script].map(heightOf));
  return flat! * 2 < tall!;
}

/** Rows of pixels that this sign has ink in. */
async function heightOf(sign: string): Promise<number> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${svgText(sign, 'x="20" y="70" font-size="60"')}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.height }, (_, row) => data.subarray(row * info.width, (row + 1) * info.width).some((ink) => ink > 40)).filter(Boolean).length;
}

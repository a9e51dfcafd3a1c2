import { createHash } from 'node:crypto';
import type { Asset, FocalPoint } from './asset.js';
import { presetTable, type RenditionFormat, type RenditionPreset } from './presets.js';

/** A part of a picture in pixels of the picture as seen. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One rendition to the last pixel: what is cut out of which picture, how large it becomes, and the key it is kept under. */
export interface RenditionPlan {
  readonly sha256: string;
  readonly preset: RenditionPreset;
  /** The picture as seen. */
  readonly whole: Size;
  readonly box: Box;
  readonly size: Size;
  /** A hash of everything that shapes it: other pixels, another address. */
  readonly recipe: string;
  readonly credit?: string;
}

/** Goes up whenever the same recipe would come to other pixels: libraries' defaults, the table's meaning. */
const generation = 1;

type Picture = Pick<Asset, 'sha256' | 'width' | 'height' | 'focus' | 'crops' | 'credit'>;

/**
 * The largest part of this aspect that holds the focal point as near to its middle as the edges allow. `crop`, an editor's own choice,
 * goes before it and is trimmed around its middle to the aspect.
 */
export function cropBox({ width, height }: Size, aspect: number | undefined, focus: FocalPoint = { x: 0.5, y: 0.5 }, crop?: Box): Box {
  const room = crop ? within({ left: crop.left * width, top: crop.top * height, width: crop.width * width, height: crop.height * height }, width, height) : { left: 0, top: 0, width, height };
  if (aspect === undefined) return room;
  const point = crop ? { x: 0.5, y: 0.5 } : focus;
  const boxWidth = Math.max(1, Math.min(room.width, Math.round(room.height * aspect)));
  const boxHeight = Math.max(1, Math.min(room.height, Math.round(room.width / aspect)));
  return {
    left: room.left + clamp(Math.round(point.x * room.width - boxWidth / 2), room.width - boxWidth),
    top: room.top + clamp(Math.round(point.y * room.height - boxHeight / 2), room.height - boxHeight),
    width: boxWidth, height: boxHeight,
  };
}

const clamp = (value: number, max: number): number => Math.min(Math.max(0, value), max);

function within(box: Box, width: number, height: number): Box {
  const [left, top] = [clamp(Math.round(box.left), width - 1), clamp(Math.round(box.top), height - 1)];
  return { left, top, width: Math.max(1, Math.min(Math.round(box.width), width - left)), height: Math.max(1, Math.min(Math.round(box.height), height - top)) };
}

/** Plans a picture for a preset: at the smallest of its widths that is at least `width`, or at its largest. Undefined for what is no picture. */
export function planRendition(asset: Picture, preset: RenditionPreset, width?: number): RenditionPlan | undefined {
  if (!asset.width || !asset.height) return undefined;
  const { aspect, widths, hasCreditLine } = presetTable[preset];
  const crop = asset.crops?.find((each) => each.preset === preset);
  const whole = { width: asset.width, height: asset.height };
  const box = cropBox(whole, aspect, asset.focus, crop);
  const wanted = widths.find((each) => each >= (width ?? Infinity)) ?? widths.at(-1)!;
  const scale = Math.min(1, wanted / box.width);
  const size = { width: Math.max(1, Math.round(box.width * scale)), height: Math.max(1, Math.round(aspect === undefined || scale === 1 ? box.height * scale : (box.width * scale) / aspect)) };
  const credit = hasCreditLine ? asset.credit : undefined;
  const shape = [generation, asset.sha256, preset, presetTable[preset], box, size, credit];
  return { sha256: asset.sha256, preset, whole, box, size, recipe: createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 12), ...(credit ? { credit } : {}) };
}

/** Plans for every width of a preset that differs, upwards: a srcset. */
export function planWidths(asset: Picture, preset: RenditionPreset): RenditionPlan[] {
  const plans = presetTable[preset].widths.flatMap((width) => planRendition(asset, preset, width) ?? []);
  return plans.filter((plan, at) => plan.size.width !== plans[at - 1]?.size.width);
}

/** The key that a rendition is kept under: it begins with the picture's hash, so all of a picture's can be told. */
export const renditionKey = ({ sha256, preset, recipe }: Pick<RenditionPlan, 'sha256' | 'preset' | 'recipe'>, format: RenditionFormat): string => `${sha256}.${preset}.${recipe}.${format}`;

/** The path of a rendition below the public address: without an ending where the reader's Accept decides. */
export function renditionPath(assetId: string, { preset, size, recipe }: RenditionPlan): string {
  const { formats } = presetTable[preset];
  return `/media/${assetId}/${preset}-${size.width}-${recipe}${formats.length === 1 ? '.jpg' : ''}`;
}

/** What a rendition's address names. */
export interface RenditionAddress {
  readonly preset: string;
  readonly width: number;
  readonly recipe: string;
}

/** Reads the last part of a rendition's address. Undefined for anything else. */
export function readRenditionName(file: string): RenditionAddress | undefined {
  const match = /^([a-zA-Z]{1,20})-(\d{1,5})-([0-9a-f]{12})(\.jpg)?$/.exec(file);
  return match ? { preset: match[1]!, width: Number(match[2]), recipe: match[3]! } : undefined;
}

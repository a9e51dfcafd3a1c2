import type { RenditionPreset } from '../../graphql/generated/schema-types.js';

/** A part of a picture, in fractions of its sides. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The uses that cut, with their width divided by their height: as `presets.ts` of the server has them. */
export const cutPresets = { CARD: 16 / 10, LIST: 4 / 3, HERO: 16 / 9, SHARE: 1.91, WECHAT_COVER: 2.35, WECHAT_SQUARE: 1 } as const satisfies Partial<Record<RenditionPreset, number>>;
export type CutPreset = keyof typeof cutPresets;

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** The largest frame of this shape around the focal point, as the server cuts when nobody chose. `shape` is the picture's width divided by its height. */
export function frameAround(shape: number, aspect: number, focus: { readonly x: number; readonly y: number }): Frame {
  const width = Math.min(1, aspect / shape);
  const height = Math.min(1, shape / aspect);
  return { width, height, left: within(focus.x - width / 2, 1 - width), top: within(focus.y - height / 2, 1 - height) };
}

/** The frame moved by these fractions, never over an edge. */
export const moved = (frame: Frame, byX: number, byY: number): Frame => ({ ...frame, left: within(frame.left + byX, 1 - frame.width), top: within(frame.top + byY, 1 - frame.height) });

/** The frame made larger or smaller around its middle, of the same shape, at least a tenth and at most what fits. */
export function resized(frame: Frame, factor: number): Frame {
  const most = Math.min(1 / frame.width, 1 / frame.height);
  const by = Math.min(Math.max(factor, 0.1 / Math.min(frame.width, frame.height)), most);
  const [width, height] = [frame.width * by, frame.height * by];
  return { width, height, left: within(frame.left + (frame.width - width) / 2, 1 - width), top: within(frame.top + (frame.height - height) / 2, 1 - height) };
}

/** The frame made larger or smaller by its lower right corner, of the same shape, at least a tenth and never over an edge. */
export function stretched(frame: Frame, byX: number, byY: number): Frame {
  const most = Math.min((1 - frame.left) / frame.width, (1 - frame.top) / frame.height);
  const wanted = 1 + (byX / frame.width + byY / frame.height) / 2;
  const by = Math.min(Math.max(wanted, 0.1 / Math.min(frame.width, frame.height)), most);
  return { ...frame, width: frame.width * by, height: frame.height * by };
}

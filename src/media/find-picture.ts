import type { Services } from '../kernel/index.js';
import type { Asset } from './asset.js';
import { findRendition, isKept, peekRendition, prepareRendition } from './kept-renditions.js';
import { contentTypeOf } from './make-rendition.js';
import { planRendition, readRenditionName, renditionPath, type RenditionPlan } from './plan-rendition.js';
import { isPreset, presetTable, type RenditionFormat } from './presets.js';

/** A rendition as it goes out. */
export interface Picture {
  readonly bytes: Buffer;
  readonly contentType: string;
  /** Strong, with its quotes. */
  readonly etag: string;
  /** False while a better format is still being made: the answer may not be kept for long. */
  readonly isFinal: boolean;
  /** Whether another Accept would get another format. */
  readonly isNegotiated: boolean;
}

/** The rendition that the last part of an address names, in the best format that is accepted. Undefined when today's address is another one. */
export async function findPicture(services: Pick<Services, 'now' | 'config'>, asset: Asset, file: string, accept: string): Promise<Picture | undefined> {
  const plan = planNamed(asset, file);
  if (!plan || !renditionPath(asset._id, plan).endsWith(`/${file}`)) return undefined;
  const best = formatFor(plan, accept);
  const format = best === 'avif' && !(await isReady(plan, best)) ? await insteadOfAvif(services, asset._id, plan, accept) : best;
  const bytes = peekRendition(plan, format) ?? await findRendition(services, plan, format);
  return { bytes, contentType: contentTypeOf(format), etag: `"${plan.recipe}-${format}"`, isFinal: format === best, isNegotiated: presetTable[plan.preset].formats.length > 1 };
}

/** The address of today for a rendition's older address; undefined when it never was one. */
export function readPicturePath(asset: Asset, file: string): string | undefined {
  const plan = planNamed(asset, file);
  return plan && renditionPath(asset._id, plan);
}

// Plans are hashed; an asset's copy in memory lives as long as it is unchanged, and so do the plans made of it.
const plans = new WeakMap<Asset, Map<string, RenditionPlan>>();

function planNamed(asset: Asset, file: string): RenditionPlan | undefined {
  const name = readRenditionName(file);
  if (!name || !isPreset(name.preset)) return undefined;
  const known = plans.get(asset) ?? new Map<string, RenditionPlan>();
  const key = `${name.preset}-${name.width}`;
  const plan = known.get(key) ?? planRendition(asset, name.preset, name.width);
  if (plan && known.size < 200) plans.set(asset, known.set(key, plan));
  return plan;
}

const refused: Readonly<Record<RenditionFormat, RegExp>> = { avif: /image\/avif\s*;\s*q=0(\.0*)?\s*(,|$)/, webp: /image\/webp\s*;\s*q=0(\.0*)?\s*(,|$)/, jpeg: /image\/jpeg\s*;\s*q=0(\.0*)?\s*(,|$)/ };

/** True when an Accept header names the format and does not refuse it by a weight of nothing. Wildcards name none: old browsers send them. */
export const takesFormat = (accept: string, format: RenditionFormat): boolean => accept.includes(contentTypeOf(format)) && !refused[format].test(accept);

/** The first of the preset's formats that the reader names in Accept; its last for everybody else. */
function formatFor({ preset }: RenditionPlan, accept: string): RenditionFormat {
  const { formats } = presetTable[preset];
  return formats.find((format) => takesFormat(accept, format)) ?? formats.at(-1)!;
}

const isReady = async (plan: RenditionPlan, format: RenditionFormat): Promise<boolean> => peekRendition(plan, format) !== undefined || isKept(plan, format);

// AVIF takes half a second and more: nobody waits for it. It is made in the background and served from then on.
async function insteadOfAvif(services: Pick<Services, 'now' | 'config'>, assetId: string, plan: RenditionPlan, accept: string): Promise<RenditionFormat> {
  await prepareRendition(services, assetId, plan, 'avif');
  return takesFormat(accept, 'webp') ? 'webp' : 'jpeg';
}

import { LRUCache } from 'lru-cache';
import { Counter, defineJob, enqueue, registry, UnavailableError, type Services } from '../kernel/index.js';
import { AssetModel, type Asset } from './asset.js';
import { withStoredFile } from './files-at-hand.js';
import { withLease } from './leases.js';
import { makeRendition } from './make-rendition.js';
import { planRendition, renditionKey, type RenditionPlan } from './plan-rendition.js';
import { isPreset, presetTable, type RenditionFormat, type RenditionPreset } from './presets.js';
import { pictureSlots } from './read-image.js';
import { storage } from './storage.js';

const made = new Counter({ name: 'yici_media_renditions_made_total', help: 'Renditions encoded by this process', registers: [registry] });

// Renditions are small and asked for again at once; 64 MB of them are answered without a look at the storage.
const inMemory = new LRUCache<string, Buffer>({ maxSize: 64_000_000, sizeCalculation: (bytes) => bytes.length + 200, maxEntrySize: 1_500_000 });
const inTheMaking = new Map<string, Promise<Buffer>>();

/** A picture that cannot be made is not tried again for this long, in milliseconds. */
const failures = new LRUCache<string, Error>({ max: 1000, ttl: 60_000 });

/** The bytes when they are in this process's memory. */
export const peekRendition = (plan: RenditionPlan, format: RenditionFormat): Buffer | undefined => inMemory.get(renditionKey(plan, format));

/** True when the bytes need not be made. */
export async function isKept(plan: RenditionPlan, format: RenditionFormat): Promise<boolean> {
  const key = renditionKey(plan, format);
  return inMemory.has(key) || storage().has(key);
}

/** A rendition's bytes: from memory, from the storage, or made now — once, however many ask in however many processes. */
export function findRendition(services: Pick<Services, 'now' | 'config'>, plan: RenditionPlan, format: RenditionFormat): Promise<Buffer> {
  const key = renditionKey(plan, format);
  const known = inMemory.get(key);
  if (known) return Promise.resolve(known);
  const failure = failures.get(key);
  if (failure) return Promise.reject(failure);
  const running = inTheMaking.get(key) ?? fetchOrMake(services, key, plan, format).finally(() => inTheMaking.delete(key));
  inTheMaking.set(key, running);
  return running;
}

async function fetchOrMake(services: Pick<Services, 'now' | 'config'>, key: string, plan: RenditionPlan, format: RenditionFormat): Promise<Buffer> {
  const kept = await read(key);
  if (kept) return kept;
  const bytes = await withLease(`rendition:${key}`, () => make(services, key, plan, format), { isDone: () => storage().has(key), isLeft: true });
  return bytes ?? (await read(key))!;
}

async function read(key: string): Promise<Buffer | undefined> {
  if (!(await storage().has(key))) return undefined;
  const bytes = await storage().get(key);
  inMemory.set(key, bytes);
  return bytes;
}

async function make(services: Pick<Services, 'now' | 'config'>, key: string, plan: RenditionPlan, format: RenditionFormat): Promise<Buffer> {
  const bytes = await pictureSlots.run(() => withStoredFile(services, plan.sha256, (path) => makeRendition(path, plan, format))).catch((error: Error) => {
    if (!(error instanceof UnavailableError)) failures.set(key, error);
    throw error;
  });
  made.inc();
  await storage().put(key, bytes);
  inMemory.set(key, bytes);
  return bytes;
}

interface MakeRendition {
  readonly assetId: string;
  readonly preset: RenditionPreset;
  readonly width: number;
  readonly format: RenditionFormat;
}

/** Makes a rendition whose encoding is too slow for a reader to wait for. */
const makeLater = defineJob<MakeRendition>({ name: 'media.makeRendition', maxAttempts: 3, async run(ctx, { assetId, preset, width, format }) {
  const asset = await AssetModel.findById(assetId).lean<Asset>();
  const plan = asset && isPreset(preset) && presetTable[preset].formats.includes(format) ? planRendition(asset, preset, width) : undefined;
  if (plan) await findRendition(ctx, plan, format);
} });

const asked = new LRUCache<string, true>({ max: 5000, ttl: 300_000 });

/** Has a rendition made in the background, once. */
export async function prepareRendition(services: Pick<Services, 'now' | 'config'>, assetId: string, plan: RenditionPlan, format: RenditionFormat): Promise<void> {
  const key = renditionKey(plan, format);
  if (asked.has(key)) return;
  asked.set(key, true);
  await enqueue(services, makeLater, { assetId, preset: plan.preset, width: plan.size.width, format }, { uniqueKey: `rendition:${key}` });
}

/** Forgets every rendition of these bytes. */
export async function forgetRenditions(sha256: string): Promise<void> {
  for await (const key of storage().keys(`${sha256}.`)) {
    await storage().delete(key);
    inMemory.delete(key);
  }
}

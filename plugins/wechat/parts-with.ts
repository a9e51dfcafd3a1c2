import type { DeliveredPart } from '../../src/distribution/channel.js';

/** What became of each article of a bundle: its address, and its place for later. Nothing for a single article. */
export const partsWith = (urls: readonly (string | undefined)[]): { parts?: readonly DeliveredPart[] } =>
  (urls.length < 2 ? {} : { parts: urls.map((url, at) => ({ ...(url && { url }), marks: { place: String(at + 1) } })) });

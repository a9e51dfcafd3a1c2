import { LRUCache } from 'lru-cache';
import { PublishedModel } from '../published.js';

/** A word of a question and in how many published contents it stands, counted up to the tenth that makes it common. */
export interface Word {
  readonly text: string;
  readonly count: number;
  readonly isCommon: boolean;
}

/** Below so many contents no word is too common to be asked for. */
const fewest = 200;
const keptMs = 5 * 60_000;

const counts = new LRUCache<string, number>({ max: 5000, ttl: keptMs });

/** Drops what was counted: for tests that change the database underneath. */
export const forgetFrequencies = (): void => counts.clear();

/** How common these words are among what readers see, rarest first. Counts are kept for five minutes and stop at the bound. */
export async function frequenciesOf(texts: readonly string[]): Promise<Word[]> {
  const bound = Math.max(fewest, Math.ceil((await PublishedModel.estimatedDocumentCount()) / 10));
  const words = await Promise.all(texts.map(async (text) => {
    const count = await countOf(text, bound + 1);
    return { text, count, isCommon: count > bound };
  }));
  return words.sort((one, other) => one.count - other.count);
}

async function countOf(text: string, limit: number): Promise<number> {
  const kept = counts.get(text);
  if (kept !== undefined) return kept;
  const count = await PublishedModel.countDocuments({ tokens: text }, { limit });
  counts.set(text, count);
  return count;
}

/** What all results must hold: the common words are left out when others exist, and the two rarest stand when all are common. */
export function demanded(words: readonly Word[]): Word[] {
  const telling = words.filter(({ isCommon }) => !isCommon);
  return telling.length > 0 ? telling : words.slice(0, 2);
}

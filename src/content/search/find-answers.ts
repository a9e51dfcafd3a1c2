import { runCommand } from '../../kernel/index.js';
import type { PublishedContent } from '../published.js';
import { findRanked } from './search-published.js';
import { longestQuery } from './tokens.js';

/** One published content as an answer to a question. */
export type Answer = Pick<PublishedContent, '_id' | 'title' | 'shortTitle' | 'summary' | 'slug' | 'coverId' | 'publishedAt'>;

/** What answers a person's sentence, best first: cut to 100 characters, and with the rarer words alone when nothing holds all of them. */
export async function findAnswers(query: string, limit: number): Promise<Answer[]> {
  const best = (await findRanked(query.slice(0, longestQuery), undefined, { isLenient: true })).slice(0, limit);
  if (best.length === 0) return [];
  const projection = { title: 1, shortTitle: 1, summary: 1, slug: 1, coverId: 1, publishedAt: 1 } as const;
  const found = await runCommand<Answer>({ find: 'published', filter: { _id: { $in: best.map(({ _id }) => _id) } }, projection, limit: best.length });
  const byId = new Map(found.map((each) => [each._id, each]));
  return best.flatMap(({ _id }) => byId.get(_id) ?? []);
}

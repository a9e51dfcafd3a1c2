import { findAnswers } from '../content/index.js';
import type { Config } from '../kernel/index.js';
import { assetCache, assetUrl } from '../media/index.js';
import type { FoundContent } from './channel.js';
import { StandingModel, standingIdOf, type StandingRow } from './standing.js';

/** Most answers that a channel gets at once. */
const mostAnswers = 20;

/** What readers may see and best answers a sentence, with the address where this destination ran it, else the city's. */
export async function searchContents({ publicUrl }: Pick<Config, 'publicUrl'>, destinationId: string, query: string, limit: number): Promise<FoundContent[]> {
  const answers = await findAnswers(query, Math.max(0, Math.min(limit, mostAnswers)));
  const covers = await assetCache.load(answers.map(({ coverId }) => coverId ?? ''));
  const standings = await StandingModel.find({ _id: { $in: answers.map(({ _id }) => standingIdOf({ destinationId, contentId: _id })) } }, { contentId: 1, confirmed: 1 }).lean<StandingRow[]>();
  const urls = new Map(standings.flatMap(({ contentId, confirmed }) => (confirmed?.url && confirmed.action !== 'retract' ? [[contentId, confirmed.url] as const] : [])));
  return answers.map(({ _id, title, summary, slug, publishedAt }, at) => {
    const cover = covers[at];
    const coverUrl = cover ? `${publicUrl}${assetUrl(cover)}` : undefined;
    return { contentId: _id, title, summary, publishedAt, url: urls.get(_id) ?? `${publicUrl}/c/${encodeURIComponent(slug)}`, ...(coverUrl ? { coverUrl } : {}) };
  });
}

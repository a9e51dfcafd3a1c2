import type { Context } from '../kernel/index.js';
import { plainText } from './document/index.js';
import { loadContent } from './load-content.js';
import type { Release, ReleaseAction } from './release.js';
import type { Targets } from './targets.js';

/** What distribution looks at to say who gets a release. */
export type ReleaseFacts = Pick<Release, 'contentId' | 'kind' | 'action' | 'unitId' | 'tags' | 'place' | 'importance' | 'text' | 'topicIds' | 'targets'>;

/** A release's searchable words: what a text rule looks at. */
export const ruleTextOf = ({ title, summary, body }: Pick<Release, 'title' | 'summary' | 'body'>): string => [title, summary, plainText(body)].join('\n');

/**
 * The release that would come next of a content, from its newest revision: a correction where readers see it, else a publication, or
 * the retraction that is asked about. `targets` are those given, else those of its schedule, else those it would follow. Throws NOT_FOUND.
 */
export async function findNextRelease(ctx: Context, id: string, asked: { readonly action?: ReleaseAction | undefined; readonly targets?: Targets | undefined } = {}): Promise<ReleaseFacts> {
  const { _id: contentId, kind, draft, publication, schedule, released } = (await loadContent(ctx, id)).toObject();
  const isPublished = publication === 'published';
  const targets = asked.targets ?? schedule?.targets ?? (isPublished ? released?.targets : undefined);
  const { unitId, tags, place, importance, topicIds } = draft;
  return { contentId, kind, unitId, tags, importance, topicIds, text: ruleTextOf(draft), action: asked.action ?? (isPublished ? 'correct' : 'publish'), ...(place ? { place } : {}), ...(targets ? { targets } : {}) };
}

import { readArticles } from '../article.js';
import { reconcileDraft } from '../pick-up.js';
import { bundled, readDraft } from '../draft-box.js';
import { fillArticles, placeDraft } from '../place-draft.js';
import { EndWith } from '../to-receipt.js';
import type { Work } from '../work.js';

/**
 * The draft of a mass send in the box, holding just what was approved: whatever people changed in it meanwhile is put back, a deleted
 * one is made anew, and one that was bundled with other articles is refused. Safe to repeat.
 */
export async function ownDraft(work: Work): Promise<string> {
  const { journal } = work;
  const adding = journal.get('addingDraft');
  const wait = adding && !journal.get('draftMediaId') ? await reconcileDraft(work, new Date(adding)) : undefined;
  if (wait) throw new EndWith(wait);
  const kept = journal.get('draftMediaId');
  if (kept && await putBack(work, kept)) return kept;
  if (kept) {
    await journal.note('addingDraft', '');
    await journal.note('draftMediaId', '');
  }
  const { mediaId } = await placeDraft(work);
  const articles = readArticles(work.delivery.payload);
  if (((await readDraft(work, mediaId))?.length ?? articles.length) !== articles.length) throw new EndWith(bundled);
  return mediaId;
}

/** False when the draft has left the box. */
async function putBack(work: Work, mediaId: string): Promise<boolean> {
  const items = await readDraft(work, mediaId);
  if (!items) return false;
  const articles = readArticles(work.delivery.payload);
  if (items.length !== articles.length) throw new EndWith(bundled);
  for (const [at, article] of (await fillArticles(work, articles)).entries()) await work.client.updateDraft(mediaId, at, article);
  return true;
}

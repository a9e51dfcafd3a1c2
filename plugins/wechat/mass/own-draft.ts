import { readArticle } from '../article.js';
import { reconcileDraft } from '../pick-up.js';
import { bundled, fillArticle, placeDraft, readDraft } from '../place-draft.js';
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
  if (((await readDraft(work, mediaId))?.length ?? 1) > 1) throw new EndWith(bundled);
  return mediaId;
}

/** False when the draft has left the box. */
async function putBack(work: Work, mediaId: string): Promise<boolean> {
  const items = await readDraft(work, mediaId);
  if (!items) return false;
  if (items.length > 1) throw new EndWith(bundled);
  await work.client.updateDraft(mediaId, 0, await fillArticle(work, readArticle(work.delivery.payload)));
  return true;
}

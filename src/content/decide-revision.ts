import type { Context } from '../kernel/index.js';
import { ContentModel, stateOf, type StoredContent } from './content.js';
import { WrongRevisionError } from './errors.js';
import { advance } from './workflow.js';

/** The very text a decision is about. */
export interface DecidedRevision {
  readonly contentId: string;
  readonly revisionId: string;
  readonly contentHash: string;
}

/** Marks the newest revision as having all signatures. Called by review, in its transaction. Throws WRONG_REVISION, WRONG_STATE. */
export async function approveRevision(ctx: Context, decided: DecidedRevision): Promise<void> {
  const content = await loadDecided(decided);
  Object.assign(content, advance(stateOf(content), 'approve'));
  content.approved = { revisionId: decided.revisionId, contentHash: decided.contentHash, at: ctx.now() };
  content.updatedAt = ctx.now();
  await content.save();
}

/** Sends the newest revision back to its author. Called by review, in its transaction. Throws WRONG_REVISION, WRONG_STATE. */
export async function returnRevision(ctx: Context, decided: DecidedRevision): Promise<void> {
  const content = await loadDecided(decided);
  Object.assign(content, advance(stateOf(content), 'return'));
  content.updatedAt = ctx.now();
  await content.save();
}

/** Throws WRONG_REVISION unless this is still the newest text of its content. */
export async function assertNewest(decided: DecidedRevision): Promise<void> {
  await loadDecided(decided);
}

async function loadDecided({ contentId, revisionId, contentHash }: DecidedRevision): Promise<StoredContent> {
  const content = await ContentModel.findById(contentId);
  if (content?.head.revisionId !== revisionId || content.head.contentHash !== contentHash) throw new WrongRevisionError({ id: contentId });
  return content;
}

import type { Receipt } from '../../src/distribution/channel.js';
import type { NewsItem } from './client/answers.js';
import { hasCode } from './client/errors.js';
import { dropFromBundle } from './drop-from-bundle.js';
import { codes } from './errcodes.js';
import { EndWith } from './to-receipt.js';
import type { Work } from './work.js';

/** The answer for a draft that holds other people's articles too. */
export const bundled: Receipt = { outcome: 'refused', code: 'DRAFT_BUNDLED', message: '这篇草稿已与其他文章合成多图文，为免误动他人文章，请到公众平台人工处理' };

/** The articles of a draft; undefined when it has left the box. */
export async function readDraft({ client }: Work, mediaId: string): Promise<NewsItem[] | undefined> {
  try {
    return await client.getDraft(mediaId);
  } catch (error) {
    if (hasCode(error, codes.noSuchMedia)) return undefined;
    throw error;
  }
}

/** Takes ours out of the box: deletes the draft, or makes our own bundle anew without it. False when it had left the box. */
export async function deleteDraft(work: Work, mediaId: string): Promise<boolean> {
  const items = await readDraft(work, mediaId);
  if (!items) return false;
  if (items.length > 1 && !await dropFromBundle(work, items)) throw new EndWith(bundled);
  await work.client.deleteDraft(mediaId).catch((error: unknown) => {
    if (!hasCode(error, codes.noSuchMedia)) throw error;
  });
  return true;
}

import type { Receipt } from '../../src/distribution/channel.js';
import { lengthTrouble, readArticle, type DraftArticle } from './article.js';
import { askOnce } from './ask-once.js';
import type { NewsItem } from './client/answers.js';
import { hasCode } from './client/errors.js';
import { codes } from './errcodes.js';
import { findDraft } from './find-article.js';
import { markerOf, markersIn } from './marker.js';
import { forgetCover, withMedia } from './media/upload-media.js';
import { earlierVersions, findStandingArticle, standingOf } from './standing.js';
import { visibleText } from './text.js';
import { EndWith } from './to-receipt.js';
import type { Work } from './work.js';

/** The draft of this version in the box. `remarks` are for the operator. */
export interface Placed {
  readonly mediaId: string;
  readonly remarks: readonly string[];
}

/** Sees to it that exactly one draft of this version is in the box: updates the standing one or adds one. */
export async function placeDraft(work: Work): Promise<Placed> {
  const kept = await keptDraft(work);
  if (kept) return { mediaId: kept, remarks: [] };
  const article = readArticle(work.delivery.payload);
  return (await updateStanding(work, article)) ?? addDraft(work, article);
}

/** The draft an earlier attempt left. One that is sent once more by a person's wish, and is gone from the box, is made anew. */
async function keptDraft(work: Work): Promise<string | undefined> {
  const { journal, delivery } = work;
  const kept = journal.get('draftMediaId');
  if (!kept || delivery.last?.outcome !== 'delivered' || await readDraft(work, kept)) return kept;
  await journal.note('addingDraft', '');
  await journal.note('draftMediaId', '');
  return undefined;
}

/** Updates the draft of an earlier version; undefined when there is none. Repeatable, so nothing is noted before. */
async function updateStanding(work: Work, article: DraftArticle): Promise<Placed | undefined> {
  const mediaId = await standingDraft(work);
  const items = mediaId && await readDraft(work, mediaId);
  if (!mediaId || !items) return undefined;
  const index = indexOfOurs(work, items);
  const filled = await fillArticle(work, article);
  await work.client.updateDraft(mediaId, index, filled);
  await work.journal.note('draftMediaId', mediaId);
  return { mediaId, remarks: await differences(work, mediaId, index, filled) };
}

/** The draft a correction replaces; looked for where the ledger only knows that one may have arrived. Never one that may be being published. */
async function standingDraft({ delivery, client }: Work): Promise<string | undefined> {
  if (delivery.action !== 'correct' || delivery.standing?.marks['submitting']) return undefined;
  const standing = standingOf(delivery);
  if (standing?.kind === 'draft') return standing.mediaId;
  return delivery.standing?.isUncertain ? (await findDraft(client, earlierVersions(delivery)))?.id : undefined;
}

/** Where our article is in a draft that people may have bundled with others. A bundle is never published by us. */
function indexOfOurs({ delivery, settings }: Work, items: readonly NewsItem[]): number {
  if (items.length === 1) return 0;
  const { markers } = earlierVersions(delivery);
  const own = [...markers, markerOf(delivery.destination.id, delivery.publication.contentId, delivery.publication.version)];
  const index = items.findIndex(({ content }) => markersIn(content ?? '').some((marker) => own.includes(marker)));
  if (index < 0 || settings.mode === 'publish') throw new EndWith(bundled);
  return index;
}

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

/** Deletes a draft that holds nothing but ours; false when it had left the box. */
export async function deleteDraft(work: Work, mediaId: string): Promise<boolean> {
  const items = await readDraft(work, mediaId);
  if (!items) return false;
  if (items.length > 1) throw new EndWith(bundled);
  await work.client.deleteDraft(mediaId).catch((error: unknown) => {
    if (!hasCode(error, codes.noSuchMedia)) throw error;
  });
  return true;
}

async function addDraft(work: Work, article: DraftArticle): Promise<Placed> {
  const old = work.delivery.action === 'correct' ? await findStandingArticle(work) : undefined;
  const filled = await fillArticle(work, article);
  const mediaId = await addOnce(work, filled).catch(async (error: unknown) => {
    if (!hasCode(error, codes.noSuchMedia)) throw error;
    await forgetCover(article, work.delivery.publication, work);
    return addOnce(work, await fillArticle(work, article));
  });
  await work.journal.note('draftMediaId', mediaId);
  return { mediaId, remarks: [...remarkOnOld(work, old?.url), ...await differences(work, mediaId, 0, filled)] };
}

const addOnce = ({ client, journal, host }: Work, article: DraftArticle): Promise<string> =>
  askOnce(journal, 'addingDraft', host.now().toISOString(), () => client.addDraft(article));

/** The article with its pictures at WeChat, checked once more now that the addresses are known. */
export async function fillArticle(work: Work, article: DraftArticle): Promise<DraftArticle> {
  const filled = await withMedia(article, work.delivery.publication, work);
  const trouble = lengthTrouble(filled);
  if (trouble) throw new EndWith({ outcome: 'refused', code: 'CONTENT_TOO_LONG', message: trouble });
  return filled;
}

function remarkOnOld({ delivery, settings }: Work, oldUrl: string | undefined): string[] {
  if (delivery.action !== 'correct' || !delivery.standing || settings.mode === 'publish') return [];
  return [oldUrl ? `旧文已发布（${oldUrl}），请发布这篇更正草稿并删除旧文` : '原草稿已不在草稿箱，已新建更正草稿；如旧文已人工发布，请发布新草稿并删除旧文'];
}

/** What WeChat changed in the draft, in a sentence. Only a remark: not being able to look is none. */
async function differences(work: Work, mediaId: string, index: number, sent: DraftArticle): Promise<string[]> {
  const kept = await readDraft(work, mediaId).then((items) => items?.[index]?.content, () => undefined);
  return kept === undefined ? [] : compare(sent.content, kept);
}

/** Compares what was sent with what WeChat kept: readers' text and the number of pictures. */
export function compare(sent: string, kept: string): string[] {
  const pictures = (html: string): number => html.match(/<img\b/g)?.length ?? 0;
  const lost = pictures(sent) - pictures(kept);
  const [before, after] = [visibleText(sent), visibleText(kept)];
  const remarks = lost > 0 ? [`微信去掉了 ${lost} 张图片，请检查草稿`] : [];
  return before === after ? remarks : [...remarks, `微信改动了正文（从“${firstDifference(before, after)}”起），请检查草稿`];
}

function firstDifference(before: string, after: string): string {
  const characters = [...before];
  const others = [...after];
  const at = characters.findIndex((character, index) => character !== others[index]);
  return characters.slice(Math.max(0, at < 0 ? characters.length - 8 : at), (at < 0 ? characters.length : at) + 12).join('');
}

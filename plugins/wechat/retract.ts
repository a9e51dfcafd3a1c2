import type { Receipt } from '../../src/distribution/channel.js';
import { hasCode } from './client/errors.js';
import { codes } from './errcodes.js';
import { findDraft, findPublished, type Found } from './find-article.js';
import { deleteDraft } from './draft-box.js';
import { articleOfStanding, assertNothingUnderWay, deleteArticle, earlierVersions, standingOf } from './standing.js';
import type { Work } from './work.js';

/** What no retraction reaches, said with each of them. */
const limitsOfRetraction = '已群发到粉丝会话里的消息、他人的转载和截图无法撤回';
/** How many stray copies of one content are looked for, in the draft box and in the published list each. */
const mostCopies = 5;

/**
 * Takes every version of the content away: what the ledger says stands, and whatever a lost answer or a person's hand left in the draft
 * box and the published list. Every step is repeatable.
 */
export async function retract(work: Work): Promise<Receipt> {
  const standing = standingOf(work.delivery);
  const known = await articleOfStanding(work);
  if (known) await deleteArticle(work, known);
  const hadDraft = standing?.kind === 'draft' && await deleteDraft(work, standing.mediaId);
  const drafts = await removeAll((except) => findDraft(work.client, earlierVersions(work.delivery), except), ({ id }) => deleteDraft(work, id));
  const published = await removePublished(work, known);
  if (!known && published === 0) assertNothingUnderWay(work);
  if (published === 'not allowed' && standing?.kind === 'draft' && !hadDraft && drafts === 0) return mustLook;
  return { outcome: 'delivered', message: summary((hadDraft ? 1 : 0) + drafts, (known ? 1 : 0) + (published === 'not allowed' ? 0 : published)) };
}

const mustLook: Receipt = { outcome: 'refused', code: 'DRAFT_GONE', message: '草稿已不在草稿箱，可能已人工发布；账号没有查询已发布文章的权限，请到公众平台核对并删除' };

function summary(drafts: number, articles: number): string {
  if (drafts + articles === 0) return `草稿箱和已发布列表里都没有这篇文章；${limitsOfRetraction}`;
  const parts = [articles > 0 && `已删除 ${articles} 篇已发布文章`, drafts > 0 && `已删除 ${drafts} 篇草稿`].filter(Boolean);
  return `${parts.join('，')}，读者打开原链接会看到“已被发布者删除”；${limitsOfRetraction}`;
}

async function removePublished(work: Work, known: Found | undefined): Promise<number | 'not allowed'> {
  const target = earlierVersions(work.delivery);
  const without = (except: ReadonlySet<string>): ReadonlySet<string> => new Set([...except, ...(known ? [known.id] : [])]);
  try {
    return await removeAll((except) => findPublished(work.client, target, without(except)), (found) => deleteArticle(work, found));
  } catch (error) {
    if (hasCode(error, codes.noRights)) return 'not allowed';
    throw error;
  }
}

/** Finds and removes until nothing more is found; lists may lag, so what was removed is not looked at again. */
async function removeAll(find: (except: ReadonlySet<string>) => Promise<Found | undefined>, remove: (found: Found) => Promise<unknown>): Promise<number> {
  const removed = new Set<string>();
  while (removed.size < mostCopies) {
    const found = await find(removed);
    if (!found) break;
    await remove(found);
    removed.add(found.id);
  }
  return removed.size;
}

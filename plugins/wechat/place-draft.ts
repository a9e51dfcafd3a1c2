import type { Publication } from '../../src/distribution/channel.js';
import { lengthTrouble, readArticles, type DraftArticle } from './article.js';
import { askOnce } from './ask-once.js';
import type { NewsItem } from './client/answers.js';
import { hasCode } from './client/errors.js';
import { codes } from './errcodes.js';
import { differences } from './differences.js';
import { bundled, deleteDraft, readDraft } from './draft-box.js';
import { findDraft } from './find-article.js';
import { markersIn, markersOf } from './marker.js';
import { forgetCover, withMedia } from './media/upload-media.js';
import { earlierVersions, findStandingArticle, standingOf } from './standing.js';
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
  const articles = readArticles(work.delivery.payload);
  return (await updateStanding(work, articles)) ?? addDraft(work, articles);
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
async function updateStanding(work: Work, articles: readonly DraftArticle[]): Promise<Placed | undefined> {
  const found = await standingDraft(work);
  if (!found) return undefined;
  const { mediaId, items } = found;
  const first = work.delivery.publication.parts ? 0 : indexOfOurs(work, items);
  if (work.delivery.publication.parts && items.length !== articles.length) return undefined;
  const filled = await fillArticles(work, articles);
  for (const [at, article] of filled.entries()) await work.client.updateDraft(mediaId, first + at, article);
  await work.journal.note('draftMediaId', mediaId);
  return { mediaId, remarks: await changesAt(work, mediaId, first, filled) };
}

/** A draft that stands in the box, with its articles. */
interface StandingDraft {
  readonly mediaId: string;
  readonly items: readonly NewsItem[];
}

/** The draft a correction replaces; looked for where the ledger only knows that one may have arrived. Never one that may be being published. */
async function standingDraft(work: Work): Promise<StandingDraft | undefined> {
  const { delivery } = work;
  if (delivery.action !== 'correct' || delivery.standing?.marks['submitting']) return undefined;
  const standing = standingOf(delivery);
  const known = standing?.kind === 'draft' ? standing.mediaId : undefined;
  const items = known && await readDraft(work, known);
  if (known && items) return { mediaId: known, items };
  return findElsewhere(work);
}

/** A bundle is made anew when one of its articles is retracted; the others are found in the new one by their markers. */
async function findElsewhere(work: Work): Promise<StandingDraft | undefined> {
  const { delivery: { standing }, delivery, client } = work;
  if (!standing?.isUncertain && standing?.marks['place'] === undefined) return undefined;
  const found = await findDraft(client, earlierVersions(delivery));
  const items = found && await readDraft(work, found.id);
  return found && items ? { mediaId: found.id, items } : undefined;
}

/** Where our article is in a draft that people may have bundled with others. A bundle is never published by us. */
function indexOfOurs({ delivery, settings }: Work, items: readonly NewsItem[]): number {
  if (items.length === 1) return 0;
  const { markers } = earlierVersions(delivery);
  const own = [...markers, ...markersOf(delivery.destination.id, delivery.publication)];
  const index = items.findIndex(({ content }) => markersIn(content ?? '').some((marker) => own.includes(marker)));
  if (index < 0 || settings.mode === 'publish') throw new EndWith(bundled);
  return index;
}

async function addDraft(work: Work, articles: readonly DraftArticle[]): Promise<Placed> {
  const old = work.delivery.action === 'correct' && !work.delivery.publication.parts ? await findStandingArticle(work) : undefined;
  const filled = await fillArticles(work, articles);
  const mediaId = await addOnce(work, filled).catch(async (error: unknown) => {
    if (!hasCode(error, codes.noSuchMedia)) throw error;
    for (const [at, article] of articles.entries()) await forgetCover(article, partAt(work, at), work);
    return addOnce(work, await fillArticles(work, articles));
  });
  await work.journal.note('draftMediaId', mediaId);
  await deleteSingles(work, articles);
  return { mediaId, remarks: [...remarkOnOld(work, old?.url), ...await changesAt(work, mediaId, 0, filled)] };
}

const addOnce = ({ client, journal, host }: Work, articles: readonly DraftArticle[]): Promise<string> =>
  askOnce(journal, 'addingDraft', host.now().toISOString(), () => client.addDraft(articles));

/** Takes away the drafts in which the articles of a bundle stood alone before. */
async function deleteSingles(work: Work, articles: readonly DraftArticle[]): Promise<void> {
  const { publication: { parts }, destination } = work.delivery;
  for (const [at, part] of (parts ?? []).entries()) {
    const { title, content_source_url: sourceUrl } = articles[at]!;
    const found = await findDraft(work.client, { markers: Array.from({ length: part.version }, (_, version) => markersOf(destination.id, { ...part, version: version + 1 })[0]!), title, sourceUrl, count: 1 });
    if (found) await deleteDraft(work, found.id);
  }
}

/** The publication of the article at this place. */
const partAt = ({ delivery: { publication } }: Work, at: number): Publication => publication.parts?.[at] ?? publication;

/** The articles with their pictures at WeChat. */
export async function fillArticles(work: Work, articles: readonly DraftArticle[]): Promise<DraftArticle[]> {
  const filled: DraftArticle[] = [];
  for (const [at, article] of articles.entries()) filled.push(await fillArticle(work, article, partAt(work, at)));
  return filled;
}

/** The article with its pictures at WeChat, checked once more now that the addresses are known. */
async function fillArticle(work: Work, article: DraftArticle, publication: Publication): Promise<DraftArticle> {
  const filled = await withMedia(article, publication, work);
  const trouble = lengthTrouble(filled);
  if (trouble) throw new EndWith({ outcome: 'refused', code: 'CONTENT_TOO_LONG', message: trouble });
  return filled;
}

function remarkOnOld({ delivery, settings }: Work, oldUrl: string | undefined): string[] {
  if (delivery.action !== 'correct' || !delivery.standing || settings.mode === 'publish') return [];
  return [oldUrl ? `旧文已发布（${oldUrl}），请发布这篇更正草稿并删除旧文` : '原草稿已不在草稿箱，已新建更正草稿；如旧文已人工发布，请发布新草稿并删除旧文'];
}

const changesAt = async (work: Work, mediaId: string, first: number, sent: readonly DraftArticle[]): Promise<string[]> =>
  differences(await readDraft(work, mediaId).catch(() => undefined), first, sent);

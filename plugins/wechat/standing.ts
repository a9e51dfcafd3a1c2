import type { Delivery, Receipt } from '../../src/distribution/channel.js';
import { hasCode } from './client/errors.js';
import { codes } from './errcodes.js';
import { findPublished, type Found, type Target } from './find-article.js';
import { patienceMs } from './judge-submission.js';
import { markerOf } from './marker.js';
import { nextLook } from './publish-receipt.js';
import type { WechatSettings } from './settings.js';
import { readSubmission } from './submission-note.js';
import { oneLine } from './text.js';
import { EndWith } from './to-receipt.js';
import type { Work } from './work.js';

/** What the earlier version is at WeChat. An article without an id was confirmed without one; its publishId leads to it. */
export type StandingArticle =
  | { readonly kind: 'draft'; readonly mediaId: string }
  | { readonly kind: 'article'; readonly articleId: string | undefined; readonly publishId: string | undefined };

/** What stands of an earlier version; undefined when nothing was ever confirmed. */
export function standingOf({ standing }: Delivery<WechatSettings>): StandingArticle | undefined {
  if (!standing) return undefined;
  const { publishId, articleId, draftMediaId } = standing.marks;
  const { remoteId } = standing;
  // What is no number of a draft or a submission is an article's; the ledger keeps the last one it heard.
  const heard = remoteId === publishId || remoteId === draftMediaId ? undefined : remoteId;
  if (publishId || articleId) return { kind: 'article', articleId: articleId || heard, publishId: publishId || undefined };
  const mediaId = draftMediaId || remoteId;
  return mediaId ? { kind: 'draft', mediaId } : undefined;
}

/** All earlier versions of this content at this destination, whatever became of them. */
export function earlierVersions({ publication, destination }: Delivery<WechatSettings>): Target {
  const markers = Array.from({ length: publication.version - 1 }, (_, at) => markerOf(destination.id, publication.contentId, at + 1));
  return { markers, title: oneLine(publication.title), sourceUrl: publication.url };
}

/** The published article of an earlier version, if one is online; also one that a person published by hand from our draft. */
export async function findStandingArticle(work: Work): Promise<Found | undefined> {
  const known = await articleOfStanding(work);
  if (known) return known;
  const found = work.delivery.standing && await findPublishedIfAllowed(work, earlierVersions(work.delivery));
  if (!found) assertNothingUnderWay(work);
  return found;
}

/** The published article the ledger knows of, asked for by its submission where only that is known. */
export async function articleOfStanding(work: Work): Promise<Found | undefined> {
  const standing = standingOf(work.delivery);
  const id = standing?.kind === 'article' ? standing.articleId ?? await articleOf(work, standing.publishId) : undefined;
  return id ? { id, index: placeOf(work.delivery), url: work.delivery.standing?.url } : undefined;
}

/** Its place in the bundle it went out with, from 1; 1 where it went alone. */
const placeOf = ({ standing }: Pick<Delivery<WechatSettings>, 'standing'>): number => Number(standing?.marks['place'] ?? 1);

/** The article a submission became, if it did. An earlier version that WeChat is still publishing must be waited for. */
async function articleOf({ client, host }: Work, publishId: string | undefined): Promise<string | undefined> {
  if (!publishId) return undefined;
  const { publish_status, article_id } = await client.getPublication(publishId);
  if (publish_status === 1) throw new EndWith(waitForEarlier(new Date(host.now().getTime() + 60_000)));
  return article_id;
}

/** An earlier version that was submitted without an answer may still appear: it is given the time in which it would. */
export function assertNothingUnderWay({ delivery, host }: Pick<Work, 'delivery' | 'host'>): void {
  const { submitting, publishId, articleId } = delivery.standing?.marks ?? {};
  if (!submitting || publishId || articleId) return;
  const { at } = readSubmission(submitting);
  if (host.now().getTime() - at.getTime() < patienceMs) throw new EndWith(waitForEarlier(nextLook(at, host.now())));
}

const waitForEarlier = (retryAt: Date): Receipt => ({ outcome: 'failed', message: '上一版还在发布中或结果未明，稍后再处理', retryAt });

/** Looks through the published list; an account without the right to it has none that we could see. */
async function findPublishedIfAllowed({ client }: Work, target: Target, except?: ReadonlySet<string>): Promise<Found | undefined> {
  try {
    return await findPublished(client, target, except);
  } catch (error) {
    if (hasCode(error, codes.noRights)) return undefined;
    throw error;
  }
}

/** Deletes a published article; one that is gone already is as good. */
export async function deleteArticle({ client }: Work, { id, index }: Found): Promise<void> {
  try {
    await client.deleteArticle(id, index);
  } catch (error) {
    if (!hasCode(error, codes.noSuchArticle)) throw error;
  }
}

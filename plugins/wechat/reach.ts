import type { Delivery, Destination, Host, MassSend, ReachReport, ReachRow } from '../../src/distribution/channel.js';
import { beijingDay } from './beijing.js';
import type { ArticleTotal } from './client/answers.js';
import { hasCode, NoAnswerError, WechatError } from './client/errors.js';
import { openClient } from './client/open-client.js';
import { codes } from './errcodes.js';
import { isSameTitle } from './marker.js';
import type { WechatSettings } from './settings.js';

/** WeChat counts an article for thirty days. */
const countedDays = 30;
const dayMs = 24 * 3_600_000;
const mostArticles = 1000;

/** An article of ours that may be counted: by its number, or by its title where a person published our draft and we know no address. */
interface Ours {
  readonly contentId: string;
  readonly since: Date;
  readonly msgids: readonly string[];
  readonly title: string | undefined;
}

/** Readers by day of what stands at this account and of what was sent to followers, for the articles of the last thirty days. */
export async function reach(at: Destination<WechatSettings>, host: Host, sent: readonly MassSend<WechatSettings>[]): Promise<ReachReport> {
  const now = host.now();
  const oldest = now.getTime() - countedDays * dayMs;
  const ours = [...(await host.delivered(mostArticles)).map(ofDelivery), ...sent.map((one) => ofMassSend(one, now))].filter(({ since }) => since.getTime() >= oldest);
  const totals: ArticleTotal[] = [];
  try {
    const isComplete = await gather(at, host, daysSince(ours, now), totals);
    return { rows: rowsOf(totals, ours), isComplete };
  } catch (error) {
    if (!(error instanceof WechatError || error instanceof NoAnswerError)) throw error;
    const isHopeless = error instanceof WechatError && (error.kind === 'rights' || error.kind === 'account');
    return { rows: rowsOf(totals, ours), isComplete: isHopeless, problem: error.message };
  }
}

const midOf = (url: string | undefined): string[] => {
  const query = url && URL.canParse(url) ? new URL(url).searchParams : undefined;
  const mid = query?.get('mid');
  return mid ? [`${mid}_${query?.get('idx') ?? '1'}`] : [];
};

function ofDelivery({ publication, settledAt, marks, last, payload }: Delivery): Ours {
  const url = last && 'url' in last ? last.url : undefined;
  const msgids = [...midOf(url), ...(marks.publishId ? [`${marks.publishId}_${marks.place ?? 1}`] : [])];
  return { contentId: publication.contentId, since: settledAt ?? publication.publishedAt, msgids, title: msgids.length === 0 ? titleIn(payload.body) : undefined };
}

function ofMassSend({ publication, marks, last }: MassSend, now: Date): Ours {
  const url = last && 'url' in last ? last.url : undefined;
  return { contentId: publication.contentId, since: new Date(marks.massAsked ?? now), msgids: [...midOf(url), ...(marks.massDataId ? [`${marks.massDataId}_1`] : [])], title: undefined };
}

function titleIn(body: string): string | undefined {
  const { title } = JSON.parse(body) as { title?: unknown };
  return typeof title === 'string' ? title : undefined;
}

/** The days on which something of ours may have come out, up to yesterday in Beijing. What is confirmed after midnight may have come out before it. */
function daysSince(ours: readonly Ours[], now: Date): string[] {
  if (ours.length === 0) return [];
  const first = Math.min(...ours.map(({ since }) => since.getTime())) - dayMs;
  const days = new Set<string>();
  for (let at = now.getTime() - dayMs; at >= first && days.size < countedDays; at -= dayMs) days.add(beijingDay(new Date(at)));
  return [...days];
}

/** False when WeChat has not counted everything yet. */
async function gather(at: Destination<WechatSettings>, host: Host, days: readonly string[], into: ArticleTotal[]): Promise<boolean> {
  const client = openClient(at.settings, host);
  let isComplete = true;
  for (const day of days) {
    const found = await client.getArticleTotals(day).catch((error: unknown) => {
      if (hasCode(error, codes.notCounted)) return { isDelayed: true, list: [] };
      throw error;
    });
    into.push(...found.list);
    isComplete &&= !found.isDelayed;
  }
  return isComplete;
}

/** One row per content and day: an article that was published and sent is read in both places. */
function rowsOf(totals: readonly ArticleTotal[], ours: readonly Ours[]): ReachRow[] {
  const rows = new Map<string, ReachRow>();
  for (const total of totals) {
    const contentId = ownerOf(total, ours);
    if (!contentId) continue;
    for (const detail of total.detail_list) {
      const key = `${contentId}/${detail.stat_date}`;
      rows.set(key, plus(rows.get(key) ?? { contentId, day: detail.stat_date, readers: 0, shares: 0, likes: 0, comments: 0, favourites: 0 }, detail));
    }
  }
  return [...rows.values()];
}

const ownerOf = ({ msgid, title }: ArticleTotal, ours: readonly Ours[]): string | undefined =>
  (ours.find(({ msgids }) => msgids.includes(msgid)) ?? ours.find((one) => one.title !== undefined && title !== undefined && isSameTitle(one.title, title)))?.contentId;

function plus(row: ReachRow, { read_user, share_user, like_user, comment_count, collection_user }: ArticleTotal['detail_list'][number]): ReachRow {
  const sum = (one = 0, other = 0): number => one + other;
  return {
    ...row, readers: sum(row.readers, read_user), shares: sum(row.shares, share_user), likes: sum(row.likes, like_user),
    comments: sum(row.comments, comment_count), favourites: sum(row.favourites, collection_user),
  };
}

import type { LoggedCall, Draft, Message } from '../../tests/kit/wechat-simulator/index.js';
import type { LogEntry, ReceivedItem } from '../../tests/kit/partner-receiver/index.js';

/** What the outside knows of one article: by its own books, not ours. */
export interface OutletBooks {
  /** freepublish/submit that took effect. */
  readonly submissions: number;
  /** Articles that were ever published, with what stands now. */
  readonly published: readonly { readonly isStanding: boolean; readonly digest: string }[];
  /** Drafts left in the box. */
  readonly drafts: number;
  /** Versions the partner took, in order, and the newest it has. */
  readonly partnerTook: readonly number[];
  readonly partnerHas?: string;
  /** Per feed, how many entries carry the title, and how many of them the corrected summary. */
  readonly feeds: Readonly<Record<string, { readonly entries: number; readonly corrected: number }>>;
}

interface Addresses {
  readonly url: string;
  readonly wechatUrl: string;
  readonly partnerUrl: string;
}

const text = async (url: string): Promise<string> => (await fetch(url)).text();
const json = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;
const control = async <T>(wechatUrl: string, act: string, query = ''): Promise<T> => (await json<{ result: T }>(`${wechatUrl}/_control/${act}${query}`)).result;

/** The simulator's call log, oldest first. */
export const wechatCalls = (wechatUrl: string, path?: string): Promise<LoggedCall[]> => control(wechatUrl, 'calls', path ? `?path=${encodeURIComponent(path)}` : '');

/** The receiver's log, oldest first. */
export const partnerLog = (partnerUrl: string): Promise<LogEntry[]> => json(`${partnerUrl}/log`);

/** Lets the next call of an endpoint wait with its answer, or go lost before it does anything. */
export async function troubleWechat(wechatUrl: string, path: string, moment: 'done, unheard' | 'not done'): Promise<void> {
  const fault = moment === 'not done' ? { kind: 'drop-before-effect' } : { kind: 'delay', ms: 60_000 };
  const response = await fetch(`${wechatUrl}/_control/fault`, { method: 'POST', body: JSON.stringify({ path, fault }) });
  if (!response.ok) throw new Error(`the simulator took no fault: ${await response.text()}`);
}

/** Reads every outlet's books about the article with this title. */
export async function readBooks({ url, wechatUrl, partnerUrl }: Addresses, title: string, correctedSummary: string): Promise<OutletBooks> {
  const [calls, messages, drafts, log, items, feeds] = await Promise.all([
    wechatCalls(wechatUrl, '/cgi-bin/freepublish/submit'), control<Message[]>(wechatUrl, 'published'), control<Draft[]>(wechatUrl, 'drafts'),
    partnerLog(partnerUrl), json<ReceivedItem[]>(`${partnerUrl}/items`), readFeeds(url, title, correctedSummary),
  ]);
  const item = items.find(({ item: { headlines } }) => headlines?.some(({ value }) => value === title))?.item;
  return {
    submissions: calls.filter(({ hasEffect, errcode, subject }) => hasEffect && errcode === 0 && subject.includes(`《${title}》`)).length,
    published: messages.flatMap(({ pages }) => pages).filter(({ article }) => article.title === title).map(({ isDeleted, article }) => ({ isStanding: !isDeleted, digest: article.digest })),
    drafts: drafts.filter(({ articles }) => articles.some((article) => article.title === title)).length,
    partnerTook: log.filter(({ verdict, uri }) => verdict === 'taken' && uri !== undefined && uri === item?.uri).map(({ version }) => version ?? 0),
    ...(item ? { partnerHas: item.version } : {}),
    feeds,
  };
}

async function readFeeds(url: string, title: string, correctedSummary: string): Promise<OutletBooks['feeds']> {
  const [rss, atom, { items }] = await Promise.all([text(`${url}/feeds/all.rss`), text(`${url}/feeds/all.atom`), json<{ items: object[] }>(`${url}/feeds/all.json`)]);
  const entries = { rss: rss.match(/<item>.*?<\/item>/gs) ?? [], atom: atom.match(/<entry>.*?<\/entry>/gs) ?? [], json: items.map((item) => JSON.stringify(item)) };
  return Object.fromEntries(Object.entries(entries).map(([format, all]) => {
    const ours = all.filter((entry) => entry.includes(title));
    return [format, { entries: ours.length, corrected: ours.filter((entry) => entry.includes(correctedSummary)).length }];
  }));
}

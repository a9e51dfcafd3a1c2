import type { Check, CheckServices, CheckSubject, CheckedLink, Spot } from './check.js';
import { spotOn } from './checked-text.js';

/** At most so many different addresses are asked in a run, so many at once. */
const mostAddresses = 60;
const atOnce = 4;

/** Does `work` on all items, a few at a time. Results keep the order of the items. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const hand = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return results;
}

/** Why an address is dead, or nothing. Refusals (401, 403, 405, 429) are answers: many sites turn robots away. */
async function deathOf(url: string, headUrl: (url: string) => Promise<number>): Promise<string | undefined> {
  if (!URL.canParse(url)) return '地址格式有误';
  try {
    const status = await headUrl(url);
    return status === 404 || status === 410 || status >= 500 ? `HTTP ${status}` : undefined;
  } catch {
    return '无应答';
  }
}

const isOnTheWeb = ({ href }: CheckedLink): boolean => /^https?:/i.test(href);

async function deadLinks({ links }: CheckSubject, { headUrl }: CheckServices): Promise<Spot[]> {
  if (!headUrl) return [];
  const web = links.filter(isOnTheWeb);
  const addresses = [...new Set(web.map(({ href }) => href))];
  const asked = addresses.slice(0, mostAddresses);
  const deaths = await inTurns(asked, (url) => deathOf(url, headUrl));
  const deathBy = new Map(asked.map((url, at) => [url, deaths[at]]));
  const dead = web.flatMap(({ path, href }) => {
    const death = deathBy.get(href);
    return death ? [spotOn(path, { zh: `链接打不开（${death}），请更正或删除`, en: `The link does not open (${death}): correct or remove it.` }, { excerpt: href })] : [];
  });
  return [...dead, ...unasked(addresses.length - asked.length)];
}

function unasked(count: number): Spot[] {
  return count > 0 ? [spotOn('links', { zh: `链接过多，有 ${count} 个未检查`, en: `Too many links: ${count} were not tried.` }, { excerpt: String(count) })] : [];
}

async function deadImages({ images }: CheckSubject, { hasAsset }: CheckServices): Promise<Spot[]> {
  if (!hasAsset) return [];
  const isThere = await inTurns(images, ({ assetId }) => hasAsset(assetId));
  return images.flatMap(({ path, assetId }, at) => (isThere[at] ? []
    : [spotOn(path, { zh: '图片已不存在，请重新上传', en: 'The picture is no longer there: upload it again.' }, { excerpt: assetId })]));
}

/** Links that do not open, and pictures that are gone. */
export const deadLinkCheck: Check = {
  id: 'dead-link',
  name: { zh: '失效链接与图片', en: 'Dead links and pictures' },
  severity: 'warn',
  run: async (subject, services) => [...await deadLinks(subject, services), ...await deadImages(subject, services)],
};

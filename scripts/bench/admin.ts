import type { Browser, Page } from 'playwright-core';
import mongoose from 'mongoose';
import { createPerson } from '../../src/accounts/index.js';
import { systemContext } from '../../src/kernel/index.js';
import { desktop, settle, signIn, startChromium } from '../../tests/e2e/browser.js';
import { testPassword } from '../../tests/kit/people.js';
import { ensureBuilt } from '../launch/build.mjs';
import { figure, median, percentile, type Figure } from './figure.js';
import { onANewDatabase, type BenchEnvironment } from './on-a-new-database.js';
import { openBench } from './seed-fanout.js';
import { seedDesk } from './seed-desk.js';
import { startServer, type ServerProcess } from './server-process.js';

const contents = 10_000;
const characters = 20_000;
const login = 'bench.editor';
/** Keys pressed in the document, and beside it in a page that only has its text. */
const keys = 80;
const filters = ['kind=case', 'importance=5', 'tag=%E4%B8%80%E5%B1%8A', 'kind=video', 'order=oldest'];

/** What editors feel: a list of ten thousand rows that is filtered and scrolled, and typing in a document of twenty thousand characters, each beside the bare thing in the same browser. */
export async function run(): Promise<Figure[]> {
  await ensureBuilt();
  return onANewDatabase({}, measure);
}

async function measure(env: BenchEnvironment): Promise<Figure[]> {
  const services = await openBench();
  console.error(`writing ${contents} contents …`);
  const { longId, unitId } = await seedDesk(services, contents, characters);
  await createPerson(systemContext(services, 'bench'), { name: '测量', login, roles: ['editor'], unitId }, { password: testPassword, mustChangePassword: false });
  const server = await startServer(new URL('../../dist/src/app/main.js', import.meta.url).pathname, '/readyz', env);
  const browser = await startChromium();
  try {
    const page = await aDesk(browser, server);
    return [...await measureList(page), ...await measureTyping(page, longId)];
  } finally {
    await browser.close();
    await server.stop();
    await mongoose.disconnect();
  }
}

async function aDesk(browser: Browser, { url }: ServerProcess): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: desktop, locale: 'zh-CN' });
  // What tsx writes around named functions has to be there, too, when they run in the page.
  await context.addInitScript('globalThis.__name = (it) => it');
  const page = await context.newPage();
  await signIn(page, login, testPassword);
  return page;
}

/** From a filter to its rows on the screen, on the usual page and on the longest, beside the bare question to the server; and the frames while the longest page is scrolled, beside those of a plain page. */
async function measureList(page: Page): Promise<Figure[]> {
  const usual = await timeFilters(page, '/admin/contents?');
  const longest = await timeFilters(page, '/admin/contents?size=100&');
  const asked: number[] = [];
  for (let times = 0; times < 10; times += 1) asked.push(await page.evaluate(askBare));
  const ours = await page.evaluate(scrollThrough);
  await page.goto('about:blank');
  await page.setContent(`<table>${'<tr><td>一行</td><td>一行</td><td>一行</td></tr>'.repeat(100)}</table>`);
  const bare = await page.evaluate(scrollThrough);
  const question = { name: 'bare question', value: median(asked) };
  const plain = { name: 'plain scroll p95', value: percentile(bare, 95) };
  return [
    figure(question.name, question.value, 'ms'), figure('filter, 20 rows', median(usual), 'ms', question), figure('filter, 100 rows', median(longest), 'ms', question),
    figure(plain.name, plain.value, 'ms'), figure('scroll p95', percentile(ours, 95), 'ms', plain),
  ];
}

async function timeFilters(page: Page, address: string): Promise<number[]> {
  await page.goto(address);
  await settle(page);
  const times: number[] = [];
  for (const filter of filters) times.push(await timeFilter(page, address + filter));
  return times;
}

/** Milliseconds from the change of the address, inside the page, to its rows: no page is loaded anew. */
function timeFilter(page: Page, address: string): Promise<number> {
  return page.evaluate(async (to) => {
    const begun = performance.now();
    const done = new Promise<void>((resolve) => {
      const seen = new MutationObserver(() => { if (!document.querySelector('[class*=_stale], [data-loading]')) { seen.disconnect(); requestAnimationFrame(() => resolve()); } });
      seen.observe(document.querySelector('main')!, { childList: true, subtree: true, attributes: true });
    });
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
    await done;
    return performance.now() - begun;
  }, address);
}

/** The list's question without a page around it. */
async function askBare(): Promise<number> {
  const begun = performance.now();
  const query = '{ contents(first: 100) { totalCount nodes { id kind title updatedAt workflow } } }';
  await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'x-yici-admin': '1' }, body: JSON.stringify({ query }) })).json();
  return performance.now() - begun;
}

/** The lengths of all frames, in milliseconds, while the page is scrolled down and up. */
function scrollThrough(): Promise<number[]> {
  return new Promise((resolve) => {
    const frames: number[] = [];
    let last = performance.now();
    const step = (now: number): void => {
      frames.push(now - last);
      last = now;
      scrollBy(0, frames.length < 60 ? 80 : -80);
      if (frames.length < 120) requestAnimationFrame(step); else resolve(frames.slice(1));
    };
    requestAnimationFrame(step);
  });
}

/** From the key to the frame that shows it, in the editor and in a page that only has the same text to edit. */
async function measureTyping(page: Page, longId: string): Promise<Figure[]> {
  await page.goto(`/admin/contents/${longId}`);
  await settle(page);
  const text = page.locator('.ProseMirror[contenteditable=true]').first();
  const ours = await timeKeys(page, text);
  const bare = await page.context().newPage();
  await bare.goto('about:blank');
  await bare.setContent(`<div contenteditable=true>${await text.innerHTML()}</div>`);
  const plain = await timeKeys(bare, bare.locator('div').first());
  const base = { name: 'bare typing', value: percentile(plain, 50) };
  return [figure(base.name, base.value, 'ms'), figure('typing', percentile(ours, 50), 'ms', base), figure('typing p95', percentile(ours, 95), 'ms', { name: 'bare typing p95', value: percentile(plain, 95) })];
}

async function timeKeys(page: Page, text: ReturnType<Page['locator']>): Promise<number[]> {
  await text.locator('p').nth(20).click();
  const times = await page.evaluateHandle(() => {
    const heard: number[] = [];
    addEventListener('keydown', () => { const begun = performance.now(); requestAnimationFrame(() => { setTimeout(() => heard.push(performance.now() - begun)); }); }, { capture: true });
    return heard;
  });
  for (let key = 0; key < keys; key += 1) await page.keyboard.press('a', { delay: 30 });
  return times.evaluate((heard) => heard.slice(10));
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page, type Request } from 'playwright-core';
import { npmChromium } from './npm-chromium.js';

/** How a browser is started. */
interface Candidate {
  readonly name: string;
  readonly path: () => Promise<string | undefined>;
  readonly args: readonly string[];
}

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const sandboxless = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];

// The browser of the npm package needs nothing installed by hand; it is built for Linux on x64.
const candidates: readonly Candidate[] = [
  { name: 'YICI_CHROMIUM', path: async () => process.env.YICI_CHROMIUM, args: sandboxless },
  { name: 'npm package @sparticuz/chromium', path: npmChromium, args: [...sandboxless, '--headless=shell'] },
  { name: 'system browser', path: async () => installed.find(existsSync), args: sandboxless },
];

/** Starts a real Chromium: the one of YICI_CHROMIUM, of the npm packages, or of the system, whichever first runs; with more arguments, when given. */
export async function startChromium(more: readonly string[] = []): Promise<Browser> {
  const failures: string[] = [];
  for (const { name, path, args } of candidates) {
    try {
      const executablePath = await path();
      if (executablePath) return await chromium.launch({ executablePath, args: [...args, ...more] });
      failures.push(`${name}: not there`);
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  throw new Error(`No Chromium could be started. Name one by YICI_CHROMIUM.\n  ${failures.join('\n  ')}`);
}

export const phone = { width: 390, height: 844 } as const;
export const desktop = { width: 1440, height: 900 } as const;

/** How the page is to look. */
export interface Look {
  readonly language?: 'zh' | 'en';
  readonly mode?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A new visitor, without a session. Motion is off, so that what is seen does not depend on the moment. */
export async function aVisitor(browser: Browser, url: string, { language = 'zh', mode = 'light', viewport = desktop }: Look = {}, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, viewport: { ...viewport }, locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', colorScheme: mode, reducedMotion: 'reduce', ...options });
  context.on('requestfailed', reloadAfterNetworkChange);
  await context.addInitScript(`localStorage.getItem('yici.appearance') ?? localStorage.setItem('yici.appearance', '${JSON.stringify({ language })}')`);
  return context;
}

/** When a container starts on this machine its network changes, and Chromium drops what is being loaded, also from this machine itself: a page that lacks a script then is loaded again. */
function reloadAfterNetworkChange(request: Request): void {
  const isOfPage = ['script', 'stylesheet'].includes(request.resourceType());
  if (isOfPage && request.failure()?.errorText === 'net::ERR_NETWORK_CHANGED') request.frame().page().reload().catch(() => undefined);
}

/** Signs in by the sign-in page, as a person does, and waits for the workplace. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('main#main').waitFor();
}

/** What axe found, one line for each place. */
export async function scan(page: Page): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const found = await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary, html }) => id + ' at ' + target.join(' ') + ': ' + failureSummary.split('\\n').slice(1, 2).join(' ').trim() + ' | ' + html.slice(0, 160))))`);
  return found as string[];
}

/** Turns the page light or dark and waits until every colour has arrived. */
export async function lookIn(page: Page, mode: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: mode, reducedMotion: 'reduce' });
  if (!page.url().startsWith('http')) return;
  await page.locator(`html[data-mode=${mode}]`).waitFor({ state: 'attached' });
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))');
}

/** Waits until nothing is being fetched and no grey lines are shown. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[data-loading]').first().waitFor({ state: 'detached' });
}

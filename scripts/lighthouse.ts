/**
 * `npm run lighthouse [-- WORD …]`: Lighthouse on the pages where editors begin and live, of the built admin and the demo, on a desktop and on a
 * phone with a slow line. Prints the scores, 0 to 100, and what costs points. Words narrow it: `npm run lighthouse -- home phone`.
 */
import type { Browser } from 'playwright-core';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { signedIn } from './demo/signed-in.js';
import { startDemo, type Demo } from './demo/start-demo.js';
import { ensureBuilt } from './launch/build.mjs';
import { freePort } from './launch/port.mjs';
import { startChromium } from '../tests/e2e/browser.js';

const pages: Readonly<Record<string, (demo: Demo) => string>> = {
  'sign-in': () => '/sign-in',
  home: () => '/',
  list: () => '/contents',
  editor: ({ stage }) => `/contents/${stage.content}`,
};
const devices = { desktop: desktopConfig, phone: undefined } as const;
const categories = ['performance', 'accessibility', 'best-practices'];
const words = process.argv.slice(2);
const wants = (names: readonly string[], name: string): boolean => names.every((one) => !words.includes(one)) || words.includes(name);

async function main(): Promise<void> {
  await ensureBuilt({ only: 'build:admin' });
  const port = await freePort();
  const [demo, browser] = [await startDemo(), await startChromium([`--remote-debugging-port=${port}`])];
  try {
    for (const page of Object.keys(pages).filter((name) => wants(Object.keys(pages), name))) {
      await enter(browser, demo, page !== 'sign-in');
      for (const device of Object.keys(devices).filter((name) => wants(Object.keys(devices), name)) as (keyof typeof devices)[]) {
        const result = await lighthouse(`${demo.url}/admin${pages[page]!(demo)}`, { port, onlyCategories: categories, disableStorageReset: true, output: 'json' }, devices[device]);
        if (result) tell(page, device, result.lhr);
      }
    }
  } finally {
    await browser.close();
    await demo.stop();
  }
}

/** Lighthouse opens pages of its own, in the browser's first context: with an editor's session there, or without one. */
async function enter(browser: Browser, demo: Demo, isSignedIn: boolean): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  await session.send('Storage.clearCookies');
  if (isSignedIn) await session.send('Storage.setCookies', { cookies: (await signedIn(browser, demo.url, 'editor')).map(({ name, value, httpOnly }) => ({ name, value, httpOnly, url: demo.url })) });
  await session.detach();
}

function tell(page: string, device: string, { categories: scored, audits }: Result): void {
  const scores = Object.values(scored).map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`);
  console.log(`${page.padEnd(8)} ${device.padEnd(8)} ${scores.join('  ')}`);
  for (const { auditRefs } of Object.values(scored)) for (const { id, weight } of auditRefs) {
    const { score, title, displayValue = '' } = audits[id]!;
    if (weight > 0 && score !== null && score < 0.9) console.log(`    ${String(Math.round(score * 100)).padStart(3)} ${title} ${displayValue}`);
  }
}

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});

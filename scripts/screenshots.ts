/**
 * `npm run screenshots [-- WORD …]`: the demo in a database of its own, every page of the admin in both languages, light and dark, on
 * desktop and phone, as PNG files in a folder it names. Words narrow it: `npm run screenshots -- review dark zh phone`.
 */
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { aVisitor, desktop, phone, settle, startChromium, type Look } from '../tests/e2e/browser.js';
import { visitedRoutes, type VisitedRoute } from '../tests/e2e/routes.js';
import type { DemoStage } from './demo/admin-stage.js';
import { signedIn, type Cookies } from './demo/signed-in.js';
import { startDemo, type Demo } from './demo/start-demo.js';
import { ensureBuilt } from './launch/build.mjs';

const sizes = { desktop, phone } as const;
const words = process.argv.slice(2);
const wants = (...names: string[]): boolean => names.every((name, at) => { const asked = words.filter((word) => vocabulary[at]!.includes(word)); return asked.length === 0 || asked.includes(name); });
const vocabulary: readonly (readonly string[])[] = [visitedRoutes.map(({ name }) => name), ['zh', 'en'], ['light', 'dark'], ['desktop', 'phone']];

async function main(): Promise<void> {
  const unknown = words.filter((word) => !vocabulary.some((set) => set.includes(word)));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Known: ${vocabulary.flat().join(', ')}.`);
  const folder = join(tmpdir(), 'yici-screenshots');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await ensureBuilt({ only: 'build:admin' });
  const demo = await startDemo();
  const browser = await startChromium();
  try {
    const count = await shootAll(browser, demo, folder);
    console.log(`${count} pictures in ${folder}`);
  } finally {
    await browser.close();
    await demo.stop();
  }
}

async function shootAll(browser: Browser, demo: Demo, folder: string): Promise<number> {
  let count = 0;
  const cookiesOf = new Map<string, Cookies>();
  for (const language of ['zh', 'en'] as const) for (const mode of ['light', 'dark'] as const) for (const size of ['desktop', 'phone'] as const) {
    const look: Look = { language, mode, viewport: sizes[size] };
    for (const role of new Set(visitedRoutes.map((route) => route.as))) {
      const routes = visitedRoutes.filter((route) => route.as === role && wants(route.name, language, mode, size));
      if (routes.length === 0) continue;
      const cookies = role === 'visitor' ? [] : cookiesOf.get(role) ?? await signedIn(browser, demo.url, role);
      cookiesOf.set(role, cookies);
      const context = await aVisitor(browser, demo.url, look);
      await context.addCookies(cookies);
      const page = await context.newPage();
      for (const route of routes) {
        await page.goto(pathOf(route, demo.stage));
        await settle(page);
        await page.screenshot({ path: join(folder, `${route.name}-${language}-${mode}-${size}.png`) });
        count += 1;
      }
      await context.close();
    }
  }
  return count;
}

const pathOf = ({ path }: VisitedRoute, stage: DemoStage): string => `/admin${path.replace(/\{(review|content|destination|delivery)\}/g, (_, name: keyof DemoStage) => stage[name])}`;

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});

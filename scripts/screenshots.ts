/**
 * `npm run screenshots [-- WORD …]`: the demo in a database of its own, every page of the admin in both languages, light and dark, on
 * desktop and phone, as PNG files in a folder it names. Words narrow it: `npm run screenshots -- review dark zh phone`.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { startApp } from '../src/app/start.js';
import { loadConfig, systemContext } from '../src/kernel/index.js';
import { aVisitor, desktop, phone, settle, signIn, startChromium, type Look } from '../tests/e2e/browser.js';
import { buildAdmin } from '../tests/e2e/built-admin.js';
import { visitedRoutes, type VisitedRoute } from '../tests/e2e/routes.js';
import { setDemoStage, type DemoStage } from './demo/admin-stage.js';
import { startOutside } from './demo/outside.js';
import { demoPassword, people } from './demo/people.js';
import { seedDemo } from './demo/seed.js';
import { startTemporaryDatabase } from './mongo/index.mjs';

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
  await buildAdmin();
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

interface Demo {
  readonly url: string;
  readonly stage: DemoStage;
  stop(): Promise<void>;
}

async function startDemo(): Promise<Demo> {
  const database = await startTemporaryDatabase({ say: () => undefined });
  const dataDir = await mkdtemp(join(tmpdir(), 'yici-demo-'));
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'error', MONGODB_URI: database.uri, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, YICI_SECRET: 'a-secret-for-pictures-of-32-characters' };
  const outside = await startOutside(env);
  const running = await startApp(loadConfig({ ...env, ...outside.environment }));
  await seedDemo(systemContext(running.services, 'screenshots'), outside, () => undefined);
  const url = `http://127.0.0.1:${port}`;
  return {
    url, stage: await setDemoStage(url),
    async stop() {
      await running.stop();
      await outside.stop();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A port with two free ones above it, where the demo's outlets will be. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
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

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

async function signedIn(browser: Browser, url: string, role: string): Promise<Cookies> {
  const context = await aVisitor(browser, url);
  await signIn(await context.newPage(), people.find((person) => person.role === role)!.login, demoPassword);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

const pathOf = ({ path }: VisitedRoute, stage: DemoStage): string => `/admin${path.replace(/\{(review|content|destination|delivery)\}/g, (_, name: keyof DemoStage) => stage[name])}`;

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});

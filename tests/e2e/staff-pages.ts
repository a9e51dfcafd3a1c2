import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { ensureBuilt } from '../../scripts/launch/build.mjs';
import type { TestApp } from '../kit/app.js';
import { testPassword } from '../kit/people.js';
import { aVisitor, signIn, startChromium, type Look } from './browser.js';
import { loginOf, type staffRoles } from './stage.js';

/** A page of somebody of this role, signed in, in a browser of their own; of a visitor, blank. */
export type PageOf = (role: (typeof staffRoles)[number] | 'visitor', look?: Look, options?: BrowserContextOptions) => Promise<Page>;

/** Builds the admin and starts one browser for a test file; what was opened in a test is closed after it. */
export function useStaffPages(app: TestApp): PageOf {
  let browser: Browser | undefined;
  const open: BrowserContext[] = [];
  beforeAll(async () => {
    await ensureBuilt({ only: 'build:admin' });
    browser = await startChromium();
  });
  afterEach(async () => { await Promise.all(open.splice(0).map((context) => context.close())); });
  afterAll(() => browser?.close());
  return async (role, look, options) => {
    const context = await aVisitor(browser!, app.url, look, options);
    open.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    if (role !== 'visitor') await signIn(page, loginOf(role), testPassword);
    return page;
  };
}

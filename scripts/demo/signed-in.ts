import type { Browser, BrowserContext } from 'playwright-core';
import { aVisitor, signIn } from '../../tests/e2e/browser.js';
import { demoPassword, people } from './people.js';

/** A browser's cookies. */
export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** The cookies of the demo's person with this role, who signed in by the page. */
export async function signedIn(browser: Browser, url: string, role: string): Promise<Cookies> {
  const context = await aVisitor(browser, url);
  await signIn(await context.newPage(), people.find((person) => person.role === role)!.login, demoPassword);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

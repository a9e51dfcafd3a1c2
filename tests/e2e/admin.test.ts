import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { useApp } from '../kit/app.js';
import { useMedia } from '../kit/contents.js';
import { aPerson, testPassword } from '../kit/people.js';
import { useDatabase } from '../kit/services.js';
import { aVisitor, lookIn, phone, scan, settle, signIn, startChromium, type Look } from './browser.js';
import { buildAdmin } from './built-admin.js';
import { visitedRoutes, type VisitedRoute } from './routes.js';
import { loginOf, setStage, type Stage } from './stage.js';

useDatabase({ keep: true });
beforeAll(useMedia);
const app = useApp();

let browser: Browser;
let stage: Stage;
const open: BrowserContext[] = [];

beforeAll(async () => {
  await buildAdmin();
  stage = await setStage();
  browser = await startChromium();
}, 60_000);
afterEach(async () => { await Promise.all(open.splice(0).map((context) => context.close())); });
afterAll(() => browser?.close());

/** A page in a browser of its own. What the page complains of fails the test that looks at `complaints`. */
async function aPage(look?: Look): Promise<{ page: Page; complaints: string[] }> {
  const context = await aVisitor(browser, app.url, look);
  open.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error' && !/status of 40[0-9]/.test(message.text())) complaints.push(message.text()); });
  return { page, complaints };
}

async function ask(query: string, variables: object, token?: string): Promise<{ data?: Record<string, Record<string, unknown>> }> {
  const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify({ query, variables }) });
  return await response.json() as { data?: Record<string, Record<string, unknown>> };
}

/** Ends every session of a person, as an administrator's reset or twelve idle hours would. */
async function endSessionsOf(login: string): Promise<void> {
  const { data } = await ask('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { login, password: testPassword } });
  await ask('mutation { endOtherSessions }', {}, String(data?.signIn?.token));
}

const pathOf = ({ path }: VisitedRoute): string => `/admin${path.replace('{review}', stage.blockedReview).replace('{content}', stage.content)}`;

describe('sign-in', () => {
  it('works by the keyboard alone and leads to where the person wanted to go', async () => {
    const { page } = await aPage();
    await page.goto('/admin/reviews?tab=open');
    await page.locator('input[name=login]').waitFor();
    await page.keyboard.type(loginOf('editor'));
    await page.keyboard.press('Tab');
    await page.keyboard.type(testPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '审核' }).waitFor();
    expect(new URL(page.url()).search).toBe('?tab=open');
  });

  it('says what went wrong and keeps the login', async () => {
    const { page } = await aPage();
    await page.goto('/admin/sign-in');
    await page.locator('input[name=login]').fill('nobody.here');
    await page.locator('input[name=password]').fill('something wrong');
    await page.keyboard.press('Enter');
    await expectText(page, '[role=alert]', '账号或密码不正确');
    expect(await page.locator('input[name=login]').inputValue()).toBe('nobody.here');
    expect(await page.locator('input[name=password]').inputValue()).toBe('');
  });

  it('counts down while too many failures keep a login out', async () => {
    const { page } = await aPage({ language: 'en' });
    for (let failure = 0; failure < 5; failure += 1) await ask('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { login: 'locked.out', password: 'wrong wrong wrong' } });
    await page.goto('/admin/sign-in');
    await page.locator('input[name=login]').fill('locked.out');
    await page.locator('input[name=password]').fill('wrong wrong wrong');
    await page.keyboard.press('Enter');
    await expectText(page, '[role=alert]', /Try again in \d:\d\d/);
  });

  it('makes holders of a one-time password choose their own first', async () => {
    await aPerson({ login: 'new.person', mustChangePassword: true });
    const { page } = await aPage();
    await page.goto('/admin/sign-in');
    await page.locator('input[name=login]').fill('new.person');
    await page.locator('input[name=password]').fill(testPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '请先修改密码' }).waitFor();
    await page.locator('input[name=current]').fill(testPassword);
    await page.locator('input[name=new]').fill('桐庐试点先行-一窗受理');
    await page.locator('input[name=repeat]').fill('桐庐试点先行-一窗受理');
    await page.keyboard.press('Enter');
    await page.locator('main#main').waitFor();
  });

  it('asks again over the page when the session has ended, keeps what was typed, and sends it then', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.goto(`/admin/reviews/${stage.blockedReview}`);
    await page.getByRole('button', { name: '退回修改' }).click();
    await page.getByRole('textbox', { name: '退回理由' }).fill('手机号码须遮蔽，“既使”应为“即使”。');
    await endSessionsOf(loginOf('editor'));
    await page.getByRole('button', { name: '确认退回' }).click();
    await page.getByRole('dialog', { name: '登录已过期' }).waitFor();
    expect(await page.getByRole('textbox', { name: '退回理由', includeHidden: true }).inputValue()).toContain('手机号码须遮蔽');
    await page.locator('dialog input[name=password]').fill(testPassword);
    await page.keyboard.press('Enter');
    await page.getByText('editor 在初审退回').waitFor();
    await page.getByText('手机号码须遮蔽，“既使”应为“即使”。').waitFor();
  });
});

describe('review', () => {
  it('is signed on a phone: check, sign, done', async () => {
    const { page } = await aPage({ viewport: phone });
    await signIn(page, loginOf('editor'), testPassword);
    await page.getByRole('link', { name: '给新生儿上户口只跑一次' }).click();
    await page.getByRole('button', { name: '签署或退回' }).click();
    for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check();
    await page.getByRole('dialog').getByRole('button', { name: '签署初审' }).click();
    await page.getByText('已签署初审').waitFor();
    await page.getByText('您已签署过这一稿').waitFor();
  });
});

describe('lists', () => {
  it('keep their filters in the address, so that a link shows the same list', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.goto('/admin/contents?workflow=SCHEDULED');
    await inTable(page, '拿地即开工').waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await inTable(page, '不动产登记一小时办结').waitFor();
    await page.goBack();
    await inTable(page, '不动产登记一小时办结').waitFor({ state: 'detached' });
  });

  it('archive many at once and take it back', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.goto('/admin/contents?workflow=DRAFT');
    await page.getByRole('checkbox', { name: '选择「企业开办一日办结在全市推开」' }).check();
    await page.getByRole('button', { name: '归档 1 条' }).click();
    await page.getByText('没有符合条件的稿件').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await inTable(page, '企业开办一日办结在全市推开').waitFor();
  });

  it('are exported as CSV that Excel opens in Chinese', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.goto('/admin/contents');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV' }).click()]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFF标题,类型,单位')).toBe(true);
    expect(text).toContain('拿地即开工,文章,余杭区');
  });
});

describe('keyboard', () => {
  it('opens the palette, finds a page by its English name, and leaves Enter to an input method that composes', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('combobox', { name: '命令面板' });
    await palette.fill('reviews');
    await palette.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await palette.isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '审核' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  });

  it('skips the navigation by the first Tab', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });
});

describe('every page', () => {
  for (const role of new Set(visitedRoutes.map((route) => route.as))) {
    it(`of the ${role} passes axe in light and dark, fits 360 px, and complains of nothing`, async () => {
      const { page, complaints } = await aPage();
      if (role !== 'visitor') await signIn(page, loginOf(role), testPassword);
      for (const route of visitedRoutes.filter((each) => each.as === role)) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await lookIn(page, 'light');
        await page.goto(pathOf(route));
        await settle(page);
        expect({ route: route.name, light: await scan(page) }).toEqual({ route: route.name, light: [] });
        await lookIn(page, 'dark');
        expect({ route: route.name, dark: await scan(page) }).toEqual({ route: route.name, dark: [] });
        await page.setViewportSize({ width: 360, height: 740 });
        expect({ route: route.name, width: await page.evaluate('document.documentElement.scrollWidth') }).toEqual({ route: route.name, width: 360 });
      }
      expect(complaints).toEqual([]);
    }, 90_000);
  }
});

describe('weight', () => {
  it('is at most 250 kB of compressed script until the home page stands', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('chiefEditor'), testPassword);
    const { page: fresh } = await aPage();
    await fresh.context().addCookies(await page.context().cookies());
    const sizes: Promise<number>[] = [];
    fresh.on('requestfinished', (request) => { if (request.resourceType() === 'script') sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)); });
    await fresh.goto('/admin/');
    await settle(fresh);
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(250_000);
  });
});

async function expectText(page: Page, selector: string, text: string | RegExp): Promise<void> {
  await page.locator(selector).filter({ hasText: text }).waitFor();
}

/** A title in the list, whatever it leads to. */
const inTable = (page: Page, title: string): Locator => page.getByRole('table').getByText(title, { exact: true });

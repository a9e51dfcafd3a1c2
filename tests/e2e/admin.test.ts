import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import mongoose from 'mongoose';
import sharp from 'sharp';
import { ensureBuilt } from '../../scripts/launch/build.mjs';
import { findPersonByLogin } from '../../src/accounts/index.js';
import { correctContent, retractContent, updateContent } from '../../src/content/index.js';
import { watchDeliveries } from '../../src/distribution/index.js';
import { Changes } from '../../src/kernel/index.js';
import { useApp } from '../kit/app.js';
import { aContent, anApproved, anAsset, aPublished, approve, bodyOf, findStored, submit, useMedia } from '../kit/contents.js';
import { aPerson, as, asPerson, testPassword } from '../kit/people.js';
import { clock, services, useDatabase } from '../kit/services.js';
import { outlet } from '../distribution/outlets.js';
import { until } from '../kernel/until.js';
import { aVisitor, lookIn, phone, scan, settle, signIn, startChromium, type Look } from './browser.js';
import { visitedRoutes, type VisitedRoute } from './routes.js';
import { askAs, deliverEverything, endSessionsOf, loginOf, setStage, type Stage } from './stage.js';

useDatabase({ keep: true });
beforeAll(useMedia);
const app = useApp();

let browser: Browser;
let stage: Stage;
const open: BrowserContext[] = [];

beforeAll(async () => {
  await ensureBuilt({ only: 'build:admin' });
  stage = await setStage();
  browser = await startChromium();
});
afterEach(async () => {
  clock.reset();
  await Promise.all(open.splice(0).map((context) => context.close()));
});
afterAll(() => browser?.close());

/** A page in a browser of its own. What the page complains of fails the test that looks at `complaints`. */
async function aPage(look?: Look): Promise<{ page: Page; complaints: string[] }> {
  const context = await aVisitor(browser, app.url, look);
  open.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error' && !/status of 40[0-9]|ERR_NETWORK_CHANGED/.test(message.text())) complaints.push(message.text()); });
  return { page, complaints };
}

const ask = (query: string, variables: object): Promise<unknown> => askAs(app.url, query, variables);

const pathOf = ({ path }: VisitedRoute): string => `/admin${path.replace('{review}', stage.blockedReview).replace('{content}', stage.content).replace('{destination}', stage.destination).replace('{delivery}', stage.delivery)}`;

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

  it('counts down while too many failures keep a login out, and says when it is over', async () => {
    const { page } = await aPage({ language: 'en' });
    await page.clock.install();
    for (let failure = 0; failure < 5; failure += 1) await ask('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { login: 'locked.out', password: 'wrong wrong wrong' } });
    await page.goto('/admin/sign-in');
    await page.locator('input[name=login]').fill('locked.out');
    await page.locator('input[name=password]').fill('wrong wrong wrong');
    await page.keyboard.press('Enter');
    await expectText(page, '[role=alert]', /Try again in \d:\d\d/);
    await page.clock.fastForward('30:00');
    await expectText(page, '[role=alert]', 'You can try again now.');
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
    await endSessionsOf(app.url, loginOf('editor'));
    await page.getByRole('button', { name: '确认退回' }).click();
    await page.getByRole('dialog', { name: '登录已过期' }).waitFor();
    expect(await page.getByRole('textbox', { name: '退回理由', includeHidden: true }).inputValue()).toContain('手机号码须遮蔽');
    await page.locator('dialog input[name=password]:focus').waitFor();
    await page.keyboard.type(testPassword);
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

describe('one’s own account', () => {
  it('takes a telephone number, and a new password, which ends sessions elsewhere, and gives a key to a program until it is taken back', async () => {
    const { login } = await aPerson({ roles: ['editor'] });
    const [here, elsewhere] = [(await aPage()).page, (await aPage()).page];
    for (const page of [here, elsewhere]) await signIn(page, login, testPassword);
    await here.clock.setFixedTime(services.now());
    await here.goto('/admin/account');
    await here.getByLabel('电话').fill('0571-87654321');
    await here.getByRole('button', { name: '保存联系方式' }).click();
    await here.getByText('已保存').waitFor();
    await here.reload();
    await here.locator('input[type=text][value="0571-87654321"]').waitFor();
    await here.locator('input[name=current]').fill(testPassword);
    for (const name of ['new', 'repeat']) await here.locator(`input[name=${name}]`).fill('余杭先行先试-容缺受理');
    await here.keyboard.press('Enter');
    await here.getByText('密码已修改').waitFor();
    await here.getByRole('button', { name: '结束', exact: true }).waitFor({ state: 'detached' });
    await elsewhere.goto('/admin/contents');
    await elsewhere.waitForURL(/sign-in/);
    await here.getByRole('button', { name: '新建密钥' }).click();
    await here.getByRole('dialog').getByLabel('用途').fill('统计程序');
    await here.getByRole('dialog').getByRole('button', { name: '新建密钥' }).click();
    const bearer = await here.getByRole('dialog', { name: '密钥已生成' }).locator('code').innerText();
    const ask = async (): Promise<unknown> => (await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }, body: JSON.stringify({ query: '{ me { permissions } }' }) })).json();
    expect(await ask()).toEqual({ data: { me: { permissions: ['content.read'] } } });
    await here.getByRole('dialog', { name: '密钥已生成' }).getByRole('button', { name: '我已存好' }).click();
    await here.getByRole('row').filter({ hasText: '统计程序' }).getByRole('button', { name: '吊销' }).click();
    await here.getByRole('dialog', { name: '吊销「统计程序」？' }).getByRole('button', { name: '吊销' }).click();
    await here.getByRole('row').filter({ hasText: '统计程序' }).getByText('已吊销').waitFor();
    expect(await ask()).toEqual({ data: { me: null } });
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

  it('find words anywhere in a text as they are typed, in the newest first order of the list', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.goto('/admin/contents');
    await inTable(page, '不动产登记一小时办结').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('便民服务点');
    await inTable(page, '不动产登记一小时办结').waitFor({ state: 'detached' });
    await page.locator('input[type=search]:focus').waitFor();
    expect([await page.getByRole('row').count(), await inTable(page, '西湖区便民服务点延伸到村社').count(), new URL(page.url()).searchParams.get('q')]).toEqual([2, 1, '便民服务点']);
  });

  it('are saved under a name on the server, shared with the unit, taken away and had back', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.goto('/admin/contents?workflow=SCHEDULED&kind=article');
    await page.getByRole('button', { name: '常用视图' }).click();
    await page.getByRole('textbox', { name: '视图名称' }).fill('待发布的文章');
    await page.getByText('本单位', { exact: true }).click();
    await page.getByRole('button', { name: /保存$/ }).click();
    await page.getByText('已保存视图「待发布的文章」').waitFor();
    await page.getByRole('button', { name: /star.*待发布的文章/ }).click();
    await page.getByRole('button', { name: '删除视图「待发布的文章」' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('dialog', { name: '常用视图' }).getByRole('button', { name: '待发布的文章 本单位' }).waitFor();
    const { page: colleague } = await aPage();
    await signIn(colleague, loginOf('contributor'), testPassword);
    await colleague.goto('/admin/contents');
    await settle(colleague);
    await colleague.getByRole('button', { name: '常用视图' }).click();
    await colleague.getByRole('button', { name: /待发布的文章.*editor/ }).click();
    await inTable(colleague, '不动产登记一小时办结').waitFor({ state: 'detached' });
    expect([new URL(colleague.url()).search, await colleague.getByRole('row').count()]).toEqual(['?workflow=SCHEDULED&kind=article', 2]);
  });

  it('show the columns that were chosen, at the next visit too', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.goto('/admin/contents');
    await settle(page);
    await page.getByRole('columnheader', { name: '宣传重点' }).waitFor();
    await page.getByRole('button', { name: '显示的列' }).click();
    await page.getByRole('checkbox', { name: '宣传重点' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: '宣传重点' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('columnheader', { name: '单位' }).waitFor();
    expect(await page.getByRole('columnheader', { name: '宣传重点' }).count()).toBe(0);
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

  it('do with many at once, chosen with Shift, what each of them allows, and untick what another filter hides', async () => {
    for (const title of ['成批送审甲', '成批送审乙', '成批送审丙']) await aContent({ title, tags: ['成批'] });
    const { page } = await aPage();
    await page.clock.setFixedTime(clock.now());
    await signIn(page, loginOf('editor'), testPassword);
    await page.goto('/admin/contents?tag=成批&author=me');
    await page.getByText('没有符合条件的稿件').waitFor();
    await page.goto('/admin/contents?tag=成批&changed=1d');
    await page.getByRole('checkbox', { name: '选择「成批送审甲」' }).check();
    await page.getByRole('button', { name: '归档 1 条' }).waitFor();
    await page.getByRole('searchbox', { name: '全文检索' }).fill('成批送审乙');
    await page.getByRole('button', { name: '归档 1 条' }).waitFor({ state: 'detached' });
    await inTable(page, '成批送审甲').waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: '全文检索' }).fill('');
    await inTable(page, '成批送审甲').waitFor();
    await page.getByRole('checkbox', { name: '选择「成批送审丙」' }).check();
    await page.getByRole('checkbox', { name: '选择「成批送审甲」' }).click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: '送审 3 条' }).click();
    await page.getByText('已送审 3 条').waitFor();
    await page.getByText('审核中', { exact: true }).nth(2).waitFor();
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

describe('what a check blocks', () => {
  it('is let pass by name and with a reason, which stands on the printed sheet; what is shown is what was submitted, not what was changed since', async () => {
    const [before, after] = [await anAsset({ width: 600, height: 340, alt: '送审时的封面' }), await anAsset({ width: 610, height: 340, alt: '后来换的封面' })];
    const submitted = await submit(await aContent({ title: '窗口公开联系电话', coverId: before._id, body: bodyOf('请拨打帮办员手机13800138000。') as never }));
    const review = await mongoose.connection.collection<{ _id: string }>('reviews').findOne({ contentId: submitted._id });
    const { page } = await aPage();
    await signIn(page, loginOf('reviewer'), testPassword);
    await page.goto(`/admin/reviews/${review!._id}`);
    await page.getByRole('img', { name: '送审时的封面' }).waitFor();
    await page.getByRole('button', { name: '定位到「138****8000」' }).click();
    await page.locator('mark.chosen').getByText('13800138000').waitFor();
    await page.getByRole('button', { name: '放行' }).click();
    await page.getByRole('textbox', { name: '写明放行理由' }).fill('本人同意公开的办公手机。');
    await page.getByRole('button', { name: '确认放行' }).click();
    await page.getByText('reviewer 放行：本人同意公开的办公手机。').waitFor();
    await updateContent(as('contributor', { unitId: submitted.unitId }), { id: submitted._id, expectedRevision: 1, patch: { coverId: after._id, body: bodyOf('另写的一段。') as never } });
    await deliverEverything();
    await page.reload();
    await page.getByRole('img', { name: '送审时的封面' }).waitFor();
    await page.getByText('稿件在审核中被修改').waitFor();
    await page.getByRole('link', { name: '审稿单' }).click();
    await page.getByText('reviewer 放行：本人同意公开的办公手机。').waitFor();
    await page.getByText('请拨打帮办员手机13800138000。').waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForFunction(() => [...document.querySelectorAll('main div, main table, main td')].every((box) => box.scrollWidth <= box.clientWidth + 1 && box.getBoundingClientRect().right <= innerWidth));
    await page.evaluate('window.print = () => { document.body.dataset.printed = "yes"; }');
    await page.getByRole('button', { name: '打印' }).click();
    await page.locator('body[data-printed=yes]').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect([await page.getByRole('button', { name: '打印' }).isVisible(), await page.getByRole('heading', { level: 1, name: '审稿单' }).isVisible()]).toEqual([false, true]);
  });
});

describe('what cannot be read or done', () => {
  it('is told at the foot of the page when choices are missing, and is read again on asking', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('query ContentChoices') ? route.fulfill({ status: 500, json: { errors: [{ message: '系统出现错误，您的内容未受影响。请稍后重试。', extensions: { code: 'INTERNAL', requestId: 'req-choices' } }] } }) : route.fallback()));
    await page.goto('/admin/contents');
    const notice = page.getByRole('region', { name: /有些选项没有读到/ });
    await notice.getByText('req-choices').waitFor();
    await page.unroute('**/graphql');
    await notice.getByRole('button', { name: '重试' }).click();
    await notice.waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: '单位' }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: '杭州市余杭区' }).waitFor();
    // Who wants no motion sees what opens, too.
    await page.waitForFunction(() => { const { top, left, right, bottom } = document.querySelector('.ant-select-item-option')!.getBoundingClientRect(); return top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight; });
  });

  it('leaves what was typed where it is, and goes on when it is asked again', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('contributor'), testPassword);
    await page.goto('/admin/contents/new/article');
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('mutation CreateArticle') ? route.abort() : route.fallback()));
    await page.getByRole('textbox', { name: '标题' }).fill('断线也不会丢的标题');
    await page.keyboard.press('Enter');
    await expectText(page, '[role=alert]', '连不上服务器，您的内容仍在本页');
    expect(await page.getByRole('textbox', { name: '标题' }).inputValue()).toBe('断线也不会丢的标题');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: '创建草稿' }).click();
    await page.getByRole('heading', { level: 1, name: '断线也不会丢的标题' }).waitFor();
  });

  it('is a page with the request’s number when not even who is here can be read', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.route('**/graphql', (route) => route.fulfill({ status: 500, json: { errors: [{ message: '系统出现错误，您的内容未受影响。请稍后重试。', extensions: { code: 'INTERNAL', requestId: 'req-broken' } }] } }));
    await page.goto('/admin/contents');
    await page.getByRole('heading', { level: 1, name: '操作没有成功' }).waitFor();
    await page.getByText('req-broken').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('link', { name: '重新载入' }).click();
    await page.getByRole('heading', { level: 1, name: '稿件' }).waitFor();
  });
});

describe('a big picture', () => {
  it('whose line is cut in the middle goes on from where it was, in the media library', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.goto('/admin/media');
    const noise = await sharp(randomBytes(2400 * 2000 * 3), { raw: { width: 2400, height: 2000, channels: 3 } }).png({ compressionLevel: 0 }).toBuffer();
    const offsets: number[] = [];
    await page.route('**/uploads/**', async (route) => {
      if (route.request().method() === 'PATCH') {
        offsets.push(Number(route.request().headers()['upload-offset']));
        if (offsets.length === 2) {
          await page.context().setOffline(true);
          await route.abort();
          return;
        }
      }
      await route.fallback();
    });
    // Given by its path: fourteen megabytes on the way to the browser take long on a busy machine.
    const file = join(await mkdtemp(join(tmpdir(), 'yici-big-')), '断点续传.png');
    await writeFile(file, noise);
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByText('网络已断开').first().waitFor();
    await page.getByRole('listitem').filter({ hasText: '正在上传 断点续传.png' }).getByText('55%').waitFor();
    await page.context().setOffline(false);
    await page.getByText('正在处理…').waitFor();
    // It says so when the last byte has left; the server may still be receiving it.
    const arrived = page.getByRole('img', { name: '断点续传.png' }).or(page.getByText('断点续传.png', { exact: true })).first();
    await until(async () => { await deliverEverything(); return arrived.isVisible(); });
    expect(offsets).toEqual([0, 8_000_000, 8_000_000]);
    await rm(dirname(file), { recursive: true });
  });
});

describe('keyboard', () => {
  it('opens the palette, finds a page by its English name or its initials and a text by words in it, and leaves Enter to an input method that composes', async () => {
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
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await palette.fill('gj');
    await page.getByRole('option', { name: '稿件', exact: true }).waitFor();
    await palette.fill('便民服务点');
    await page.getByRole('option', { name: '西湖区便民服务点延伸到村社' }).waitFor();
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name: '西湖区便民服务点延伸到村社' }).waitFor();
  });

  it('skips the navigation by the first Tab', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('main#main:focus').waitFor();
  });
});

describe('outlets', () => {
  const changes = new Changes(services.log);
  watchDeliveries(changes);
  beforeAll(() => changes.start());
  afterAll(() => changes.stop());

  it('are added by a form that shows what the rule would have taken and what would go out', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('administrator'), testPassword);
    await page.goto('/admin/destinations');
    await page.getByRole('link', { name: '新增渠道' }).click();
    await page.getByRole('radio', { name: /订阅源/ }).click();
    await page.getByRole('button', { name: '新增并启用' }).click();
    await expectText(page, '[role=alert]', '还有必填项没有填好');
    await page.getByRole('textbox', { name: '名称' }).fill('视频订阅源');
    await page.getByRole('textbox', { name: '地址短名' }).fill('films');
    await page.getByRole('textbox', { name: '标题' }).fill('最多跑一次 · 视频');
    await expectText(page, '[role=status]', '会收到 1 篇');
    await page.getByRole('button', { name: '只要一部分稿件' }).click();
    await page.getByRole('combobox', { name: '类型' }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: '视频' }).click();
    await expectText(page, '[role=status]', '会收到 0 篇');
    await page.getByRole('button', { name: '预览', exact: true }).click();
    await page.getByText('《不动产登记一小时办结》').waitFor();
    await page.getByRole('button', { name: '新增并启用' }).click();
    await page.getByRole('heading', { level: 1, name: '视频订阅源' }).waitFor();
    await page.getByRole('button', { name: '开始测试' }).click();
    await page.getByText('一切正常').waitFor();
    await page.getByRole('link', { name: 'https://yici.test/feeds/films.rss' }).waitFor();
    await page.getByText('类型：视频').waitFor();
  });

  it('that refused something get it again from the board, which turns green before one’s eyes', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('operator'), testPassword);
    await page.goto('/admin/deliveries');
    await page.getByText('实时更新').waitFor();
    const row = page.getByRole('listitem').filter({ hasText: '栏目已满，请下周再发' });
    await row.getByText('被拒收').waitFor();
    outlet.answer = () => ({ outcome: 'delivered', url: 'https://dskb.test/1' });
    await row.getByRole('button', { name: '重新发送' }).click();
    await page.getByText('已重新排队').waitFor();
    await deliverEverything();
    await page.getByRole('listitem').filter({ hasText: '都市快报' }).getByText('已送达').waitFor();
    await row.waitFor({ state: 'detached' });
  });

  it('are sent again what failed everywhere in a time range: how many is said before, and nothing goes twice', async () => {
    clock.set('2035-02-10T10:00:00+08:00');
    outlet.answer = () => ({ outcome: 'refused', message: '我方证书过期', code: 'HTTP_403' });
    for (const title of ['证书过期时发的一篇', '证书过期时发的另一篇']) await aPublished({ title });
    await deliverEverything();
    const { page } = await aPage();
    await page.clock.setFixedTime(clock.now());
    await signIn(page, loginOf('operator'), testPassword);
    await page.goto('/admin/deliveries?state=REFUSED');
    await page.getByText('实时更新').waitFor();
    await page.getByRole('listitem').filter({ hasText: '证书过期时发的另一篇' }).getByText('被拒收').waitFor();
    await page.getByRole('button', { name: '批量重发' }).click();
    const dialog = page.getByRole('dialog', { name: '批量重发' });
    await dialog.getByText('有 2 条会重新发出').waitFor();
    const outlets = dialog.getByRole('combobox', { name: '渠道' });
    for (const [name, said] of [['全部内容', '这段时间内没有需要重发的'], ['都市快报', '有 2 条会重新发出'], ['全部渠道', '有 2 条会重新发出']] as const) {
      await outlets.click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: name }).click();
      await dialog.getByText(said).waitFor();
    }
    outlet.answer = () => ({ outcome: 'delivered' });
    await dialog.getByRole('button', { name: '重发 2 条' }).click();
    await dialog.getByText('已重新排队 2 条，跳过 0 条').waitFor();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await deliverEverything();
    await page.getByRole('listitem').filter({ hasText: '证书过期时发的' }).first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '批量重发' }).click();
    await dialog.getByText('这段时间内没有需要重发的').waitFor();
    await dialog.getByRole('checkbox', { name: /连同已送达的/ }).check();
    await dialog.getByText(/有 \d+ 条会重新发出/).waitFor();
  });
});

describe('the audit trail', () => {
  it('is narrowed by who, what, to what and Hangzhou’s days, from its fields and from its lines, and the address keeps it', async () => {
    const person = await aPerson({ name: '孙管用', roles: ['editor'] });
    clock.set('2035-01-20T23:30:00+08:00');
    const { _id: id } = await aContent({ title: '审计用的稿件' }, { ctx: asPerson(person) });
    clock.set('2035-01-21T00:30:00+08:00');
    await updateContent(asPerson(person), { id, expectedRevision: 1, patch: { summary: '办结时限为六十分钟以内。' } });
    clock.set('2035-01-21T00:31:00+08:00');
    await updateContent(as('editor'), { id, expectedRevision: 2, patch: { summary: '办结时限为一小时以内。' } });
    const { page } = await aPage();
    await signIn(page, loginOf('administrator'), testPassword);
    await page.goto('/admin/audit');
    const shows = (...lines: string[]): Promise<unknown> => page.waitForFunction((wanted) => [...document.querySelectorAll('main tbody tr')].map((row) => [row.children[1]!.textContent, row.children[2]!.textContent].join(' ')).join() === wanted, lines.join());
    const clear = (name: string): Promise<void> => page.locator('.ant-select').filter({ has: page.getByRole('combobox', { name, exact: true }) }).locator('.ant-select-clear').click();
    const [created, updated, others] = ['孙管用 新建稿件', '孙管用 修改稿件', 'editor 修改稿件'];
    await page.getByRole('combobox', { name: '操作人' }).fill('孙管');
    await page.locator('.ant-select-item-option').filter({ hasText: '孙管用' }).click();
    await shows(updated, created);
    const days = page.locator('.ant-picker input');
    for (const end of [0, 1]) {
      await days.nth(end).click();
      await days.nth(end).fill('2035-01-20');
      await page.keyboard.press('Enter');
    }
    await shows(created);
    await page.reload();
    await shows(created);
    await page.locator('.ant-picker').hover();
    await page.locator('.ant-picker-clear').click();
    await shows(updated, created);
    await page.getByRole('button', { name: '修改稿件' }).click();
    await shows(updated);
    await page.locator('main tbody summary').click();
    await page.getByText(id).waitFor();
    expect(await page.getByRole('link', { name: '打开' }).getAttribute('href')).toContain(id);
    const subject = page.getByRole('searchbox', { name: '对象编号' });
    await subject.fill(id);
    await subject.press('Enter');
    await clear('操作人');
    await shows(others, updated);
    await clear('操作');
    await shows(others, updated, created);
    expect([...new URL(page.url()).searchParams]).toEqual([['subject', id]]);
    await page.getByRole('button', { name: 'editor', exact: true }).click();
    await shows(others);
    await page.getByRole('combobox', { name: '操作', exact: true }).fill('topic.create');
    await page.locator('.ant-select-item-option').filter({ hasText: '新增宣传重点' }).click();
    await page.getByText('没有符合条件的记录').waitFor();
  });
});

describe('home', () => {
  it('draws what was published and what arrived, by Hangzhou’s day and by kind of outlet', async () => {
    const on = async (time: string, act: () => Promise<unknown>): Promise<void> => {
      clock.set(time);
      await act();
      await deliverEverything();
    };
    const ids: string[] = [];
    outlet.answer = () => ({ outcome: 'delivered' });
    await on('2035-01-10T10:00:00+08:00', async () => { for (const title of ['一月的第一篇', '一月的第二篇']) ids.push((await aPublished({ title }))._id); });
    outlet.answer = () => ({ outcome: 'refused', message: '栏目已满' });
    await on('2035-01-11T23:30:00+08:00', () => aPublished({ title: '一月的第三篇' }));
    outlet.answer = () => ({ outcome: 'delivered' });
    const [first, second] = await Promise.all(ids.map(findStored));
    await on('2035-01-12T00:30:00+08:00', async () => {
      await approve(await updateContent(as('contributor', { unitId: first!.unitId }), { id: first!._id, expectedRevision: 1, patch: { summary: '办结时限为六十分钟以内。' } }));
      await correctContent(as('operator'), { id: first!._id, note: '时限有误' });
    });
    await on('2035-01-12T12:00:00+08:00', () => retractContent(as('operator'), { id: second!._id, reason: '当事人要求' }));
    const { page } = await aPage();
    await page.clock.setFixedTime(clock.now());
    await signIn(page, loginOf('operator'), testPassword);
    await page.goto('/admin/');
    await page.getByRole('heading', { name: '近 14 天' }).scrollIntoViewIfNeeded();
    for (const [name, head, rows] of [
      ['发布', ['日期', '发布', '更正', '撤稿'], { '2035-01-10': '2 0 0', '2035-01-11': '1 0 0', '2035-01-12': '0 1 1' }],
      ['送达', ['日期', '假渠道', '订阅源', '未送达'], { '2035-01-10': '2 2 0', '2035-01-11': '0 1 1', '2035-01-12': '2 2 0' }],
    ] as const) {
      const chart = page.getByRole('region', { name, exact: true });
      await chart.locator('svg').getByText('1/12', { exact: true }).waitFor();
      await chart.getByRole('button', { name: '看数字' }).click();
      expect(await chart.getByRole('columnheader').allTextContents()).toEqual(head);
      const lines = (await chart.getByRole('row').allInnerTexts()).slice(1).map((line) => line.trim().split(/\s+/));
      expect(lines).toHaveLength(14);
      expect(Object.fromEntries(lines.filter(([, ...figures]) => figures.some((figure) => figure !== '0')).map(([day, ...figures]) => [day, figures.join(' ')]))).toEqual(rows);
      await chart.getByRole('button', { name: '看图' }).click();
      await chart.locator('svg').waitFor();
    }
  });

  it('says what waits for whom: why a text came back, what is half written, what is ready to go out', async () => {
    await aContent({ title: '编辑写到一半' }, { ctx: asPerson((await findPersonByLogin(loginOf('editor')))!) });
    await anApproved({ title: '三审通过等发布' });
    const { page } = await aPage();
    await signIn(page, loginOf('editor'), testPassword);
    await page.getByRole('listitem').filter({ hasText: '让数据多跑路' }).getByText('第二段的数字与台账不符，请核对。').waitFor();
    await page.getByRole('link', { name: '编辑写到一半' }).waitFor();
    const { page: atOperator } = await aPage();
    await signIn(atOperator, loginOf('operator'), testPassword);
    await atOperator.getByRole('link', { name: '三审通过等发布' }).click();
    await atOperator.getByRole('button', { name: '立即发布' }).waitFor();
  });
});

describe('publishing', () => {
  it('moves a time by dragging, by the keyboard and in a dialog, and takes it back', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('operator'), testPassword);
    await page.goto('/admin/calendar?at=2035-03-09');
    const entry = page.getByRole('button', { name: /拿地即开工/ });
    const on = (day: string): Locator => page.locator(`div:has(> h3 time[datetime="${day}"])`);
    await entry.dragTo(on('2035-03-20'));
    await on('2035-03-20').getByRole('button', { name: /10:00 拿地即开工/ }).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await on('2035-03-09').getByRole('button', { name: /10:00 拿地即开工/ }).waitFor();
    await entry.focus();
    await page.keyboard.press('Alt+ArrowRight');
    await on('2035-03-10').getByRole('button', { name: /10:00 拿地即开工/ }).waitFor();
    // Where nothing can be dragged, as on a touch screen: open it, choose a time.
    await entry.click();
    await page.getByRole('textbox', { name: '改到' }).fill('2035-03-12 15:30');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '拿地即开工' }).getByRole('button', { name: '改时间' }).click();
    await on('2035-03-12').getByRole('button', { name: /15:30 拿地即开工/ }).waitFor();
  });

  it('corrects and retracts after saying who will be told, and tells who confirmed', async () => {
    const content = await aPublished({ title: '一件事一次办' });
    await deliverEverything();
    await approve(await updateContent(as('contributor', { unitId: content.unitId }), { id: content._id, expectedRevision: 1, patch: { summary: '办结时限为六十分钟以内。' } }));
    const { page } = await aPage();
    await signIn(page, loginOf('operator'), testPassword);
    await page.goto(`/admin/contents?open=${content._id}`);
    for (const [open, reason, confirm, version] of [['更正', '更正说明', '发布更正', 2], ['撤稿', '撤稿理由', '确认撤稿', 3]] as const) {
      await page.getByRole('button', { name: open, exact: true }).click();
      await page.getByRole('textbox', { name: new RegExp(reason) }).fill('时限表述有误。');
      await page.getByRole('button', { name: '下一步' }).click();
      await page.getByText(/将告知 \d 个渠道/).waitFor();
      await page.getByRole('dialog').getByText('都市快报').waitFor();
      await page.getByRole('checkbox', { name: '我已了解，继续' }).check();
      await page.getByRole('button', { name: confirm }).click();
      await page.getByText('可以关闭本窗口').waitFor();
      await deliverEverything();
      await page.getByRole('dialog').getByText(new RegExp(`第 ${version} 版：(\\d) 个渠道中已有 \\1 个确认`)).last().waitFor();
      await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click();
    }
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
    });
  }
});

describe('weight', () => {
  it('is at most 250 kB of compressed script in at most forty files until the home page stands', async () => {
    const { page } = await aPage();
    await signIn(page, loginOf('chiefEditor'), testPassword);
    const { page: fresh } = await aPage();
    await fresh.context().addCookies(await page.context().cookies());
    const sizes: Promise<number>[] = [];
    fresh.on('requestfinished', (request) => { if (request.resourceType() === 'script') sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)); });
    await fresh.goto('/admin/');
    await settle(fresh);
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBeLessThanOrEqual(40);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(250_000);
  });
});

async function expectText(page: Page, selector: string, text: string | RegExp): Promise<void> {
  await page.locator(selector).filter({ hasText: text }).waitFor();
}

/** A title in the list, whatever it leads to. */
const inTable = (page: Page, title: string): Locator => page.getByRole('table').getByText(title, { exact: true });

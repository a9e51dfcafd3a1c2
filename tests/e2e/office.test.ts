import mongoose from 'mongoose';
import sharp from 'sharp';
import type { Locator, Page } from 'playwright-core';
import { createDestination, deliverNext, sendDue } from '../../src/distribution/index.js';
import { dispatchNextEvent, runNextJob, systemContext } from '../../src/kernel/index.js';
import { storeAsset, transcodeNext } from '../../src/media/index.js';
import { useApp } from '../kit/app.js';
import { aContent, anApproved, anAsset, aPublished, bodyOf, findStored, useMedia } from '../kit/contents.js';
import { aPerson, as, aUnit, testPassword } from '../kit/people.js';
import { clock, hour, processAll, second, testConfig, testServices, testStart, useDatabase } from '../kit/services.js';
import { until } from '../kernel/until.js';
import { aClip } from '../media/clips.js';
import { startWechatSimulator } from '../kit/wechat-simulator/index.js';
import { phone, signIn } from './browser.js';
import { askAs, loginOf, staffRoles } from './stage.js';
import { useStaffPages } from './staff-pages.js';

const [appId, appSecret] = ['wx1234567890abcdef', '0f1e2d3c4b5a69788796a5b4c3d2e1f0'];
const simulator = await startWechatSimulator({ startAt: testStart, accounts: [{ appid: appId, secret: appSecret, kind: 'service', followers: [{ openid: 'o-wang' }, { openid: 'o-li' }] }] });
const own = testServices(clock.now, testConfig({ ALLOWED_PRIVATE_HOSTS: new URL(simulator.url).host }));

useDatabase({ keep: true });
beforeAll(useMedia);
afterAll(() => simulator.stop());
const app = useApp(own);
const pageOf = useStaffPages(app);

let unitId: string;
beforeAll(async () => {
  unitId = (await aUnit({ name: '杭州市余杭区', shortName: '余杭区', kind: 'district' }))._id;
  for (const role of staffRoles) await aPerson({ name: role, login: loginOf(role), roles: [role], unitId });
});

/** Does all that is due: events, jobs, deliveries, and what the clock of mass sends finds; three seconds pass at WeChat. */
async function work(): Promise<void> {
  await processAll(own, [dispatchNextEvent, runNextJob, deliverNext]);
  await sendDue.run(systemContext(own, 'clock'), {}, new AbortController().signal);
  clock.advance(3 * second);
  await simulator.advance(Math.max(0, clock.at - simulator.now().getTime()));
  await processAll(own, [dispatchNextEvent, runNextJob, deliverNext]);
}

describe('the tree of topics', () => {
  const row = (page: Page, name: string): Locator => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
  const fromMenu = (page: Page, name: string): Promise<void> => page.getByRole('menuitem', { name, exact: true }).click();
  /** Waits until the tree reads so: names, each after as many dots as it is deep. */
  const becomes = (page: Page, names: string[]): Promise<unknown> => page.waitForFunction((wanted) =>
    [...document.querySelectorAll('[data-topic]')].map((each) => '·'.repeat(Number(each.getAttribute('aria-level')) - 1) + each.querySelector('[data-name]')!.textContent).join(' ') === wanted, names.join(' '));

  it('grows from nothing by the keyboard alone, is put in order, and a move is taken back', async () => {
    const page = await pageOf('chiefEditor');
    await page.goto('/admin/topics');
    await page.getByText('还没有宣传重点').waitFor();
    for (const [below, name] of [[undefined, '重点领域'], ['重点领域', '商事登记'], ['重点领域', '不动产登记']] as const) {
      if (below) { await row(page, below).focus(); await page.keyboard.press('Insert'); } else await page.getByRole('button', { name: '新增宣传重点' }).first().click();
      await page.getByRole('textbox', { name: '名称' }).fill(name);
      await page.keyboard.press('Enter');
      await row(page, name).waitFor();
    }
    await becomes(page, ['重点领域', '·商事登记', '·不动产登记']);
    await row(page, '不动产登记').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await becomes(page, ['重点领域', '·不动产登记', '·商事登记']);
    await page.keyboard.press('Alt+ArrowLeft');
    await becomes(page, ['重点领域', '·商事登记', '不动产登记']);
    await page.getByRole('status').filter({ hasText: '到最上级' }).getByRole('button', { name: '撤销' }).last().click();
    await becomes(page, ['重点领域', '·不动产登记', '·商事登记']);
  });

  it('takes a topic that is dropped on another, says why a name is refused, and keeps what was typed', async () => {
    const root = await mongoose.connection.collection<{ _id: string }>('topics').findOne({ name: '重点领域' });
    await createDestination(as('administrator'), { name: '领域订阅', slug: 'fields', channelId: 'rss', settings: { title: '领域订阅' }, rule: { conditions: [{ topicIds: [root!._id] }] } });
    const page = await pageOf('chiefEditor');
    await page.goto('/admin/topics');
    await row(page, '不动产登记').dragTo(row(page, '商事登记'));
    await becomes(page, ['重点领域', '·商事登记', '··不动产登记']);
    await row(page, '商事登记').focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await becomes(page, ['重点领域', '商事登记', '·不动产登记']);
    await page.getByRole('status').filter({ hasText: '「领域订阅」的取稿范围随之变化' }).waitFor();
    await row(page, '商事登记').focus();
    await page.keyboard.press('F2');
    const name = page.getByRole('textbox', { name: '名称' });
    await name.fill('重点领域');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '同一级里已有「重点领域」' }).waitFor();
    expect(await name.inputValue()).toBe('重点领域');
    await name.fill('企业开办');
    await page.keyboard.press('Enter');
    await becomes(page, ['重点领域', '企业开办', '·不动产登记']);
  });

  it('is put in order by touch too: a line’s menu moves it below any other topic', async () => {
    const page = await pageOf('chiefEditor', { viewport: phone }, { hasTouch: true });
    await page.goto('/admin/topics');
    await row(page, '不动产登记').getByRole('button', { name: '「不动产登记」的更多操作' }).tap();
    await page.getByRole('menuitem', { name: '移到…' }).tap();
    const dialog = page.getByRole('dialog', { name: '移动「不动产登记」' });
    await dialog.getByText('重点领域', { exact: true }).waitFor();
    expect(await dialog.getByText('不动产登记', { exact: true }).count()).toBe(0);
    for (const [below, tree] of [['重点领域', ['重点领域', '·不动产登记', '企业开办']], ['企业开办', ['重点领域', '企业开办', '·不动产登记']]] as const) {
      if (below === '企业开办') {
        await row(page, '不动产登记').getByRole('button', { name: '「不动产登记」的更多操作' }).tap();
        await page.getByRole('menuitem', { name: '移到…' }).tap();
      }
      await dialog.getByText(below, { exact: true }).tap();
      await dialog.getByRole('button', { name: '移动', exact: true }).tap();
      await becomes(page, [...tree]);
    }
  });

  it('shows how much is filed where, and hides what is archived until asked', async () => {
    const topic = await mongoose.connection.collection<{ _id: string }>('topics').findOne({ name: '不动产登记' });
    await aContent({ unitId, title: '一小时办结', topicIds: [topic!._id] });
    const page = await pageOf('chiefEditor', { language: 'en' });
    await page.goto('/admin/topics');
    await row(page, '企业开办').getByRole('link', { name: 'Show the contents of 企业开办: 1' }).waitFor();
    await row(page, '企业开办').getByRole('button', { name: 'More for 企业开办' }).click();
    await fromMenu(page, 'Archive');
    const question = page.getByRole('dialog', { name: 'Archive 企业开办?' });
    await question.getByText(/The one content filed there keeps it/).waitFor();
    await question.getByRole('button', { name: 'Archive' }).click();
    await becomes(page, ['重点领域']);
    await page.getByRole('switch', { name: 'Show archived (2)' }).click();
    await becomes(page, ['重点领域', '企业开办', '·不动产登记']);
    await row(page, '企业开办').getByRole('button', { name: 'More for 企业开办' }).click();
    await fromMenu(page, 'Restore');
    await page.getByRole('status').filter({ hasText: 'Restored 企业开办' }).waitFor();
  });
});

describe('the dictionaries', () => {
  const line = (page: Page, term: string): Locator => page.getByRole('row').filter({ has: page.getByText(term, { exact: true }) });

  it('are changed, tried before they are saved, saved as a version, and taken back', async () => {
    const page = await pageOf('administrator');
    await page.goto('/admin/dictionaries');
    await page.getByRole('button', { name: '新增词条' }).click();
    const form = page.getByRole('dialog', { name: '新增词条' });
    await form.getByLabel('词语').fill('桐芦');
    await form.getByLabel('改为').fill('桐庐');
    await form.getByText('拦截', { exact: true }).click();
    await form.getByLabel('说明').press('Enter');
    await line(page, '桐芦').getByText('新', { exact: true }).waitFor();
    await page.getByRole('button', { name: '删除「扫黑险恶」' }).click();
    await page.getByText('未保存的改动：新增 1，修改 0，删除 1').waitFor();
    await page.getByRole('button', { name: '撤销上一步' }).click();
    await page.getByText('未保存的改动：新增 1，修改 0，删除 0').waitFor();
    await page.getByRole('textbox', { name: /粘贴一段文字/ }).fill('桐芦试点，帐号不变。');
    await page.getByText('查出 2 处').waitFor();
    await page.getByText('「桐芦」疑有误，建议改为「桐庐」').waitFor();
    await page.getByRole('button', { name: '保存新版本' }).click();
    const dialog = page.getByRole('dialog', { name: '保存为第 1 版' });
    await dialog.getByRole('textbox').fill('地名');
    await dialog.getByRole('button', { name: '保存新版本' }).click();
    await page.getByRole('heading', { name: /第 1 版/ }).waitFor();
    await page.getByText('错敏词 第 1 版').first().waitFor();
    await page.getByRole('status').filter({ hasText: '已保存为第 1 版' }).getByRole('button', { name: '撤销' }).click();
    await page.getByRole('heading', { name: /第 2 版/ }).waitFor();
    await line(page, '桐芦').waitFor({ state: 'detached' });
  });

  it('are filled from a CSV of Excel in GBK, say what is wrong with a line, and an earlier version comes back', async () => {
    const page = await pageOf('administrator', { language: 'en' });
    await page.goto('/admin/dictionaries/leaders');
    await page.getByRole('button', { name: 'Import CSV' }).click();
    // 姓名,职务 / 甘知远,市长 / (nobody),副市长, in GBK.
    const gbk = Buffer.from('d0d5c3fb2cd6b0cef10d0ab8cad6aad4b62ccad0b3a40d0a2cb8b1cad0b3a40d0a', 'hex');
    await page.locator('input[type=file]').setInputFiles({ name: '领导.csv', mimeType: 'text/csv', buffer: gbk });
    await page.getByText('Line 3: Name is missing').waitFor();
    await page.getByRole('button', { name: 'Import 1' }).click();
    await line(page, '甘知远').getByText('市长').waitFor();
    await page.getByRole('button', { name: 'Save a new version' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save a new version' }).click();
    await page.getByRole('heading', { name: /Version 1/ }).waitFor();
    await page.getByRole('button', { name: 'Versions' }).click();
    const shipped = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'As shipped' });
    await shipped.getByRole('button', { name: 'Compare' }).click();
    await shipped.getByText('甘知远（市长）').waitFor();
    await shipped.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('dialog', { name: 'Restore what was shipped?' }).getByRole('button', { name: 'Restore' }).click();
    await page.getByText('This dictionary is empty').waitFor();
  });
});

describe('a WeChat account', () => {
  let account: string;
  beforeAll(async () => {
    const settings = { appId, appSecret, apiBase: simulator.url, mode: 'draft', callbackToken: 'citynews', encodingAESKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', accountKind: 'service' };
    account = (await createDestination(as('administrator'), { name: '杭州发布', slug: 'wechat', channelId: 'wechat', settings, rule: { conditions: [{ tags: ['不会有的标签'] }] } }))._id;
    simulator.account(appId).configure({ callback: { url: `${app.url}/channels/wechat/${account}/callback`, token: 'citynews', encodingAesKey: settings.encodingAESKey, mode: 'safe' } });
    const coverId = (await anAsset({ width: 900, height: 383 }))._id;
    for (const title of ['公积金提取办法', '一件事一次办', '不动产登记一小时办结']) await aPublished({ unitId, title, coverId });
    await work();
  });

  it('gets contents that an operator put in order as one, and shows on the page that it has them', async () => {
    const page = await pageOf('operator');
    await page.goto('/admin/bundles');
    await page.getByText('还没有多图文').waitFor();
    await page.getByRole('link', { name: '组成多图文' }).first().click();
    for (const title of ['公积金提取办法', '一件事一次办', '不动产登记一小时办结']) {
      await page.getByRole('combobox', { name: '查找已发布的稿件' }).fill(title);
      await page.locator('.ant-select-item-option-active').filter({ hasText: title }).waitFor();
      await page.keyboard.press('Enter');
    }
    const order = page.getByRole('list', { name: '次序' }).getByRole('listitem');
    const becomes = (titles: string[]): Promise<unknown> => page.waitForFunction((wanted) => [...document.querySelectorAll('[data-part]')].map((each) => each.textContent).every((text, at) => text.includes(wanted[at]!)), titles);
    await order.nth(2).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await becomes(['公积金提取办法', '不动产登记一小时办结', '一件事一次办']);
    await order.nth(2).dragTo(order.nth(0));
    await becomes(['一件事一次办', '公积金提取办法', '不动产登记一小时办结']);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '移除《公积金提取办法》' }).click();
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await becomes(['一件事一次办', '公积金提取办法', '不动产登记一小时办结']);
    await page.getByRole('group', { name: '公众号里的样子' }).getByRole('button', { name: '阅读《公积金提取办法》' }).click();
    await page.getByRole('dialog', { name: '公积金提取办法' }).getByText('市行政服务中心推行一窗受理').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '送到「杭州发布」' }).click();
    const bundle = page.getByRole('article');
    await bundle.getByText('3 篇').waitFor();
    await work();
    await bundle.getByText('已送达').waitFor();
    expect(await bundle.getByRole('listitem').allTextContents()).toEqual(['一件事一次办', '公积金提取办法', '不动产登记一小时办结']);
    expect(simulator.account(appId).drafts().map(({ articles }) => articles.map(({ title }) => title))).toEqual([['一件事一次办', '公积金提取办法', '不动产登记一小时办结']]);
  });

  it('sends them to its followers after a preview to a named person and the approval of another person, who sees the quota', async () => {
    const operator = await pageOf('operator');
    await operator.goto('/admin/bundles');
    await operator.getByRole('button', { name: '申请群发' }).click();
    const request = operator.getByRole('dialog', { name: '申请群发' });
    await request.getByText(/本期还可群发 \d 次/).waitFor();
    await request.getByRole('textbox').fill('本周重点');
    await request.getByRole('button', { name: '申请群发' }).click();
    await operator.getByText('已申请，等待签发人批准').waitFor();
    await operator.goto('/admin/mass-sends');
    await operator.getByRole('button', { name: '预览给…' }).click();
    await operator.getByRole('textbox', { name: '微信号或 openid' }).fill('openid:o-li');
    await operator.getByRole('button', { name: '发送预览' }).click();
    await operator.getByRole('dialog').getByRole('status').getByText('openid:o-li', { exact: true }).waitFor();
    const chief = await pageOf('chiefEditor');
    await chief.goto('/admin/mass-sends');
    await chief.getByText('理由：本周重点').waitFor();
    await chief.getByRole('button', { name: '批准并发送' }).click();
    const approval = chief.getByRole('dialog', { name: '批准并发送到「杭州发布」？' });
    await approval.getByText(/本期还可群发 \d 次/).waitFor();
    await approval.getByRole('button', { name: '批准并发送' }).click();
    await chief.getByText('已批准，正在发送').waitFor();
    await work();
    await work();
    await chief.getByRole('listitem').filter({ hasText: '本周重点' }).getByText('已发送', { exact: true }).waitFor();
  });

  it('gets the menu that an administrator fills in, and the form begins from how it is there', async () => {
    const page = await pageOf('administrator');
    await page.goto(`/admin/destinations/${account}`);
    await page.getByRole('button', { name: /菜单.*…/ }).first().click();
    const drawer = page.getByRole('dialog', { name: '发布自定义菜单', exact: true });
    await drawer.getByRole('button', { name: '添加一项' }).first().click();
    await drawer.getByRole('textbox', { name: '名称' }).first().fill('办事');
    await drawer.getByRole('textbox', { name: '检索词' }).first().fill('公积金提取');
    await drawer.getByRole('button', { name: '发布自定义菜单' }).click();
    await page.getByRole('dialog', { name: '发布自定义菜单？' }).getByRole('button', { name: '发布自定义菜单' }).click();
    await drawer.getByText('菜单已发布').waitFor();
    await page.reload();
    await page.getByRole('button', { name: /菜单.*…/ }).first().click();
    await page.getByRole('dialog').getByText('办事').waitFor();
  });
});

describe('publishing', () => {
  beforeAll(async () => {
    await createDestination(as('administrator'), { name: '全部内容', slug: 'all', channelId: 'rss', settings: { title: '全部内容' } });
    await createDestination(as('administrator'), { name: '只要视频', slug: 'films', channelId: 'rss', settings: { title: '只要视频' }, rule: { conditions: [{ kinds: ['video'] }] } });
  });

  /** The dialog of a content that was approved, for an operator who sits elsewhere, on the newsroom's day. */
  async function dialogOf(title: string, open: string): Promise<{ page: Page; dialog: Locator; id: string }> {
    const { _id: id } = await anApproved({ unitId, title });
    const page = await pageOf('operator', {}, { timezoneId: 'America/New_York' });
    await page.clock.setFixedTime(clock.now());
    await page.goto(`/admin/contents?open=${id}`);
    await page.getByRole('button', { name: open, exact: true }).click();
    return { page, id, dialog: page.getByRole('dialog', { name: `发布《${title}》` }) };
  }

  it('now says who will get it, and then who has it', async () => {
    const { page, dialog, id } = await dialogOf('拿地即开工', '立即发布');
    await dialog.getByText('将告知 1 个渠道').waitFor();
    await dialog.getByText('全部内容').waitFor();
    await dialog.getByRole('button', { name: /另有 \d 个渠道不会收到/ }).click();
    await dialog.getByText('不符合接收规则').first().waitFor();
    await dialog.getByRole('button', { name: '立即发布' }).click();
    await page.getByText('可以关闭本窗口').waitFor();
    await work();
    await page.getByRole('dialog').getByText('第 1 版：1 个渠道中已有 1 个确认').last().waitFor();
    expect(await findStored(id)).toMatchObject({ publication: 'published' });
  });

  it('at a time means Hangzhou’s time wherever the operator sits, and the time goes out as it was typed', async () => {
    const { page, dialog, id } = await dialogOf('让数据多跑路', '定时发布');
    await dialog.getByText('北京时间（Asia/Shanghai）').waitFor();
    expect(await dialog.getByRole('button', { name: '定时发布' }).isDisabled()).toBe(true);
    const at = dialog.getByRole('textbox', { name: '发布时间' });
    await at.fill('2035-03-09 14:30');
    await at.press('Enter');
    await dialog.getByRole('button', { name: '定时发布' }).click();
    await page.getByText('已设定时间').waitFor();
    expect((await findStored(id))?.schedule).toMatchObject({ at: new Date('2035-03-09T06:30:00.000Z'), timeZone: 'Asia/Shanghai' });
    clock.advance(23 * hour);
    await work();
    expect(await findStored(id)).toMatchObject({ publication: 'published' });
  });
});

describe('a list of contents', () => {
  const titles = Array.from({ length: 23 }, (_, at) => `翻页用的第 ${String(at + 1).padStart(2, '0')} 篇`);
  beforeAll(async () => {
    for (const title of titles) {
      clock.advance(second);
      await aContent({ unitId, title, tags: ['翻页'], importance: title.endsWith('3 篇') ? 4 : 2 });
    }
  });

  /** Waits until the list shows just these titles in this order. */
  const shows = (page: Page, wanted: readonly string[]): Promise<unknown> => page.waitForFunction((rows) => [...document.querySelectorAll('main tbody tr a')].map(({ textContent }) => textContent).join() === rows, wanted.join());

  it('says how many there are, leads through its pages and back, and begins at the first again when a filter changes', async () => {
    const newest = [...titles].reverse();
    const page = await pageOf('editor');
    await page.goto('/admin/contents?tag=翻页');
    const pager = page.getByRole('navigation', { name: '翻页' });
    const isOff = (name: string): Promise<boolean> => pager.getByRole('button', { name }).isDisabled();
    await pager.getByText('共 23 条').waitFor();
    await shows(page, newest.slice(0, 20));
    expect([await isOff('上一页'), await isOff('下一页')]).toEqual([true, false]);
    await pager.getByRole('button', { name: '下一页' }).click();
    await shows(page, newest.slice(20));
    expect([await isOff('上一页'), await isOff('下一页')]).toEqual([false, true]);
    await page.reload();
    await shows(page, newest.slice(20));
    await pager.getByRole('button', { name: '上一页' }).click();
    await shows(page, newest.slice(0, 20));
    await page.goBack();
    await shows(page, newest.slice(20));
    await page.getByRole('combobox', { name: '重要程度' }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: '4' }).first().click();
    await shows(page, ['翻页用的第 23 篇', '翻页用的第 13 篇', '翻页用的第 03 篇']);
    await pager.getByText('共 3 条').waitFor();
    await page.goBack();
    await pager.getByRole('combobox', { name: '每页' }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: '每页 50' }).click();
    await shows(page, newest);
    expect([await isOff('上一页'), await isOff('下一页')]).toEqual([true, true]);
  });
});

describe('a link in a text', () => {
  const linked = (page: Page, words: string): Locator => body(page).getByRole('link', { name: words, exact: true });
  const href = (page: Page, words: string, to: string): Promise<void> => linked(page, words).and(page.locator(`[href="${to}"]`)).waitFor();
  const body = (page: Page): Locator => page.getByRole('textbox', { name: '正文', exact: true });
  /** Presses keys in the body until the editor itself has this chosen: a moment after it got the focus it puts its own caret back. */
  const choose = (page: Page, keys: readonly string[], from: number, to: number): Promise<void> => until(async () => {
    await body(page).focus();
    for (const key of keys) await page.keyboard.press(key);
    return page.evaluate(`(({ editor: { state: { selection } } }) => selection.from === ${from} && selection.to === ${to})(document.querySelector('[contenteditable=true]'))`);
  });

  it('is set, changed and taken away in a dialog, by the keyboard alone and by the mouse, and saved', async () => {
    const { _id: id } = await aContent({ unitId, title: '带链接的稿件', body: bodyOf('先看办事指南，再到窗口。') as never });
    const page = await pageOf('contributor');
    await page.goto(`/admin/contents/${id}`);
    const dialog = page.getByRole('dialog', { name: '链接' });
    const address = dialog.getByRole('textbox', { name: /^链接地址/ });
    // By the keyboard: four characters after the first two are chosen, linked, and writing goes on.
    await choose(page, ['Control+Home', 'ArrowRight', 'ArrowRight', ...Array<string>(4).fill('Shift+ArrowRight')], 3, 7);
    await page.keyboard.press('Control+Shift+L');
    await address.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('官网 首页');
    await page.keyboard.press('Enter');
    await dialog.getByText('这不是网址').waitFor();
    await address.fill('www.zjzwfw.gov.cn/guide');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await href(page, '办事指南', 'https://www.zjzwfw.gov.cn/guide');
    // By the mouse: a word within the link is pressed, and the whole link changes.
    await linked(page, '办事指南').click();
    await page.getByRole('button', { name: /^链接（/, pressed: true }).click();
    expect(await address.inputValue()).toBe('https://www.zjzwfw.gov.cn/guide');
    await address.fill('https://www.hangzhou.gov.cn/');
    await dialog.getByRole('button', { name: '确定' }).click();
    await dialog.waitFor({ state: 'detached' });
    await href(page, '办事指南', 'https://www.hangzhou.gov.cn/');
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByText('已保存 · 第 2 稿').waitFor();
    expect(JSON.stringify((await findStored(id))!.draft.body)).toContain('"href":"https://www.hangzhou.gov.cn/"');
    // Taken away by the keyboard, and where nothing is chosen the address itself is written.
    await linked(page, '办事指南').click();
    await page.getByRole('button', { name: /^链接（/, pressed: true }).waitFor();
    await page.keyboard.press('Control+Shift+L');
    await address.fill('');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await linked(page, '办事指南').waitFor({ state: 'detached' });
    await choose(page, ['Control+End'], 13, 13);
    await page.getByRole('button', { name: /^链接（/ }).click();
    await address.fill('kefu@hangzhou.gov.cn');
    await page.keyboard.press('Enter');
    await href(page, 'kefu@hangzhou.gov.cn', 'mailto:kefu@hangzhou.gov.cn');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.type('，随时可问');
    await body(page).getByText('再到窗口。kefu@hangzhou.gov.cn，随时可问').waitFor();
    await href(page, 'kefu@hangzhou.gov.cn', 'mailto:kefu@hangzhou.gov.cn');
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByText('已保存 · 第 3 稿').waitFor();
  });
});

describe('people', () => {
  it('are added with a password for one time, by which they come in and choose their own', async () => {
    const page = await pageOf('administrator');
    await page.goto('/admin/people');
    await page.getByRole('button', { name: '新增人员' }).click();
    const form = page.getByRole('dialog', { name: '新增人员' });
    await form.getByLabel('姓名').fill('方知行');
    await form.getByLabel('账号').fill('fang.contrib');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('报送员必须有单位').waitFor();
    await form.getByLabel('单位').fill('余杭');
    await page.locator('.ant-select-item-option').filter({ hasText: '余杭区' }).click();
    await form.getByRole('button', { name: '保存' }).click();
    const password = await page.getByRole('dialog', { name: '一次性密码' }).locator('code').innerText();
    const newcomer = await pageOf('visitor');
    await newcomer.goto('/admin/sign-in');
    await newcomer.locator('input[name=login]').fill('fang.contrib');
    await newcomer.locator('input[name=password]').fill(password);
    await newcomer.keyboard.press('Enter');
    await newcomer.getByRole('heading', { name: '请先修改密码' }).waitFor();
  });
});

describe('a partner’s key', () => {
  it('is shown once, opens the partner’s own part, and opens nothing once it is revoked', async () => {
    const { _id } = await createDestination(as('administrator'), { name: '都市快报', slug: 'dskb', channelId: 'partner-media', settings: { provider: '杭州市跑改办', url: 'https://partner.test/in', secret: `whsec_${Buffer.alloc(24, 7).toString('base64')}` } });
    const page = await pageOf('administrator');
    await page.goto(`/admin/destinations/${_id}`);
    await page.getByRole('button', { name: '生成密钥' }).click();
    const bearer = await page.getByRole('dialog').locator('code').innerText();
    const ask = async (): Promise<unknown> => (await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }, body: JSON.stringify({ query: '{ myDestination { name } }' }) })).json();
    expect(await ask()).toEqual({ data: { myDestination: { name: '都市快报' } } });
    await page.getByRole('button', { name: '已交给对方' }).click();
    await page.getByText(bearer).waitFor({ state: 'detached' });
    // Whoever may manage outlets ends a key there, also when a colleague made it.
    const { login } = await aPerson({ roles: ['administrator'] });
    const colleague = await pageOf('visitor');
    await signIn(colleague, login, testPassword);
    await colleague.goto(`/admin/destinations/${_id}`);
    const key = colleague.getByRole('listitem').filter({ hasText: '都市快报 自助' });
    await key.getByText('最近使用').waitFor();
    await key.getByRole('button', { name: /吊销「都市快报 自助」/ }).click();
    await colleague.getByRole('dialog', { name: '吊销「都市快报 自助」？' }).getByRole('button', { name: '吊销' }).click();
    await key.getByText('已吊销').waitFor();
    expect(await ask()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});

describe('the media library', () => {
  const assetOf = (id: string): Promise<Record<string, unknown> | null> => mongoose.connection.collection<{ _id: string }>('assets').findOne({ _id: id });

  it('tells many files the same at once and leaves the rest of each as it was', async () => {
    const ids = [(await anAsset({ width: 320, height: 200, alt: '一窗受理' }))._id, (await anAsset({ width: 330, height: 200, alt: '自助机' }))._id];
    const page = await pageOf('editor');
    await page.goto('/admin/media');
    for (const name of ['一窗受理', '自助机']) await page.getByRole('checkbox', { name: `选择「${name}」` }).check();
    await page.getByRole('button', { name: '批量编辑' }).click();
    const dialog = page.getByRole('dialog', { name: '编辑 2 项素材' });
    await dialog.getByLabel('署名').fill('本报记者 王平');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('已选 2 项').waitFor({ state: 'detached' });
    expect(await Promise.all(ids.map(assetOf))).toMatchObject([{ alt: '一窗受理', credit: '本报记者 王平' }, { alt: '自助机', credit: '本报记者 王平' }]);
  });

  it('replaces a file by one that is uploaded for it, under the same id', async () => {
    const { _id, sha256 } = await anAsset({ width: 340, height: 200, alt: '旧的办事大厅' });
    const buffer = await sharp({ create: { width: 352, height: 198, channels: 3, background: '#884422' } }).jpeg().toBuffer();
    const page = await pageOf('editor');
    await page.goto(`/admin/media?open=${_id}`);
    await page.getByRole('button', { name: '替换文件' }).click();
    const dialog = page.getByRole('dialog', { name: '用新文件替换' });
    await dialog.getByRole('textbox', { name: /替换原因/ }).fill('大厅已搬迁');
    await dialog.locator('input[type=file]').setInputFiles({ name: '新大厅.jpg', mimeType: 'image/jpeg', buffer });
    // It is being looked at when the last byte has left; the server may still be receiving it.
    await until(async () => { await processAll(own, [dispatchNextEvent, runNextJob]); return page.getByText('已替换').isVisible(); });
    const replaced = await assetOf(_id);
    expect(replaced).toMatchObject({ width: 352, alt: '旧的办事大厅' });
    expect(replaced?.sha256).not.toBe(sha256);
  });

  it('cuts a picture around its focal point and as an editor frames it, by the mouse and the keyboard, and every rendition asked for then follows', async () => {
    // Five stripes of one colour each: a square cut shows which of them.
    const [colours, names] = [['#ff0000', '#00ff00', '#0000ff', '#ffff00', '#ff00ff'], ['red', 'green', 'blue', 'yellow', 'magenta']];
    const stripes = colours.map((fill, at) => `<rect x="${at * 200}" width="200" height="400" fill="${fill}"/>`).join('');
    const { _id } = await storeAsset(as('editor'), { bytes: await sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="400">${stripes}</svg>`)).png().toBuffer(), filename: '五色.png', alt: '五色' });
    const { data } = await askAs(app.url, 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { login: loginOf('editor'), password: testPassword } });
    /** The stripes at the left and the right edge of a rendition that is asked for now. */
    const edges = async (preset: string): Promise<string> => {
      const { data: found } = await askAs(app.url, `{ asset(id: "${_id}") { rendition(preset: ${preset}) { url } } }`, {}, String(data?.signIn?.token));
      const { pathname, search } = new URL((found?.asset?.rendition as { url: string }).url, app.url);
      const { data: pixels, info } = await sharp(Buffer.from(await (await fetch(`${app.url}${pathname}${search}`)).arrayBuffer())).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      return [6, info.width - 6].map((x) => names[colours.indexOf(`#${[...pixels.subarray((20 * info.width + x) * 3, (20 * info.width + x) * 3 + 3)].map((part) => (part > 127 ? 'ff' : '00')).join('')}`)]).join('–');
    };
    const becomes = (preset: string, wanted: string): Promise<void> => until(async () => (await edges(preset)) === wanted);
    const page = await pageOf('editor');
    await page.goto(`/admin/media?open=${_id}`);
    const picture = page.getByRole('button', { name: /^焦点：/ });
    const size = async (at: Locator): Promise<{ x: number; y: number; width: number; height: number }> => (await at.boundingBox())!;
    await page.getByRole('button', { name: '焦点：距左 50%，距上 50%' }).waitFor();
    expect([await edges('CARD'), await edges('WECHAT_SQUARE')]).toEqual(['red–magenta', 'green–yellow']);
    // The focal point: pressed on the picture, then moved by keys.
    const { width, height } = await size(picture);
    await picture.click({ position: { x: width * 0.6, y: height / 2 } });
    await page.getByRole('button', { name: '焦点：距左 60%，距上 50%' }).waitFor();
    await becomes('WECHAT_SQUARE', 'blue–yellow');
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: '焦点：距左 50%，距上 50%' }).waitFor();
    await becomes('WECHAT_SQUARE', 'green–yellow');
    // A crop of one's own for one use: dragged, moved by keys, made smaller both ways, and taken back. The others keep to the focal point.
    await page.getByText('微信小图 1:1').click();
    const frame = page.getByRole('button', { name: '微信小图 1:1的裁切框' });
    const drag = async (from: { x: number; y: number }, by: number): Promise<void> => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + by / 2, from.y + 1, { steps: 3 });
      await page.mouse.move(from.x + by, from.y);
      await page.mouse.up();
    };
    await frame.scrollIntoViewIfNeeded();
    const before = await size(frame);
    await drag({ x: before.x + before.width / 2, y: before.y + before.height / 2 }, before.width * 2);
    await becomes('WECHAT_SQUARE', 'yellow–magenta');
    await frame.focus();
    for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('ArrowLeft');
    await becomes('WECHAT_SQUARE', 'blue–magenta');
    for (let presses = 0; presses < 12; presses += 1) await page.keyboard.press('Shift+ArrowLeft');
    await becomes('WECHAT_SQUARE', 'blue–yellow');
    const small = await size(frame);
    await drag({ x: small.x + small.width - 6, y: small.y + small.height - 6 }, before.width);
    await becomes('WECHAT_SQUARE', 'blue–magenta');
    expect([await edges('LIST'), await edges('CARD')]).toEqual(['green–yellow', 'red–magenta']);
    await page.getByRole('button', { name: '改回自动' }).click();
    await becomes('WECHAT_SQUARE', 'green–yellow');
    expect(await page.getByRole('button', { name: '改回自动' }).count()).toBe(0);
  });

  it('lets an editor choose the still that stands for a film', async () => {
    const film = await storeAsset(as('editor'), { bytes: await aClip({ seconds: 2, size: '320x180', fps: 5, hasSound: false }), filename: '微视频.mp4' });
    await processAll(own, [dispatchNextEvent, runNextJob, transcodeNext]);
    const page = await pageOf('editor');
    await page.goto(`/admin/media?open=${film._id}`);
    const posters = page.getByRole('group', { name: '封面' });
    await posters.getByRole('button', { name: '第 1 张 · 当前封面' }).waitFor();
    await posters.getByRole('button', { name: '第 2 张' }).click();
    await posters.getByRole('button', { name: '第 2 张 · 当前封面', pressed: true }).waitFor();
  });
});

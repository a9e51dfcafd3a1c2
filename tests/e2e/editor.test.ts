import { join } from 'node:path';
import mongoose from 'mongoose';
import { offerDemoAccounts } from '../../src/accounts/index.js';
import type { Page } from 'playwright-core';
import { createDestination } from '../../src/distribution/index.js';
import { updateContent } from '../../src/content/index.js';
import { storeAsset } from '../../src/media/index.js';
import { useApp } from '../kit/app.js';
import { aContent, anApproved, approve, aPublished, bodyOf, findStored, useMedia } from '../kit/contents.js';
import { aPerson, as, aUnit, testPassword } from '../kit/people.js';
import { deferred, until } from '../kernel/until.js';
import { clock, processAll, services, useDatabase } from '../kit/services.js';
import { phone, scan } from './browser.js';
import { endSessionsOf, loginOf, staffRoles } from './stage.js';
import { useStaffPages } from './staff-pages.js';

useDatabase({ keep: true });
beforeAll(useMedia);
const app = useApp();

const pageOf = useStaffPages(app);

let unitId: string;
beforeAll(async () => {
  unitId = (await aUnit({ name: '杭州市余杭区', shortName: '余杭区', kind: 'district' }))._id;
  for (const role of staffRoles) await aPerson({ name: role, login: loginOf(role), roles: [role], unitId });
});

const bodyOfPage = (page: Page) => page.getByRole('textbox', { name: '正文', exact: true });
const workingCopies = () => mongoose.connection.collection<{ _id: string; contentId: string }>('workingCopies');

/** Until the server keeps no working copy of a content. */
const untilNoneIsKept = (contentId: string): Promise<void> => until(async () => await workingCopies().countDocuments({ contentId }) === 0);

/** Holds the answers of one operation back: `held` when the first was asked for, until `release`. */
async function holdOf(page: Page, operation: string): Promise<{ readonly held: Promise<unknown>; release(): void }> {
  const released = deferred<void>();
  const asked = deferred<void>();
  await page.route('**/graphql', async (route) => {
    if (new RegExp(`(query|mutation) ${operation}\\b`).test(route.request().postData() ?? '')) {
      asked.resolve();
      await released.promise;
    }
    await route.continue();
  });
  return { held: asked.promise, release: () => { released.resolve(); } };
}

const isKept = (page: Page): Promise<void> => page.locator('[data-saving=kept]').waitFor();

/** Puts the caret behind the last word, as the editor itself sees it: a moment after it got the focus it puts its own caret back. */
const toEnd = (page: Page): Promise<void> => until(async () => {
  await bodyOfPage(page).focus();
  await page.keyboard.press('Control+End');
  return page.evaluate("(({ editor: { state: { selection, doc } } }) => selection.empty && selection.to === doc.content.size - 1)(document.querySelector('[contenteditable=true]'))");
});

async function write(page: Page, contentId: string, words: string): Promise<void> {
  await page.goto(`/admin/contents/${contentId}`);
  await toEnd(page);
  await page.keyboard.type(words);
}

/** Signs, or returns, what waits first for this role. */
async function decide(page: Page, title: string, reason?: string): Promise<void> {
  await page.goto('/admin/reviews');
  await page.getByRole('link', { name: title }).first().click();
  const onPhone = page.getByRole('button', { name: '签署或退回' });
  await page.getByRole('button', { name: /签署|退回/ }).first().waitFor();
  const isPhone = await onPhone.isVisible();
  if (isPhone) await onPhone.click();
  const place = isPhone ? page.getByRole('dialog') : page;
  if (reason) {
    await place.getByRole('button', { name: '退回修改' }).click();
    await place.getByRole('textbox', { name: '退回理由' }).fill(reason);
    await place.getByRole('button', { name: '确认退回' }).click();
    await page.getByText(reason).first().waitFor();
    return;
  }
  for (const box of await place.getByRole('checkbox').all()) await box.check();
  await place.getByRole('button', { name: /^签署(初审|复审|终审)$/ }).click();
  await page.getByText(/已签署|终审通过/).first().waitFor();
}

describe('from a Word file to every outlet, and back', () => {
  it('is imported, returned, signed by three (one on a phone), scheduled, delivered, corrected and retracted', async () => {
    await createDestination(as('administrator'), { name: '全部文章', slug: 'everything', channelId: 'rss', settings: { title: '全部文章' }, rule: { conditions: [] } });
    const contributor = await pageOf('contributor');
    await contributor.goto('/admin/contents');
    await contributor.getByRole('button', { name: '导入文件' }).click();
    await contributor.locator('input[type=file]').setInputFiles(join(process.cwd(), 'samples/最多跑一次-不动产登记.docx'));
    await contributor.getByRole('textbox', { name: '图片作者或来源' }).fill('市规划和自然资源局');
    await contributor.getByRole('dialog').getByRole('button', { name: '导入文件' }).click();
    await contributor.getByRole('dialog').getByRole('listitem').filter({ hasText: '已把文中的标题用作稿件标题' }).waitFor();
    await contributor.getByRole('button', { name: '查看稿件' }).click();
    const id = await idOfNewest();
    const title = (await findStored(id))!.draft.title;
    await contributor.goto(`/admin/contents/${id}`);
    await contributor.locator('figure img, [data-node-view-wrapper] img').first().waitFor();
    await contributor.getByRole('button', { name: /^送\s?审$/ }).click();
    await contributor.getByText('已送审，等待初审').waitFor();

    const editor = await pageOf('editor');
    await decide(editor, title, '请把办结时限写进首段。');

    await contributor.goto(`/admin/contents/${id}`);
    await contributor.getByRole('status').filter({ hasText: 'editor 在初审退回' }).getByText('请把办结时限写进首段。').waitFor();
    await write(contributor, id, '全程不超过六十分钟。');
    await contributor.getByRole('button', { name: '保存并送审' }).click();
    await contributor.getByText('审核中').first().waitFor();
    expect(await findStored(id)).toMatchObject({ workflow: 'inReview', head: { number: 2 } });

    await editor.goto('/admin/reviews');
    await editor.getByRole('link', { name: title }).first().click();
    await editor.getByRole('tab', { name: '改动' }).click();
    await editor.getByText('与第 1 稿（上次退回）相比').waitFor();
    await editor.locator('ins').getByText('全程不超过六十分钟。').waitFor();
    await decide(editor, title);
    await decide(await pageOf('reviewer', { viewport: phone }), title);
    await decide(await pageOf('chiefEditor'), title);
    expect((await findStored(id))!.workflow).toBe('approved');

    const operator = await pageOf('operator');
    await operator.goto(`/admin/contents?open=${id}`);
    await operator.getByRole('button', { name: '定时发布' }).click();
    await operator.getByRole('textbox', { name: '发布时间' }).fill('2035-03-08 16:30');
    await operator.keyboard.press('Enter');
    await operator.getByRole('dialog', { name: /发布《/ }).getByRole('button', { name: '定时发布', exact: true }).click();
    await operator.getByText('已设定时间').waitFor();

    clock.set('2035-03-08T08:30:01.000Z');
    await processAll(services);
    await operator.goto('/admin/deliveries');
    await operator.getByText(title).first().waitFor();
    expect(await deliveriesOf(id)).toEqual(['publish delivered']);

    await updateContent(as('contributor', { unitId }), { id, expectedRevision: 2, patch: { summary: '（更正）办结时限为六十分钟以内。' } });
    await approve((await findStored(id))!);
    await tell(operator, id, '更正', '办结时限表述有误', '发布更正');
    await tell(operator, id, '撤稿', '当事人要求撤回', '确认撤稿');
    expect(await deliveriesOf(id)).toEqual(['correct delivered', 'publish delivered', 'retract delivered']);
    expect((await findStored(id))!.publication).toBe('retracted');
  });
});

async function tell(page: Page, id: string, act: string, why: string, confirm: string): Promise<void> {
  await page.goto(`/admin/contents?open=${id}`);
  await page.getByRole('button', { name: new RegExp(`^${[...act].join('\\s?')}$`) }).click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByRole('textbox').fill(why);
  await dialog.getByRole('button', { name: '下一步' }).click();
  await dialog.getByRole('checkbox', { name: '我已了解，继续' }).check();
  await dialog.getByRole('button', { name: confirm }).click();
  await page.getByText(act === '更正' ? '更正已发布' : '已撤稿').first().waitFor();
  await processAll(services);
}

const idOfNewest = async (): Promise<string> => (await mongoose.connection.collection<{ _id: string }>('contents').find().sort({ createdAt: -1, _id: -1 }).limit(1).toArray())[0]!._id;

async function deliveriesOf(contentId: string): Promise<string[]> {
  const rows = await mongoose.connection.collection<{ action: string; state: string }>('deliveries').find({ contentId }).toArray();
  return rows.map(({ action, state }) => `${action} ${state}`).sort();
}

describe('the editor', () => {
  it('keeps what is typed while the line is cut, through a closed page, and sends it when it is back', async () => {
    const { _id: id } = await aContent({ unitId, title: '断网也不丢字' });
    const page = await pageOf('contributor');
    await write(page, id, '第一句。');
    await isKept(page);
    await page.context().setOffline(true);
    await page.keyboard.type('断网后写的一句。');
    await page.locator('[data-saving=offline]').waitFor();
    await page.context().setOffline(false);
    await page.close({ runBeforeUnload: false });
    const again = await page.context().newPage();
    await again.goto(`/admin/contents/${id}`);
    await again.getByText('已接着上次未存成稿次的修改').waitFor();
    await bodyOfPage(again).getByText('断网后写的一句。').waitFor();
    expect((await findStored(id))!.head.number).toBe(1);
    await again.getByRole('button', { name: /^保\s?存$/ }).click();
    await again.getByText('已保存 · 第 2 稿').waitFor();
    await untilNoneIsKept(id);
  });

  it('resumes nothing and tells of no conflict where what was kept says the same as the revision it became', async () => {
    const { _id: id } = await aContent({ unitId, title: '晚到的工作稿' });
    const page = await pageOf('contributor');
    await write(page, id, '存成了第二稿的一句。');
    await isKept(page);
    const kept = await workingCopies().findOne({ contentId: id });
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByText('已保存 · 第 2 稿').waitFor();
    await untilNoneIsKept(id);
    await page.goto('/admin/');
    await workingCopies().insertOne(kept!);
    await page.goto(`/admin/contents/${id}`);
    await bodyOfPage(page).getByText('存成了第二稿的一句。').waitFor();
    await untilNoneIsKept(id);
    await page.locator('[data-saving=idle]').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByText('已接着上次未存成稿次的修改').count()).toBe(0);
  });

  it('keeps nothing of what was given up, however slow its keeping was', async () => {
    const { _id: id } = await aContent({ unitId, title: '不要的修改' });
    const page = await pageOf('contributor');
    await write(page, id, '不要的一句，');
    await isKept(page);
    await page.reload();
    await page.getByText('已接着上次未存成稿次的修改').waitFor();
    const slow = await holdOf(page, 'KeepWorkingCopy');
    await bodyOfPage(page).click();
    await page.keyboard.type('还有半句。');
    await slow.held;
    await page.getByRole('button', { name: '放弃这些修改' }).click();
    slow.release();
    await bodyOfPage(page).filter({ hasNotText: '不要的一句' }).waitFor();
    await untilNoneIsKept(id);
    expect(await page.getByText('已接着上次未存成稿次的修改').count()).toBe(0);
  });

  it('lets nobody submit an older revision than was just saved, while the page has not heard of it', async () => {
    const { _id: id } = await aContent({ unitId, title: '刚存就送审' });
    const page = await pageOf('contributor');
    await write(page, id, '刚写的一句。');
    await page.getByRole('button', { name: '保存并送审' }).waitFor();
    const slow = await holdOf(page, 'EditorContent');
    await page.keyboard.press('Control+s');
    await page.getByText('已保存 · 第 2 稿').waitFor();
    await slow.held;
    expect(await page.getByRole('button', { name: '送审', exact: true }).count()).toBe(0);
    slow.release();
    await page.getByRole('button', { name: '送审', exact: true }).click();
    await page.getByText('已送审，等待初审').waitFor();
    expect(await findStored(id)).toMatchObject({ head: { number: 2 } });
  });

  it('asks again over the text when the session has ended, keeps every word, and goes on', async () => {
    const { _id: id } = await aContent({ unitId, title: '登录过期也不丢字' });
    const page = await pageOf('contributor');
    await write(page, id, '过期前的一句。');
    await isKept(page);
    await endSessionsOf(app.url, loginOf('contributor'));
    await page.keyboard.type('过期后的一句。');
    await page.getByRole('dialog', { name: '登录已过期' }).waitFor();
    await page.locator('dialog input[name=password]').fill(testPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '登录已过期' }).waitFor({ state: 'detached' });
    await isKept(page);
    await bodyOfPage(page).getByText('过期前的一句。过期后的一句。').waitFor();
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByText('已保存 · 第 2 稿').waitFor();
    expect(JSON.stringify((await findStored(id))!.draft.body)).toContain('过期后的一句。');
  });

  it('voids no signature by typing alone', async () => {
    const { _id: id } = await anApproved({ unitId, title: '打字不等于改稿' });
    const page = await pageOf('editor');
    await write(page, id, '一个字。');
    await isKept(page);
    await page.getByText('保存修改后，已有的签署失效').waitFor();
    expect(await findStored(id)).toMatchObject({ workflow: 'approved', head: { number: 1 } });
  });

  it('tells of a conflict with both versions side by side and saves mine as a further revision', async () => {
    const { _id: id } = await aContent({ unitId, title: '两个人改同一句' });
    const page = await pageOf('contributor');
    await write(page, id, '我写的一句。');
    await page.getByRole('textbox', { name: '标题' }).fill('我改的标题');
    await isKept(page);
    await mongoose.connection.collection<{ _id: string }>('contents').updateOne({ _id: id }, { $unset: { lock: 1 } });
    await updateContent(as('editor'), { id, expectedRevision: 1, patch: { title: '对方改的标题', body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '对方写的一句。' }] }] } as never } });
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    const dialog = page.getByRole('dialog', { name: /已被 editor 保存为第 2 稿/ });
    await dialog.getByText('对方写的一句。').waitFor();
    await dialog.locator('mark').getByText('我写的一句。').waitFor();
    // Left for later, it is told at the next visit, too.
    await dialog.getByRole('button', { name: '先不处理' }).click();
    await page.reload();
    for (const words of ['我改的标题', '对方改的标题', '我写的一句。', '对方写的一句。']) await dialog.getByText(words).waitFor();
    await dialog.getByRole('button', { name: '用我的内容再存一稿' }).click();
    await page.getByText('已保存 · 第 3 稿').waitFor();
  });

  it('says who holds the lock, lets an editor take it over, and tells whoever had it at the next word', async () => {
    const { _id: id } = await aContent({ unitId, title: '谁在编辑' });
    const contributor = await pageOf('contributor');
    await contributor.clock.install();
    await write(contributor, id, '报送员在写。');
    await isKept(contributor);
    const editor = await pageOf('editor');
    await editor.goto(`/admin/contents/${id}`);
    await editor.getByText('contributor 正在编辑这篇稿件').waitFor();
    expect(await bodyOfPage(editor).getAttribute('contenteditable')).toBe('false');
    await editor.getByRole('button', { name: '接管编辑' }).click();
    await editor.getByText('contributor 正在编辑这篇稿件').waitFor({ state: 'detached' });
    await bodyOfPage(editor).and(editor.locator('[contenteditable=true]')).waitFor();
    expect((await findStored(id))!.lock).toMatchObject({ name: 'editor' });
    await contributor.clock.fastForward(15_000);
    await contributor.keyboard.type('字');
    await contributor.getByText('editor 已接管编辑').waitFor();
    await bodyOfPage(contributor).and(contributor.locator('[contenteditable=false]')).waitFor();
    await bodyOfPage(editor).click();
    await editor.keyboard.type('编辑接着写。');
    await isKept(editor);
  });

  it('mends what the checks find with one press, cleans a paste, and takes a comment on a passage to the one it names', async () => {
    const { _id: id } = await aContent({ unitId, title: '边写边查', summary: '部份事项可以代办。' });
    const page = await pageOf('editor');
    await write(page, id, '既使下雨也办。');
    const finding = (words: string) => page.getByRole('listitem').filter({ hasText: words });
    await finding('既使').getByRole('button', { name: '定位' }).click();
    await page.waitForFunction(() => getSelection()?.toString() === '既使');
    await page.getByRole('button', { name: '改为“即使”' }).click();
    await bodyOfPage(page).getByText('即使下雨也办。').waitFor();
    await finding('部份').first().getByRole('button', { name: '定位' }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '摘要');
    await page.getByRole('tab', { name: /检查/ }).click();
    await toEnd(page);
    await bodyOfPage(page).evaluate('((element) => { const data = new DataTransfer(); data.setData("text/html", "<p class=MsoNormal style=\\"mso-outline-level:2\\"><b>二、做法</b></p><p>\\u3000\\u3000午间延时服务</p>"); data.setData("text/plain", "x"); element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); })(document.querySelector("[contenteditable=true]"))');
    await bodyOfPage(page).getByText('午间延时服务', { exact: true }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.getByRole('tab', { name: /批注/ }).click();
    await page.getByRole('textbox', { name: '写批注…' }).fill('请核对提法。');
    await page.getByRole('textbox', { name: '写批注…' }).press('@');
    await page.getByRole('combobox', { name: '提到同事' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('contributor');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '批注', exact: true }).click();
    await page.getByRole('article').getByText('@contributor 请核对提法。').waitFor();
    await toEnd(page);
    await page.keyboard.type('咨询请打13812345678。');
    await page.getByRole('button', { name: '保存并送审' }).click();
    await page.getByRole('dialog', { name: /处拦截问题/ }).getByRole('button', { name: '先去修改' }).click();
    expect((await findStored(id))!.workflow).toBe('draft');
    const contributor = await pageOf('contributor');
    await contributor.goto('/admin/');
    await contributor.getByText('请核对提法。').waitFor();
  });

  it('takes a case’s figures, its attachments, related contents and unit, and shows them in preview, history and review', async () => {
    const other = await aUnit({ name: '杭州市桐庐县', shortName: '桐庐县', kind: 'district' });
    await aPublished({ unitId, title: '可以参考的另一篇' });
    await storeAsset(as('editor'), { bytes: Buffer.from('一窗受理办事指南'), filename: '办事指南.txt' });
    const { _id: id } = await aContent({ unitId, title: '一窗受理典型案例', details: { problem: '多头跑。' } }, { kind: 'case' });
    const page = await pageOf('editor');
    await page.goto(`/admin/contents/${id}?tab=fields`);
    await expect(page.getByRole('textbox', { name: '问题' }).inputValue()).resolves.toBe('多头跑。');
    await page.getByRole('button', { name: '添加一项数据' }).click();
    await page.getByRole('textbox', { name: '指标 1' }).fill('办理时间');
    await page.getByRole('textbox', { name: '改革前 1' }).fill('5 天');
    await page.getByRole('textbox', { name: '改革后 1' }).fill('1 小时');
    await page.getByRole('button', { name: '添加一项数据' }).click();
    await page.getByRole('button', { name: '添加附件' }).click();
    await page.getByRole('dialog').getByText('办事指南.txt').click();
    await page.getByRole('link', { name: '办事指南.txt' }).waitFor();
    await page.getByRole('combobox', { name: '按标题查找稿件…' }).fill('可以参考');
    await page.locator('.ant-select-item-option').filter({ hasText: '可以参考的另一篇' }).click();
    await page.getByRole('link', { name: '可以参考的另一篇' }).waitFor();
    await page.getByRole('combobox', { name: '单位' }).fill('桐庐');
    await page.keyboard.press('Enter');
    await isKept(page);
    const kept = await mongoose.connection.collection<{ contentId: string; changes: string }>('workingCopies').findOne({ contentId: id });
    expect(Object.keys(JSON.parse(kept!.changes) as object).sort()).toEqual(['attachmentIds', 'figures', 'relatedIds', 'unitId']);
    await page.getByRole('button', { name: '预览' }).click();
    for (const shown of ['办理时间：5 天 → 1 小时', '办事指南.txt', '可以参考的另一篇', '杭州市桐庐县']) await page.frameLocator('iframe').getByText(shown).first().waitFor();
    await page.getByRole('button', { name: '关闭预览' }).click();
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByText('已保存 · 第 2 稿').waitFor();
    expect((await findStored(id))!.draft).toMatchObject({ unitId: other._id, details: { figures: [{ name: '办理时间', before: '5 天', after: '1 小时' }] } });
    await page.getByRole('button', { name: '历史' }).click();
    const history = page.getByRole('dialog', { name: '历史' });
    for (const [field, now] of [['成效数据', '办理时间：5 天 → 1 小时'], ['附件', '办事指南.txt'], ['相关内容', '可以参考的另一篇'], ['单位', '杭州市桐庐县']] as const) {
      await history.locator('div:has(> h3)').filter({ has: page.getByRole('heading', { name: field, exact: true }) }).locator('ins').getByText(now).waitFor();
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^送\s?审$/ }).click();
    await page.getByText('已送审，等待初审').waitFor();
    const review = await mongoose.connection.collection<{ _id: string }>('reviews').findOne({ contentId: id });
    for (const path of [`/admin/reviews/${review!._id}`, `/admin/reviews/${review!._id}/sheet`]) {
      await page.goto(path);
      for (const shown of ['多头跑。', '办理时间：5 天 → 1 小时', '办事指南.txt', '可以参考的另一篇', '杭州市桐庐县']) await page.getByText(shown).first().waitFor();
    }
  });

  it('sets headings, lists, tables and notes by its toolbar, counts the characters, and saves all of it; a note is changed in a dialog', async () => {
    const { _id: id } = await aContent({ unitId, title: '一个很长的标题在手机上也要完整显示，不能只看见它的第一行', body: bodyOf('一窗受理') as never });
    const page = await pageOf('contributor', { viewport: phone });
    await page.goto(`/admin/contents/${id}`);
    await page.getByText('4 字', { exact: false }).waitFor();
    expect(await page.getByRole('textbox', { name: '标题' }).evaluate((box: { scrollHeight: number; clientHeight: number }) => box.scrollHeight - box.clientHeight)).toBe(0);
    await bodyOfPage(page).getByText('一窗受理').click();
    await page.getByRole('button', { name: /^H2 二级标题/ }).click();
    await bodyOfPage(page).getByRole('heading', { level: 2, name: '一窗受理' }).waitFor();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: /^脚注/ }).click();
    await page.getByRole('dialog', { name: '脚注' }).getByRole('textbox').fill('见办事指南');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '脚注：见办事指南' }).click();
    await page.getByRole('dialog', { name: '脚注' }).getByRole('textbox').fill('见办事指南第三页');
    await page.getByRole('dialog', { name: '脚注' }).getByRole('button', { name: '确定' }).click();
    await page.getByRole('button', { name: '脚注：见办事指南第三页' }).waitFor();
    await toEnd(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type('先取号');
    await page.getByRole('button', { name: /^编号列表/ }).click();
    await bodyOfPage(page).getByRole('listitem').filter({ hasText: '先取号' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '表格', exact: true }).click();
    await page.keyboard.type('事项');
    await page.getByRole('button', { name: /在右侧加列$/ }).click();
    await page.getByText('17 字', { exact: false }).waitFor();
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByText('已保存 · 第 2 稿').waitFor();
    const { content } = (await findStored(id))!.draft.body;
    expect(content.map(({ type }) => type).filter((type) => type !== 'paragraph')).toEqual(['heading', 'orderedList', 'table']);
    expect(content.find(({ type }) => type === 'table')!.content!.map((line) => line.content?.length)).toEqual([4, 4, 4]);
    expect(JSON.stringify(content)).toContain('"type":"footnote","attrs":{"text":"见办事指南第三页"}');
  });

  it('shows a draft as the site, WeChat and a feed would, and restores an earlier revision, which can be undone', async () => {
    const { _id: id } = await aContent({ unitId, title: '第一稿的标题' });
    await updateContent(as('editor'), { id, expectedRevision: 1, patch: { title: '第二稿的标题' } });
    const page = await pageOf('editor');
    await page.goto(`/admin/contents/${id}`);
    await page.getByRole('button', { name: '预览' }).click();
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: '第二稿的标题' }).waitFor();
    await page.getByText('微信', { exact: true }).click();
    await page.frameLocator('iframe[title=微信]').getByRole('heading', { level: 1, name: '第二稿的标题' }).waitFor();
    await page.getByText('订阅', { exact: true }).click();
    await page.frameLocator('iframe[title=订阅]').getByRole('heading', { level: 1, name: '第二稿的标题' }).waitFor();
    await page.getByRole('button', { name: '历史' }).click();
    await page.getByRole('dialog', { name: '历史' }).locator('ins').getByText('第二稿的标题').waitFor();
    await page.getByRole('dialog', { name: '历史' }).getByRole('button', { name: /^恢\s?复$/ }).click();
    await page.getByRole('button', { name: /^撤\s?销$/ }).first().click();
    await page.getByText('已保存 · 第 4 稿').waitFor();
    expect((await findStored(id))!.draft.title).toBe('第二稿的标题');
  });
});

describe('without a mouse', () => {
  /** Presses Tab until what has the focus is called so. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 100; presses += 1) {
      await page.keyboard.press('Tab');
      const named = String(await page.evaluate("(({ activeElement: here }) => [here?.getAttribute('aria-label'), here?.innerText, here?.closest('label')?.innerText].filter(Boolean).join(' | '))(document)"));
      if (name.test(named)) return;
    }
    throw new Error(`Tab does not lead to ${name.source}`);
  }

  it('a text is written, saved, submitted and signed', async () => {
    const writer = await pageOf('contributor');
    await writer.getByRole('heading', { level: 1 }).waitFor();
    await writer.keyboard.press('Control+k');
    await writer.getByRole('combobox', { name: '命令面板' }).waitFor();
    await writer.keyboard.type('新建文章');
    await writer.getByRole('option', { name: /新建文章/ }).first().waitFor();
    await writer.keyboard.press('Enter');
    await writer.getByRole('textbox', { name: '标题' }).waitFor();
    await writer.keyboard.type('只用键盘写的稿件');
    await writer.keyboard.press('Enter');
    await bodyOfPage(writer).waitFor();
    await tabTo(writer, /^正文/);
    await writer.keyboard.type('一窗受理，一次办结。');
    await writer.keyboard.press('Control+s');
    await writer.getByText('已保存 · 第 2 稿').waitFor();
    await writer.getByRole('button', { name: '送审', exact: true }).waitFor();
    await tabTo(writer, /^送审$/);
    await writer.keyboard.press('Enter');
    await writer.getByText('已送审，等待初审').waitFor();
    const signer = await pageOf('editor');
    await signer.getByRole('link', { name: '只用键盘写的稿件' }).first().waitFor();
    await tabTo(signer, /只用键盘写的稿件/);
    await signer.keyboard.press('Enter');
    await signer.getByRole('checkbox').first().waitFor();
    for (const item of [/文字关/, /来源关/]) {
      await tabTo(signer, item);
      await signer.keyboard.press('Space');
    }
    await tabTo(signer, /^签署初审/);
    await signer.keyboard.press('Enter');
    await signer.getByText('已签署初审').first().waitFor();
  });
});

describe('a newcomer who follows only the page', () => {
  const zh = {
    contributor: /报送员/, go: '去做', title: '标题', create: '创建草稿', body: '正文', save: '保存', submit: '送审', next: /^换成.+去做$/, sign: '签署', signIt: /^签署(初审|复审|终审)$/,
    publish: '立即发布', deliver: '变绿即已送达', done: /已送达全部渠道/, guide: '第一次使用：从一篇稿件到送达', board: '分发', home: '回首页', ask: /^发布《/, close: '可以关闭本窗口', all: '5 / 5',
  };
  const en: typeof zh = {
    contributor: /Contributor/, go: 'Go', title: 'Title', create: 'Create the draft', body: 'Body', save: 'Save', submit: 'Submit for review', next: /^Go on as/, sign: 'Sign', signIt: /^Sign: /,
    publish: 'Publish now', deliver: 'green means delivered', done: /has arrived everywhere/, guide: 'First time here: from a text to its delivery', board: 'Deliveries', home: 'Back to the home page', ask: /^Publish “/, close: 'may close this', all: '5 of 5',
  };

  it.each([['in Chinese', zh, { language: 'zh', mode: 'light' }], ['in English, in the dark', en, { language: 'en', mode: 'dark' }]] as const)('gets from sign-in to a delivered article, %s', async (_, words, look) => {
    clock.set(look.language === 'zh' ? '2036-01-01T02:00:00.000Z' : '2036-01-02T02:00:00.000Z');
    await offerDemoAccounts(staffRoles.map((role) => ({ login: loginOf(role), name: role, role, password: testPassword })));
    await createDestination(as('administrator'), { name: 'everything', slug: `first-${look.language}`, channelId: 'rss', settings: { title: 'everything' }, rule: { conditions: [] } });
    const page = await pageOf('visitor', look);
    await page.clock.setFixedTime(clock.now());
    const guide = page.getByRole('region', { name: words.guide });
    // What is pressed is what the guide names.
    const press = async (name: string, button = page.getByRole('button', { name, exact: true })): Promise<void> => {
      await guide.getByText(name).first().waitFor();
      await button.click();
    };
    await page.goto('/admin/');
    await page.getByRole('button', { name: words.contributor }).click();
    await page.getByRole('link', { name: words.go, exact: true }).click();
    await page.getByRole('textbox', { name: words.title }).fill(`窗口办事一次成（${look.language}）`);
    await press(words.create);
    await page.getByRole('textbox', { name: words.body, exact: true }).click();
    await page.keyboard.type('市民带身份证到窗口，一次办结。');
    await press(words.save);
    await page.locator('[data-saving=idle]').waitFor();
    expect(await scan(page)).toEqual([]);
    await press(words.submit);
    for (let level = 0; level < 3; level += 1) {
      await guide.getByRole('button', { name: words.next }).click();
      await page.getByRole('checkbox').first().waitFor();
      for (const box of await page.getByRole('checkbox').all()) await box.check();
      await press(words.sign, page.getByRole('button', { name: words.signIt }));
    }
    await guide.getByRole('link', { name: words.go, exact: true }).click();
    await press(words.publish);
    await page.getByRole('dialog', { name: words.ask }).getByRole('button', { name: words.publish, exact: true }).click();
    await page.getByText(words.close).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await processAll(services);
    await guide.getByText(words.done).waitFor();
    await page.getByRole('link', { name: words.board, exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: `窗口办事一次成（${look.language}）` }).first().waitFor();
    await guide.getByRole('link', { name: words.home }).click();
    await page.getByText(words.all).waitFor();
  });
});

import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { graphql, type GraphQLSchema } from 'graphql';
import mongoose from 'mongoose';
import { buildSchema } from 'type-graphql';
import { authChecker } from '../../src/accounts/index.js';
import { DomainError, type Context } from '../../src/kernel/index.js';
import { assetUrl, deleteAsset, findExpiredMedia, findUses, forgetPorts, isPublicAsset, mediaResolvers, registerUsage, registerVisibility, renditionPresets, replaceAsset, signedAddress, storage, storeAsset, updateAsset, updateAssets, watchRights, type Asset } from '../../src/media/index.js';
import { alarmDue } from '../../src/media/watch-rights.js';
import { soughtWords, wordsOf } from '../../src/media/words.js';
import { registerMediaPorts } from '../../src/app/media-ports.js';
import { type Body, correctContent, correctReplacedMedia, findContent, findContentUses, publishContent, retractContent, updateContent } from '../../src/content/index.js';
import { aContent, anApproved, approve, aPublished, findStored, submit, useMedia } from '../kit/contents.js';
import { anonymous, as, aUnit, system } from '../kit/people.js';
import { clock, contextOf, day, outbox, processAll, services, useDatabase } from '../kit/services.js';
import { startMediaServer } from './a-server.js';
import { aPdf, aPhoto } from './files.js';

useDatabase();
useMedia();
afterEach(forgetPorts);

const editor = as('editor');
let count = 0;
/** Another picture each time. */
async function aPicture(ctx: Context = editor, notes: { filename?: string; alt?: string; credit?: string; author?: string; source?: string } = {}): Promise<Asset> {
  count += 1;
  return storeAsset(ctx, { bytes: await aPhoto({ width: 100 + count, height: 80 }), filename: '照片.jpg', ...notes });
}

const bodyWith = (assetId: string): Body => ({ type: 'doc', content: [{ type: 'image', attrs: { assetId, alt: '窗口' } }, { type: 'paragraph', content: [{ type: 'text', text: '办事群众只跑一次。' }] }] });

const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'OK', (error: unknown) => { if (error instanceof DomainError) return error.code; throw error; });

let schema: GraphQLSchema | undefined;
async function run(ctx: Context, source: string, variableValues: Record<string, unknown> = {}): Promise<{ data?: Record<string, never> | null; code?: string }> {
  schema ??= await buildSchema({ resolvers: [...mediaResolvers], authChecker, validate: false, pubSub: { publish: () => undefined, subscribe: () => { throw new Error('nothing is streamed here'); } } });
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: ctx });
  const cause = errors?.[0]?.originalError;
  if (errors && !(cause instanceof DomainError)) throw errors[0]!;
  return { data: data as Record<string, never> | null, ...(cause instanceof DomainError ? { code: cause.code } : {}) };
}

const namesFor = async (ctx: Context, filter: object): Promise<string[]> => {
  const { data } = await run(ctx, 'query($filter: AssetFilter) { assets(filter: $filter) { totalCount nodes { filename } } }', { filter });
  const { nodes, totalCount } = (data as unknown as { assets: { nodes: { filename: string }[]; totalCount: number } }).assets;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ filename }) => filename).sort();
};

describe('the library', () => {
  it('is searched by words of names and texts, by kind, unit, date, rights and missing alt text', async () => {
    await aPicture(editor, { filename: '办事大厅.jpg', alt: '群众在不动产窗口', credit: '张三', source: '杭州日报' });
    clock.advance(day);
    const second = await aPicture(editor, { filename: 'Opening2026.JPG' });
    await storeAsset(editor, { bytes: aPdf(), filename: '办事指南.pdf' });
    await updateAsset(editor, { id: second._id, rightsExpireAt: new Date(clock.now().getTime() + 10 * day) });
    const cases: readonly (readonly [object, string[]])[] = [
      [{ text: '办事' }, ['办事大厅.jpg', '办事指南.pdf']], [{ text: '不动产 窗口' }, ['办事大厅.jpg']], [{ text: '窗' }, ['办事大厅.jpg']], [{ text: '日报' }, ['办事大厅.jpg']], [{ text: 'OPEN' }, ['Opening2026.JPG']],
      [{ text: '报日' }, []], [{ text: '办事', kinds: ['FILE'] }, ['办事指南.pdf']], [{ kinds: ['IMAGE'], isWithoutAlt: true }, ['Opening2026.JPG']],
      [{ createdFrom: clock.now().toISOString() }, ['Opening2026.JPG', '办事指南.pdf']], [{ createdBefore: clock.now().toISOString() }, ['办事大厅.jpg']],
      [{ rights: 'EXPIRING' }, ['Opening2026.JPG']], [{ rights: 'UNLIMITED' }, ['办事大厅.jpg', '办事指南.pdf']], [{ rights: 'EXPIRED' }, []], [{ rights: 'VALID' }, []],
    ];
    for (const [filter, expected] of cases) expect([filter, await namesFor(editor, filter)]).toEqual([filter, expected.sort()]);
    expect([(await namesFor(editor, { text: '$where' })).length, (await namesFor(editor, { text: '.* ( [ \\' })).length]).toEqual([0, 3]);
  });

  it('finds Chinese by neighbouring signs and other words by their beginnings', () => {
    expect(wordsOf('办事大厅')).toEqual(['办', '事', '大', '厅', '办事', '事大', '大厅']);
    expect(wordsOf('Opening', undefined, 'ＡＢ')).toEqual(['op', 'ope', 'open', 'openi', 'openin', 'opening', 'ab']);
    expect(soughtWords('办事大厅 OPEN')).toEqual(['办事', '事大', '大厅', 'open']);
    expect(soughtWords(' ，。 ')).toEqual([]);
    expect(wordsOf('字'.repeat(9) + Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')).length).toBeLessThanOrEqual(400);
  });

  it('shows a contributor their own unit’s and no other’s', async () => {
    const [mine, theirs] = [as('contributor', { unitId: (await aUnit())._id }), as('contributor', { unitId: (await aUnit())._id, name: 'other' })];
    await aPicture(mine, { filename: 'mine.jpg' });
    const other = await aPicture(theirs, { filename: 'theirs.jpg' });
    expect(await namesFor(mine, {})).toEqual(['mine.jpg']);
    expect(await namesFor(mine, { unitId: other.unitId })).toEqual([]);
    expect(await namesFor(editor, {})).toEqual(['mine.jpg', 'theirs.jpg']);
    expect((await run(mine, 'query($id: ID!) { asset(id: $id) { id } }', { id: other._id })).code).toBe('NOT_FOUND');
    expect([await codeOf(updateAsset(mine, { id: other._id, alt: 'x' })), await codeOf(updateAsset(theirs, { id: other._id, alt: 'x' }))]).toEqual(['NOT_FOUND', 'OK']);
  });

  it('refuses everything to those without the permission', async () => {
    const { _id: id } = await aPicture();
    const operations = ['query($id: ID!) { asset(id: $id) { id } }', 'query($id: ID!) { assets { nodes { id } } node: asset(id: $id) { id } }', 'mutation($id: ID!) { updateAsset(input: { id: $id, alt: "x" }) { id } }',
      'mutation($id: ID!) { updateAssets(input: { ids: [$id], alt: "x" }) { id } }', 'mutation($id: ID!) { replaceAsset(input: { id: $id, byAssetId: $id }) { id } }', 'mutation($id: ID!) { deleteAsset(id: $id) }'];
    for (const source of operations) expect([source, (await run(contextOf(anonymous), source, { id })).code]).toEqual([source, 'UNAUTHENTICATED']);
    for (const source of operations.slice(2)) expect([source, (await run(as('reviewer'), source, { id })).code]).toEqual([source, 'FORBIDDEN']);
    expect((await run(as('contributor'), operations.at(-1)!, { id })).code).toBe('FORBIDDEN');
    expect((await run(contextOf(anonymous), '{ uploads { nodes { id } } }')).code).toBe('UNAUTHENTICATED');
  });
});

describe('a change', () => {
  it('of notes, focal point and crops is kept and found again; null takes away', async () => {
    const { _id: id } = await aPicture();
    await updateAsset(editor, { id, alt: ' 群众办事 ', credit: '李四', license: '授权使用', focus: { x: 0.25, y: 0.75 }, crops: [{ preset: 'share', left: 0.1, top: 0.1, width: 0.9, height: 0.5 }] });
    const { data } = await run(editor, 'query($id: ID!) { asset(id: $id) { alt credit license focus { x y } crops { preset left top width height } placeholder dominantColor unit { id } usedBy { id } } }', { id });
    expect(data!.asset).toMatchObject({ alt: '群众办事', credit: '李四', license: '授权使用', focus: { x: 0.25, y: 0.75 }, crops: [{ preset: 'SHARE', left: 0.1, width: 0.9 }], usedBy: [] });
    expect(await namesFor(editor, { text: '群众' })).toEqual(['照片.jpg']);
    expect(await updateAsset(editor, { id, credit: null, alt: '', focus: null, crops: null })).not.toHaveProperty('credit');
    expect(await namesFor(editor, { text: '群众' })).toEqual([]);
  });

  it('that is wrong is refused whole', async () => {
    const { _id: id } = await aPicture();
    const wrong: Parameters<typeof updateAsset>[1][] = [
      { id, alt: '字'.repeat(501) }, { id, filename: ' ' }, { id, focus: { x: 1.1, y: 0 } }, { id, focus: { x: Number.NaN, y: 0 } }, { id, crops: [{ preset: 'card', left: 0.5, top: 0, width: 0.6, height: 1 }] },
      { id, crops: [{ preset: 'card', left: 0, top: 0, width: 0, height: 1 }] }, { id, crops: [{ preset: 'card', left: 0, top: 0, width: 1, height: 1 }, { preset: 'card', left: 0, top: 0, width: 1, height: 1 }] },
    ];
    for (const input of wrong) expect([input, await codeOf(updateAsset(editor, input))]).toEqual([input, 'INVALID_INPUT']);
    expect(await codeOf(updateAsset(editor, { id: 'asset_1' }))).toBe('INVALID_ID');
  });

  it('of many is made to all or to none, and written into the trail', async () => {
    const ids = [(await aPicture())._id, (await aPicture())._id];
    expect(await codeOf(updateAssets(editor, { ids: [...ids, 'asset_000000000000000000000000'], credit: '王五' }))).toBe('NOT_FOUND');
    expect(await mongoose.connection.collection('assets').countDocuments({ credit: '王五' })).toBe(0);
    expect((await updateAssets(editor, { ids, credit: '王五', source: '资料' })).map(({ credit }) => credit)).toEqual(['王五', '王五']);
    expect(await mongoose.connection.collection('audit').countDocuments({ action: 'asset.update' })).toBe(2);
    expect([await codeOf(updateAssets(editor, { ids: [] })), await codeOf(updateAssets(editor, { ids: Array.from({ length: 101 }, () => ids[0]!) }))]).toEqual(['INVALID_INPUT', 'INVALID_INPUT']);
  });
});

describe('what is used', () => {
  const use = (usedId: string): void => registerUsage(async (_ctx, ids) => new Map(ids.filter((id) => id === usedId).map((id) => [id, [{ id: 'article_1', title: '一小时办结', isPublished: true }]])));

  it('cannot be deleted, and says where it is used', async () => {
    const asset = await aPicture();
    use(asset._id);
    const refused = await deleteAsset(editor, asset._id).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'ASSET_IN_USE', params: { count: 1 }, details: { usedBy: [{ id: 'article_1', title: '一小时办结', isPublished: true }] } });
    expect((await run(editor, 'query($id: ID!) { asset(id: $id) { usedBy { title isPublished } } }', { id: asset._id })).data).toEqual({ asset: { usedBy: [{ title: '一小时办结', isPublished: true }] } });
    expect(await outbox('asset.deleted')).toEqual([]);
  });

  it('can be given another file under its own id, with its notes kept, and receivers are told', async () => {
    const [asset, by] = [await aPicture(editor, { alt: '旧图', credit: '张三' }), await aPicture(editor, { filename: '新图.jpg' })];
    await updateAsset(editor, { id: asset._id, focus: { x: 0, y: 0 } });
    use(asset._id);
    const replaced = await replaceAsset(as('operator'), { id: asset._id, byAssetId: by._id, note: '原图有误' });
    expect(replaced).toMatchObject({ _id: asset._id, sha256: by.sha256, filename: '新图.jpg', alt: '旧图', credit: '张三', width: by.width });
    expect(replaced.focus).toBeUndefined();
    expect(await outbox('asset.replaced')).toMatchObject([{ payload: { assetId: asset._id, previousSha256: asset.sha256, sha256: by.sha256, note: '原图有误' } }]);
    expect(await mongoose.connection.collection('assets').countDocuments()).toBe(1);
  });

  it('cannot be given the file of another kind, of itself, or of an asset that is used too', async () => {
    const [asset, by] = [await aPicture(), await aPicture()];
    const pdf = await storeAsset(editor, { bytes: aPdf(), filename: 'a.pdf' });
    use(by._id);
    expect([await codeOf(replaceAsset(editor, { id: asset._id, byAssetId: pdf._id })), await codeOf(replaceAsset(editor, { id: asset._id, byAssetId: asset._id })), await codeOf(replaceAsset(editor, { id: asset._id, byAssetId: by._id }))])
      .toEqual(['ASSET_KIND_MISMATCH', 'INVALID_INPUT', 'ASSET_IN_USE']);
  });
});

describe('what contents use', () => {
  const servers: FastifyInstance[] = [];
  afterAll(() => Promise.all(servers.map((app) => app.close())));
  const picture = (): Promise<Asset> => aPicture(editor, { alt: '窗口', credit: '本报记者' });
  const refusal = (asset: Asset): Promise<unknown> => deleteAsset(editor, asset._id).then(() => 'deleted', (error: { details: unknown }) => error.details);

  it('is told wherever it stands: cover, share picture, body, attachment and film, in drafts, in review and published', async () => {
    registerMediaPorts();
    const [cover, share, shown, film] = [await picture(), await picture(), await picture(), await picture()];
    const attached = await storeAsset(editor, { bytes: aPdf(), filename: '办事指南.pdf' });
    const draft = await aContent({ title: '草稿', coverId: cover._id, shareImageId: share._id, body: bodyWith(shown._id), attachmentIds: [attached._id], details: { videoId: film._id } }, { kind: 'video' });
    const uses = [{ id: draft._id, title: '草稿', isPublished: false }];
    for (const asset of [cover, share, shown, attached, film]) expect([await findUses(editor, [asset._id]), await refusal(asset)]).toEqual([[uses], { usedBy: uses }]);
    await submit(draft);
    expect(await findUses(editor, [cover._id, film._id])).toEqual([uses, uses]);
    const published = await aPublished({ title: '已发布稿', coverId: cover._id });
    expect(await findUses(editor, [cover._id])).toEqual([[{ id: published._id, title: '已发布稿', isPublished: true }, ...uses]]);
  });

  it('is not deleted by whoever looked a moment before it was used, in a new text or a changed one', async () => {
    const draft = await aContent({ title: '旧稿' });
    const savings: ((asset: Asset) => Promise<unknown>)[] = [
      ({ _id }) => aContent({ title: '新稿', coverId: _id }), ({ _id }) => updateContent(editor, { id: draft._id, expectedRevision: 1, patch: { coverId: _id } }),
    ];
    for (const save of savings) {
      forgetPorts();
      const asset = await picture();
      let look: () => void = () => undefined;
      const saved = new Promise<void>((resolve) => { look = resolve; }).then(() => save(asset));
      // The deletion has its answer, nothing uses the asset, and only then the text is saved.
      registerUsage(async (ctx, ids) => { const uses = await findContentUses(ctx, ids); look(); await saved; return uses; });
      expect(await refusal(asset)).toMatchObject({ usedBy: [{ isPublished: false }] });
    }
  });

  it('is what readers see as long as they see it, even after the newest revision uses it no more', async () => {
    registerMediaPorts();
    const [first, second] = [await picture(), await picture()];
    const published = await aPublished({ title: '换图', coverId: first._id });
    await updateContent(editor, { id: published._id, expectedRevision: 1, patch: { coverId: second._id } });
    expect(await findUses(editor, [first._id, second._id])).toEqual([[{ id: published._id, title: '换图', isPublished: true }], [{ id: published._id, title: '换图', isPublished: false }]]);
    expect(await refusal(first)).toMatchObject({ usedBy: [{ isPublished: true }] });
  });

  it('is told without its title to those who may not read the content', async () => {
    registerMediaPorts();
    const asset = await picture();
    const draft = await aContent({ title: '内部稿', coverId: asset._id });
    const stranger = as('contributor', { unitId: (await aUnit())._id, name: 'stranger' });
    expect(await findUses(stranger, [asset._id])).toEqual([[{ id: draft._id, title: '其他单位的稿件', isPublished: false }]]);
  });

  it('opens to everybody while it is published; before, after a correction without it and after a retraction only to a signed address', async () => {
    registerMediaPorts();
    const { app, url } = await startMediaServer();
    servers.push(app);
    const [kept, dropped] = [await picture(), await picture()];
    const statusOf = async ({ _id, sha256, contentType }: Asset, isSigned = false): Promise<number> => {
      const path = assetUrl({ _id, sha256, contentType });
      return (await fetch(url + (isSigned ? signedAddress(services, path) : path))).status;
    };
    const approved = await anApproved({ title: '先审后发', coverId: kept._id, body: bodyWith(dropped._id) });
    expect([await statusOf(kept), await statusOf(dropped), await statusOf(kept, true)]).toEqual([404, 404, 200]);
    await publishContent(as('operator'), { id: approved._id });
    expect([await statusOf(kept), await statusOf(dropped)]).toEqual([200, 200]);
    const changed = await updateContent(as('contributor', { unitId: approved.unitId }), { id: approved._id, expectedRevision: 1, patch: { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '更正后的正文。' }] }] } as never } });
    await correctContent(as('operator'), { id: (await approve(changed))._id, note: '撤下图片' });
    expect([await statusOf(kept), await statusOf(dropped), await statusOf(dropped, true)]).toEqual([200, 404, 200]);
    await retractContent(as('operator'), { id: approved._id, reason: '内容有误' });
    expect([await statusOf(kept), await statusOf(kept, true)]).toEqual([404, 200]);
  });

  it('opens to outlets that have it under embargo, before readers see the content', async () => {
    registerMediaPorts();
    const asset = await picture();
    const approved = await anApproved({ coverId: asset._id });
    expect(await isPublicAsset(asset._id)).toBe(false);
    await publishContent(as('operator'), { id: approved._id, embargoedUntil: new Date(clock.now().getTime() + day) });
    expect([await isPublicAsset(asset._id), await mongoose.connection.collection('published').countDocuments()]).toEqual([true, 0]);
    expect(await refusal(asset)).toMatchObject({ usedBy: [{ id: approved._id }] });
    await retractContent(as('operator'), { id: approved._id, reason: '不发了' });
    expect(await isPublicAsset(asset._id)).toBe(false);
  });

  it('is shown to editors at addresses that open before publication, in bodies too', async () => {
    registerMediaPorts();
    const asset = await picture();
    const { _id: id } = await aContent({ body: bodyWith(asset._id) });
    const { html } = await findContent(editor, { id, perspective: 'draft', selection: { html: {} } });
    expect(html).toContain(signedAddress(services, assetUrl(asset)).replace(/&/g, '&amp;'));
  });

  it('is found by an index, whether readers see it or editors', async () => {
    const plan = await mongoose.connection.collection('published').find({ assetIds: 'asset_1' }, { limit: 1 }).explain('queryPlanner');
    expect(JSON.stringify(plan.queryPlanner.winningPlan)).toContain('"indexName":"assetIds_1"');
    expect(JSON.stringify((await mongoose.connection.collection('contents').find({ assetIds: { $in: ['asset_1', 'asset_2'] } }).explain('queryPlanner')).queryPlanner.winningPlan)).toContain('"indexName":"assetIds_1"');
  });
});

describe('a file that is replaced where it was published', () => {
  const released = (id: string): Promise<unknown[]> => mongoose.connection.collection('releases').find({ contentId: id }).sort({ version: 1 }).toArray();
  const correctionsOf = async (id: string): Promise<unknown> => (await mongoose.connection.collection('outbox').find({ name: 'content.corrected', 'payload.contentId': id }).toArray()).length;

  it('is corrected in one step: readers get the new file, receivers a correction, and what is being written stays as it is', async () => {
    registerMediaPorts();
    const [asset, by] = [await aPicture(editor, { alt: '窗口', credit: '本报记者' }), await aPicture(editor, { filename: '新图.jpg' })];
    const published = await aPublished({ title: '配图有误', body: bodyWith(asset._id) });
    const { workflow, draft } = await updateContent(as('contributor', { unitId: published.unitId }), { id: published._id, expectedRevision: 1, patch: { title: '正在改的标题' } });
    clock.advance(1000);
    const replaced = await replaceAsset(as('operator'), { id: asset._id, byAssetId: by._id, note: '原图有误' });
    const payload = (await outbox('asset.replaced'))[0]!.payload as Parameters<typeof correctReplacedMedia>[1];
    await correctReplacedMedia(contextOf(system), payload);
    clock.advance(1000);
    await correctReplacedMedia(contextOf(system), payload);
    expect(await released(published._id)).toMatchObject([{ version: 1, action: 'publish' }, { version: 2, action: 'correct', note: '原图有误', title: '配图有误', contentHash: published.head.contentHash, html: expect.stringContaining(assetUrl(replaced)) }]);
    expect(await correctionsOf(published._id)).toBe(1);
    expect((await findContent(contextOf(anonymous), { id: published._id, perspective: 'published', selection: { title: {}, version: {} } }))).toMatchObject({ title: '配图有误', version: 2 });
    expect(await findStored(published._id)).toMatchObject({ workflow, draft: { title: draft.title }, publication: 'published', released: { version: 2 } });
  });

  it('needs the right to correct; what is not published needs only the right to change media', async () => {
    registerMediaPorts();
    const [asset, by] = [await aPicture(editor, { alt: '窗口', credit: '本报记者' }), await aPicture()];
    await aPublished({ coverId: asset._id });
    expect(await codeOf(replaceAsset(editor, { id: asset._id, byAssetId: by._id }))).toBe('FORBIDDEN');
    const [unpublished, other] = [await aPicture(), await aPicture()];
    expect(await codeOf(replaceAsset(editor, { id: unpublished._id, byAssetId: other._id }))).toBe('OK');
  });
});

describe('a deletion', () => {
  it('leaves the bytes for a week, and longer where another unit has them', async () => {
    const asset = await aPicture();
    await deleteAsset(editor, asset._id);
    expect(await outbox('asset.deleted', asset._id)).toHaveLength(1);
    await processAll(services);
    expect(await storage().has(asset.sha256)).toBe(true);
    clock.advance(7 * day);
    await processAll(services);
    expect(await storage().has(asset.sha256)).toBe(false);
    const shared = await aPicture();
    const bytes = await storage().get(shared.sha256);
    await deleteAsset(editor, shared._id);
    await storeAsset(as('editor', { unitId: (await aUnit())._id, name: 'elsewhere' }), { bytes, filename: 'b.jpg' });
    clock.advance(7 * day);
    await processAll(services);
    expect(await storage().has(shared.sha256)).toBe(true);
  });
});

describe('rights', () => {
  it('that end are announced at 30 days, at 7 and at the end, once each, and anew when they are prolonged', async () => {
    const { _id: id } = await aPicture();
    const ends = (days: number): Date => new Date(clock.now().getTime() + days * day);
    const daysTold = async (): Promise<number[]> => (await outbox('asset.rightsExpiring', id)).map(({ payload }) => (payload as { daysLeft: number }).daysLeft);
    await updateAsset(editor, { id, rightsExpireAt: ends(40) });
    for (let passed = 0; passed < 50; passed += 1) {
      await watchRights(contextOf(system));
      await watchRights(contextOf(system));
      clock.advance(day);
    }
    expect(await daysTold()).toEqual([30, 7, 0]);
    await updateAsset(editor, { id, rightsExpireAt: ends(5) });
    await watchRights(contextOf(system));
    expect(await daysTold()).toEqual([30, 7, 0, 5]);
    await updateAsset(editor, { id, rightsExpireAt: null });
    clock.advance(60 * day);
    await watchRights(contextOf(system));
    expect(await daysTold()).toHaveLength(4);
  });

  it('that have ended stop a picture from being published, and stay a task while published content uses it', async () => {
    registerMediaPorts();
    const asset = await aPicture(editor, { alt: '窗口', credit: '本报记者' });
    const published = await aPublished({ title: '先用', coverId: asset._id });
    await updateAsset(editor, { id: asset._id, rightsExpireAt: new Date(clock.now().getTime() + day) });
    expect(await findExpiredMedia(clock.now())).toEqual([]);
    clock.advance(2 * day);
    expect(await findExpiredMedia(clock.now())).toMatchObject([{ assetId: asset._id, filename: '照片.jpg' }]);
    await expect(aPublished({ title: '后用', coverId: asset._id })).rejects.toMatchObject({ code: 'BLOCKING_FINDINGS' });
    await retractContent(as('operator'), { id: published._id, reason: '图片到期' });
    expect(await findExpiredMedia(clock.now())).toEqual([]);
  });

  it('a picture without a description for the blind is not published either', async () => {
    const asset = await aPicture(editor, { credit: '本报记者' });
    await expect(aPublished({ coverId: asset._id })).rejects.toMatchObject({ code: 'BLOCKING_FINDINGS' });
  });

  it('are due at the nearest step that was passed', () => {
    expect([31, 30, 8, 7, 1, 0].map(alarmDue)).toEqual([undefined, 30, 30, 7, 7, 0]);
  });
});

describe('renditions in GraphQL', () => {
  it('are worked out for every preset without asking anybody, and are null for what is no picture', async () => {
    const asset = await storeAsset(editor, { bytes: await aPhoto({ width: 2000, height: 1500 }), filename: 'a.jpg' });
    const source = `query($id: ID!) { asset(id: $id) { url ${renditionPresets.map((preset) => `${preset}: rendition(preset: ${preset.replace(/([A-Z])/g, '_$1').toUpperCase()}) { preset url width height srcset }`).join(' ')} small: rendition(preset: CARD, width: 400) { width height } } }`;
    const { data } = await run(editor, source, { id: asset._id });
    const shown = (data as unknown as { asset: Record<string, { url: string; width: number; height: number; srcset: string }> }).asset;
    expect(shown.small).toEqual({ width: 480, height: 300 });
    expect(shown.card!.srcset.split(', ').map((each) => each.split(' ')[1])).toEqual(['320w', '480w', '640w', '960w']);
    expect(shown.share).toMatchObject({ width: 1200, height: 628 });
    expect(shown.wechatCover).toMatchObject({ width: 900, height: 383, url: expect.stringMatching(new RegExp(`^/media/${asset._id}/wechatCover-900-[0-9a-f]{12}\\.jpg$`)) });
    const pdf = await storeAsset(editor, { bytes: aPdf(), filename: 'a.pdf' });
    expect((await run(editor, 'query($id: ID!) { asset(id: $id) { rendition(preset: CARD) { url } placeholder } }', { id: pdf._id })).data).toEqual({ asset: { rendition: null, placeholder: null } });
  });

  it('have addresses that open before publication for staff, once somebody answers what is published', async () => {
    const { _id: id } = await aPicture();
    const source = 'query($id: ID!) { asset(id: $id) { url rendition(preset: CARD) { url srcset } } }';
    const bare = (await run(editor, source, { id })).data as unknown as { asset: { url: string } };
    expect(bare.asset.url).not.toContain('?');
    registerVisibility(async () => false);
    const signed = (await run(editor, source, { id })).data as unknown as { asset: { url: string; rendition: { url: string; srcset: string } } };
    expect([signed.asset.url, signed.asset.rendition.url, signed.asset.rendition.srcset].every((each) => /\?d=\d+&s=[\w-]{22}/.test(each))).toBe(true);
  });
});

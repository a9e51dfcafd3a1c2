import mongoose from 'mongoose';
import {
  archiveContent, correctContent, createContent, createTopic, findContents, findRelease, publishContent, releaseLock, restoreContent, restoreRevision, retractContent,
  scheduleContent, takeLock, unscheduleContent, updateContent, watchTheClock,
  dropWorkingCopy, findViews, findWorkingCopy, keepWorkingCopy, removeView, saveView,
} from '../../src/content/index.js';
import { fieldsInWords, flatFields } from '../../src/content/fields-in-words.js';
import type { DomainError } from '../../src/kernel/index.js';
import { aContent, anApproved, anAsset, aPublished, approve, findStored, plainFields, submit, useMedia } from '../kit/contents.js';
import { anonymous, as, aUnit } from '../kit/people.js';
import { clock, contextOf, hour, minute, outbox, processAll, services, useDatabase } from '../kit/services.js';

useDatabase();
beforeAll(useMedia);

const failure = async (work: Promise<unknown>): Promise<DomainError> => work.then(() => { throw new Error('it succeeded'); }, (error: unknown) => error as DomainError);
const published = (id: string): Promise<Record<string, unknown> | null> => mongoose.connection.collection<{ _id: string }>('published').findOne({ _id: id });
const list = (selection: object): object => ({ nodes: selection });

describe('writing', () => {
  it('begins a draft in the contributor\'s own unit, as revision 1', async () => {
    const unit = await aUnit();
    const content = await createContent(as('contributor', { unitId: unit._id }), 'article', plainFields);
    expect(content).toMatchObject({ workflow: 'draft', publication: 'unpublished', unitId: unit._id, head: { number: 1 } });
    expect(await mongoose.connection.collection('revisions').countDocuments({ contentId: content._id })).toBe(1);
  });

  it('refuses a contributor who writes for another unit', async () => {
    const [own, other] = [await aUnit(), await aUnit()];
    expect((await failure(createContent(as('contributor', { unitId: own._id }), 'article', { ...plainFields, unitId: other._id }))).code).toBe('FORBIDDEN');
  });

  it('makes an address of a Chinese title', async () => {
    const content = await aContent({ title: '“最多跑一次”改革：不动产登记60分钟办结' });
    expect(content.slug).toMatch(/^zui-duo-pao-yi-ci-gai-ge-bu-dong-chan-deng-ji-60-fen-zhong-[0-9a-f]{6}$/);
  });

  it('names every problem at once and keeps nothing', async () => {
    const error = await failure(aContent({ title: '长'.repeat(10_000), importance: 9, tags: ['签'.repeat(31)], details: { nonsense: 1 } }));
    expect(error.code).toBe('INVALID_FIELDS');
    expect((error.details.problems as { field: string }[]).map(({ field }) => field)).toEqual(['title', 'tags', 'importance', 'nonsense']);
    expect(await mongoose.connection.collection('contents').countDocuments()).toBe(0);
  });

  it('refuses terms and media that do not exist, by field', async () => {
    const error = await failure(aContent({ topicIds: ['topic_000000000000000000000000'], coverId: 'asset_000000000000000000000000' }));
    expect((error.details.problems as { field: string }[]).map(({ field }) => field)).toEqual(['topicIds', 'assets']);
  });

  it('refuses a body that breaks the schema and says where', async () => {
    const error = await failure(aContent({ body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'script' }] }] } as never }));
    expect(error).toMatchObject({ code: 'INVALID_BODY' });
    expect(error.params.path).toContain('content');
  });

  it('saves only what changes, and the same again not at all', async () => {
    const content = await aContent({ tags: ['便民服务'] });
    const ctx = as('contributor', { unitId: content.unitId });
    const second = await updateContent(ctx, { id: content._id, expectedRevision: 1, patch: { summary: '新的摘要写在这里。' } });
    expect(second).toMatchObject({ head: { number: 2 }, draft: { title: content.draft.title, tags: ['便民服务'], summary: '新的摘要写在这里。' } });
    const third = await updateContent(ctx, { id: content._id, expectedRevision: 2, patch: { summary: '新的摘要写在这里。' } });
    expect(third.head.number).toBe(2);
  });

  it('answers a save from an old revision with both values, and loses neither', async () => {
    const content = await aContent();
    const [first, second] = [as('contributor', { unitId: content.unitId }), as('editor')];
    await updateContent(second, { id: content._id, expectedRevision: 1, patch: { title: '编辑改的标题' } });
    const error = await failure(updateContent(first, { id: content._id, expectedRevision: 1, patch: { title: '作者改的标题', summary: '作者的摘要' } }));
    expect(error).toMatchObject({ code: 'REVISION_CONFLICT', details: { actualRevision: 2, expectedRevision: 1 } });
    expect(error.details.conflicts).toContainEqual({ field: 'title', yours: '作者改的标题', theirs: '编辑改的标题', yoursInWords: '作者改的标题', theirsInWords: '编辑改的标题' });
    expect((await findStored(content._id))!.draft.title).toBe('编辑改的标题');
  });

  it('tells both sides of a conflict in words, the kind\'s own fields by their names', async () => {
    const [unit, topic] = [await aUnit({ name: '杭州市余杭区' }), await createTopic(as('administrator'), { name: '联办事项', slug: 'joint' })];
    const content = await aContent({}, { kind: 'case' });
    await updateContent(as('editor'), { id: content._id, expectedRevision: 1, patch: { unitId: unit._id, details: { figures: [{ name: '办理时间', before: '5 天', after: '1 小时' }] } } });
    const error = await failure(updateContent(as('editor'), { id: content._id, expectedRevision: 1, patch: { topicIds: [topic._id], details: { figures: [{ name: '跑动次数', before: '3', after: '1' }], measure: '一窗受理' } } }));
    expect((error.details.conflicts as { field: string; yoursInWords?: string; theirsInWords?: string }[]).map(({ field, yoursInWords, theirsInWords }) => [field, yoursInWords, theirsInWords])).toEqual([
      ['topicIds', '联办事项', undefined], ['figures', '跑动次数：3 → 1', '办理时间：5 天 → 1 小时'], ['measure', '一窗受理', undefined],
    ]);
  });

  it('says in words what a revision says: names instead of ids, and a related title only to who may see it', async () => {
    const [unit, file] = [await aUnit({ name: '杭州市余杭区' }), await anAsset()];
    const [secret, open] = [await aContent({ title: '还没发布的' }), await aPublished({ title: '已经发布的' })];
    const fields = flatFields({ ...plainFields, unitId: unit._id, attachmentIds: [file._id], relatedIds: [secret._id, open._id], details: { isRepeatable: true } } as never);
    const [editors, contributors] = [await fieldsInWords(as('editor'), 'case', fields), await fieldsInWords(as('contributor', { unitId: unit._id }), 'case', fields)];
    expect(Object.fromEntries(editors)).toMatchObject({ unitId: '杭州市余杭区', attachmentIds: '窗口.jpg', relatedIds: '还没发布的、已经发布的', isRepeatable: 'true' });
    expect(contributors.get('relatedIds')).toBe(`${secret._id}、已经发布的`);
    expect(editors.has('body') || editors.has('details')).toBe(false);
  });

  it('lets one of two simultaneous saves win and tells the other', async () => {
    const content = await aContent();
    const save = (title: string): Promise<string> => updateContent(as('editor', { name: title }), { id: content._id, expectedRevision: 1, patch: { title } }).then(() => 'saved', (error: DomainError) => error.code);
    expect((await Promise.all([save('甲的标题'), save('乙的标题')])).sort()).toEqual(['REVISION_CONFLICT', 'saved']);
    expect(await mongoose.connection.collection('revisions').countDocuments({ contentId: content._id })).toBe(2);
  });

  it('keeps others out while somebody is editing, and lets an editor take over on the record', async () => {
    const content = await aContent();
    const [li, zhao] = [as('contributor', { name: '李', unitId: content.unitId }), as('contributor', { name: '赵', unitId: content.unitId })];
    await takeLock(li, content._id);
    expect((await failure(updateContent(zhao, { id: content._id, expectedRevision: 1, patch: { title: '抢改' } }))).code).toBe('LOCKED');
    expect((await failure(takeLock(zhao, content._id, true))).code).toBe('FORBIDDEN');
    expect((await takeLock(as('editor'), content._id, true)).lock).toMatchObject({ name: 'editor' });
    expect(await mongoose.connection.collection('audit').countDocuments({ action: 'content.takeLock' })).toBe(1);
    expect((await releaseLock(li, content._id)).lock).toMatchObject({ name: 'editor' });
  });

  it('forgets a lock that was not renewed', async () => {
    const content = await aContent();
    await takeLock(as('editor', { name: '李' }), content._id);
    clock.advance(6 * minute);
    expect((await takeLock(as('editor', { name: '赵' }), content._id)).lock).toMatchObject({ name: '赵' });
  });

  it('brings an earlier revision back as a new one', async () => {
    const content = await aContent({ title: '第一稿' });
    const ctx = as('editor');
    await updateContent(ctx, { id: content._id, expectedRevision: 1, patch: { title: '第二稿' } });
    const restored = await restoreRevision(ctx, { id: content._id, number: 1, expectedRevision: 2 });
    expect(restored).toMatchObject({ draft: { title: '第一稿' }, head: { number: 3, contentHash: content.head.contentHash } });
  });

  it('answers alike for a content that is absent and one of another unit', async () => {
    const content = await aContent();
    const stranger = as('contributor', { unitId: (await aUnit())._id });
    const hidden = await failure(updateContent(stranger, { id: content._id, expectedRevision: 1, patch: { title: '偷改' } }));
    const absent = await failure(updateContent(stranger, { id: 'article_000000000000000000000000', expectedRevision: 1, patch: { title: '偷改' } }));
    expect([hidden.code, absent.code]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('archives what readers do not see, and takes it out again', async () => {
    const content = await aContent();
    expect((await archiveContent(as('editor'), content._id)).isArchived).toBe(true);
    expect((await failure(updateContent(as('editor'), { id: content._id, expectedRevision: 1, patch: { title: '改' } }))).code).toBe('WRONG_STATE');
    expect((await restoreContent(as('editor'), content._id)).isArchived).toBe(false);
    expect((await failure(archiveContent(as('editor'), (await aPublished())._id))).code).toBe('WRONG_STATE');
  });
});

describe('releasing', () => {
  it('publishes exactly the approved revision: read model, release and event in one', async () => {
    const picture = await anAsset();
    const content = await anApproved({ coverId: picture._id });
    const done = await publishContent(as('operator'), { id: content._id });
    expect(done).toMatchObject({ workflow: 'released', publication: 'published', released: { version: 1, revisionId: content.approved!.revisionId } });
    expect(await published(content._id)).toMatchObject({ title: content.draft.title, version: 1, revisionId: content.approved!.revisionId, coverId: picture._id });
    expect(await findRelease(content._id, 1)).toMatchObject({ action: 'publish', contentHash: content.approved!.contentHash });
    expect((await outbox('content.published', content._id)).map(({ payload }) => payload)).toMatchObject([{ version: 1 }]);
  });

  it('refuses what is not approved, whoever asks', async () => {
    const draft = await aContent();
    expect((await failure(publishContent(as('chiefEditor'), { id: draft._id }))).code).toBe('WRONG_STATE');
    await submit(draft);
    expect((await failure(publishContent(as('chiefEditor'), { id: draft._id }))).code).toBe('WRONG_STATE');
    expect(await published(draft._id)).toBeNull();
  });

  it('voids an approval with any edit after it', async () => {
    const content = await anApproved();
    const edited = await updateContent(as('editor'), { id: content._id, expectedRevision: 1, patch: { title: '签发后又改了标题' } });
    expect(edited).toMatchObject({ workflow: 'draft' });
    expect(edited.approved).toBeUndefined();
    expect((await failure(publishContent(as('operator'), { id: content._id }))).code).toBe('WRONG_STATE');
  });

  it('goes on showing the published version while the next one is written', async () => {
    const content = await aPublished({ title: '已发布的标题' });
    await updateContent(as('editor'), { id: content._id, expectedRevision: 1, patch: { title: '正在改的标题' } });
    expect(await published(content._id)).toMatchObject({ title: '已发布的标题' });
  });

  it('corrects as a new version that keeps its first date and address', async () => {
    const content = await aPublished();
    clock.advance(hour);
    const edited = await updateContent(as('editor', { name: '另一位编辑' }), { id: content._id, expectedRevision: 1, patch: { title: '更正后的标题' } });
    await approve(edited);
    expect((await failure(publishContent(as('operator'), { id: content._id }))).code).toBe('ALREADY_PUBLISHED');
    await correctContent(as('operator'), { id: content._id, note: '数字有误' });
    const now = await published(content._id);
    expect(now).toMatchObject({ title: '更正后的标题', version: 2, slug: content.slug, publishedAt: content.released!.firstPublishedAt });
    expect(await findRelease(content._id, 2)).toMatchObject({ action: 'correct', note: '数字有误' });
    expect(await outbox('content.corrected', content._id)).toHaveLength(1);
  });

  it('retracts from readers at once, and asks for a new review before it comes again', async () => {
    const content = await aPublished();
    const gone = await retractContent(as('operator'), { id: content._id, reason: '事实有误' });
    expect(gone).toMatchObject({ publication: 'retracted', workflow: 'draft', released: { version: 2 } });
    expect(await published(content._id)).toBeNull();
    expect(await findRelease(content._id, 2)).toMatchObject({ action: 'retract', note: '事实有误', title: content.draft.title });
    await approve(gone);
    expect((await publishContent(as('operator'), { id: content._id })).released).toMatchObject({ version: 3 });
  });

  it('publishes once when asked twice at the same time', async () => {
    const content = await anApproved();
    const ask = (): Promise<string> => publishContent(as('operator'), { id: content._id }).then(() => 'published', (error: DomainError) => error.code);
    expect((await Promise.all([ask(), ask(), ask()])).sort()).toEqual(['ALREADY_PUBLISHED', 'ALREADY_PUBLISHED', 'published']);
    expect(await outbox('content.published', content._id)).toHaveLength(1);
  });
});

describe('the publish clock', () => {
  const inAnHour = (): Date => new Date(clock.at + hour);
  const timeZone = 'Asia/Shanghai';

  it('publishes at its time, not before', async () => {
    const content = await anApproved();
    await scheduleContent(as('operator'), { id: content._id, at: inAnHour(), timeZone });
    await processAll(services);
    expect(await published(content._id)).toBeNull();
    clock.advance(hour);
    await processAll(services);
    expect(await published(content._id)).toMatchObject({ publishedAt: clock.now() });
  });

  it('publishes after a stop what became due during it', async () => {
    const content = await anApproved();
    await scheduleContent(as('operator'), { id: content._id, at: inAnHour(), timeZone });
    clock.advance(30 * hour);
    await processAll(services);
    expect(await published(content._id)).not.toBeNull();
  });

  it('refuses a time that has passed and a zone that is none', async () => {
    const content = await anApproved();
    expect((await failure(scheduleContent(as('operator'), { id: content._id, at: new Date(clock.at - 1), timeZone }))).code).toBe('SCHEDULE_IN_PAST');
    expect((await failure(scheduleContent(as('operator'), { id: content._id, at: inAnHour(), timeZone: '北京时间' }))).code).toBe('INVALID_INPUT');
  });

  it('follows a time that is moved, and forgets one that is taken away', async () => {
    const [moved, taken] = [await anApproved(), await anApproved()];
    for (const { _id: id } of [moved, taken]) await scheduleContent(as('operator'), { id, at: inAnHour(), timeZone });
    await scheduleContent(as('operator'), { id: moved._id, at: new Date(clock.at + 3 * hour), timeZone });
    expect(await unscheduleContent(as('operator'), taken._id)).toMatchObject({ workflow: 'approved' });
    clock.advance(2 * hour);
    await processAll(services);
    expect([await published(moved._id), await published(taken._id)]).toEqual([null, null]);
    clock.advance(hour);
    await processAll(services);
    expect([await published(moved._id), await published(taken._id)]).toEqual([expect.anything(), null]);
  });

  it('does not publish an edit that was made after the time was set', async () => {
    const content = await anApproved();
    await scheduleContent(as('operator'), { id: content._id, at: inAnHour(), timeZone });
    expect(await updateContent(as('editor'), { id: content._id, expectedRevision: 1, patch: { title: '临时改了标题' } })).toMatchObject({ workflow: 'draft' });
    clock.advance(2 * hour);
    await processAll(services);
    expect(await published(content._id)).toBeNull();
  });

  it('raises one alarm for a publication that is late', async () => {
    const content = await anApproved();
    await scheduleContent(as('operator'), { id: content._id, at: inAnHour(), timeZone });
    clock.advance(hour + 5 * minute);
    await watchTheClock.run(as('operator'), {}, new AbortController().signal);
    await watchTheClock.run(as('operator'), {}, new AbortController().signal);
    expect((await outbox('publication.late', content._id)).map(({ payload }) => payload)).toMatchObject([{ minutesLate: 5 }]);
  });

  it('wants a note for a scheduled correction', async () => {
    const content = await aPublished();
    await approve(await updateContent(as('editor', { name: '另一位编辑' }), { id: content._id, expectedRevision: 1, patch: { title: '更正' } }));
    expect((await failure(scheduleContent(as('operator'), { id: content._id, at: inAnHour(), timeZone }))).code).toBe('INVALID_INPUT');
    await scheduleContent(as('operator'), { id: content._id, at: inAnHour(), timeZone, note: '标题有误' });
    clock.advance(hour);
    await processAll(services);
    expect(await findRelease(content._id, 2)).toMatchObject({ action: 'correct', note: '标题有误' });
  });
});

describe('an embargo', () => {
  const inAnHour = (): Date => new Date(clock.at + hour);

  it('is told to receivers at once and kept from readers here until its end', async () => {
    const content = await anApproved();
    const until = inAnHour();
    expect(await publishContent(as('operator'), { id: content._id, embargoedUntil: until, embargoTimeZone: 'Asia/Urumqi' })).toMatchObject({ publication: 'published', released: { embargoedUntil: until, embargoTimeZone: 'Asia/Urumqi' } });
    expect(await outbox('content.published', content._id)).toHaveLength(1);
    await processAll(services);
    expect(await published(content._id)).toBeNull();
    clock.set(until);
    await processAll(services);
    expect(await published(content._id)).toMatchObject({ version: 1, publishedAt: until });
  });

  it('leaves readers with the version before it until its end', async () => {
    const content = await aPublished();
    await approve(await updateContent(as('editor', { name: '另一位编辑' }), { id: content._id, expectedRevision: 1, patch: { title: '更正' } }));
    await correctContent(as('operator'), { id: content._id, note: '标题有误', embargoedUntil: inAnHour() });
    await processAll(services);
    expect(await published(content._id)).toMatchObject({ version: 1 });
    clock.advance(hour);
    await processAll(services);
    expect(await published(content._id)).toMatchObject({ version: 2, title: '更正', publishedAt: content.released!.firstPublishedAt });
  });

  it('shows nothing at its end of what was taken back meanwhile', async () => {
    const content = await anApproved();
    await publishContent(as('operator'), { id: content._id, embargoedUntil: inAnHour() });
    await retractContent(as('operator'), { id: content._id, reason: '不发了' });
    clock.advance(hour);
    await processAll(services);
    expect(await published(content._id)).toBeNull();
  });

  it('and a schedule are two things, each with its time zone: nothing leaves before the one, nobody runs it before the other', async () => {
    const content = await anApproved();
    const [at, until] = [inAnHour(), new Date(clock.at + 3 * hour)];
    await scheduleContent(as('operator'), { id: content._id, at, timeZone: 'Asia/Shanghai', embargoedUntil: until, embargoTimeZone: 'Asia/Urumqi' });
    expect((await findStored(content._id))?.schedule).toMatchObject({ at, timeZone: 'Asia/Shanghai', embargoedUntil: until, embargoTimeZone: 'Asia/Urumqi' });
    await processAll(services);
    expect(await outbox('content.published', content._id)).toEqual([]);
    clock.set(at);
    await processAll(services);
    expect(await findRelease(content._id, 1)).toMatchObject({ releasedAt: at, embargoedUntil: until, embargoTimeZone: 'Asia/Urumqi' });
    expect(await published(content._id)).toBeNull();
    clock.set(until);
    await processAll(services);
    expect(await published(content._id)).not.toBeNull();
  });

  it('that forbids nothing, or is shown in no zone, is refused and loses nothing', async () => {
    const { _id: id } = await anApproved();
    const refused = async (work: Promise<unknown>): Promise<string> => (await failure(work)).code;
    expect(await refused(publishContent(as('operator'), { id, embargoedUntil: clock.now() }))).toBe('EMBARGO_IN_PAST');
    expect(await refused(scheduleContent(as('operator'), { id, at: inAnHour(), embargoedUntil: inAnHour() }))).toBe('EMBARGO_IN_PAST');
    expect(await refused(publishContent(as('operator'), { id, embargoedUntil: inAnHour(), embargoTimeZone: '北京时间' }))).toBe('INVALID_INPUT');
    expect(await refused(publishContent(as('operator'), { id, embargoTimeZone: 'Asia/Shanghai' }))).toBe('INVALID_INPUT');
    expect(await findStored(id)).toMatchObject({ workflow: 'approved', publication: 'unpublished' });
  });
});

describe('reading', () => {
  const nobody = contextOf(anonymous);

  it('shows readers what is published only, by topic subtree', async () => {
    const root = await createTopic(as('administrator'), { name: '重点领域' });
    const leaf = await createTopic(as('administrator'), { name: '不动产登记', parentId: root._id });
    const [inside] = [await aPublished({ topicIds: [leaf._id] }), await aPublished(), await aContent({ topicIds: [leaf._id] })];
    const page = await findContents(nobody, { perspective: 'published', filter: { topicId: root._id }, page: {}, selection: list({ title: {}, topics: {} }) as never });
    expect(page.nodes.map(({ _id }) => _id)).toEqual([inside._id]);
    expect(page.nodes[0]!.topics).toMatchObject([{ name: '不动产登记' }]);
  });

  it('lists the drafts that somebody began, and tells readers nothing of who began what', async () => {
    const unit = await aUnit();
    const [chen, lin] = [as('contributor', { unitId: unit._id, name: 'chen' }), as('contributor', { unitId: unit._id, name: 'lin' })];
    const [own] = [await aContent({}, { ctx: chen }), await aContent({}, { ctx: lin })];
    const asked = { filter: { createdBy: { eq: chen.actor.id } }, page: {}, selection: list({ title: {} }) as never };
    expect((await findContents(chen, { ...asked, perspective: 'draft' })).nodes.map(({ _id }) => _id)).toEqual([own._id]);
    expect((await failure(findContents(nobody, { ...asked, perspective: 'published' }))).code).toBe('INVALID_INPUT');
  });

  it('shows drafts to nobody but those who may, and to a contributor their own unit\'s', async () => {
    const [own, other] = [await aContent(), await aContent()];
    const drafts = (ctx = nobody): Promise<string[]> => findContents(ctx, { perspective: 'draft', page: {}, selection: list({ title: {} }) as never }).then(({ nodes }) => nodes.map(({ _id }) => _id));
    expect((await failure(drafts())).code).toBe('UNAUTHENTICATED');
    expect(await drafts(as('contributor', { unitId: own.unitId }))).toEqual([own._id]);
    expect((await drafts(as('reviewer'))).sort()).toEqual([own._id, other._id].sort());
  });

  it('pages through a list both ways without losing or repeating one', async () => {
    const made: string[] = [];
    for (let at = 0; at < 5; at += 1) { clock.advance(minute); made.unshift((await aPublished())._id); }
    const read = (page: object): ReturnType<typeof findContents> => findContents(nobody, { perspective: 'published', page, selection: list({ title: {} }) as never });
    const first = await read({ first: 2 });
    const second = await read({ first: 2, after: first.pageInfo.endCursor });
    const third = await read({ first: 2, after: second.pageInfo.endCursor });
    expect([first, second, third].flatMap(({ nodes }) => nodes.map(({ _id }) => _id))).toEqual(made);
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await read({ last: 2, before: third.pageInfo.startCursor });
    expect(back.nodes.map(({ _id }) => _id)).toEqual(made.slice(2, 4));
  });
});


describe('a working copy', () => {
  const typed = JSON.stringify({ title: '打到一半的标题' });

  it('keeps what one person typed, makes no revision and leaves an approval alone', async () => {
    const content = await anApproved();
    const writer = as('contributor', { unitId: content.unitId });
    await keepWorkingCopy(writer, { contentId: content._id, baseRevision: 1, changes: JSON.stringify({ title: '打' }) });
    await keepWorkingCopy(writer, { contentId: content._id, baseRevision: 1, changes: typed });
    expect(await findWorkingCopy(writer, content._id)).toMatchObject({ baseRevision: 1, changes: typed, newestRevision: 1 });
    expect(await findStored(content._id)).toMatchObject({ workflow: 'approved', head: { number: 1 } });
    expect(await findWorkingCopy(as('editor'), content._id)).toBeNull();
  });

  it('tells that somebody saved meanwhile', async () => {
    const content = await aContent();
    const writer = as('contributor', { unitId: content.unitId });
    await updateContent(as('editor'), { id: content._id, expectedRevision: 1, patch: { title: '编辑改的标题' } });
    expect(await keepWorkingCopy(writer, { contentId: content._id, baseRevision: 1, changes: typed })).toMatchObject({ newestRevision: 2, newestSavedByName: 'editor' });
  });

  it('is gone once dropped, and is refused when it is no object or of another unit', async () => {
    const content = await aContent();
    const writer = as('contributor', { unitId: content.unitId });
    await keepWorkingCopy(writer, { contentId: content._id, baseRevision: 1, changes: typed });
    expect([await dropWorkingCopy(writer, content._id), await dropWorkingCopy(writer, content._id)]).toEqual([true, false]);
    expect((await failure(keepWorkingCopy(writer, { contentId: content._id, baseRevision: 1, changes: '[]' }))).code).toBe('INVALID_INPUT');
    expect((await failure(keepWorkingCopy(as('contributor', { unitId: (await aUnit())._id }), { contentId: content._id, baseRevision: 1, changes: typed }))).code).toBe('NOT_FOUND');
  });
});

describe('saved views', () => {
  it('are one\'s own, of one\'s unit or everybody\'s, and widen nobody\'s rights', async () => {
    const [here, there] = [(await aUnit())._id, (await aUnit())._id];
    const [mine, colleague, stranger] = [as('contributor', { unitId: here, id: 'person_a' }), as('contributor', { unitId: here, id: 'person_b' }), as('contributor', { unitId: there, id: 'person_c' })];
    await saveView(mine, { name: ' 我的 ', query: 'workflow=DRAFT' });
    await saveView(mine, { name: '单位的', query: 'kind=case', sharing: 'unit' });
    await saveView(as('editor', { id: 'person_e' }), { name: '大家的', query: 'q=窗口', sharing: 'all' });
    const seen = async (ctx: typeof mine): Promise<string[]> => (await findViews(ctx)).map(({ name, isOwn, isRemovable }) => `${name}${isOwn ? '*' : ''}${isRemovable ? '-' : ''}`);
    expect([await seen(mine), await seen(colleague), await seen(stranger), await seen(as('operator'))]).toEqual([['单位的*-', '我的*-', '大家的'], ['单位的', '大家的'], ['大家的'], ['大家的-']]);
    expect((await failure(saveView(mine, { name: '大家的', query: '', sharing: 'all' }))).code).toBe('FORBIDDEN');
  });

  it('are replaced by name, and taken away by their owner alone', async () => {
    const mine = as('contributor', { unitId: (await aUnit())._id, id: 'person_a' });
    const first = await saveView(mine, { name: '待改', query: 'workflow=RETURNED', sharing: 'unit' });
    const second = await saveView(mine, { name: '待改', query: 'workflow=RETURNED&kind=case', sharing: 'unit' });
    expect([second._id, (await findViews(mine)).map(({ query }) => query)]).toEqual([first._id, ['workflow=RETURNED&kind=case']]);
    expect((await failure(removeView(as('editor'), first._id))).code).toBe('NOT_FOUND');
    expect([await removeView(mine, first._id), await findViews(mine)]).toEqual([true, []]);
  });

  it.each([[' ', ''], ['名'.repeat(41), ''], ['名', 'q'.repeat(2001)]])('refuses a name or filters that do not fit', async (name, query) => {
    expect((await failure(saveView(as('editor'), { name, query }))).code).toBe('INVALID_INPUT');
  });

  it('are at most fifty of one person', async () => {
    const mine = as('editor', { id: 'person_a' });
    for (let at = 0; at < 50; at += 1) await saveView(mine, { name: `视图 ${at}`, query: '' });
    expect((await failure(saveView(mine, { name: '第五十一个', query: '' }))).code).toBe('INVALID_INPUT');
    expect((await saveView(mine, { name: '视图 3', query: 'q=新' })).query).toBe('q=新');
  });
});

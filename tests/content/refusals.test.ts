import { archiveContent, createTopic, scheduleContent, takeLock, updateContent } from '../../src/content/index.js';
import type { DomainError } from '../../src/kernel/index.js';
import { aContent, anApproved, aPublished, bodyOf, useMedia } from '../kit/contents.js';
import { as } from '../kit/people.js';
import { clock, hour, useDatabase } from '../kit/services.js';

useDatabase();
beforeAll(useMedia);

const failure = async (work: Promise<unknown>): Promise<DomainError> => work.then(() => { throw new Error('it succeeded'); }, (error: unknown) => error as DomainError);
const save = (id: string, patch: object, expectedRevision = 1): ReturnType<typeof updateContent> => updateContent(as('editor'), { id, expectedRevision, patch: patch as never });
const problemsOf = (error: DomainError): string[] => (error.details.problems as { field: string }[]).map(({ field }) => field);

describe('emptying a field', () => {
  it.each([['title', null], ['title', '  \u3000 '], ['unitId', null]])('that must be there is refused by name: %s', async (field, value) => {
    const error = await failure(save((await aContent())._id, { [field]: value }));
    expect([error.code, problemsOf(error)]).toEqual(['INVALID_FIELDS', [field]]);
  });

  it('of the body is refused', async () => {
    expect((await failure(save((await aContent())._id, { body: null }))).code).toBe('INVALID_BODY');
  });

  it('of a figure\'s name is refused by its line', async () => {
    const content = await aContent({}, { kind: 'case' });
    const error = await failure(save(content._id, { details: { figures: [{ name: '跑动次数', before: '3', after: '1' }, { name: ' ', before: '5 天', after: '' }] } }));
    expect([error.code, error.params.problems]).toEqual(['INVALID_FIELDS', expect.stringContaining('成效数据第 2 行')]);
  });

  it('that has a plain value brings that value back', async () => {
    const content = await aContent({ importance: 4, tags: ['便民'], isOriginal: true });
    expect((await save(content._id, { importance: null, tags: null, isOriginal: null, summary: null })).draft).toMatchObject({ importance: 2, tags: [], isOriginal: false, summary: '' });
  });

  it('of its kind leaves nothing behind, also by spaces only', async () => {
    const content = await aContent({ details: { problem: '多头跑', measure: '一窗受理' } }, { kind: 'case' });
    expect((await save(content._id, { details: { problem: '  ', measure: null } })).draft.details).toEqual({});
  });
});

describe('what comes in', () => {
  it('has no control characters left, in figures neither', async () => {
    const { draft } = await aContent({ details: { figures: [{ name: '办理\u0000时间\n', before: ' 5 天\u0008', after: '1 小时' }] } }, { kind: 'case' });
    expect(draft.details.figures).toEqual([{ name: '办理时间', before: '5 天', after: '1 小时' }]);
  });

  it('names related contents that exist', async () => {
    const [one, other] = [await aContent(), await aContent()];
    const error = await failure(save(one._id, { relatedIds: [other._id, 'article_000000000000000000000000', 'x'.repeat(100_000)] }));
    expect([problemsOf(error), error.message.length < 1000]).toEqual([['relatedIds', 'relatedIds'], true]);
    expect((await save(one._id, { relatedIds: [other._id] })).draft.relatedIds).toEqual([other._id]);
  });

  it('as a list of a hundred thousand is refused for its length alone', async () => {
    const error = await failure(save((await aContent())._id, { topicIds: Array.from({ length: 100_000 }, (_, at) => `topic_${at}`) }));
    expect(problemsOf(error)).toEqual(['topicIds']);
  });

  it('as a body nested ten thousand deep is refused in words, whatever revision it is for', async () => {
    let body: object = { type: 'paragraph' };
    for (let depth = 0; depth < 10_000; depth += 1) body = { type: 'blockquote', content: [body] };
    const { _id } = await aContent();
    for (const expected of [1, 7]) expect((await failure(save(_id, { body: { type: 'doc', content: [body] } }, expected))).code).toBe('INVALID_BODY');
  });

  it.each(['constructor', '__proto__', 'toString', 'videoId'])('as a field that the kind does not have is refused: %s', async (name) => {
    const details = JSON.parse(`{ "${name}": "1" }`) as Record<string, unknown>;
    expect(problemsOf(await failure(save((await aContent())._id, { details })))).toEqual([name]);
  });

  it('is not lost when nothing was changed: no revision is added', async () => {
    const content = await aContent({ body: bodyOf('一段文字') as never });
    expect((await save(content._id, { title: ` ${content.draft.title} `, details: null, tags: [] })).head.number).toBe(1);
  });
});

describe('topics', () => {
  it('refuse a short name that is taken, in words', async () => {
    await createTopic(as('administrator'), { name: '数据共享', slug: 'data' });
    expect((await failure(createTopic(as('administrator'), { name: '数据', slug: 'data' }))).code).toBe('DUPLICATE_SLUG');
  });

  it.each(['', '../x', '数据', 'a'.repeat(81)])('refuse a short name that is no address: %s', async (slug) => {
    expect((await failure(createTopic(as('administrator'), { name: '数据', slug }))).code).toBe('INVALID_INPUT');
  });
});

describe('states', () => {
  it('keep archived contents from being locked', async () => {
    const content = await archiveContent(as('editor'), (await aContent())._id);
    expect((await failure(takeLock(as('editor'), content._id))).code).toBe('WRONG_STATE');
  });

  it('keep what is published from being scheduled again unchanged', async () => {
    const { _id: id } = await aPublished();
    expect((await failure(scheduleContent(as('operator'), { id, at: new Date(clock.at + hour) }))).code).toBe('WRONG_STATE');
  });

  it('show a time in Hangzhou\'s zone when none is named', async () => {
    const { _id: id } = await anApproved();
    expect((await scheduleContent(as('operator'), { id, at: new Date(clock.at + hour), timeZone: null })).schedule).toMatchObject({ timeZone: 'Asia/Shanghai' });
  });
});

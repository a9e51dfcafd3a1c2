import mongoose from 'mongoose';
import { archiveTopic, createTopic, findContents, moveTopic, publishContent, renameTopic, restoreTopic, updateContent, type Topic } from '../../src/content/index.js';
import { dispatchNextEvent, runNextJob, type DomainError } from '../../src/kernel/index.js';
import { aContent, anApproved, aPublished, findStored, useMedia } from '../kit/contents.js';
import { anonymous, as } from '../kit/people.js';
import { clock, contextOf, minute, processAll, services, useDatabase } from '../kit/services.js';

useDatabase();
beforeAll(useMedia);

const chief = () => as('chiefEditor');
const failure = async (work: Promise<unknown>): Promise<string> => work.then(() => 'it succeeded', (error: unknown) => (error as DomainError).code);
const make = (name: string, parent?: Topic): Promise<Topic> => createTopic(chief(), { name, ...(parent ? { parentId: parent._id } : {}) });
const move = (topic: Topic, parent?: Topic, before?: Topic): Promise<Topic> => moveTopic(chief(), { id: topic._id, ...(parent ? { parentId: parent._id } : {}), ...(before ? { beforeId: before._id } : {}) });
const refiled = (): Promise<void> => processAll(services, [dispatchNextEvent, runNextJob]);

interface Line { readonly _id: string; readonly name: string; readonly parentId?: string; readonly path: string[] }
const stored = (): Promise<Line[]> => mongoose.connection.collection<Line>('topics').find().sort({ order: 1, _id: 1 }).toArray();

/** The tree in words, such as `甲(乙 丙)`. Every path is held against the parents on the way. */
async function tree(): Promise<string> {
  const lines = await stored();
  const say = (parentId: string | undefined, above: readonly string[]): string => lines.filter((line) => line.parentId === parentId).map(({ _id, name, path }) => {
    expect(path).toEqual([...above, _id]);
    const below = say(_id, [...above, _id]);
    return below ? `${name}(${below})` : name;
  }).join(' ');
  return say(undefined, []);
}

const inTopic = async (topic: Topic, perspective: 'published' | 'draft', filter: object = {}): Promise<string[]> =>
  (await findContents(perspective === 'draft' ? as('editor') : contextOf(anonymous), { perspective, filter: { topicId: topic._id, ...filter }, page: {}, selection: { nodes: { title: {} } } as never })).nodes.map(({ _id }) => _id);
const commandsOn = async (collection: string, work: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const hear = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }): void => { if (command[commandName] === collection) count += 1; };
  mongoose.connection.getClient().on('commandStarted', hear);
  await work().finally(() => mongoose.connection.getClient().off('commandStarted', hear));
  return count;
};

describe('the tree of topics', () => {
  it('takes a new topic as the last of its siblings, unless a place is named', async () => {
    const root = await make('重点领域');
    await make('不动产登记', root);
    await make('商事登记', root);
    await createTopic(chief(), { name: '投资项目审批', parentId: root._id, order: 1 });
    expect(await tree()).toBe('重点领域(不动产登记 投资项目审批 商事登记)');
  });

  it('moves a topic among its siblings, and with all below it elsewhere', async () => {
    const [a, b] = [await make('甲'), await make('乙')];
    const [c, d] = [await make('丙', a), await make('丁', a)];
    await make('戊', c);
    await move(d, a, c);
    expect(await tree()).toBe('甲(丁 丙(戊)) 乙');
    await move(c, b);
    expect(await tree()).toBe('甲(丁) 乙(丙(戊))');
    await move(c, undefined, a);
    expect(await tree()).toBe('丙(戊) 甲(丁) 乙');
  });

  it('refuses a place below the topic itself, a place that is gone, a name that a sibling has, and a seventh level, and changes nothing', async () => {
    const [a, b] = [await make('甲'), await make('乙')];
    const c = await make('丙', a);
    const twin = await make('乙', c);
    const before = await tree();
    expect(await failure(move(a, a))).toBe('TOPIC_INTO_ITSELF');
    expect(await failure(move(a, twin))).toBe('TOPIC_INTO_ITSELF');
    expect(await failure(move(b, a, twin))).toBe('TOPIC_PLACE_GONE');
    expect(await failure(move(b, c))).toBe('TOPIC_NAME_TAKEN');
    expect(await failure(make('乙', c))).toBe('TOPIC_NAME_TAKEN');
    expect(await failure(renameTopic(chief(), { id: b._id, name: '甲' }))).toBe('TOPIC_NAME_TAKEN');
    expect(await failure(renameTopic(chief(), { id: b._id, name: ' ' }))).toBe('INVALID_INPUT');
    expect(await tree()).toBe(before);
    let deepest = await make('三', twin);
    for (const name of ['四', '五']) deepest = await make(name, deepest);
    expect(await failure(make('七级', deepest))).toBe('TOPIC_TREE_FULL');
  });

  it('makes no circle of two moves at the same moment', async () => {
    const [a, b] = [await make('甲'), await make('乙')];
    const answers = await Promise.all([failure(move(a, b)), failure(move(b, a))]);
    expect(answers.sort()).toEqual(['TOPIC_INTO_ITSELF', 'it succeeded'].sort());
    expect(['甲(乙)', '乙(甲)']).toContain(await tree());
  });

  it('keeps every change in the audit trail', async () => {
    const [a, b] = [await make('甲'), await make('乙')];
    await renameTopic(chief(), { id: a._id, name: '甲一' });
    await move(a, b);
    await archiveTopic(chief(), a._id);
    await restoreTopic(chief(), a._id);
    const entries = await mongoose.connection.collection('audit').find({ subjectId: a._id }).sort({ _id: 1 }).toArray();
    expect(entries.map(({ action }) => String(action))).toEqual(['topic.create', 'topic.rename', 'topic.move', 'topic.archive', 'topic.restore']);
    expect(entries.map(({ summary }) => summary as object).slice(1, 3)).toEqual([{ name: '甲一', before: '甲' }, { name: '甲一', from: '—', to: '乙', place: 1 }]);
  });
});

describe('contents of a topic that moved', () => {
  it('are in the new place and no longer in the old one, for readers and for editors', async () => {
    const [from, to] = [await make('重点领域'), await make('改革创新')];
    const moved = await make('桐庐试点', from);
    const leaf = await make('快捷支付', moved);
    const [published, draft] = [(await aPublished({ topicIds: [leaf._id] }))._id, (await aContent({ topicIds: [moved._id] }))._id];
    await move(moved, to);
    await refiled();
    expect([await inTopic(to, 'published'), await inTopic(from, 'published'), await inTopic(leaf, 'published')]).toEqual([[published], [], [published]]);
    expect([(await inTopic(to, 'draft')).sort(), await inTopic(from, 'draft')]).toEqual([[published, draft].sort(), []]);
  });

  it('stay where another of their topics holds them', async () => {
    const [from, to] = [await make('重点领域'), await make('改革创新')];
    const [moved, stays] = [await make('桐庐试点', from), await make('商事登记', from)];
    const { _id } = await aPublished({ topicIds: [moved._id, stays._id] });
    await move(moved, to);
    await refiled();
    expect([await inTopic(from, 'published'), await inTopic(to, 'published')]).toEqual([[_id], [_id]]);
  });

  it('are found by the names that topics have now', async () => {
    const topic = await make('便民服务体系');
    const { _id } = await aPublished({ topicIds: [topic._id] });
    await renameTopic(chief(), { id: topic._id, name: '一窗受理平台' });
    await refiled();
    const found = (text: string): Promise<string[]> => inTopic(topic, 'published', { text });
    expect([await found('便民服务'), await found('平台')]).toEqual([[], [_id]]);
  });

  it('are refiled once more, for what was being saved meanwhile', async () => {
    const [from, to] = [await make('重点领域'), await make('改革创新')];
    const moved = await make('桐庐试点', from);
    await move(moved, to);
    await refiled();
    const late = await aContent({ topicIds: [moved._id] });
    await mongoose.connection.collection<{ _id: string }>('contents').updateOne({ _id: late._id }, { $set: { topicPath: [from._id, moved._id] } });
    clock.advance(2 * minute);
    await refiled();
    expect((await findStored(late._id))!.topicPath).toEqual([to._id, moved._id]);
  });

  it('are looked for by index only, and not at all when the order alone has changed', async () => {
    const [a, b] = [await make('甲'), await make('乙')];
    const child = await make('丙', b);
    await aContent({ topicIds: [child._id] });
    expect(await commandsOn('contents', async () => { await move(b, undefined, a); await refiled(); })).toBe(0);
    const plan = await mongoose.connection.collection('contents').find({ topicPath: b._id }).explain() as { queryPlanner: { winningPlan: object } };
    expect(JSON.stringify(plan.queryPlanner.winningPlan)).toContain('"IXSCAN"');
    expect(JSON.stringify(plan.queryPlanner.winningPlan)).not.toContain('COLLSCAN');
  });
});

describe('an archived topic', () => {
  const archivedFields = async (work: Promise<unknown>): Promise<unknown> => work.then(() => 'saved', (error: unknown) => (error as DomainError).details);

  it('cannot be chosen, with none below it, and stays where it is chosen', async () => {
    const parent = await make('改革创新');
    const topic = await make('领导坐班', parent);
    const before = await aContent({ topicIds: [topic._id] });
    await archiveTopic(chief(), parent._id);
    expect(await archivedFields(aContent({ topicIds: [topic._id] }))).toMatchObject({ problems: [{ field: 'topicIds' }] });
    const [other, editor] = [await aContent(), as('editor')];
    expect(await archivedFields(updateContent(editor, { id: other._id, expectedRevision: 1, patch: { topicIds: [topic._id] } }))).toMatchObject({ problems: [{ field: 'topicIds' }] });
    expect((await updateContent(editor, { id: before._id, expectedRevision: 1, patch: { title: '换个标题' } })).draft.topicIds).toEqual([topic._id]);
  });

  it('does not keep what has it from being published and listed', async () => {
    const topic = await make('领导坐班');
    const content = await anApproved({ topicIds: [topic._id] });
    await archiveTopic(chief(), topic._id);
    await publishContent(as('operator'), { id: content._id });
    expect(await inTopic(topic, 'published')).toEqual([content._id]);
  });

  it('comes back with what was archived together with it, but not with what was archived before', async () => {
    const parent = await make('改革创新');
    const [earlier, together] = [await make('领导坐班', parent), await make('快捷支付', parent)];
    await archiveTopic(chief(), earlier._id);
    clock.advance(minute);
    await archiveTopic(chief(), parent._id);
    expect(await failure(restoreTopic(chief(), together._id))).toBe('TOPIC_ARCHIVED');
    await restoreTopic(chief(), parent._id);
    expect((await mongoose.connection.collection<Line>('topics').find({ archivedAt: { $ne: null } }).toArray()).map(({ name }) => name)).toEqual(['领导坐班']);
  });

  it('takes no new topic and no move below it', async () => {
    const [topic, other] = [await make('领导坐班'), await make('快捷支付')];
    await archiveTopic(chief(), topic._id);
    expect([await failure(make('新的', topic)), await failure(move(other, topic))]).toEqual(['TOPIC_ARCHIVED', 'TOPIC_ARCHIVED']);
  });
});

import mongoose from 'mongoose';
import { AttemptModel } from '../../src/distribution/attempt.js';
import { DeliveryModel } from '../../src/distribution/delivery.js';
import { activateDestination, createBlock, deactivateDestination, findProgress, liftBlock, planDeliveries, retryDelivery, updateDestination, type DestinationRow } from '../../src/distribution/index.js';
import { PlanModel } from '../../src/distribution/plan.js';
import { StandingModel } from '../../src/distribution/standing.js';
import { as } from '../kit/people.js';
import { clock, day, outbox, services, useDatabase } from '../kit/services.js';
import { aDestination, article, countCommands, ctx, deliverAll, ledger, outlet, registerOutlets, release, releaseAndPlan, states } from './outlets.js';

useDatabase();
beforeAll(registerOutlets);
beforeEach(() => outlet.reset());

const close = (destination: DestinationRow, reason = '合同到期') => deactivateDestination(ctx(), destination._id, reason);

describe('planning', () => {
  it('enters one row per matching active destination, with its bytes', async () => {
    const all = await aDestination();
    const cases = await aDestination('repeats', { rule: { conditions: [{ kinds: ['case'] }] } });
    const closed = await aDestination();
    await close(closed);
    await releaseAndPlan(article(), 1, 'publish', { title: '标题一' });
    expect(await ledger()).toEqual([expect.objectContaining({ destinationId: all._id, state: 'waiting', action: 'publish', payload: { contentType: 'text/plain', body: 'publish 1 标题一' }, payloadBytes: 19 })]);
    expect(await ledger({ destinationId: { $in: [cases._id, closed._id] } })).toEqual([]);
  });

  it('enters what no destination has heard of by fewer database commands than there are destinations', async () => {
    for (let at = 0; at < 40; at += 1) await aDestination(at % 2 === 0 ? 'repeats' : 'reads');
    const contentId = article();
    await release(contentId, 1);
    expect(await countCommands(() => planDeliveries(ctx(), { contentId, version: 1 }))).toBeLessThan(25);
    expect(await DeliveryModel.countDocuments({ state: 'waiting' })).toBe(20);
    expect(await StandingModel.countDocuments({ 'confirmed.version': 1, plannedVersion: 1 })).toBe(20);
    expect(await AttemptModel.countDocuments({ kind: 'plan', outcome: 'delivered' })).toBe(20);
    expect(await outbox('delivery.settled')).toHaveLength(20);
  });

  it('plans a release once, however often and however many plan it', async () => {
    for (let at = 0; at < 6; at += 1) await aDestination();
    const contentId = article();
    await release(contentId, 1);
    await Promise.all([1, 2, 3].map(() => planDeliveries(ctx(), { contentId, version: 1 })));
    await planDeliveries(ctx(), { contentId, version: 1 });
    expect(await DeliveryModel.countDocuments({ contentId })).toBe(6);
    expect(await PlanModel.countDocuments({})).toBe(1);
  });

  it('goes on where a planner that died stopped', async () => {
    const [first, second] = [await aDestination(), await aDestination()];
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await PlanModel.updateMany({}, { $unset: { finishedAt: 1 } });
    await DeliveryModel.deleteMany({ destinationId: second._id });
    await StandingModel.deleteMany({ destinationId: second._id });
    await planDeliveries(ctx(), { contentId, version: 1 });
    expect((await ledger()).map(({ destinationId }) => destinationId).sort()).toEqual([first._id, second._id].sort());
  });

  it('plans earlier versions first when their news comes late', async () => {
    await aDestination('plain');
    const contentId = article();
    await release(contentId, 1);
    await release(contentId, 2);
    await planDeliveries(ctx(), { contentId, version: 2 });
    await planDeliveries(ctx(), { contentId, version: 1 });
    expect(await states()).toEqual(['publish 1 superseded', 'publish 2 waiting']);
  });

  it('plans every version in order when all their news come at once', async () => {
    for (let at = 0; at < 3; at += 1) await aDestination('plain');
    const contentId = article();
    for (const version of [1, 2, 3]) await release(contentId, version, version === 3 ? 'retract' : undefined);
    await Promise.all([3, 1, 2, 3, 2, 1].map((version) => planDeliveries(ctx(), { contentId, version })));
    expect(await states()).toEqual([0, 1, 2].flatMap(() => ['publish 1 superseded', 'publish 2 cancelled']));
  });

  it('freezes the publication: the unit\'s name, absolute addresses, the time', async () => {
    await aDestination();
    await mongoose.connection.collection('units').insertOne({ _id: 'unit_65f2c0ffee00000000000001' as never, name: '市规划和自然资源局', shortName: '规资局', kind: 'bureau', isActive: true, order: 1 });
    const contentId = article();
    await releaseAndPlan(contentId, 1, 'publish', { unitId: 'unit_65f2c0ffee00000000000001', html: '<img src="/media/x.jpg">', slug: '一次' });
    const plan = await PlanModel.findById(`${contentId}/1`).lean();
    expect(plan?.publication).toMatchObject({ unit: { name: '市规划和自然资源局' }, html: '<img src="https://yici.test/media/x.jpg">', url: 'https://yici.test/c/%E4%B8%80%E6%AC%A1', version: 1, publishedAt: services.now() });
  });

  it('shows a rendering that failed as a row that a person must act on, and renders it anew on retry', async () => {
    await aDestination();
    await releaseAndPlan(article(), 1, 'publish', { title: 'render fails' });
    const [row] = await ledger();
    expect(row).toMatchObject({ state: 'refused', lastMessage: '不能生成稿件：标题不能这样写' });
    expect(row?.payload).toBeUndefined();
    expect(await outbox('delivery.settled')).toHaveLength(1);
  });

  it('makes an action that the channel cannot do a task for a person', async () => {
    await aDestination('half');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await deliverAll();
    await releaseAndPlan(contentId, 2, 'retract');
    expect(await states()).toEqual(['publish 1 delivered', 'retract 2 refused']);
    expect((await ledger({ version: 2 }))[0]?.lastMessage).toContain('不支持撤稿');
  });

  it('settles a feed at once, and the row stands', async () => {
    const feed = await aDestination('reads');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await deliverAll();
    expect(outlet.calls).toEqual([]);
    expect(await states()).toEqual(['publish 1 delivered']);
    expect(await StandingModel.findOne({ destinationId: feed._id }).lean()).toMatchObject({ contentId, confirmed: { version: 1, action: 'publish', settledAt: services.now() } });
    expect(await AttemptModel.countDocuments({ kind: 'plan' })).toBe(1);
    expect(await outbox('delivery.settled')).toEqual([expect.objectContaining({ payload: expect.objectContaining({ contentId, outcome: 'delivered' }) })]);
  });
});

describe('direct targets', () => {
  const nothing = { rule: { conditions: [{ kinds: ['video'] }] } };
  const targets = (given: { also?: string[]; only?: string[]; except?: string[] }) => ({ targets: { also: [], only: [], except: [], ...given } });

  it('go to chosen destinations whatever their rules say, beside those the rules select', async () => {
    const [byRule, chosen, other] = [await aDestination('plain'), await aDestination('plain', nothing), await aDestination('plain', nothing)];
    await releaseAndPlan(article(), 1, 'publish', targets({ also: [chosen._id] }));
    expect((await ledger()).map(({ destinationId }) => destinationId).sort()).toEqual([byRule._id, chosen._id].sort());
    expect(await ledger({ destinationId: other._id })).toEqual([]);
  });

  it('keep a release from everybody else, and say so', async () => {
    const [byRule, chosen] = [await aDestination('plain'), await aDestination('plain', nothing)];
    const contentId = article();
    await releaseAndPlan(contentId, 1, 'publish', targets({ only: [chosen._id] }));
    expect((await ledger()).map(({ destinationId }) => destinationId)).toEqual([chosen._id]);
    expect((await findProgress(ctx(), contentId, 1)).withheld).toEqual([{ destinationId: byRule._id, reason: 'notTargeted', message: '本次只发给指定的目的地' }]);
  });

  it('leave out whom they except, but never from a correction of what is there', async () => {
    const destination = await aDestination('plain');
    const [kept, had] = [article(), article()];
    await releaseAndPlan(kept, 1, 'publish', targets({ except: [destination._id] }));
    expect(await ledger()).toEqual([]);
    expect((await findProgress(ctx(), kept, 1)).withheld).toMatchObject([{ reason: 'excluded' }]);
    await releaseAndPlan(had, 1);
    await deliverAll();
    await releaseAndPlan(had, 2, 'correct', targets({ except: [destination._id] }));
    expect(await states()).toEqual(['publish 1 delivered', 'correct 2 waiting']);
  });
});

describe('a block', () => {
  const secretOnes = { condition: { tags: ['内部'] }, reason: '内部稿件不外发' };

  it('keeps what it selects from everybody, targets and rules alike, and the ledger says why', async () => {
    const [byRule, chosen] = [await aDestination('plain'), await aDestination('plain')];
    await createBlock(ctx(), secretOnes);
    const [kept, free] = [article(), article()];
    await releaseAndPlan(kept, 1, 'publish', { tags: ['内部'], targets: { also: [chosen._id], only: [], except: [] } });
    await releaseAndPlan(free, 1, 'publish', { tags: ['公开'] });
    expect((await ledger()).map(({ contentId }) => contentId)).toEqual([free, free]);
    const blocked = { reason: 'blocked', message: '拦截规则：内部稿件不外发' };
    expect((await findProgress(ctx(), kept, 1)).withheld).toEqual(expect.arrayContaining([{ destinationId: byRule._id, ...blocked }, { destinationId: chosen._id, ...blocked }]));
  });

  it('can hold for one kind of outlet, or for one outlet', async () => {
    const [plain, feed, other] = [await aDestination('plain'), await aDestination('reads'), await aDestination('plain')];
    await createBlock(ctx(), { ...secretOnes, channelIds: ['reads'] });
    await createBlock(ctx(), { ...secretOnes, destinationIds: [other._id] });
    await releaseAndPlan(article(), 1, 'publish', { tags: ['内部'] });
    expect((await ledger()).map(({ destinationId }) => destinationId)).toEqual([plain._id]);
    expect(await ledger({ destinationId: feed._id })).toEqual([]);
  });

  it('lets no corrected text through either: that is a task for a person, who cannot get round it by a retry', async () => {
    await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await deliverAll();
    const block = await createBlock(ctx(), secretOnes);
    await releaseAndPlan(contentId, 2, 'correct', { tags: ['内部'] });
    const [, task] = await ledger();
    expect(task).toMatchObject({ action: 'correct', state: 'refused', lastMessage: expect.stringContaining('内部稿件不外发') });
    expect(task?.payload).toBeUndefined();
    expect(await retryDelivery(ctx(), task!._id)).toMatchObject({ state: 'refused' });
    await liftBlock(ctx(), block._id, '已公开');
    expect(await retryDelivery(ctx(), task!._id)).toMatchObject({ state: 'waiting', payload: { body: 'correct 2 第 2 版' } });
  });

  it('never stops a retraction', async () => {
    await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1, 'publish', { tags: ['内部'] });
    await deliverAll();
    await createBlock(ctx(), secretOnes);
    await releaseAndPlan(contentId, 2, 'retract', { tags: ['内部'] });
    expect(await states()).toEqual(['publish 1 delivered', 'retract 2 waiting']);
  });

  it('is set up and lifted with a reason in the audit trail, and holds no more once it is lifted', async () => {
    await aDestination('plain');
    const { _id } = await createBlock(as('administrator'), secretOnes);
    expect(await liftBlock(as('administrator'), _id, '已公开')).toMatchObject({ liftedReason: '已公开', liftedByName: 'administrator' });
    await releaseAndPlan(article(), 1, 'publish', { tags: ['内部'] });
    expect(await states()).toEqual(['publish 1 waiting']);
    const acts = await mongoose.connection.collection('audit').find({ subjectId: _id }).sort({ _id: 1 }).toArray();
    expect(acts.map(({ action, summary }) => [action as string, (summary as { reason: string }).reason])).toEqual([['block.create', '内部稿件不外发'], ['block.lift', '已公开']]);
    await expect(liftBlock(ctx(), _id, '再来')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['no reason', { ...secretOnes, reason: ' ' }, 'INVALID_INPUT'],
    ['a condition that asks for nothing', { ...secretOnes, condition: { tags: [' '] } }, 'INVALID_INPUT'],
    ['a channel that is not installed', { ...secretOnes, channelIds: ['weibo'] }, 'UNKNOWN_CHANNEL'],
    ['a destination that is not there', { ...secretOnes, destinationIds: ['destination_65f2c0ffee00000000000001'] }, 'NOT_FOUND'],
  ])('is refused with %s', async (_, wrong, code) => {
    await expect(createBlock(ctx(), wrong)).rejects.toMatchObject({ code });
  });
});

describe('corrections', () => {
  it('go to whoever has an earlier version and to whom the rule selects now', async () => {
    const had = await aDestination('plain', { rule: { conditions: [{ tags: ['旧'] }] } });
    const never = await aDestination('plain', { rule: { conditions: [{ tags: ['别的'] }] } });
    const contentId = article();
    await releaseAndPlan(contentId, 1, 'publish', { tags: ['旧'] });
    await deliverAll();
    const newly = await aDestination('plain', { rule: { conditions: [{ tags: ['新'] }] } });
    await releaseAndPlan(contentId, 2, 'correct', { tags: ['新'] });
    expect(await states({ destinationId: had._id })).toEqual(['publish 1 delivered', 'correct 2 waiting']);
    expect(await states({ destinationId: newly._id })).toEqual(['publish 2 waiting']);
    expect(await states({ destinationId: never._id })).toEqual([]);
  });

  it('become a task for a person where the destination is closed but has an earlier version', async () => {
    const destination = await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await deliverAll();
    await close(destination);
    await releaseAndPlan(contentId, 2);
    const [, task] = await ledger();
    expect(task).toMatchObject({ state: 'refused', action: 'correct', lastMessage: expect.stringContaining('合同到期') });
    expect(task?.payload?.body).toBe('correct 2 第 2 版');
  });
});

describe('a task for a person', () => {
  it('is taken back when a later version follows, with why it was one', async () => {
    await aDestination('plain');
    outlet.answer = () => ({ outcome: 'refused', message: '标题过长' });
    const [corrected, retracted] = [article(), article()];
    for (const contentId of [corrected, retracted]) await releaseAndPlan(contentId, 1);
    await deliverAll();
    expect(await states()).toEqual(['publish 1 refused', 'publish 1 refused']);
    outlet.answer = () => ({ outcome: 'delivered' });
    await releaseAndPlan(corrected, 2);
    await releaseAndPlan(retracted, 2, 'retract');
    await deliverAll();
    expect(await states({ contentId: corrected })).toEqual(['publish 1 superseded', 'publish 2 delivered']);
    expect(await states({ contentId: retracted })).toEqual(['publish 1 cancelled']);
    expect((await ledger({ version: 1 })).map(({ lastMessage }) => lastMessage)).toEqual([expect.stringContaining('标题过长'), expect.stringContaining('标题过长')]);
  });
});

describe('retractions', () => {
  it('go to everybody who has it, whatever the rule says now, and to nobody else', async () => {
    const had = await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await deliverAll();
    await updateDestination(ctx(), had._id, { rule: { conditions: [{ kinds: ['video'] }] } });
    const never = await aDestination('plain');
    await releaseAndPlan(contentId, 2, 'retract');
    expect(await states({ destinationId: had._id })).toEqual(['publish 1 delivered', 'retract 2 waiting']);
    expect(await states({ destinationId: never._id })).toEqual([]);
  });

  it('cancel what waits and leave it unsent', async () => {
    await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await releaseAndPlan(contentId, 2, 'retract');
    await deliverAll();
    expect(await states()).toEqual(['publish 1 cancelled']);
    expect(outlet.calls).toEqual([]);
  });

  it('become a task for a person where the destination is closed, and go out once it is open and retried', async () => {
    const destination = await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await deliverAll();
    await close(destination);
    await releaseAndPlan(contentId, 2, 'retract');
    expect(await states()).toEqual(['publish 1 delivered', 'retract 2 refused']);
    await activateDestination(ctx(), destination._id);
    await retryDelivery(ctx(), (await ledger({ version: 2 }))[0]!._id);
    await deliverAll();
    expect(outlet.sent).toEqual(['publish 1', 'retract 2']);
  });

  it('that still wait become tasks when their destination is closed', async () => {
    const destination = await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await deliverAll();
    outlet.answer = () => ({ outcome: 'failed', message: 'HTTP 503' });
    await releaseAndPlan(contentId, 2, 'retract');
    await deliverAll();
    expect(await states({ version: 2 })).toEqual(['retract 2 waiting']);
    await close(destination, '对方停机');
    expect(await states({ version: 2 })).toEqual(['retract 2 refused']);
    expect(await outbox('destination.deactivated')).toHaveLength(1);
  });

  it('are followed by a publication afresh', async () => {
    await aDestination('plain');
    const contentId = article();
    await releaseAndPlan(contentId, 1);
    await deliverAll();
    await releaseAndPlan(contentId, 2, 'retract');
    await deliverAll();
    await releaseAndPlan(contentId, 3, 'publish');
    await deliverAll();
    expect(outlet.sent).toEqual(['publish 1', 'retract 2', 'publish 3']);
    expect(outlet.calls.at(-1)?.delivery.standing).toBeUndefined();
    clock.advance(day);
  });
});

import { correctContent, publishContent, retractContent, updateContent } from '../../src/content/index.js';
import { createBlock, createBundle, dropOutdatedMassSends, planDeliveries, requestMassSend, retryDelivery, settleParts, stopOutdatedBundles } from '../../src/distribution/index.js';
import { MassSendModel } from '../../src/distribution/mass-send/mass-send.js';
import { StandingModel } from '../../src/distribution/standing.js';
import { approve, anApproved } from '../kit/contents.js';
import { as } from '../kit/people.js';
import { outbox, useDatabase } from '../kit/services.js';
import { aDestination, article, ctx, deliverAll, ledger, outlet, registerOutlets, states } from './outlets.js';

useDatabase();
beforeAll(registerOutlets);
beforeEach(() => outlet.reset());

const nothing = { rule: { conditions: [{ kinds: ['video'] }] } };

/** Contents that readers see, by title. */
async function published(...titles: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const title of titles) {
    const { _id } = await anApproved({ title });
    await publishContent(as('operator'), { id: _id });
    ids.push(_id);
  }
  return ids;
}

async function corrected(id: string): Promise<void> {
  await approve(await updateContent(as('editor', { name: '另一位编辑' }), { id, expectedRevision: 1, patch: { title: '更正后的标题' } }));
  await correctContent(as('operator'), { id, note: '标题有误' });
}

/** What the bundles' settlements bring about, as the reactions do. */
async function react(): Promise<void> {
  for (const { payload } of await outbox('delivery.settled')) {
    const { contentId, deliveryId } = payload as { contentId: string; deliveryId: string };
    if (contentId.startsWith('bundle_')) await settleParts(ctx(), { contentId, deliveryId });
  }
}

const standingAt = (contentId: string) => StandingModel.findOne({ contentId }).lean();

describe('a bundle', () => {
  it('goes out once, in the chosen order, and settles each content\'s own row with its own address', async () => {
    const { _id: destinationId } = await aDestination('bundles', nothing);
    const [one, two, three] = await published('甲', '乙', '丙');
    outlet.answer = () => ({ outcome: 'delivered', remoteId: 'draft-1', parts: [1, 2, 3].map((place) => ({ url: `https://wx.test/${place}`, marks: { place: `${place}` } })) });
    const bundle = await createBundle(as('operator'), { destinationId, contentIds: [two!, one!, three!] });
    expect(await states({ contentId: { $in: [one, two, three] } })).toEqual(['publish 1 accepted', 'publish 1 accepted', 'publish 1 accepted']);
    await deliverAll();
    await react();
    expect(outlet.calls.map(({ delivery }) => delivery.publication.parts?.map(({ title }) => title))).toEqual([['乙', '甲', '丙']]);
    expect((await ledger({ contentId: one }))[0]).toMatchObject({ state: 'delivered', url: 'https://wx.test/2', remoteId: 'draft-1', lastMessage: expect.stringContaining('多图文第 2/3 篇') });
    expect((await standingAt(three!))?.confirmed).toMatchObject({ version: 1, remoteId: 'draft-1', url: 'https://wx.test/3', marks: { place: '3' } });
    expect(bundle.parts.map(({ contentId }) => contentId)).toEqual([two, one, three]);
    const before = (await ledger()).length;
    await react();
    expect((await ledger()).length).toBe(before);
  });

  it('that is refused is every content\'s task, and takes them along again when it is retried', async () => {
    const { _id: destinationId } = await aDestination('bundles', nothing);
    const contentIds = await published('甲', '乙');
    outlet.answer = () => ({ outcome: 'refused', message: '审核不通过' });
    const { deliveryId } = await createBundle(as('operator'), { destinationId, contentIds });
    await deliverAll();
    await react();
    expect((await ledger({ contentId: contentIds[0] }))[0]).toMatchObject({ state: 'refused', lastMessage: '多图文第 1/2 篇，整组没有发出：审核不通过' });
    outlet.answer = () => ({ outcome: 'delivered', remoteId: 'draft-1' });
    await retryDelivery(ctx(), deliveryId);
    expect(await states({ contentId: { $in: contentIds } })).toEqual(['publish 1 accepted', 'publish 1 accepted']);
    await deliverAll();
    await react();
    expect(await states({ contentId: { $in: contentIds } })).toEqual(['publish 1 delivered', 'publish 1 delivered']);
  });

  it('takes over what went there alone as a draft, and what still waits', async () => {
    const { _id: destinationId } = await aDestination('bundles');
    const contentIds = await published('甲', '乙');
    await planDeliveries(ctx(), { contentId: contentIds[0]!, version: 1 });
    await deliverAll();
    await planDeliveries(ctx(), { contentId: contentIds[1]!, version: 1 });
    await createBundle(as('operator'), { destinationId, contentIds });
    await deliverAll();
    await react();
    expect(outlet.calls.map(({ delivery }) => delivery.publication.parts?.length ?? 1)).toEqual([1, 2]);
    expect(await states({ contentId: { $in: contentIds } })).toEqual(['publish 1 delivered', 'publish 1 delivered']);
  });

  it('is followed by each content\'s own corrections and retractions, which wait until it is settled', async () => {
    const { _id: destinationId } = await aDestination('bundles', nothing);
    const [one, two] = await published('甲', '乙');
    outlet.answer = () => ({ outcome: 'delivered', remoteId: 'draft-1', parts: [{ marks: { place: '1' } }, { marks: { place: '2' } }] });
    await createBundle(as('operator'), { destinationId, contentIds: [one!, two!] });
    await deliverAll();
    await corrected(one!);
    await planDeliveries(ctx(), { contentId: one!, version: 2 });
    expect(await states({ contentId: one })).toEqual(['publish 1 accepted', 'correct 2 held']);
    await react();
    expect(await states({ contentId: one })).toEqual(['publish 1 delivered', 'correct 2 waiting']);
    await deliverAll();
    expect(outlet.calls.at(-1)?.delivery).toMatchObject({ action: 'correct', standing: { version: 1, remoteId: 'draft-1', marks: { place: '1' } } });
  });

  it('that has not gone out is stopped when one of its texts is corrected or taken back', async () => {
    const { _id: destinationId } = await aDestination('bundles', nothing);
    const [one, two] = await published('甲', '乙');
    const { deliveryId } = await createBundle(as('operator'), { destinationId, contentIds: [one!, two!] });
    await retractContent(as('operator'), { id: one!, reason: '事实有误' });
    await stopOutdatedBundles(ctx(), { contentId: one!, version: 2 });
    await planDeliveries(ctx(), { contentId: one!, version: 2 });
    await react();
    await deliverAll();
    expect((await ledger({ _id: deliveryId }))[0]).toMatchObject({ state: 'refused', lastMessage: '《甲》已更正或撤稿，整组没有发出。请重新组稿' });
    expect(outlet.calls.filter(({ action }) => action === 'publish')).toEqual([]);
    await expect(retryDelivery(ctx(), deliveryId)).rejects.toMatchObject({ code: 'CANNOT_BUNDLE' });
  });

  it('is refused, and nothing is sent, for what readers do not see, what runs there already, what a block keeps back, and where outlets take none', async () => {
    const [{ _id: destinationId }, { _id: plain }] = [await aDestination('bundles', nothing), await aDestination('plain', nothing)];
    const [one, two] = await published('甲', '内部稿');
    const draft = await anApproved({ title: '未发布' });
    const refused = (contentIds: string[], at = destinationId) => createBundle(as('operator'), { destinationId: at, contentIds }).then(() => 'made', (error: { code: string }) => error.code);
    expect(await refused([one!, draft._id])).toBe('CANNOT_BUNDLE');
    expect(await refused([one!, two!], plain)).toBe('CANNOT_BUNDLE');
    expect(await refused([one!])).toBe('INVALID_INPUT');
    expect(await refused([one!, one!])).toBe('INVALID_INPUT');
    expect(await refused([one!, article()])).toBe('NOT_FOUND');
    await createBlock(ctx(), { reason: '内部稿件不外发', condition: { texts: ['内部稿'] } });
    expect(await refused([one!, two!])).toBe('CANNOT_BUNDLE');
    expect(await ledger({ destinationId })).toEqual([]);
  });

  it('can be sent to followers behind the same approval as one content, and not after one of its texts changed', async () => {
    const { _id: destinationId } = await aDestination('bundles', nothing);
    const [one, two] = await published('甲', '乙');
    const { _id } = await createBundle(as('operator'), { destinationId, contentIds: [one!, two!] });
    const request = await requestMassSend(as('operator'), { destinationId, contentId: _id, audience: {} });
    expect(await MassSendModel.findById(request._id).lean()).toMatchObject({ state: 'requested', title: '甲', publication: { parts: [{ title: '甲' }, { title: '乙' }] } });
    await corrected(two!);
    await dropOutdatedMassSends(ctx(), { contentId: two!, version: 2 });
    expect(await MassSendModel.findById(request._id).lean()).toMatchObject({ state: 'cancelled' });
    await expect(requestMassSend(as('operator'), { destinationId, contentId: _id, audience: {} })).rejects.toMatchObject({ code: 'MASS_SEND_NOT_PUBLISHED' });
  });
});

import mongoose from 'mongoose';
import { publishContent, updateContent } from '../../src/content/index.js';
import type { DomainError } from '../../src/kernel/index.js';
import { addComment, chainFor, checkContent, checkTyped, overrideFinding, resolveComment, returnRevision, signRevision, type Review } from '../../src/review/index.js';
import { registerReactions } from '../../src/app/reactions.js';
import { aContent, approve, bodyOf, findStored, signers, submit, useMedia } from '../kit/contents.js';
import { aPerson, as, aUnit } from '../kit/people.js';
import { outbox, processAll, services, useDatabase } from '../kit/services.js';

useDatabase();
beforeAll(() => { useMedia(); registerReactions(); });

const code = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: DomainError) => error.code);
const everything = ['political', 'legal', 'secrecy', 'wording', 'source'] as const;
const reviewOf = async (revisionId: string): Promise<Review> => (await mongoose.connection.collection<Review>('reviews').findOne({ revisionId })) as unknown as Review;

async function inReview(patch = {}, kind = 'article'): Promise<{ contentId: string; revisionId: string; contentHash: string; unitId: string }> {
  const content = await submit(await aContent(patch, { kind }));
  return { contentId: content._id, revisionId: content.head.revisionId, contentHash: content.head.contentHash, unitId: content.unitId };
}
const sign = (who: ReturnType<typeof as>, { revisionId, contentHash }: { revisionId: string; contentHash: string }, checklist: readonly (typeof everything)[number][] = everything): Promise<Review> =>
  signRevision(who, { revisionId, contentHash, checklist });

describe('the chain', () => {
  it.each([['article', 1, 3], ['article', 2, 3], ['case', 4, 3], ['article', 5, 4], ['video', 2, 4]])('of a %s of importance %i has %i signatures', (kind, importance, signatures) => {
    expect(chainFor({ kind, importance })).toHaveLength(signatures);
  });
});

describe('signing', () => {
  it('announces approval with the last signature, not before', async () => {
    const text = await inReview();
    await sign(signers.first(), text);
    await sign(signers.second(), text);
    expect(await outbox('revision.approved')).toEqual([]);
    expect(await sign(signers.final(), text)).toMatchObject({ state: 'approved' });
    expect((await outbox('revision.approved')).map(({ payload }) => payload)).toMatchObject([{ contentHash: text.contentHash }]);
    expect(await findStored(text.contentId)).toMatchObject({ workflow: 'approved', approved: { revisionId: text.revisionId } });
  });

  it('wants a second chief editor for a video', async () => {
    const text = await inReview({}, 'video');
    for (const who of [signers.first(), signers.second(), signers.final()]) await sign(who, text);
    expect(await code(sign(signers.final(), text))).toBe('SAME_SIGNER');
    expect(await sign(signers.leader(), text)).toMatchObject({ state: 'approved' });
  });

  it('keeps the order of the levels', async () => {
    const text = await inReview();
    expect(await code(sign(signers.second(), text))).toBe('FORBIDDEN');
    expect(await code(sign(signers.final(), text))).toBe('FORBIDDEN');
    await sign(signers.first(), text);
    expect(await code(sign(signers.final(), text))).toBe('FORBIDDEN');
  });

  it('lets nobody sign two levels, whatever roles they hold', async () => {
    const text = await inReview();
    const allRoles = as(['editor', 'reviewer', 'chiefEditor']);
    await sign(allRoles, text);
    expect(await code(sign(allRoles, text))).toBe('SAME_SIGNER');
  });

  it('lets no author sign, also not one of an earlier revision', async () => {
    const content = await aContent({}, { ctx: as(['contributor', 'editor'], { name: '作者', unitId: undefined }) }).catch(() => aContent());
    const helper = as('editor', { name: '改稿编辑' });
    const edited = await updateContent(helper, { id: content._id, expectedRevision: 1, patch: { summary: '编辑改过的摘要，改得更清楚了。' } });
    const again = await updateContent(as('editor', { name: '再改' }), { id: content._id, expectedRevision: 2, patch: { place: '上城区' } });
    const { head: { revisionId, contentHash } } = await submit(again);
    expect(edited.head.number).toBe(2);
    expect(await code(sign(helper, { revisionId, contentHash }))).toBe('SAME_SIGNER');
  });

  it('refuses a signature for another text than the one on the table', async () => {
    const text = await inReview();
    expect(await code(sign(signers.first(), { ...text, contentHash: 'f'.repeat(64) }))).toBe('WRONG_REVISION');
  });

  it('wants every item of the level\'s checklist', async () => {
    const text = await inReview();
    expect(await code(sign(signers.first(), text, ['wording']))).toBe('CHECKLIST_INCOMPLETE');
    expect((await reviewOf(text.revisionId)).signatures).toEqual([]);
  });

  it('counts one of two signatures given at the same moment', async () => {
    const text = await inReview();
    const both = await Promise.all([code(sign(as('editor', { name: '甲' }), text)), code(sign(as('editor', { name: '乙' }), text))]);
    expect(both.sort()).toEqual(['FORBIDDEN', 'done']);
    expect((await reviewOf(text.revisionId)).signatures).toHaveLength(1);
  });

  it('is void once the text is edited, and the review with it', async () => {
    const text = await inReview();
    await sign(signers.first(), text);
    await updateContent(as('editor', { name: '别的编辑' }), { id: text.contentId, expectedRevision: 1, patch: { title: '审核中改了标题' } });
    expect(await code(sign(signers.second(), text))).toBe('WRONG_REVISION');
    await processAll(services);
    expect(await reviewOf(text.revisionId)).toMatchObject({ state: 'void' });
    expect(await code(sign(signers.second(), text))).toBe('REVIEW_CLOSED');
  });
});

describe('returning', () => {
  it('sends the text back with the reason, and the next submission begins anew', async () => {
    const text = await inReview();
    await sign(signers.first(), text);
    expect(await returnRevision(signers.second(), { revisionId: text.revisionId, reason: '数据请再核实' })).toMatchObject({ state: 'returned', returned: { reason: '数据请再核实' } });
    const content = (await findStored(text.contentId))!;
    expect(content.workflow).toBe('returned');
    await approve(await updateContent(as('contributor', { unitId: text.unitId }), { id: text.contentId, expectedRevision: 1, patch: { summary: '数据已核实，摘要也改了。' } }));
    expect(await publishContent(as('operator'), { id: text.contentId })).toMatchObject({ publication: 'published' });
  });

  it('needs a reason', async () => {
    const text = await inReview();
    expect(await code(returnRevision(signers.first(), { revisionId: text.revisionId, reason: ' ' }))).toBe('REASON_MISSING');
  });

  it('is for those who may sign the next step', async () => {
    const text = await inReview();
    expect(await code(returnRevision(signers.second(), { revisionId: text.revisionId, reason: '还没轮到我' }))).toBe('FORBIDDEN');
  });
});

describe('findings', () => {
  const faulty = { body: bodyOf('申请人身份证号为11010519491231002X，请到窗口办理相关手续，窗口当场受理并出具回执。') as never };

  it('block every signature until they are mended or answered for by name', async () => {
    const text = await inReview(faulty);
    const error = await sign(signers.first(), text).catch((caught: DomainError) => caught) as DomainError;
    expect(error.code).toBe('BLOCKING_FINDINGS');
    const [key] = error.details.keys as string[];
    expect(await code(overrideFinding(as('reviewer'), { revisionId: text.revisionId, findingKey: key!, reason: '' }))).toBe('REASON_MISSING');
    expect(await overrideFinding(as('reviewer', { name: '放行人' }), { revisionId: text.revisionId, findingKey: key!, reason: '样例号码，并非真实身份证' })).toMatchObject({ overrides: [{ byName: '放行人', reason: '样例号码，并非真实身份证' }] });
    expect(await code(sign(signers.first(), text))).toBe('done');
  });

  it('never keep the number itself', async () => {
    const { findings } = await reviewOf((await inReview(faulty)).revisionId);
    expect(findings).toMatchObject([{ checkId: 'id-card', severity: 'block' }]);
    expect(JSON.stringify(findings)).not.toContain('11010519491231002X');
  });

  it('that nobody reported cannot be overridden', async () => {
    const text = await inReview();
    expect(await code(overrideFinding(as('reviewer'), { revisionId: text.revisionId, findingKey: 'none', reason: '没有这条' }))).toBe('FINDING_NOT_FOUND');
  });
});

describe('checks while somebody types', () => {
  it('see what is typed and save nothing', async () => {
    const content = await aContent();
    const writer = as('contributor', { unitId: content.unitId });
    const typed = await checkTyped(writer, content._id, { body: bodyOf('既使下雨，也办。') });
    expect(typed.findings).toMatchObject([{ checkId: 'wrong-word', path: 'body[0]', start: 0, end: 2, suggestion: '即使' }]);
    expect((await checkContent(writer, content._id)).findings).toEqual([]);
  });

  it('look into figures too, each by its place', async () => {
    const content = await aContent({}, { kind: 'case' });
    const { findings } = await checkTyped(as('editor'), content._id, { figures: [{ name: '跑动次数', before: '3 次', after: '1 次' }, { name: '既使下雨', before: '停办', after: '照办' }] });
    expect(findings.filter(({ path }) => path.startsWith('details.figures'))).toMatchObject([{ checkId: 'wrong-word', path: 'details.figures[1].name', excerpt: '既使', suggestion: '即使' }]);
  });
});

describe('comments', () => {
  const said = { revision: 1, path: 'body[0]', start: 0, end: 4, quote: '市行政服', text: '请核对窗口名称。' };

  it('hang on a passage, name colleagues who may read it, and are told of', async () => {
    const content = await aContent();
    const colleague = await aPerson({ unitId: content.unitId, roles: ['contributor'] });
    const comment = await addComment(as('editor'), { contentId: content._id, ...said, mentionIds: [colleague._id, colleague._id] });
    expect(comment).toMatchObject({ byName: 'editor', title: content.draft.title, mentionIds: [colleague._id] });
    expect((await outbox('comment.added')).map(({ payload }) => payload)).toEqual([{ commentId: comment._id, contentId: content._id, mentionIds: [colleague._id] }]);
    expect(await resolveComment(as('contributor', { unitId: content.unitId, name: '张三' }), { id: comment._id, isResolved: true })).toMatchObject({ resolvedByName: '张三' });
    expect((await resolveComment(as('editor'), { id: comment._id, isResolved: false })).resolvedAt).toBeUndefined();
  });

  it('refuse to name somebody who may not read the content, and to be read by another unit', async () => {
    const content = await aContent();
    const stranger = await aPerson({ unitId: (await aUnit())._id, roles: ['contributor'] });
    expect(await code(addComment(as('editor'), { contentId: content._id, ...said, mentionIds: [stranger._id] }))).toBe('INVALID_INPUT');
    expect(await code(addComment(as('contributor', { unitId: (await aUnit())._id }), { contentId: content._id, ...said }))).toBe('NOT_FOUND');
    expect(await code(addComment(as('editor'), { contentId: content._id, ...said, text: '  ' }))).toBe('INVALID_INPUT');
  });
});

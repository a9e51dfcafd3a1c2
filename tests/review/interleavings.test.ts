import mongoose from 'mongoose';
import { archiveContent, publishContent, restoreRevision, retractContent, scheduleContent, takeLock, updateContent } from '../../src/content/index.js';
import type { DomainError } from '../../src/kernel/index.js';
import { returnRevision, signRevision, submitForReview, voidReview, type Review } from '../../src/review/index.js';
import { registerReactions } from '../../src/app/reactions.js';
import { aContent, anApproved, aPublished, approve, bodyOf, findStored, signers, submit, useMedia } from '../kit/contents.js';
import { as, aUnit } from '../kit/people.js';
import { clock, hour, processAll, services, useDatabase } from '../kit/services.js';

useDatabase();
beforeAll(() => { useMedia(); registerReactions(); });

const code = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: DomainError) => error.code);
const everything = ['political', 'legal', 'secrecy', 'wording', 'source'] as const;
const reviewsOf = (contentId: string): Promise<Review[]> => mongoose.connection.collection<Review>('reviews').find({ contentId }).sort({ submittedAt: 1, _id: 1 }).toArray() as Promise<Review[]>;
const sign = (who: ReturnType<typeof as>, { head: { revisionId, contentHash } }: { head: { revisionId: string; contentHash: string } }, more: { opinion?: string; checklist?: (typeof everything)[number][] } = {}): Promise<Review> =>
  signRevision(who, { revisionId, contentHash, checklist: everything, ...more });
const published = (id: string): Promise<unknown> => mongoose.connection.collection<{ _id: string }>('published').findOne({ _id: id });

describe('the authors of a text', () => {
  const helper = as('editor', { name: '改稿编辑' });

  it('are still its authors when it was published, taken back and submitted again', async () => {
    const draft = await aContent();
    await approve(await updateContent(helper, { id: draft._id, expectedRevision: 1, patch: { summary: '编辑改写的摘要，比原来的清楚。' } }));
    await publishContent(as('operator'), { id: draft._id });
    const again = await submit(await retractContent(as('operator'), { id: draft._id, reason: '事实有误' }));
    expect(await code(sign(helper, again))).toBe('SAME_SIGNER');
  });

  it('are still its authors when somebody else brings their older revision back', async () => {
    const draft = await aContent();
    await updateContent(helper, { id: draft._id, expectedRevision: 1, patch: { summary: '改稿编辑写的摘要，后来被换掉了。' } });
    await approve(await updateContent(as('editor', { name: '第三位编辑' }), { id: draft._id, expectedRevision: 2, patch: { summary: '第三位编辑写的摘要，发布的是这一稿。' } }));
    await publishContent(as('operator'), { id: draft._id });
    const restored = await submit(await restoreRevision(as('editor', { name: '恢复者' }), { id: draft._id, number: 2, expectedRevision: 3 }));
    expect(await code(sign(helper, restored))).toBe('SAME_SIGNER');
  });

  it('may sign a correction that others wrote on what readers see', async () => {
    const draft = await aContent();
    await approve(await updateContent(helper, { id: draft._id, expectedRevision: 1, patch: { summary: '编辑改写的摘要，比原来的清楚。' } }));
    await publishContent(as('operator'), { id: draft._id });
    const correction = await submit(await updateContent(as('contributor', { unitId: draft.unitId, name: '更正者' }), { id: draft._id, expectedRevision: 2, patch: { title: '更正后的标题' } }));
    expect(await code(sign(helper, correction))).toBe('done');
  });
});

describe('submitting', () => {
  it('never hands a text to review with the findings of an earlier one', async () => {
    const draft = await aContent();
    const author = as('contributor', { unitId: draft.unitId });
    // Asked before the revision is there, and answered, if at all, by the checks of that very revision.
    const saving = updateContent(author, { id: draft._id, expectedRevision: 1, patch: { body: bodyOf('办事群众身份证号 11010519491231002X，已办结。') as never } });
    const early = await Promise.all([saving, ...Array.from({ length: 5 }, () => code(submitForReview(author, { id: draft._id, revision: 2 })))]);
    if (!early.includes('done')) await submitForReview(author, { id: draft._id, revision: 2 });
    const [review] = await reviewsOf(draft._id);
    expect(review!.findings.some(({ severity }) => severity === 'block')).toBe(true);
  });

  it('opens one review when asked twice at the same moment', async () => {
    const draft = await aContent();
    const author = as('contributor', { unitId: draft.unitId });
    const ask = (): Promise<string> => code(submitForReview(author, { id: draft._id, revision: 1 }));
    expect((await Promise.all([ask(), ask()])).sort()).toEqual(['WRONG_STATE', 'done']);
    expect(await reviewsOf(draft._id)).toHaveLength(1);
  });

  it('waits for somebody else\'s edit lock', async () => {
    const draft = await aContent();
    await takeLock(as('editor', { name: '正在改的编辑' }), draft._id);
    expect(await code(submit(draft))).toBe('LOCKED');
  });
});

describe('a review beside other events', () => {
  it('of a text returned and submitted again unchanged begins anew, and keeps the first sheet', async () => {
    const draft = await submit(await aContent());
    await sign(signers.first(), draft);
    await returnRevision(signers.second(), { revisionId: draft.head.revisionId, reason: '请再核实' });
    clock.advance(hour);
    await submit((await findStored(draft._id))!);
    expect((await reviewsOf(draft._id)).map(({ state, signatures }) => [state, signatures.length])).toEqual([['returned', 1], ['open', 0]]);
    expect(await code(sign(signers.second(), draft))).toBe('FORBIDDEN');
    expect(await code(sign(as('editor', { name: '另一位' }), draft))).toBe('done');
  });

  it('goes on when what readers see is taken back meanwhile', async () => {
    const content = await aPublished();
    const next = await submit(await updateContent(as('contributor', { unitId: content.unitId }), { id: content._id, expectedRevision: 1, patch: { title: '更正后的标题' } }));
    await retractContent(as('operator'), { id: content._id, reason: '事实有误' });
    for (const who of [signers.first(), signers.second(), signers.final()]) await sign(who, next);
    expect(await publishContent(as('operator'), { id: content._id })).toMatchObject({ publication: 'published', released: { version: 3 } });
  });

  it('is not voided by the late news of an edit of an earlier revision', async () => {
    const first = await submit(await aContent());
    const second = await submit(await updateContent(as('contributor', { unitId: first.unitId }), { id: first._id, expectedRevision: 1, patch: { title: '改后再送审' } }));
    await processAll(services);
    await voidReview(as('editor'), { voidedRevisionId: first.head.revisionId });
    expect((await reviewsOf(first._id)).map(({ state }) => state)).toEqual(['void', 'open']);
    expect(await code(sign(signers.first(), second))).toBe('done');
  });

  it('keeps a text before the reviewers out of the archive', async () => {
    expect(await code(archiveContent(as('editor'), (await submit(await aContent()))._id))).toBe('WRONG_STATE');
  });

  it('refuses an opinion that is too long instead of cutting it, and notes each checked item once', async () => {
    const content = await submit(await aContent());
    expect(await code(sign(signers.first(), content, { opinion: '长'.repeat(1001) }))).toBe('INVALID_INPUT');
    const review = await sign(signers.first(), content, { opinion: ' 同意 ', checklist: ['wording', 'wording', 'source'] });
    expect(review.signatures[0]).toMatchObject({ opinion: '同意', checklist: ['wording', 'source'] });
  });
});

describe('a retraction beside a scheduled correction', () => {
  async function aScheduledCorrection(): Promise<{ _id: string }> {
    const content = await aPublished();
    await approve(await updateContent(as('contributor', { unitId: content.unitId }), { id: content._id, expectedRevision: 1, patch: { title: '更正后的标题' } }));
    return scheduleContent(as('operator'), { id: content._id, at: new Date(clock.at + hour), timeZone: 'Asia/Shanghai', note: '标题有误' });
  }

  it('takes its time away: no clock shows readers again what was taken back', async () => {
    const { _id } = await aScheduledCorrection();
    const gone = await retractContent(as('operator'), { id: _id, reason: '事实有误' });
    expect(gone).toMatchObject({ workflow: 'approved', publication: 'retracted' });
    expect(gone.schedule).toBeUndefined();
    clock.advance(2 * hour);
    await processAll(services);
    expect(await published(_id)).toBeNull();
  });

  it('leaves it to a person to publish what was approved', async () => {
    const { _id } = await aScheduledCorrection();
    await retractContent(as('operator'), { id: _id, reason: '事实有误' });
    expect(await publishContent(as('operator'), { id: _id })).toMatchObject({ publication: 'published' });
  });
});

describe('what a contributor cannot do by bringing a revision back', () => {
  it('move a content to another unit', async () => {
    const [from, to] = [await aUnit(), await aUnit()];
    const draft = await aContent({ unitId: from._id });
    await updateContent(as('editor'), { id: draft._id, expectedRevision: 1, patch: { unitId: to._id } });
    expect(await code(restoreRevision(as('contributor', { unitId: to._id }), { id: draft._id, number: 1, expectedRevision: 2 }))).toBe('FORBIDDEN');
  });

  it('void an approval by bringing back what is there already', async () => {
    const content = await anApproved();
    expect(await restoreRevision(as('contributor', { unitId: content.unitId }), { id: content._id, number: 1, expectedRevision: 1 })).toMatchObject({ workflow: 'approved', head: { number: 1 } });
  });
});

import { ForbiddenError, may, type Actor } from '../kernel/index.js';
import type { ChecklistItem, Level, Step } from './chain.js';
import { BlockingFindingsError, ChecklistIncompleteError, ReviewClosedError, SameSignerError } from './errors.js';
import type { FindingOverride, Review, ReviewFinding } from './review.js';

const stateWords = { open: '审核中', approved: '已通过', returned: '已退回', void: '稿件已修改，签署失效' } as const;
const itemWords: Readonly<Record<ChecklistItem, string>> = { political: '政治关', legal: '法律关', secrecy: '保密关', wording: '文字关', source: '来源' };

/** The step that is signed next; undefined when all are signed. */
export const nextStep = (review: Pick<Review, 'steps' | 'signatures'>): Step | undefined => review.steps[review.signatures.length];

/** The level that is signed next. */
export const nextLevel = (review: Pick<Review, 'steps' | 'signatures'>): Level | undefined => nextStep(review)?.level;

/** Throws REVIEW_CLOSED unless signatures are still wanted. */
export function assertOpen(review: Pick<Review, 'state'>): void {
  if (review.state !== 'open') throw new ReviewClosedError({ state: stateWords[review.state] });
}

/** Separation of duties: a level's own permission, nobody's own text, nobody twice. Throws FORBIDDEN, SAME_SIGNER. */
export function assertMaySign(actor: Actor, review: Pick<Review, 'steps' | 'signatures' | 'authorIds'>): Step {
  const step = nextStep(review)!;
  if (!may(actor, step.permission)) throw new ForbiddenError({ permission: step.permission });
  const hasSigned = review.signatures.some(({ signedBy }) => signedBy === actor.id);
  if (hasSigned || review.authorIds.includes(actor.id)) throw new SameSignerError({ level: step.name });
  return step;
}

/** Throws CHECKLIST_INCOMPLETE naming what was not checked. */
export function assertChecked(step: Step, checked: readonly ChecklistItem[]): void {
  const missing = step.checklist.filter((item) => !checked.includes(item));
  if (missing.length > 0) throw new ChecklistIncompleteError({ level: step.name, items: missing.map((item) => itemWords[item]).join('、') }, { missing });
}

/** The blocking findings that nobody has answered for. */
export function openBlocks({ findings, overrides }: { findings: readonly ReviewFinding[]; overrides: readonly FindingOverride[] }): ReviewFinding[] {
  const answered = new Set(overrides.map(({ findingKey }) => findingKey));
  return findings.filter(({ severity, key }) => severity === 'block' && !answered.has(key));
}

// Of a picture the excerpt is its id, which says nothing to people.
const inWords = ({ message, excerpt }: ReviewFinding): string => (excerpt === '' || excerpt.startsWith('asset_') ? message : `${message}（${excerpt}）`);

/** Throws BLOCKING_FINDINGS while one is neither mended nor overridden. */
export function assertNoOpenBlocks(review: Pick<Review, 'findings' | 'overrides'>): void {
  const blocks = openBlocks(review);
  const first = blocks[0];
  if (first) throw new BlockingFindingsError({ count: blocks.length, first: inWords(first) }, { keys: blocks.map(({ key }) => key) });
}

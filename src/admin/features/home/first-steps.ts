import type { PublicationState, ReviewLevel, ReviewState, Workflow } from '../../graphql/generated/schema-types.js';

/** The text a newcomer follows to its delivery. */
export interface FirstText {
  readonly id: string;
  readonly characterCount: number;
  readonly workflow: Workflow;
  readonly publication: PublicationState;
  readonly releasedVersion?: number | null;
}

export interface FirstReview {
  readonly id: string;
  readonly state: ReviewState;
  readonly nextLevel?: ReviewLevel | null;
  readonly steps: readonly { readonly level: ReviewLevel }[];
  readonly signatures: readonly { readonly level: ReviewLevel; readonly signedByName: string }[];
  readonly submittedByName: string;
}

export interface FirstArrival {
  readonly confirmed: number;
  readonly total: number;
  readonly isPlanned: boolean;
}

export const firstStepIds = ['write', 'submit', 'sign', 'publish', 'deliver'] as const;
export type FirstStepId = (typeof firstStepIds)[number];

/** The step that is to be done now; undefined when the text has arrived everywhere. */
export function currentStep(text: FirstText | undefined, arrival: FirstArrival | undefined): FirstStepId | undefined {
  if (!text || text.characterCount === 0) return 'write';
  if (text.publication === 'PUBLISHED') return arrival?.isPlanned && arrival.confirmed === arrival.total ? undefined : 'deliver';
  if (text.workflow === 'IN_REVIEW') return 'sign';
  return text.workflow === 'APPROVED' || text.workflow === 'SCHEDULED' ? 'publish' : 'submit';
}

export type Doer = 'CONTRIBUTOR' | 'EDITOR' | 'REVIEWER' | 'CHIEF_EDITOR' | 'OPERATOR';

const signers: Readonly<Record<ReviewLevel, Doer>> = { FIRST: 'EDITOR', SECOND: 'REVIEWER', FINAL: 'CHIEF_EDITOR', LEADER: 'CHIEF_EDITOR' };
const signPermissions: Readonly<Record<ReviewLevel, string>> = { FIRST: 'revision.sign.first', SECOND: 'revision.sign.second', FINAL: 'revision.sign.final', LEADER: 'revision.sign.final' };

/** Who does a step: the role that the demo has an account for, and the permission it takes. */
export function doerOf(step: FirstStepId, review: FirstReview | undefined): { readonly role: Doer; readonly permission: string } {
  const level = review?.nextLevel ?? 'FIRST';
  const doers: Readonly<Record<FirstStepId, { readonly role: Doer; readonly permission: string }>> = {
    write: { role: 'CONTRIBUTOR', permission: 'content.create' },
    submit: { role: 'CONTRIBUTOR', permission: 'content.submit' },
    sign: { role: signers[level], permission: signPermissions[level] },
    publish: { role: 'OPERATOR', permission: 'content.publish' },
    deliver: { role: 'OPERATOR', permission: 'delivery.read' },
  };
  return doers[step];
}

/** An account that the demo offers. */
export interface OfferedAccount {
  readonly login: string;
  readonly name: string;
  readonly role?: string | null;
  readonly password: string;
}

export interface CastAccount extends OfferedAccount {
  readonly role: Doer;
  /** The level they sign at, of the step of the signatures. */
  readonly level?: ReviewLevel;
  readonly isDone: boolean;
}

const threeLevels = [{ level: 'FIRST' }, { level: 'SECOND' }, { level: 'FINAL' }] as const;

/** Which accounts of the demo take a step, one after the other; for the signatures different ones, and none that had a hand in the text. */
export function castOf(step: FirstStepId, review: FirstReview | undefined, accounts: readonly OfferedAccount[]): readonly CastAccount[] {
  const parts = step === 'sign' ? (review?.steps ?? threeLevels).map(({ level }) => ({ role: signers[level], level })) : [{ role: doerOf(step, review).role }];
  const signed = step === 'sign' ? review?.signatures ?? [] : [];
  const taken = new Set(step === 'sign' ? handsIn(review) : []);
  return parts.flatMap((part, at) => {
    const signature = signed[at];
    const account = accounts.find(({ name, role }) => (signature ? name === signature.signedByName : role === part.role && !taken.has(name)));
    if (!account) return [];
    taken.add(account.name);
    return [{ ...account, ...part, isDone: signature !== undefined }];
  });
}

/** Those who had a hand in the text already: they may not sign it. */
export const handsIn = (review: FirstReview | undefined): readonly string[] => (review ? [review.submittedByName, ...review.signatures.map(({ signedByName }) => signedByName)] : []);

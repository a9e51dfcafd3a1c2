/** What is known of a submission whose answer was lost. It is known already that nothing of it is in the published list. */
export interface Evidence {
  /** Milliseconds since freepublish/submit was asked. */
  readonly ageMs: number;
  /** The draft is still in the box; it leaves with a successful publication. */
  readonly draftStands: boolean;
  /** WeChat's own count of submissions today is what it was before ours, so ours never arrived. */
  readonly countUnmoved: boolean;
  /** A person was asked about exactly this submission, and chose to go on. */
  readonly personSaidGo: boolean;
}

/** Time for WeChat's counter and list to show what it has. */
export const settleMs = 5 * 60_000;
/** How long to look before a person is asked. */
export const patienceMs = 30 * 60_000;

/**
 * What to do: submit again, wait and look again, or ask a person. Submitting again needs proof that the first never arrived, or a
 * person's word. The draft's presence alone proves nothing: it stands in the box while WeChat reviews, which may take hours.
 */
export function judgeSubmission({ ageMs, draftStands, countUnmoved, personSaidGo }: Evidence): 'again' | 'wait' | 'ask' {
  if (personSaidGo) return 'again';
  if (draftStands && countUnmoved && ageMs >= settleMs) return 'again';
  return ageMs >= patienceMs ? 'ask' : 'wait';
}

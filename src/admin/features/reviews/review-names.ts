import { useWords } from '../../app/words.js';
import type { Tone } from '../../components/badge.js';
import type { ChecklistItem, ReviewLevel, ReviewState } from '../../graphql/generated/schema-types.js';
import { reviewsWords } from './reviews-words.js';

const levelWords = { FIRST: 'first', SECOND: 'second', FINAL: 'final', LEADER: 'leader' } as const satisfies Record<ReviewLevel, string>;
const stateWords = { OPEN: ['stateOpen', 'info'], APPROVED: ['stateApproved', 'ok'], RETURNED: ['stateReturned', 'bad'], VOID: ['stateVoid', 'quiet'] } as const satisfies Record<ReviewState, readonly [string, Tone]>;
const itemWords = { POLITICAL: ['political', 'politicalHint'], LEGAL: ['legal', 'legalHint'], SECRECY: ['secrecy', 'secrecyHint'], WORDING: ['wording', 'wordingHint'], SOURCE: ['sourceItem', 'sourceItemHint'] } as const satisfies Record<ChecklistItem, readonly [string, string]>;

export interface ReviewNames {
  level(level: ReviewLevel): string;
  state(state: ReviewState): { readonly word: string; readonly tone: Tone };
  item(item: ChecklistItem): { readonly word: string; readonly hint: string };
}

/** The words for levels, states and checklist items. */
export function useReviewNames(): ReviewNames {
  const say = useWords(reviewsWords);
  return {
    level: (level) => say(levelWords[level]),
    state: (state) => ({ word: say(stateWords[state][0]), tone: stateWords[state][1] }),
    item: (item) => ({ word: say(itemWords[item][0]), hint: say(itemWords[item][1]) }),
  };
}

import { contentActions, nextState, possibleActions, publications, workflows, type ContentAction, type ContentState } from '../../src/content/index.js';

const allStates: ContentState[] = workflows.flatMap((workflow) => publications.flatMap((publication) => [false, true].map((isArchived) => ({ workflow, publication, isArchived }))));
const named = ({ workflow, publication, isArchived }: ContentState): string => `${workflow}/${publication}${isArchived ? '/archived' : ''}`;

/** For every action, the states it is possible in and what comes of them; whatever is not listed is refused. Written out by hand: the rules are checked against this, not against themselves. */
const possible: Readonly<Record<ContentAction, Readonly<Record<string, string>>>> = {
  update: Object.fromEntries(workflows.flatMap((workflow) => publications.map((publication) => [`${workflow}/${publication}`, `draft/${publication}`]))),
  submit: {
    'draft/unpublished': 'inReview/unpublished', 'draft/published': 'inReview/published', 'draft/retracted': 'inReview/retracted',
    'returned/unpublished': 'inReview/unpublished', 'returned/published': 'inReview/published', 'returned/retracted': 'inReview/retracted',
  },
  return: { 'inReview/unpublished': 'returned/unpublished', 'inReview/published': 'returned/published', 'inReview/retracted': 'returned/retracted' },
  approve: { 'inReview/unpublished': 'approved/unpublished', 'inReview/published': 'approved/published', 'inReview/retracted': 'approved/retracted' },
  schedule: {
    'approved/unpublished': 'scheduled/unpublished', 'approved/published': 'scheduled/published', 'approved/retracted': 'scheduled/retracted',
    'scheduled/unpublished': 'scheduled/unpublished', 'scheduled/published': 'scheduled/published', 'scheduled/retracted': 'scheduled/retracted',
  },
  unschedule: { 'scheduled/unpublished': 'approved/unpublished', 'scheduled/published': 'approved/published', 'scheduled/retracted': 'approved/retracted' },
  publish: { 'approved/unpublished': 'released/published', 'approved/retracted': 'released/published', 'scheduled/unpublished': 'released/published', 'scheduled/retracted': 'released/published' },
  correct: { 'approved/published': 'released/published', 'scheduled/published': 'released/published' },
  retract: {
    'draft/published': 'draft/retracted', 'inReview/published': 'inReview/retracted', 'returned/published': 'returned/retracted', 'approved/published': 'approved/retracted',
    'scheduled/published': 'approved/retracted', 'released/published': 'draft/retracted',
  },
  archive: Object.fromEntries(['draft', 'returned', 'approved', 'released'].flatMap((workflow) => ['unpublished', 'retracted'].map((publication) => [`${workflow}/${publication}`, `${workflow}/${publication}/archived`]))),
  restore: Object.fromEntries(['draft', 'returned', 'approved', 'released'].flatMap((workflow) => publications.map((publication) => [`${workflow}/${publication}/archived`, `${workflow}/${publication}`]))),
};

describe('every (state, action) pair of a content', () => {
  it.each(contentActions)('%s is possible in the listed states only, and leads where it should', (action) => {
    const outcomes = Object.fromEntries(allStates.flatMap((state) => {
      const next = nextState(state, action);
      return next ? [[named(state), named(next)]] : [];
    }));
    expect(outcomes).toEqual(possible[action]);
  });

  it('leaves no state without a way on', () => {
    for (const state of allStates.filter(({ isArchived, publication, workflow }) => !isArchived || (publication !== 'published' && workflow !== 'inReview' && workflow !== 'scheduled'))) {
      expect({ state: named(state), ways: possibleActions(state).length > 0 }).toEqual({ state: named(state), ways: true });
    }
  });
});

import { graphqlEnum } from '../kernel/index.js';
import { WrongStateError } from './errors.js';

/** Where the newest revision stands on its way to release. */
export const workflows = ['draft', 'inReview', 'returned', 'approved', 'scheduled', 'released'] as const;
export type Workflow = (typeof workflows)[number];

/** What readers see of the content. */
export const publications = ['unpublished', 'published', 'retracted'] as const;
export type Publication = (typeof publications)[number];

/** What people and the clock do to a content. */
export const contentActions = ['update', 'submit', 'return', 'approve', 'schedule', 'unschedule', 'publish', 'correct', 'retract', 'archive', 'restore'] as const;
export type ContentAction = (typeof contentActions)[number];

/** Where a content stands: the way of its newest revision, what readers see, and whether it is put away. */
export interface ContentState {
  readonly workflow: Workflow;
  readonly publication: Publication;
  readonly isArchived: boolean;
}

const toWorkflow: Readonly<Record<ContentAction, Partial<Record<Workflow, Workflow>>>> = {
  // An edit voids what was signed: whatever the revision was, the new one is a draft.
  update: { draft: 'draft', inReview: 'draft', returned: 'draft', approved: 'draft', scheduled: 'draft', released: 'draft' },
  submit: { draft: 'inReview', returned: 'inReview' },
  return: { inReview: 'returned' },
  approve: { inReview: 'approved' },
  schedule: { approved: 'scheduled', scheduled: 'scheduled' },
  unschedule: { scheduled: 'approved' },
  publish: { approved: 'released', scheduled: 'released' },
  correct: { approved: 'released', scheduled: 'released' },
  // What was taken back needs a new review before it may come again, and no clock brings it back: a person decides.
  retract: { draft: 'draft', inReview: 'inReview', returned: 'returned', approved: 'approved', scheduled: 'approved', released: 'draft' },
  archive: { draft: 'draft', returned: 'returned', released: 'released', approved: 'approved' },
  restore: { draft: 'draft', returned: 'returned', released: 'released', approved: 'approved' },
};

const toPublication: Readonly<Partial<Record<ContentAction, Partial<Record<Publication, Publication>>>>> = {
  publish: { unpublished: 'published', retracted: 'published' },
  correct: { published: 'published' },
  retract: { published: 'retracted' },
  archive: { unpublished: 'unpublished', retracted: 'retracted' },
};

/** The state after an action, or undefined where the action is not possible. Pure; the whole of the rules. */
export function nextState(state: ContentState, action: ContentAction): ContentState | undefined {
  if (state.isArchived !== (action === 'restore')) return undefined;
  const workflow = toWorkflow[action][state.workflow];
  const byPublication = toPublication[action];
  const publication = byPublication ? byPublication[state.publication] : state.publication;
  if (!workflow || !publication) return undefined;
  const isArchived = action === 'archive' || (state.isArchived && action !== 'restore');
  return { workflow, publication, isArchived };
}

/** The actions possible in a state: what a page may offer. */
export const possibleActions = (state: ContentState): ContentAction[] => contentActions.filter((action) => nextState(state, action));

const stateWords: Readonly<Record<Workflow | 'archived', string>> = {
  draft: '草稿', inReview: '审核中', returned: '已退回', approved: '已通过', scheduled: '待发布', released: '已发布', archived: '已归档',
};
const actionWords: Readonly<Record<ContentAction, string>> = {
  update: '编辑', submit: '送审', return: '退回', approve: '通过', schedule: '定时发布', unschedule: '取消定时', publish: '发布', correct: '更正', retract: '撤稿', archive: '归档', restore: '恢复',
};

/** The state after an action. Throws WrongStateError where it is not possible. */
export function advance(state: ContentState, action: ContentAction): ContentState {
  const next = nextState(state, action);
  if (next) return next;
  const word = state.isArchived ? 'archived' : state.workflow;
  throw new WrongStateError({ state: stateWords[word], action: actionWords[action] }, { workflow: state.workflow, publication: state.publication, isArchived: state.isArchived, action, possibleActions: possibleActions(state) });
}

export const WorkflowEnum = graphqlEnum<Workflow>('Workflow', 'Where the newest revision stands on its way to release.', {
  draft: 'Being written.', inReview: 'Before the reviewers.', returned: 'Sent back with a reason.', approved: 'All signatures are there.',
  scheduled: 'Approved, waiting for its time.', released: 'This very revision is what readers see.',
});

export const PublicationEnum = graphqlEnum<Publication>('PublicationState', 'What readers see of the content.', {
  unpublished: 'Nothing yet.', published: 'Its released version.', retracted: 'Nothing any more.',
});

export const ContentActionEnum = graphqlEnum<ContentAction>('ContentAction', 'What can be done to a content.', {
  update: 'Edit it.', submit: 'Hand it to review.', return: 'Send it back.', approve: 'Give the last signature.', schedule: 'Set its time.', unschedule: 'Take its time away.',
  publish: 'Show it to readers.', correct: 'Replace what readers see.', retract: 'Take it back from readers.', archive: 'Put it away.', restore: 'Take it out again.',
});

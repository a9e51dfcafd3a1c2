import { useMemo, type ReactNode } from 'react';
import { useWords } from '../app/words.js';
import type { PublicationState, Role, Workflow } from '../graphql/generated/schema-types.js';
import { componentWords } from './component-words.js';
import { Badge, type Tone } from './badge.js';

const workflowLooks = {
  DRAFT: ['draft', 'quiet'], IN_REVIEW: ['inReview', 'info'], RETURNED: ['returned', 'bad'], APPROVED: ['approved', 'ok'], SCHEDULED: ['scheduled', 'warn'], RELEASED: ['released', 'ok'],
} as const satisfies Readonly<Record<Workflow, readonly [string, Tone]>>;
const publicationLooks = { UNPUBLISHED: ['unpublished', 'quiet'], PUBLISHED: ['published', 'ok'], RETRACTED: ['retracted', 'bad'] } as const satisfies Readonly<Record<PublicationState, readonly [string, Tone]>>;
const roleWords = {
  CONTRIBUTOR: 'contributor', EDITOR: 'editor', REVIEWER: 'reviewer', CHIEF_EDITOR: 'chiefEditor', OPERATOR: 'operator', ADMINISTRATOR: 'administrator', PARTNER: 'partner',
} as const satisfies Readonly<Record<Role, string>>;

export const workflows = Object.keys(workflowLooks) as readonly Workflow[];
export const publicationStates = Object.keys(publicationLooks) as readonly PublicationState[];
export const roles = Object.keys(roleWords) as readonly Role[];
export const contentKinds = ['article', 'case', 'video'] as const;
export type ContentKind = (typeof contentKinds)[number];

/** Where the newest revision stands, by colour and word. */
export function WorkflowBadge({ state }: { readonly state: Workflow }): ReactNode {
  const say = useWords(componentWords);
  const [word, tone] = workflowLooks[state];
  return <Badge tone={tone}>{say(word)}</Badge>;
}

/** What readers see, by colour and word. */
export function PublicationBadge({ state }: { readonly state: PublicationState }): ReactNode {
  const say = useWords(componentWords);
  const [word, tone] = publicationLooks[state];
  return <Badge tone={tone} isDot>{say(word)}</Badge>;
}

export interface ContentNames {
  workflow(state: Workflow): string;
  publication(state: PublicationState): string;
  /** Of a kind, or of the kind that an id begins with. */
  kind(kindOrId: string): string;
  role(role: Role): string;
}

/** The words for states, kinds and roles. */
export function useContentNames(): ContentNames {
  const say = useWords(componentWords);
  return useMemo(() => ({
    workflow: (state) => say(workflowLooks[state][0]),
    publication: (state) => say(publicationLooks[state][0]),
    kind: (kindOrId) => say(contentKinds.find((kind) => kindOrId === kind || kindOrId.startsWith(`${kind}_`)) ?? 'content'),
    role: (role) => say(roleWords[role]),
  }), [say]);
}

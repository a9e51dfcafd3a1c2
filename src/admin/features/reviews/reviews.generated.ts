/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Something that a signature answers for. */
export type ChecklistItem =
  /** 法律关: privacy, copyright, advertising law. */
  | 'LEGAL'
  /** 政治关: orientation, names and posts of leaders, sovereignty, order of precedence. */
  | 'POLITICAL'
  /** 保密关: nothing secret or internal. */
  | 'SECRECY'
  /** 来源: source, authorship and rights of pictures. */
  | 'SOURCE'
  /** 文字关: words, figures, names, layout. */
  | 'WORDING';

/** How much a finding weighs. */
export type FindingSeverity =
  /** Nothing is signed until it is mended or overridden. */
  | 'BLOCK'
  /** To be looked at. */
  | 'WARN';

/** An override of a blocking finding. */
export type OverrideFindingInput = {
  /** The finding. */
  readonly findingKey: string;
  /** Why it may pass; 2 to 1000 characters. */
  readonly reason: string;
  /** The revision. */
  readonly revisionId: string;
};

/** A return to the author. */
export type ReturnRevisionInput = {
  /** Why; 2 to 1000 characters. */
  readonly reason: string;
  /** The revision. */
  readonly revisionId: string;
};

/** Which reviews to list; all conditions together. */
export type ReviewFilter = {
  /** Of this content. */
  readonly contentId?: string | null | undefined;
  /** Waiting for my signature: a level I may sign, a text I did not write or sign. */
  readonly isMine?: boolean | null | undefined;
  /** This level signs next. */
  readonly nextLevel?: ReviewLevel | null | undefined;
  /** In these states. */
  readonly state?: ReadonlyArray<ReviewState> | null | undefined;
};

/** A level of the review. */
export type ReviewLevel =
  /** 终审, by a chief editor. */
  | 'FINAL'
  /** 初审, by an editor. */
  | 'FIRST'
  /** 分管领导审签, by a second chief editor, for videos and matters of the highest importance. */
  | 'LEADER'
  /** 复审, by a reviewer. */
  | 'SECOND';

/** Where a review stands. */
export type ReviewState =
  /** Every signature is there. */
  | 'APPROVED'
  /** Signatures are missing. */
  | 'OPEN'
  /** Sent back with a reason. */
  | 'RETURNED'
  /** The text was edited meanwhile: nothing signed holds. */
  | 'VOID';

/** A signature. */
export type SignRevisionInput = {
  /** What you checked and answer for. */
  readonly checklist: ReadonlyArray<ChecklistItem>;
  /** The hash of the text you read. */
  readonly contentHash: string;
  /** 审核意见, at most 1000 characters. */
  readonly opinion?: string | null | undefined;
  /** The revision. */
  readonly revisionId: string;
};

export type ReviewsWaitingQueryVariables = Exact<{
  first: number;
}>;


export type ReviewsWaitingQuery = { readonly reviews: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly kind: string, readonly importance: number, readonly unitId: string, readonly state: Schema.ReviewState, readonly nextLevel: Schema.ReviewLevel | null, readonly revisionNumber: number, readonly submittedByName: string, readonly submittedAt: string, readonly closedAt: string | null, readonly steps: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly name: string }>, readonly signatures: ReadonlyArray<{ readonly level: Schema.ReviewLevel }>, readonly findings: ReadonlyArray<{ readonly key: string, readonly severity: Schema.FindingSeverity }>, readonly overrides: ReadonlyArray<{ readonly findingKey: string }> }> } };

export type ReviewsQueryVariables = Exact<{
  filter?: Schema.ReviewFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ReviewsQuery = { readonly reviews: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly kind: string, readonly importance: number, readonly unitId: string, readonly state: Schema.ReviewState, readonly nextLevel: Schema.ReviewLevel | null, readonly revisionNumber: number, readonly submittedByName: string, readonly submittedAt: string, readonly closedAt: string | null, readonly steps: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly name: string }>, readonly signatures: ReadonlyArray<{ readonly level: Schema.ReviewLevel }>, readonly findings: ReadonlyArray<{ readonly key: string, readonly severity: Schema.FindingSeverity }>, readonly overrides: ReadonlyArray<{ readonly findingKey: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type ReviewLineFragment = { readonly id: string, readonly title: string, readonly kind: string, readonly importance: number, readonly unitId: string, readonly state: Schema.ReviewState, readonly nextLevel: Schema.ReviewLevel | null, readonly revisionNumber: number, readonly submittedByName: string, readonly submittedAt: string, readonly closedAt: string | null, readonly steps: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly name: string }>, readonly signatures: ReadonlyArray<{ readonly level: Schema.ReviewLevel }>, readonly findings: ReadonlyArray<{ readonly key: string, readonly severity: Schema.FindingSeverity }>, readonly overrides: ReadonlyArray<{ readonly findingKey: string }> };

export type ReviewDeskQueryVariables = Exact<{
  id: string;
}>;


export type ReviewDeskQuery = { readonly review: { readonly id: string, readonly contentId: string, readonly revisionId: string, readonly revisionNumber: number, readonly contentHash: string, readonly kind: string, readonly title: string, readonly importance: number, readonly unitId: string, readonly state: Schema.ReviewState, readonly nextLevel: Schema.ReviewLevel | null, readonly dictionaryVersion: string, readonly submittedByName: string, readonly submittedAt: string, readonly closedAt: string | null, readonly steps: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly name: string, readonly permission: string, readonly checklist: ReadonlyArray<Schema.ChecklistItem> }>, readonly signatures: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly signedBy: string, readonly signedByName: string, readonly signedAt: string, readonly checklist: ReadonlyArray<Schema.ChecklistItem>, readonly opinion: string | null }>, readonly findings: ReadonlyArray<{ readonly key: string, readonly checkId: string, readonly severity: Schema.FindingSeverity, readonly path: string, readonly start: number, readonly end: number, readonly excerpt: string, readonly message: string, readonly messageEn: string, readonly suggestion: string | null, readonly dictionaryVersion: string | null }>, readonly overrides: ReadonlyArray<{ readonly findingKey: string, readonly byName: string, readonly reason: string, readonly at: string }>, readonly returned: { readonly level: Schema.ReviewLevel, readonly byName: string, readonly reason: string, readonly at: string } | null } };

export type ReviewDeskFragment = { readonly id: string, readonly contentId: string, readonly revisionId: string, readonly revisionNumber: number, readonly contentHash: string, readonly kind: string, readonly title: string, readonly importance: number, readonly unitId: string, readonly state: Schema.ReviewState, readonly nextLevel: Schema.ReviewLevel | null, readonly dictionaryVersion: string, readonly submittedByName: string, readonly submittedAt: string, readonly closedAt: string | null, readonly steps: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly name: string, readonly permission: string, readonly checklist: ReadonlyArray<Schema.ChecklistItem> }>, readonly signatures: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly signedBy: string, readonly signedByName: string, readonly signedAt: string, readonly checklist: ReadonlyArray<Schema.ChecklistItem>, readonly opinion: string | null }>, readonly findings: ReadonlyArray<{ readonly key: string, readonly checkId: string, readonly severity: Schema.FindingSeverity, readonly path: string, readonly start: number, readonly end: number, readonly excerpt: string, readonly message: string, readonly messageEn: string, readonly suggestion: string | null, readonly dictionaryVersion: string | null }>, readonly overrides: ReadonlyArray<{ readonly findingKey: string, readonly byName: string, readonly reason: string, readonly at: string }>, readonly returned: { readonly level: Schema.ReviewLevel, readonly byName: string, readonly reason: string, readonly at: string } | null };

export type ReviewTextQueryVariables = Exact<{
  contentId: string;
  number: number;
}>;


export type ReviewTextQuery = { readonly revisionFields: ReadonlyArray<{ readonly field: string, readonly text: string }>, readonly content:
    | { readonly id: string, readonly editorial: { readonly lock: { readonly personId: string, readonly name: string } | null } | null }
    | { readonly id: string, readonly editorial: { readonly lock: { readonly personId: string, readonly name: string } | null } | null }
    | { readonly id: string, readonly editorial: { readonly lock: { readonly personId: string, readonly name: string } | null } | null }
  , readonly revisions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly body: Record<string, unknown>, readonly coverId: string | null }> } };

export type ReviewHistoryQueryVariables = Exact<{
  contentId: string;
}>;


export type ReviewHistoryQuery = { readonly reviews: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly revisionNumber: number, readonly state: Schema.ReviewState, readonly nextLevel: Schema.ReviewLevel | null, readonly submittedAt: string, readonly closedAt: string | null, readonly returned: { readonly level: Schema.ReviewLevel, readonly byName: string, readonly reason: string, readonly at: string } | null, readonly signatures: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly signedByName: string }>, readonly steps: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly name: string }> }> } };

export type ReviewChangesQueryVariables = Exact<{
  contentId: string;
  from: number;
  to: number;
}>;


export type ReviewChangesQuery = { readonly revisionDiff: { readonly body: ReadonlyArray<Record<string, unknown>>, readonly fields: ReadonlyArray<{ readonly field: string, readonly before: string | null, readonly after: string | null }> } };

export type SignRevisionMutationVariables = Exact<{
  input: Schema.SignRevisionInput;
}>;


export type SignRevisionMutation = { readonly signRevision: { readonly id: string, readonly contentId: string, readonly revisionId: string, readonly revisionNumber: number, readonly contentHash: string, readonly kind: string, readonly title: string, readonly importance: number, readonly unitId: string, readonly state: Schema.ReviewState, readonly nextLevel: Schema.ReviewLevel | null, readonly dictionaryVersion: string, readonly submittedByName: string, readonly submittedAt: string, readonly closedAt: string | null, readonly steps: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly name: string, readonly permission: string, readonly checklist: ReadonlyArray<Schema.ChecklistItem> }>, readonly signatures: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly signedBy: string, readonly signedByName: string, readonly signedAt: string, readonly checklist: ReadonlyArray<Schema.ChecklistItem>, readonly opinion: string | null }>, readonly findings: ReadonlyArray<{ readonly key: string, readonly checkId: string, readonly severity: Schema.FindingSeverity, readonly path: string, readonly start: number, readonly end: number, readonly excerpt: string, readonly message: string, readonly messageEn: string, readonly suggestion: string | null, readonly dictionaryVersion: string | null }>, readonly overrides: ReadonlyArray<{ readonly findingKey: string, readonly byName: string, readonly reason: string, readonly at: string }>, readonly returned: { readonly level: Schema.ReviewLevel, readonly byName: string, readonly reason: string, readonly at: string } | null } };

export type ReturnRevisionMutationVariables = Exact<{
  input: Schema.ReturnRevisionInput;
}>;


export type ReturnRevisionMutation = { readonly returnRevision: { readonly id: string, readonly contentId: string, readonly revisionId: string, readonly revisionNumber: number, readonly contentHash: string, readonly kind: string, readonly title: string, readonly importance: number, readonly unitId: string, readonly state: Schema.ReviewState, readonly nextLevel: Schema.ReviewLevel | null, readonly dictionaryVersion: string, readonly submittedByName: string, readonly submittedAt: string, readonly closedAt: string | null, readonly steps: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly name: string, readonly permission: string, readonly checklist: ReadonlyArray<Schema.ChecklistItem> }>, readonly signatures: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly signedBy: string, readonly signedByName: string, readonly signedAt: string, readonly checklist: ReadonlyArray<Schema.ChecklistItem>, readonly opinion: string | null }>, readonly findings: ReadonlyArray<{ readonly key: string, readonly checkId: string, readonly severity: Schema.FindingSeverity, readonly path: string, readonly start: number, readonly end: number, readonly excerpt: string, readonly message: string, readonly messageEn: string, readonly suggestion: string | null, readonly dictionaryVersion: string | null }>, readonly overrides: ReadonlyArray<{ readonly findingKey: string, readonly byName: string, readonly reason: string, readonly at: string }>, readonly returned: { readonly level: Schema.ReviewLevel, readonly byName: string, readonly reason: string, readonly at: string } | null } };

export type OverrideFindingMutationVariables = Exact<{
  input: Schema.OverrideFindingInput;
}>;


export type OverrideFindingMutation = { readonly overrideFinding: { readonly id: string, readonly contentId: string, readonly revisionId: string, readonly revisionNumber: number, readonly contentHash: string, readonly kind: string, readonly title: string, readonly importance: number, readonly unitId: string, readonly state: Schema.ReviewState, readonly nextLevel: Schema.ReviewLevel | null, readonly dictionaryVersion: string, readonly submittedByName: string, readonly submittedAt: string, readonly closedAt: string | null, readonly steps: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly name: string, readonly permission: string, readonly checklist: ReadonlyArray<Schema.ChecklistItem> }>, readonly signatures: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly signedBy: string, readonly signedByName: string, readonly signedAt: string, readonly checklist: ReadonlyArray<Schema.ChecklistItem>, readonly opinion: string | null }>, readonly findings: ReadonlyArray<{ readonly key: string, readonly checkId: string, readonly severity: Schema.FindingSeverity, readonly path: string, readonly start: number, readonly end: number, readonly excerpt: string, readonly message: string, readonly messageEn: string, readonly suggestion: string | null, readonly dictionaryVersion: string | null }>, readonly overrides: ReadonlyArray<{ readonly findingKey: string, readonly byName: string, readonly reason: string, readonly at: string }>, readonly returned: { readonly level: Schema.ReviewLevel, readonly byName: string, readonly reason: string, readonly at: string } | null } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ReviewLineFragmentDoc = new TypedDocumentString(`
    fragment ReviewLine on Review {
  id
  title
  kind
  importance
  unitId
  state
  nextLevel
  steps {
    level
    name
  }
  signatures {
    level
  }
  findings {
    key
    severity
  }
  overrides {
    findingKey
  }
  revisionNumber
  submittedByName
  submittedAt
  closedAt
}
    `, {"fragmentName":"ReviewLine"}) as unknown as TypedDocumentString<ReviewLineFragment, unknown>;
export const ReviewDeskFragmentDoc = new TypedDocumentString(`
    fragment ReviewDesk on Review {
  id
  contentId
  revisionId
  revisionNumber
  contentHash
  kind
  title
  importance
  unitId
  state
  nextLevel
  steps {
    level
    name
    permission
    checklist
  }
  signatures {
    level
    signedBy
    signedByName
    signedAt
    checklist
    opinion
  }
  findings {
    key
    checkId
    severity
    path
    start
    end
    excerpt
    message
    messageEn
    suggestion
    dictionaryVersion
  }
  overrides {
    findingKey
    byName
    reason
    at
  }
  returned {
    level
    byName
    reason
    at
  }
  dictionaryVersion
  submittedByName
  submittedAt
  closedAt
}
    `, {"fragmentName":"ReviewDesk"}) as unknown as TypedDocumentString<ReviewDeskFragment, unknown>;
export const ReviewsWaitingDocument = new TypedDocumentString(`
    query ReviewsWaiting($first: Int!) {
  reviews(filter: {isMine: true}, first: $first) {
    totalCount
    nodes {
      ...ReviewLine
    }
  }
}
    fragment ReviewLine on Review {
  id
  title
  kind
  importance
  unitId
  state
  nextLevel
  steps {
    level
    name
  }
  signatures {
    level
  }
  findings {
    key
    severity
  }
  overrides {
    findingKey
  }
  revisionNumber
  submittedByName
  submittedAt
  closedAt
}`) as unknown as TypedDocumentString<ReviewsWaitingQuery, ReviewsWaitingQueryVariables>;
export const ReviewsDocument = new TypedDocumentString(`
    query Reviews($filter: ReviewFilter, $first: Int, $after: String, $last: Int, $before: String) {
  reviews(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    nodes {
      ...ReviewLine
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment ReviewLine on Review {
  id
  title
  kind
  importance
  unitId
  state
  nextLevel
  steps {
    level
    name
  }
  signatures {
    level
  }
  findings {
    key
    severity
  }
  overrides {
    findingKey
  }
  revisionNumber
  submittedByName
  submittedAt
  closedAt
}`) as unknown as TypedDocumentString<ReviewsQuery, ReviewsQueryVariables>;
export const ReviewDeskDocument = new TypedDocumentString(`
    query ReviewDesk($id: ID!) {
  review(id: $id) {
    ...ReviewDesk
  }
}
    fragment ReviewDesk on Review {
  id
  contentId
  revisionId
  revisionNumber
  contentHash
  kind
  title
  importance
  unitId
  state
  nextLevel
  steps {
    level
    name
    permission
    checklist
  }
  signatures {
    level
    signedBy
    signedByName
    signedAt
    checklist
    opinion
  }
  findings {
    key
    checkId
    severity
    path
    start
    end
    excerpt
    message
    messageEn
    suggestion
    dictionaryVersion
  }
  overrides {
    findingKey
    byName
    reason
    at
  }
  returned {
    level
    byName
    reason
    at
  }
  dictionaryVersion
  submittedByName
  submittedAt
  closedAt
}`) as unknown as TypedDocumentString<ReviewDeskQuery, ReviewDeskQueryVariables>;
export const ReviewTextDocument = new TypedDocumentString(`
    query ReviewText($contentId: ID!, $number: Int!) {
  revisionFields(contentId: $contentId, number: $number) {
    field
    text
  }
  content(id: $contentId, perspective: DRAFT) {
    id
    editorial {
      lock {
        personId
        name
      }
    }
  }
  revisions(contentId: $contentId, number: $number) {
    nodes {
      id
      summary
      body
      coverId
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewTextQuery, ReviewTextQueryVariables>;
export const ReviewHistoryDocument = new TypedDocumentString(`
    query ReviewHistory($contentId: ID!) {
  reviews(filter: {contentId: $contentId}, last: 20) {
    nodes {
      id
      revisionNumber
      state
      nextLevel
      submittedAt
      closedAt
      returned {
        level
        byName
        reason
        at
      }
      signatures {
        level
        signedByName
      }
      steps {
        level
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewHistoryQuery, ReviewHistoryQueryVariables>;
export const ReviewChangesDocument = new TypedDocumentString(`
    query ReviewChanges($contentId: ID!, $from: Int!, $to: Int!) {
  revisionDiff(contentId: $contentId, from: $from, to: $to) {
    fields {
      field
      before
      after
    }
    body
  }
}
    `) as unknown as TypedDocumentString<ReviewChangesQuery, ReviewChangesQueryVariables>;
export const SignRevisionDocument = new TypedDocumentString(`
    mutation SignRevision($input: SignRevisionInput!) {
  signRevision(input: $input) {
    ...ReviewDesk
  }
}
    fragment ReviewDesk on Review {
  id
  contentId
  revisionId
  revisionNumber
  contentHash
  kind
  title
  importance
  unitId
  state
  nextLevel
  steps {
    level
    name
    permission
    checklist
  }
  signatures {
    level
    signedBy
    signedByName
    signedAt
    checklist
    opinion
  }
  findings {
    key
    checkId
    severity
    path
    start
    end
    excerpt
    message
    messageEn
    suggestion
    dictionaryVersion
  }
  overrides {
    findingKey
    byName
    reason
    at
  }
  returned {
    level
    byName
    reason
    at
  }
  dictionaryVersion
  submittedByName
  submittedAt
  closedAt
}`) as unknown as TypedDocumentString<SignRevisionMutation, SignRevisionMutationVariables>;
export const ReturnRevisionDocument = new TypedDocumentString(`
    mutation ReturnRevision($input: ReturnRevisionInput!) {
  returnRevision(input: $input) {
    ...ReviewDesk
  }
}
    fragment ReviewDesk on Review {
  id
  contentId
  revisionId
  revisionNumber
  contentHash
  kind
  title
  importance
  unitId
  state
  nextLevel
  steps {
    level
    name
    permission
    checklist
  }
  signatures {
    level
    signedBy
    signedByName
    signedAt
    checklist
    opinion
  }
  findings {
    key
    checkId
    severity
    path
    start
    end
    excerpt
    message
    messageEn
    suggestion
    dictionaryVersion
  }
  overrides {
    findingKey
    byName
    reason
    at
  }
  returned {
    level
    byName
    reason
    at
  }
  dictionaryVersion
  submittedByName
  submittedAt
  closedAt
}`) as unknown as TypedDocumentString<ReturnRevisionMutation, ReturnRevisionMutationVariables>;
export const OverrideFindingDocument = new TypedDocumentString(`
    mutation OverrideFinding($input: OverrideFindingInput!) {
  overrideFinding(input: $input) {
    ...ReviewDesk
  }
}
    fragment ReviewDesk on Review {
  id
  contentId
  revisionId
  revisionNumber
  contentHash
  kind
  title
  importance
  unitId
  state
  nextLevel
  steps {
    level
    name
    permission
    checklist
  }
  signatures {
    level
    signedBy
    signedByName
    signedAt
    checklist
    opinion
  }
  findings {
    key
    checkId
    severity
    path
    start
    end
    excerpt
    message
    messageEn
    suggestion
    dictionaryVersion
  }
  overrides {
    findingKey
    byName
    reason
    at
  }
  returned {
    level
    byName
    reason
    at
  }
  dictionaryVersion
  submittedByName
  submittedAt
  closedAt
}`) as unknown as TypedDocumentString<OverrideFindingMutation, OverrideFindingMutationVariables>;
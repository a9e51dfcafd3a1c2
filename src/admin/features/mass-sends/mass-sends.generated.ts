/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which mass sends to list. */
export type MassSendFilter = {
  /** Of this content. */
  readonly contentId?: string | null | undefined;
  /** Of this outlet. */
  readonly destinationId?: string | null | undefined;
  /** In one of these states. */
  readonly states?: ReadonlyArray<MassSendState> | null | undefined;
};

/** Where a mass send stands. */
export type MassSendState =
  /** 已提交: the outlet works on it. */
  | 'ACCEPTED'
  /** 已批准: goes out at its time. */
  | 'APPROVED'
  /** 已取消: taken back before it was sent. */
  | 'CANCELLED'
  /** 已发送. */
  | 'DELIVERED'
  /** 未发送: the outlet said no. */
  | 'REFUSED'
  /** 未批准: a chief editor said no. */
  | 'REJECTED'
  /** 待审批: waits for a chief editor. */
  | 'REQUESTED'
  /** 发送中: a worker is at it. */
  | 'SENDING'
  /** 结果不明: it may have gone out, and is not sent again blindly. */
  | 'UNCLEAR';

/** A mass send to ask for. */
export type RequestMassSendInput = {
  /** The content: what readers see of it now; or a bundle, whose contents must still stand as it has them. */
  readonly contentId: string;
  /** The outlet. */
  readonly destinationId: string;
  /** Why, at most 500 characters. */
  readonly note?: string | null | undefined;
  /** Only to followers with this tag of the outlet; to all when absent. */
  readonly tagId?: string | null | undefined;
};

export type MassSendsQueryVariables = Exact<{
  filter?: Schema.MassSendFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MassSendsQuery = { readonly massSends: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly contentId: string, readonly title: string, readonly version: number, readonly state: Schema.MassSendState, readonly note: string | null, readonly requestedBy: string, readonly requestedByName: string, readonly requestedAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly lastMessage: string | null, readonly url: string | null, readonly settledAt: string | null, readonly dueAt: string | null, readonly destinationId: string, readonly audience: { readonly tagId: string | null }, readonly counts: { readonly total: number | null, readonly sent: number, readonly failed: number | null } | null, readonly destination: { readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type MassSendLineFragment = { readonly id: string, readonly contentId: string, readonly title: string, readonly version: number, readonly state: Schema.MassSendState, readonly note: string | null, readonly requestedBy: string, readonly requestedByName: string, readonly requestedAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly lastMessage: string | null, readonly url: string | null, readonly settledAt: string | null, readonly dueAt: string | null, readonly destinationId: string, readonly audience: { readonly tagId: string | null }, readonly counts: { readonly total: number | null, readonly sent: number, readonly failed: number | null } | null, readonly destination: { readonly id: string, readonly name: string } | null };

export type MassSendersQueryVariables = Exact<{ [key: string]: never; }>;


export type MassSendersQuery = { readonly channels: ReadonlyArray<{ readonly id: string, readonly canMassSend: boolean }>, readonly destinations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly channelId: string, readonly isActive: boolean }> } };

export type SendableContentsQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type SendableContentsQuery = { readonly contents: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly publishedAt: string | null }
      | { readonly id: string, readonly title: string, readonly publishedAt: string | null }
      | { readonly id: string, readonly title: string, readonly publishedAt: string | null }
    > } };

export type SendOutlookQueryVariables = Exact<{
  destinationId: string;
}>;


export type SendOutlookQuery = { readonly massSendOutlook: { readonly limit: number | null, readonly used: number | null, readonly rules: ReadonlyArray<string>, readonly sentToday: number, readonly sentThisMonth: number, readonly problem: string | null, readonly audiences: ReadonlyArray<{ readonly tagId: string, readonly name: string, readonly size: number | null }> } };

export type RequestMassSendMutationVariables = Exact<{
  input: Schema.RequestMassSendInput;
}>;


export type RequestMassSendMutation = { readonly requestMassSend: { readonly id: string } };

export type ApproveMassSendMutationVariables = Exact<{
  id: string;
}>;


export type ApproveMassSendMutation = { readonly approveMassSend: { readonly id: string, readonly state: Schema.MassSendState } };

export type RejectMassSendMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type RejectMassSendMutation = { readonly rejectMassSend: { readonly id: string, readonly state: Schema.MassSendState } };

export type CancelMassSendMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type CancelMassSendMutation = { readonly cancelMassSend: { readonly id: string, readonly state: Schema.MassSendState } };

export type SettleMassSendMutationVariables = Exact<{
  id: string;
  hasArrived: boolean;
  note: string;
}>;


export type SettleMassSendMutation = { readonly settleMassSend: { readonly id: string, readonly state: Schema.MassSendState } };

export type PreviewMassSendMutationVariables = Exact<{
  id: string;
  to: string;
}>;


export type PreviewMassSendMutation = { readonly previewMassSend: { readonly isSent: boolean, readonly message: string } };

export type HomeMassSendsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeMassSendsQuery = { readonly massSends: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly requestedByName: string, readonly requestedAt: string, readonly destination: { readonly id: string, readonly name: string } | null }> } };

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
export const MassSendLineFragmentDoc = new TypedDocumentString(`
    fragment MassSendLine on MassSend {
  id
  contentId
  title
  version
  state
  note
  requestedBy
  requestedByName
  requestedAt
  decidedByName
  decidedAt
  lastMessage
  url
  settledAt
  dueAt
  audience {
    tagId
  }
  counts {
    total
    sent
    failed
  }
  destinationId
  destination {
    id
    name
  }
}
    `, {"fragmentName":"MassSendLine"}) as unknown as TypedDocumentString<MassSendLineFragment, unknown>;
export const MassSendsDocument = new TypedDocumentString(`
    query MassSends($filter: MassSendFilter, $first: Int, $after: String, $last: Int, $before: String) {
  massSends(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    nodes {
      ...MassSendLine
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment MassSendLine on MassSend {
  id
  contentId
  title
  version
  state
  note
  requestedBy
  requestedByName
  requestedAt
  decidedByName
  decidedAt
  lastMessage
  url
  settledAt
  dueAt
  audience {
    tagId
  }
  counts {
    total
    sent
    failed
  }
  destinationId
  destination {
    id
    name
  }
}`) as unknown as TypedDocumentString<MassSendsQuery, MassSendsQueryVariables>;
export const MassSendersDocument = new TypedDocumentString(`
    query MassSenders {
  channels {
    id
    canMassSend
  }
  destinations(first: 100) {
    nodes {
      id
      name
      channelId
      isActive
    }
  }
}
    `) as unknown as TypedDocumentString<MassSendersQuery, MassSendersQueryVariables>;
export const SendableContentsDocument = new TypedDocumentString(`
    query SendableContents($text: String) {
  contents(perspective: PUBLISHED, filter: {text: $text}, first: 20) {
    nodes {
      id
      title
      publishedAt
    }
  }
}
    `) as unknown as TypedDocumentString<SendableContentsQuery, SendableContentsQueryVariables>;
export const SendOutlookDocument = new TypedDocumentString(`
    query SendOutlook($destinationId: ID!) {
  massSendOutlook(destinationId: $destinationId) {
    limit
    used
    rules
    sentToday
    sentThisMonth
    problem
    audiences {
      tagId
      name
      size
    }
  }
}
    `) as unknown as TypedDocumentString<SendOutlookQuery, SendOutlookQueryVariables>;
export const RequestMassSendDocument = new TypedDocumentString(`
    mutation RequestMassSend($input: RequestMassSendInput!) {
  requestMassSend(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RequestMassSendMutation, RequestMassSendMutationVariables>;
export const ApproveMassSendDocument = new TypedDocumentString(`
    mutation ApproveMassSend($id: ID!) {
  approveMassSend(id: $id) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ApproveMassSendMutation, ApproveMassSendMutationVariables>;
export const RejectMassSendDocument = new TypedDocumentString(`
    mutation RejectMassSend($id: ID!, $reason: String!) {
  rejectMassSend(id: $id, reason: $reason) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<RejectMassSendMutation, RejectMassSendMutationVariables>;
export const CancelMassSendDocument = new TypedDocumentString(`
    mutation CancelMassSend($id: ID!, $reason: String!) {
  cancelMassSend(id: $id, reason: $reason) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CancelMassSendMutation, CancelMassSendMutationVariables>;
export const SettleMassSendDocument = new TypedDocumentString(`
    mutation SettleMassSend($id: ID!, $hasArrived: Boolean!, $note: String!) {
  settleMassSend(id: $id, hasArrived: $hasArrived, note: $note) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SettleMassSendMutation, SettleMassSendMutationVariables>;
export const PreviewMassSendDocument = new TypedDocumentString(`
    mutation PreviewMassSend($id: ID!, $to: String!) {
  previewMassSend(id: $id, to: $to) {
    isSent
    message
  }
}
    `) as unknown as TypedDocumentString<PreviewMassSendMutation, PreviewMassSendMutationVariables>;
export const HomeMassSendsDocument = new TypedDocumentString(`
    query HomeMassSends {
  massSends(filter: {states: [REQUESTED]}, first: 6) {
    totalCount
    nodes {
      id
      title
      requestedByName
      requestedAt
      destination {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeMassSendsQuery, HomeMassSendsQueryVariables>;
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What was done. */
export type AttemptKind =
  /** The receiver was asked what became of it. */
  | 'CONFIRM'
  /** It was sent. */
  | 'DELIVER'
  /** A person stated it. */
  | 'HAND'
  /** It was settled when it was planned: a feed. */
  | 'PLAN'
  /** The receiver told us by itself. */
  | 'REPORT';

/** How an attempt ended. */
export type AttemptOutcome =
  /** They work on it. */
  | 'ACCEPTED'
  /** Our process vanished in mid attempt. */
  | 'CRASHED'
  /** It arrived. */
  | 'DELIVERED'
  /** Nothing happened there. */
  | 'FAILED'
  /** They said no. */
  | 'REFUSED'
  /** It may have happened. */
  | 'UNKNOWN';

/** What is done to a content at a destination. */
export type DeliveryAction =
  /** 更正: replaces an earlier version. */
  | 'CORRECT'
  /** 发布: the first version this destination gets. */
  | 'PUBLISH'
  /** 撤稿: takes it back. */
  | 'RETRACT';

/** Which deliveries to list. */
export type DeliveryFilter = {
  /** With this action. */
  readonly action?: DeliveryAction | null | undefined;
  /** Of this content. */
  readonly contentId?: string | null | undefined;
  /** Of this destination. */
  readonly destinationId?: string | null | undefined;
  /** True: only of destinations that are active. False: only of closed ones. */
  readonly isDestinationActive?: boolean | null | undefined;
  /** Only those that have been due for more than five minutes. */
  readonly isLate?: boolean | null | undefined;
  /** Only those that nothing but a person moves on: refused, given up, unclear, or waiting at a closed destination. */
  readonly needsPerson?: boolean | null | undefined;
  /** Planned at or after. */
  readonly since?: string | null | undefined;
  /** In one of these states. */
  readonly states?: ReadonlyArray<DeliveryState> | null | undefined;
  /** Planned before. */
  readonly until?: string | null | undefined;
  /** Of this version. */
  readonly version?: number | null | undefined;
};

/** How to sort deliveries. */
export type DeliveryOrder =
  /** Planned last, first. */
  | 'NEWEST'
  /** Planned first, first. */
  | 'OLDEST';

/** Where a delivery stands. */
export type DeliveryState =
  /** 对方已受理: the receiver works on it and is asked again at dueAt. */
  | 'ACCEPTED'
  /** 已取消. */
  | 'CANCELLED'
  /** 多次失败: its tries are used up; it can be tried again by hand. */
  | 'DEAD'
  /** 已送达: the receiver confirmed it. */
  | 'DELIVERED'
  /** 等前一版: an earlier version is not settled there yet. */
  | 'HELD'
  /** 被拒，需人工处理: a person must act. */
  | 'REFUSED'
  /** 发送中: a worker is at it. */
  | 'RUNNING'
  /** 已被新版取代: a later version took its place before it arrived. */
  | 'SUPERSEDED'
  /** 结果不明: it may have arrived. It is asked about at dueAt, or waits for a person. */
  | 'UNCLEAR'
  /** 待发: due, or to be tried again at dueAt. */
  | 'WAITING';

/** What set an attempt going. */
export type DeliveryTrigger =
  /** A person. */
  | 'MANUAL'
  /** The schedule. */
  | 'SCHEDULED';

/** What a partner did with what it received. */
export type PartnerReceiptOutcome =
  /** 采用: they will run it. */
  | 'ACCEPTED'
  /** 不采用: they will not run it. */
  | 'DECLINED'
  /** 已刊播: it ran. */
  | 'RAN';

/** A time range of deliveries to send again. */
export type ReplayDeliveriesInput = {
  /** Of this destination only. Left out: of all that are active, after an outage of our own. */
  readonly destinationId?: string | null | undefined;
  /** Planned at or after. */
  readonly from: string;
  /** Planned before. */
  readonly until: string;
  /** Also what arrived: for a receiver that lost its data. */
  readonly withDelivered?: boolean | null | undefined;
};

/** What a person found out about a delivery. */
export type SettleByHandInput = {
  /** Whether it arrived. If not, it is closed, and can be sent again. */
  readonly hasArrived: boolean;
  /** The delivery. */
  readonly id: string;
  /** How it was found out. */
  readonly note: string;
  /** Where it ran. */
  readonly url?: string | null | undefined;
};

export type DeliveriesQueryVariables = Exact<{
  filter?: Schema.DeliveryFilter | null | undefined;
  orderBy?: Schema.DeliveryOrder | null | undefined;
  destinationId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type DeliveriesQuery = { readonly deliveryCounts: ReadonlyArray<{ readonly state: Schema.DeliveryState, readonly count: number }>, readonly deliveries: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly version: number, readonly action: Schema.DeliveryAction, readonly state: Schema.DeliveryState, readonly isLate: boolean, readonly isStuck: boolean, readonly lastMessage: string | null, readonly url: string | null, readonly plannedAt: string, readonly settledAt: string | null, readonly dueAt: string | null, readonly attemptCount: number, readonly contentId: string, readonly pause: { readonly until: string, readonly isAskedFor: boolean } | null, readonly destination: { readonly id: string, readonly name: string, readonly channelId: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type DeliveryAlarmsQueryVariables = Exact<{
  late?: Schema.DeliveryFilter | null | undefined;
  stuck?: Schema.DeliveryFilter | null | undefined;
}>;


export type DeliveryAlarmsQuery = { readonly late: { readonly totalCount: number | null }, readonly stuck: { readonly totalCount: number | null } };

export type DestinationNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type DestinationNamesQuery = { readonly destinations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly isActive: boolean }> } };

export type DeliveryLineFragment = { readonly id: string, readonly title: string, readonly version: number, readonly action: Schema.DeliveryAction, readonly state: Schema.DeliveryState, readonly isLate: boolean, readonly isStuck: boolean, readonly lastMessage: string | null, readonly url: string | null, readonly plannedAt: string, readonly settledAt: string | null, readonly dueAt: string | null, readonly attemptCount: number, readonly contentId: string, readonly pause: { readonly until: string, readonly isAskedFor: boolean } | null, readonly destination: { readonly id: string, readonly name: string, readonly channelId: string } | null };

export type DeliveryQueryVariables = Exact<{
  id: string;
}>;


export type DeliveryQuery = { readonly delivery: { readonly remoteId: string | null, readonly mayHaveArrived: boolean, readonly payloadBytes: number | null, readonly id: string, readonly title: string, readonly version: number, readonly action: Schema.DeliveryAction, readonly state: Schema.DeliveryState, readonly isLate: boolean, readonly isStuck: boolean, readonly lastMessage: string | null, readonly url: string | null, readonly plannedAt: string, readonly settledAt: string | null, readonly dueAt: string | null, readonly attemptCount: number, readonly contentId: string, readonly receipts: ReadonlyArray<{ readonly id: string, readonly outcome: Schema.PartnerReceiptOutcome, readonly message: string | null, readonly url: string | null, readonly position: string | null, readonly reportedAt: string }>, readonly attempts: ReadonlyArray<{ readonly id: string, readonly kind: Schema.AttemptKind, readonly outcome: Schema.AttemptOutcome, readonly message: string, readonly code: string | null, readonly milliseconds: number, readonly startedAt: string, readonly trigger: Schema.DeliveryTrigger, readonly who: string | null, readonly exchanges: ReadonlyArray<{ readonly method: string, readonly url: string, readonly status: number | null, readonly milliseconds: number, readonly answer: string | null }> }>, readonly pause: { readonly until: string, readonly isAskedFor: boolean } | null, readonly destination: { readonly id: string, readonly name: string, readonly channelId: string } | null } };

export type DeliveryPayloadQueryVariables = Exact<{
  id: string;
}>;


export type DeliveryPayloadQuery = { readonly delivery: { readonly id: string, readonly payload: { readonly contentType: string, readonly body: string } | null } };

export type ReplayCountQueryVariables = Exact<{
  failed?: Schema.DeliveryFilter | null | undefined;
  all?: Schema.DeliveryFilter | null | undefined;
}>;


export type ReplayCountQuery = { readonly failed: { readonly totalCount: number | null }, readonly all: { readonly totalCount: number | null } };

export type RetryDeliveryMutationVariables = Exact<{
  id: string;
}>;


export type RetryDeliveryMutation = { readonly retryDelivery: { readonly id: string, readonly state: Schema.DeliveryState, readonly pause: { readonly until: string, readonly isAskedFor: boolean } | null } };

export type CancelDeliveryMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type CancelDeliveryMutation = { readonly cancelDelivery: { readonly id: string, readonly state: Schema.DeliveryState } };

export type SettleDeliveryMutationVariables = Exact<{
  input: Schema.SettleByHandInput;
}>;


export type SettleDeliveryMutation = { readonly settleDelivery: { readonly id: string, readonly state: Schema.DeliveryState } };

export type ReplayDeliveriesMutationVariables = Exact<{
  input: Schema.ReplayDeliveriesInput;
}>;


export type ReplayDeliveriesMutation = { readonly replayDeliveries: { readonly reopened: number, readonly skipped: number, readonly continueFrom: string | null } };

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
export const DeliveryLineFragmentDoc = new TypedDocumentString(`
    fragment DeliveryLine on Delivery {
  id
  title
  version
  action
  state
  isLate
  isStuck
  lastMessage
  url
  plannedAt
  settledAt
  dueAt
  attemptCount
  contentId
  pause {
    until
    isAskedFor
  }
  destination {
    id
    name
    channelId
  }
}
    `, {"fragmentName":"DeliveryLine"}) as unknown as TypedDocumentString<DeliveryLineFragment, unknown>;
export const DeliveriesDocument = new TypedDocumentString(`
    query Deliveries($filter: DeliveryFilter, $orderBy: DeliveryOrder, $destinationId: ID, $first: Int, $after: String, $last: Int, $before: String) {
  deliveryCounts(destinationId: $destinationId) {
    state
    count
  }
  deliveries(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    nodes {
      ...DeliveryLine
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment DeliveryLine on Delivery {
  id
  title
  version
  action
  state
  isLate
  isStuck
  lastMessage
  url
  plannedAt
  settledAt
  dueAt
  attemptCount
  contentId
  pause {
    until
    isAskedFor
  }
  destination {
    id
    name
    channelId
  }
}`) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const DeliveryAlarmsDocument = new TypedDocumentString(`
    query DeliveryAlarms($late: DeliveryFilter, $stuck: DeliveryFilter) {
  late: deliveries(filter: $late, first: 1) {
    totalCount
  }
  stuck: deliveries(filter: $stuck, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DeliveryAlarmsQuery, DeliveryAlarmsQueryVariables>;
export const DestinationNamesDocument = new TypedDocumentString(`
    query DestinationNames {
  destinations(first: 100) {
    nodes {
      id
      name
      isActive
    }
  }
}
    `) as unknown as TypedDocumentString<DestinationNamesQuery, DestinationNamesQueryVariables>;
export const DeliveryDocument = new TypedDocumentString(`
    query Delivery($id: ID!) {
  delivery(id: $id) {
    ...DeliveryLine
    remoteId
    mayHaveArrived
    payloadBytes
    receipts {
      id
      outcome
      message
      url
      position
      reportedAt
    }
    attempts {
      id
      kind
      outcome
      message
      code
      milliseconds
      startedAt
      trigger
      who
      exchanges {
        method
        url
        status
        milliseconds
        answer
      }
    }
  }
}
    fragment DeliveryLine on Delivery {
  id
  title
  version
  action
  state
  isLate
  isStuck
  lastMessage
  url
  plannedAt
  settledAt
  dueAt
  attemptCount
  contentId
  pause {
    until
    isAskedFor
  }
  destination {
    id
    name
    channelId
  }
}`) as unknown as TypedDocumentString<DeliveryQuery, DeliveryQueryVariables>;
export const DeliveryPayloadDocument = new TypedDocumentString(`
    query DeliveryPayload($id: ID!) {
  delivery(id: $id) {
    id
    payload {
      contentType
      body
    }
  }
}
    `) as unknown as TypedDocumentString<DeliveryPayloadQuery, DeliveryPayloadQueryVariables>;
export const ReplayCountDocument = new TypedDocumentString(`
    query ReplayCount($failed: DeliveryFilter, $all: DeliveryFilter) {
  failed: deliveries(filter: $failed, first: 1) {
    totalCount
  }
  all: deliveries(filter: $all, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ReplayCountQuery, ReplayCountQueryVariables>;
export const RetryDeliveryDocument = new TypedDocumentString(`
    mutation RetryDelivery($id: ID!) {
  retryDelivery(id: $id) {
    id
    state
    pause {
      until
      isAskedFor
    }
  }
}
    `) as unknown as TypedDocumentString<RetryDeliveryMutation, RetryDeliveryMutationVariables>;
export const CancelDeliveryDocument = new TypedDocumentString(`
    mutation CancelDelivery($id: ID!, $reason: String!) {
  cancelDelivery(id: $id, reason: $reason) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CancelDeliveryMutation, CancelDeliveryMutationVariables>;
export const SettleDeliveryDocument = new TypedDocumentString(`
    mutation SettleDelivery($input: SettleByHandInput!) {
  settleDelivery(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SettleDeliveryMutation, SettleDeliveryMutationVariables>;
export const ReplayDeliveriesDocument = new TypedDocumentString(`
    mutation ReplayDeliveries($input: ReplayDeliveriesInput!) {
  replayDeliveries(input: $input) {
    reopened
    skipped
    continueFrom
  }
}
    `) as unknown as TypedDocumentString<ReplayDeliveriesMutation, ReplayDeliveriesMutationVariables>;
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How an operation ended. */
export type ChannelOperationOutcome =
  /** It was done. */
  | 'DONE'
  /** Nothing was changed: the message says why. */
  | 'REFUSED'
  /** It may have been done. Doing it again is harmless. */
  | 'UNKNOWN';

/** A new API key. */
export type CreateApiKeyInput = {
  /** Makes it the key of a partner outlet, which speaks for this destination. Needs destination.manage. */
  readonly destinationId?: string | null | undefined;
  /** When it ends by itself, within 730 days. A year from now when left out. */
  readonly expiresAt?: string | null | undefined;
  /** What it is for, at most 60 characters. */
  readonly name: string;
  /** The permissions it carries: some of your own (or of the role PARTNER, with a destination). Signing reviews and managing people or keys cannot be among them. */
  readonly scopes: ReadonlyArray<string>;
};

/** A block to be set up. */
export type CreateDeliveryBlockInput = {
  /** The kinds of outlet it holds for. With destinationIds also left out: all. */
  readonly channelIds?: ReadonlyArray<string> | null | undefined;
  /** What it keeps back. It must ask for something. */
  readonly condition: RuleConditionInput;
  /** The destinations it holds for. With channelIds also left out: all. */
  readonly destinationIds?: ReadonlyArray<string> | null | undefined;
  /** Why, 1 to 200 characters: shown wherever it keeps something back. */
  readonly reason: string;
};

/** An outlet to be set up. */
export type CreateDestinationInput = {
  /** The kind of outlet: the id of a channel. */
  readonly channelId: string;
  /** How many deliveries may run at once; 4 when left out. */
  readonly concurrency?: number | null | undefined;
  /** Its name, at most 100 characters. */
  readonly name: string;
  /** How many attempts may begin in one minute; no limit when left out. */
  readonly ratePerMinute?: number | null | undefined;
  /** What it takes; everything, when left out. */
  readonly rule?: RuleInput | null | undefined;
  /** Its settings, as the channel's schema has them, secrets among them. Secrets can be written, never read. */
  readonly settings: Record<string, unknown>;
  /** Its name in addresses: lower-case letters, digits and hyphens, unique. */
  readonly slug: string;
};

/** What is done to a content at a destination. */
export type DeliveryAction =
  /** 更正: replaces an earlier version. */
  | 'CORRECT'
  /** 发布: the first version this destination gets. */
  | 'PUBLISH'
  /** 撤稿: takes it back. */
  | 'RETRACT';

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

/** What to render, and with which settings. */
export type PreviewPayloadInput = {
  /** What would be done; a publication, when left out. */
  readonly action?: DeliveryAction | null | undefined;
  /** The kind of outlet, when no destination is named. */
  readonly channelId?: string | null | undefined;
  /** The content; the newest release, when left out. */
  readonly contentId?: string | null | undefined;
  /** The destination whose settings and secrets are taken where none are given. */
  readonly destinationId?: string | null | undefined;
  /** All its settings, as they would be saved. Secrets left out are the destination's. */
  readonly settings?: Record<string, unknown> | null | undefined;
  /** Its version; the newest, when left out. */
  readonly version?: number | null | undefined;
};

/** One condition: all that is given must hold; within one list, any. */
export type RuleConditionInput = {
  /** Whether what it selects is kept out, whatever else holds. */
  readonly isBlocked?: boolean | null | undefined;
  /** Kinds of content: article, case, video. */
  readonly kinds?: ReadonlyArray<string> | null | undefined;
  /** The least importance, 1 to 5. */
  readonly minImportance?: number | null | undefined;
  /** Places, or parts of their names. */
  readonly places?: ReadonlyArray<string> | null | undefined;
  /** Tags. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** Words of which one stands in title, summary or body. */
  readonly texts?: ReadonlyArray<string> | null | undefined;
  /** Topics, with all below them. */
  readonly topicIds?: ReadonlyArray<string> | null | undefined;
  /** Units. */
  readonly unitIds?: ReadonlyArray<string> | null | undefined;
};

/** What a destination takes: what any condition selects (everything, when there is none) and no blocking one does. */
export type RuleInput = {
  /** Its conditions; one that holds is enough. */
  readonly conditions: ReadonlyArray<RuleConditionInput>;
};

/** What to change about an outlet. What is left out stays. */
export type UpdateDestinationInput = {
  /** How many deliveries may run at once. */
  readonly concurrency?: number | null | undefined;
  /** The destination. */
  readonly id: string;
  /** Its name. */
  readonly name?: string | null | undefined;
  /** How many attempts may begin in one minute; null for no limit. */
  readonly ratePerMinute?: number | null | undefined;
  /** What it takes from now on. */
  readonly rule?: RuleInput | null | undefined;
  /** All its settings. A secret that is left out keeps its value; null removes it. */
  readonly settings?: Record<string, unknown> | null | undefined;
  /** Its name in addresses. Readers of the old address find nothing there. */
  readonly slug?: string | null | undefined;
};

export type DestinationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type DestinationsQuery = { readonly channels: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string, readonly isPull: boolean }>, readonly destinations: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly slug: string, readonly channelId: string, readonly isActive: boolean, readonly deactivatedReason: string | null, readonly health: { readonly failingSince: string | null, readonly pausedUntil: string | null, readonly lastMessage: string | null, readonly failures: number, readonly lastConfirmedAt: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type DestinationLineFragment = { readonly id: string, readonly name: string, readonly slug: string, readonly channelId: string, readonly isActive: boolean, readonly deactivatedReason: string | null, readonly health: { readonly failingSince: string | null, readonly pausedUntil: string | null, readonly lastMessage: string | null, readonly failures: number, readonly lastConfirmedAt: string | null } };

export type RuleWholeFragment = { readonly conditions: ReadonlyArray<{ readonly kinds: ReadonlyArray<string> | null, readonly topicIds: ReadonlyArray<string> | null, readonly unitIds: ReadonlyArray<string> | null, readonly tags: ReadonlyArray<string> | null, readonly places: ReadonlyArray<string> | null, readonly minImportance: number | null, readonly texts: ReadonlyArray<string> | null, readonly isBlocked: boolean | null }> };

export type ChannelWholeFragment = { readonly id: string, readonly name: string, readonly nameEn: string, readonly actions: ReadonlyArray<Schema.DeliveryAction>, readonly isPull: boolean, readonly settings: Record<string, unknown>, readonly canMassSend: boolean, readonly operations: ReadonlyArray<{ readonly name: string, readonly label: string, readonly labelEn: string, readonly description: string, readonly input: Record<string, unknown> }> };

export type ChannelsQueryVariables = Exact<{ [key: string]: never; }>;


export type ChannelsQuery = { readonly channels: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string, readonly actions: ReadonlyArray<Schema.DeliveryAction>, readonly isPull: boolean, readonly settings: Record<string, unknown>, readonly canMassSend: boolean, readonly operations: ReadonlyArray<{ readonly name: string, readonly label: string, readonly labelEn: string, readonly description: string, readonly input: Record<string, unknown> }> }> };

export type DestinationQueryVariables = Exact<{
  id: string;
}>;


export type DestinationQuery = { readonly channels: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string, readonly actions: ReadonlyArray<Schema.DeliveryAction>, readonly isPull: boolean, readonly settings: Record<string, unknown>, readonly canMassSend: boolean, readonly operations: ReadonlyArray<{ readonly name: string, readonly label: string, readonly labelEn: string, readonly description: string, readonly input: Record<string, unknown> }> }>, readonly destination: { readonly settings: Record<string, unknown>, readonly hasSecrets: ReadonlyArray<string>, readonly concurrency: number, readonly ratePerMinute: number | null, readonly createdAt: string, readonly updatedAt: string, readonly feedUrls: ReadonlyArray<string>, readonly id: string, readonly name: string, readonly slug: string, readonly channelId: string, readonly isActive: boolean, readonly deactivatedReason: string | null, readonly rule: { readonly conditions: ReadonlyArray<{ readonly kinds: ReadonlyArray<string> | null, readonly topicIds: ReadonlyArray<string> | null, readonly unitIds: ReadonlyArray<string> | null, readonly tags: ReadonlyArray<string> | null, readonly places: ReadonlyArray<string> | null, readonly minImportance: number | null, readonly texts: ReadonlyArray<string> | null, readonly isBlocked: boolean | null }> }, readonly health: { readonly failingSince: string | null, readonly pausedUntil: string | null, readonly lastMessage: string | null, readonly failures: number, readonly lastConfirmedAt: string | null } }, readonly deliveryCounts: ReadonlyArray<{ readonly state: Schema.DeliveryState, readonly count: number }> };

export type RuleChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type RuleChoicesQuery = { readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string, readonly parentId: string | null, readonly order: number, readonly archivedAt: string | null }>, readonly units: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly shortName: string }> } };

export type RulePreviewQueryVariables = Exact<{
  rule: Schema.RuleInput;
}>;


export type RulePreviewQuery = { readonly previewRule: ReadonlyArray<{ readonly contentId: string, readonly kind: string, readonly title: string, readonly releasedAt: string }> };

export type CreateDestinationMutationVariables = Exact<{
  input: Schema.CreateDestinationInput;
}>;


export type CreateDestinationMutation = { readonly createDestination: { readonly id: string } };

export type UpdateDestinationMutationVariables = Exact<{
  input: Schema.UpdateDestinationInput;
}>;


export type UpdateDestinationMutation = { readonly updateDestination: { readonly id: string } };

export type ActivateDestinationMutationVariables = Exact<{
  id: string;
}>;


export type ActivateDestinationMutation = { readonly activateDestination: { readonly id: string, readonly isActive: boolean } };

export type DeactivateDestinationMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type DeactivateDestinationMutation = { readonly deactivateDestination: { readonly id: string, readonly isActive: boolean } };

export type TestDestinationMutationVariables = Exact<{
  id: string;
}>;


export type TestDestinationMutation = { readonly testDestination: ReadonlyArray<string> };

export type PreviewPayloadMutationVariables = Exact<{
  input: Schema.PreviewPayloadInput;
}>;


export type PreviewPayloadMutation = { readonly previewPayload: { readonly title: string | null, readonly contentType: string | null, readonly body: string | null, readonly bytes: number | null, readonly problem: string | null } };

export type PartnerKeysQueryVariables = Exact<{
  destinationId: string;
}>;


export type PartnerKeysQuery = { readonly apiKeys: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly createdAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null }> } };

export type CreatePartnerKeyMutationVariables = Exact<{
  input: Schema.CreateApiKeyInput;
}>;


export type CreatePartnerKeyMutation = { readonly createApiKey: { readonly bearer: string, readonly apiKey: { readonly id: string } } };

export type RevokePartnerKeyMutationVariables = Exact<{
  id: string;
}>;


export type RevokePartnerKeyMutation = { readonly revokeApiKey: { readonly id: string, readonly revokedAt: string | null } };

export type OperationStartQueryVariables = Exact<{
  destinationId: string;
  name: string;
}>;


export type OperationStartQuery = { readonly channelOperationInput: Record<string, unknown> | null };

export type RunOperationMutationVariables = Exact<{
  destinationId: string;
  name: string;
  input: Record<string, unknown>;
}>;


export type RunOperationMutation = { readonly runChannelOperation: { readonly outcome: Schema.ChannelOperationOutcome, readonly message: string } };

export type MassOutlookQueryVariables = Exact<{
  destinationId: string;
}>;


export type MassOutlookQuery = { readonly massSendOutlook: { readonly limit: number | null, readonly used: number | null, readonly rules: ReadonlyArray<string>, readonly sentToday: number, readonly sentThisMonth: number, readonly problem: string | null, readonly audiences: ReadonlyArray<{ readonly tagId: string, readonly name: string, readonly size: number | null }> } };

export type DeliveryBlocksQueryVariables = Exact<{
  withLifted: boolean;
}>;


export type DeliveryBlocksQuery = { readonly deliveryBlocks: ReadonlyArray<{ readonly id: string, readonly reason: string, readonly createdAt: string, readonly createdByName: string, readonly liftedAt: string | null, readonly liftedByName: string | null, readonly liftedReason: string | null, readonly channelIds: ReadonlyArray<string>, readonly destinationIds: ReadonlyArray<string>, readonly condition: { readonly kinds: ReadonlyArray<string> | null, readonly topicIds: ReadonlyArray<string> | null, readonly unitIds: ReadonlyArray<string> | null, readonly tags: ReadonlyArray<string> | null, readonly places: ReadonlyArray<string> | null, readonly minImportance: number | null, readonly texts: ReadonlyArray<string> | null, readonly isBlocked: boolean | null } }> };

export type BlockPlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type BlockPlacesQuery = { readonly channels: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string }>, readonly destinations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } };

export type CreateDeliveryBlockMutationVariables = Exact<{
  input: Schema.CreateDeliveryBlockInput;
}>;


export type CreateDeliveryBlockMutation = { readonly createDeliveryBlock: { readonly id: string } };

export type LiftDeliveryBlockMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type LiftDeliveryBlockMutation = { readonly liftDeliveryBlock: { readonly id: string } };

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
export const DestinationLineFragmentDoc = new TypedDocumentString(`
    fragment DestinationLine on Destination {
  id
  name
  slug
  channelId
  isActive
  deactivatedReason
  health {
    failingSince
    pausedUntil
    lastMessage
    failures
    lastConfirmedAt
  }
}
    `, {"fragmentName":"DestinationLine"}) as unknown as TypedDocumentString<DestinationLineFragment, unknown>;
export const RuleWholeFragmentDoc = new TypedDocumentString(`
    fragment RuleWhole on Rule {
  conditions {
    kinds
    topicIds
    unitIds
    tags
    places
    minImportance
    texts
    isBlocked
  }
}
    `, {"fragmentName":"RuleWhole"}) as unknown as TypedDocumentString<RuleWholeFragment, unknown>;
export const ChannelWholeFragmentDoc = new TypedDocumentString(`
    fragment ChannelWhole on Channel {
  id
  name
  nameEn
  actions
  isPull
  settings
  canMassSend
  operations {
    name
    label
    labelEn
    description
    input
  }
}
    `, {"fragmentName":"ChannelWhole"}) as unknown as TypedDocumentString<ChannelWholeFragment, unknown>;
export const DestinationsDocument = new TypedDocumentString(`
    query Destinations($first: Int, $after: String, $last: Int, $before: String) {
  channels {
    id
    name
    nameEn
    isPull
  }
  destinations(first: $first, after: $after, last: $last, before: $before) {
    totalCount
    nodes {
      ...DestinationLine
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment DestinationLine on Destination {
  id
  name
  slug
  channelId
  isActive
  deactivatedReason
  health {
    failingSince
    pausedUntil
    lastMessage
    failures
    lastConfirmedAt
  }
}`) as unknown as TypedDocumentString<DestinationsQuery, DestinationsQueryVariables>;
export const ChannelsDocument = new TypedDocumentString(`
    query Channels {
  channels {
    ...ChannelWhole
  }
}
    fragment ChannelWhole on Channel {
  id
  name
  nameEn
  actions
  isPull
  settings
  canMassSend
  operations {
    name
    label
    labelEn
    description
    input
  }
}`) as unknown as TypedDocumentString<ChannelsQuery, ChannelsQueryVariables>;
export const DestinationDocument = new TypedDocumentString(`
    query Destination($id: ID!) {
  channels {
    ...ChannelWhole
  }
  destination(id: $id) {
    ...DestinationLine
    settings
    hasSecrets
    concurrency
    ratePerMinute
    createdAt
    updatedAt
    feedUrls
    rule {
      ...RuleWhole
    }
  }
  deliveryCounts(destinationId: $id) {
    state
    count
  }
}
    fragment DestinationLine on Destination {
  id
  name
  slug
  channelId
  isActive
  deactivatedReason
  health {
    failingSince
    pausedUntil
    lastMessage
    failures
    lastConfirmedAt
  }
}
fragment RuleWhole on Rule {
  conditions {
    kinds
    topicIds
    unitIds
    tags
    places
    minImportance
    texts
    isBlocked
  }
}
fragment ChannelWhole on Channel {
  id
  name
  nameEn
  actions
  isPull
  settings
  canMassSend
  operations {
    name
    label
    labelEn
    description
    input
  }
}`) as unknown as TypedDocumentString<DestinationQuery, DestinationQueryVariables>;
export const RuleChoicesDocument = new TypedDocumentString(`
    query RuleChoices {
  topics(withArchived: true) {
    id
    name
    parentId
    order
    archivedAt
  }
  units(first: 100) {
    nodes {
      id
      name
      shortName
    }
  }
}
    `) as unknown as TypedDocumentString<RuleChoicesQuery, RuleChoicesQueryVariables>;
export const RulePreviewDocument = new TypedDocumentString(`
    query RulePreview($rule: RuleInput!) {
  previewRule(rule: $rule) {
    contentId
    kind
    title
    releasedAt
  }
}
    `) as unknown as TypedDocumentString<RulePreviewQuery, RulePreviewQueryVariables>;
export const CreateDestinationDocument = new TypedDocumentString(`
    mutation CreateDestination($input: CreateDestinationInput!) {
  createDestination(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateDestinationMutation, CreateDestinationMutationVariables>;
export const UpdateDestinationDocument = new TypedDocumentString(`
    mutation UpdateDestination($input: UpdateDestinationInput!) {
  updateDestination(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateDestinationMutation, UpdateDestinationMutationVariables>;
export const ActivateDestinationDocument = new TypedDocumentString(`
    mutation ActivateDestination($id: ID!) {
  activateDestination(id: $id) {
    id
    isActive
  }
}
    `) as unknown as TypedDocumentString<ActivateDestinationMutation, ActivateDestinationMutationVariables>;
export const DeactivateDestinationDocument = new TypedDocumentString(`
    mutation DeactivateDestination($id: ID!, $reason: String!) {
  deactivateDestination(id: $id, reason: $reason) {
    id
    isActive
  }
}
    `) as unknown as TypedDocumentString<DeactivateDestinationMutation, DeactivateDestinationMutationVariables>;
export const TestDestinationDocument = new TypedDocumentString(`
    mutation TestDestination($id: ID!) {
  testDestination(id: $id)
}
    `) as unknown as TypedDocumentString<TestDestinationMutation, TestDestinationMutationVariables>;
export const PreviewPayloadDocument = new TypedDocumentString(`
    mutation PreviewPayload($input: PreviewPayloadInput!) {
  previewPayload(input: $input) {
    title
    contentType
    body
    bytes
    problem
  }
}
    `) as unknown as TypedDocumentString<PreviewPayloadMutation, PreviewPayloadMutationVariables>;
export const PartnerKeysDocument = new TypedDocumentString(`
    query PartnerKeys($destinationId: ID!) {
  apiKeys(destinationId: $destinationId, first: 50) {
    nodes {
      id
      name
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerKeysQuery, PartnerKeysQueryVariables>;
export const CreatePartnerKeyDocument = new TypedDocumentString(`
    mutation CreatePartnerKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    bearer
    apiKey {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePartnerKeyMutation, CreatePartnerKeyMutationVariables>;
export const RevokePartnerKeyDocument = new TypedDocumentString(`
    mutation RevokePartnerKey($id: ID!) {
  revokeApiKey(id: $id) {
    id
    revokedAt
  }
}
    `) as unknown as TypedDocumentString<RevokePartnerKeyMutation, RevokePartnerKeyMutationVariables>;
export const OperationStartDocument = new TypedDocumentString(`
    query OperationStart($destinationId: ID!, $name: String!) {
  channelOperationInput(destinationId: $destinationId, name: $name)
}
    `) as unknown as TypedDocumentString<OperationStartQuery, OperationStartQueryVariables>;
export const RunOperationDocument = new TypedDocumentString(`
    mutation RunOperation($destinationId: ID!, $name: String!, $input: JSONObject!) {
  runChannelOperation(destinationId: $destinationId, name: $name, input: $input) {
    outcome
    message
  }
}
    `) as unknown as TypedDocumentString<RunOperationMutation, RunOperationMutationVariables>;
export const MassOutlookDocument = new TypedDocumentString(`
    query MassOutlook($destinationId: ID!) {
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
    `) as unknown as TypedDocumentString<MassOutlookQuery, MassOutlookQueryVariables>;
export const DeliveryBlocksDocument = new TypedDocumentString(`
    query DeliveryBlocks($withLifted: Boolean!) {
  deliveryBlocks(withLifted: $withLifted) {
    id
    reason
    createdAt
    createdByName
    liftedAt
    liftedByName
    liftedReason
    channelIds
    destinationIds
    condition {
      kinds
      topicIds
      unitIds
      tags
      places
      minImportance
      texts
      isBlocked
    }
  }
}
    `) as unknown as TypedDocumentString<DeliveryBlocksQuery, DeliveryBlocksQueryVariables>;
export const BlockPlacesDocument = new TypedDocumentString(`
    query BlockPlaces {
  channels {
    id
    name
    nameEn
  }
  destinations(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<BlockPlacesQuery, BlockPlacesQueryVariables>;
export const CreateDeliveryBlockDocument = new TypedDocumentString(`
    mutation CreateDeliveryBlock($input: CreateDeliveryBlockInput!) {
  createDeliveryBlock(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateDeliveryBlockMutation, CreateDeliveryBlockMutationVariables>;
export const LiftDeliveryBlockDocument = new TypedDocumentString(`
    mutation LiftDeliveryBlock($id: ID!, $reason: String!) {
  liftDeliveryBlock(id: $id, reason: $reason) {
    id
  }
}
    `) as unknown as TypedDocumentString<LiftDeliveryBlockMutation, LiftDeliveryBlockMutationVariables>;
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which contents to list; all conditions together. */
export type ContentFilter = {
  /** 作者. */
  readonly author?: StringFilter | null | undefined;
  /** Who began it (draft perspective). */
  readonly createdBy?: IdFilter | null | undefined;
  /** These contents. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** 重要程度. */
  readonly importance?: IntFilter | null | undefined;
  /** Put away or not (draft perspective); not, when absent. */
  readonly isArchived?: boolean | null | undefined;
  /** 原创. */
  readonly isOriginal?: boolean | null | undefined;
  /** Kinds: article, case, video. */
  readonly kinds?: ReadonlyArray<string> | null | undefined;
  /** 地点. */
  readonly place?: StringFilter | null | undefined;
  /** What readers see (draft perspective). */
  readonly publication?: ReadonlyArray<PublicationState> | null | undefined;
  /** When readers first saw it (published perspective). */
  readonly publishedAt?: TimeFilter | null | undefined;
  /** 标签: has it. */
  readonly tag?: StringFilter | null | undefined;
  /** 全文检索: holds all these words, anywhere; at most 100 characters. Sorted as the list is; `search` sorts by likeness. */
  readonly text?: string | null | undefined;
  /** 宣传重点: filed under this topic or one below it. */
  readonly topicId?: string | null | undefined;
  /** 单位. */
  readonly unitId?: IdFilter | null | undefined;
  /** When what is shown was last changed. */
  readonly updatedAt?: TimeFilter | null | undefined;
  /** Where the newest revision stands (draft perspective). */
  readonly workflow?: ReadonlyArray<Workflow> | null | undefined;
};

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

/** Conditions on an id. */
export type IdFilter = {
  /** Is this one. */
  readonly eq?: string | null | undefined;
  /** Is one of these, at most 100. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on a whole number. */
export type IntFilter = {
  /** Is this. */
  readonly eq?: number | null | undefined;
  /** Is at least this. */
  readonly gte?: number | null | undefined;
  /** Is at most this. */
  readonly lte?: number | null | undefined;
};

/** What readers see of the content. */
export type PublicationState =
  /** Its released version. */
  | 'PUBLISHED'
  /** Nothing any more. */
  | 'RETRACTED'
  /** Nothing yet. */
  | 'UNPUBLISHED';

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

/** Conditions on a text. */
export type StringFilter = {
  /** Is exactly this. */
  readonly eq?: string | null | undefined;
  /** Is one of these, at most 100. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Is not this. */
  readonly ne?: string | null | undefined;
};

/** A span of time. */
export type TimeFilter = {
  /** At this moment or later. */
  readonly since?: string | null | undefined;
  /** Before this moment. */
  readonly until?: string | null | undefined;
};

/** Where the newest revision stands on its way to release. */
export type Workflow =
  /** All signatures are there. */
  | 'APPROVED'
  /** Being written. */
  | 'DRAFT'
  /** Before the reviewers. */
  | 'IN_REVIEW'
  /** This very revision is what readers see. */
  | 'RELEASED'
  /** Sent back with a reason. */
  | 'RETURNED'
  /** Approved, waiting for its time. */
  | 'SCHEDULED';

export type HomeReturnedQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeReturnedQuery = { readonly contents: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly savedAt: string, readonly savedByName: string } | null }
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly savedAt: string, readonly savedByName: string } | null }
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly savedAt: string, readonly savedByName: string } | null }
    > }, readonly reviews: { readonly nodes: ReadonlyArray<{ readonly contentId: string, readonly returned: { readonly reason: string, readonly byName: string, readonly at: string } | null }> } };

export type HomeOwnDraftsQueryVariables = Exact<{
  personId: string;
}>;


export type HomeOwnDraftsQuery = { readonly contents: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly characterCount: number, readonly editorial: { readonly savedAt: string } | null }
      | { readonly id: string, readonly title: string, readonly characterCount: number, readonly editorial: { readonly savedAt: string } | null }
      | { readonly id: string, readonly title: string, readonly characterCount: number, readonly editorial: { readonly savedAt: string } | null }
    > } };

export type HomeApprovedQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeApprovedQuery = { readonly contents: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly importance: number, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly approvedAt: string | null, readonly publication: Schema.PublicationState } | null }
      | { readonly id: string, readonly title: string, readonly importance: number, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly approvedAt: string | null, readonly publication: Schema.PublicationState } | null }
      | { readonly id: string, readonly title: string, readonly importance: number, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly approvedAt: string | null, readonly publication: Schema.PublicationState } | null }
    > } };

export type HomeScheduledQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeScheduledQuery = { readonly contents: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly editorial: { readonly schedule: { readonly at: string, readonly timeZone: string } | null } | null }
      | { readonly id: string, readonly title: string, readonly editorial: { readonly schedule: { readonly at: string, readonly timeZone: string } | null } | null }
      | { readonly id: string, readonly title: string, readonly editorial: { readonly schedule: { readonly at: string, readonly timeZone: string } | null } | null }
    > } };

export type HomeNewestQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeNewestQuery = { readonly contents: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly title: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly unit: { readonly id: string, readonly shortName: string } | null }
      | { readonly id: string, readonly slug: string, readonly title: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly unit: { readonly id: string, readonly shortName: string } | null }
      | { readonly id: string, readonly slug: string, readonly title: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly unit: { readonly id: string, readonly shortName: string } | null }
    > } };

export type HomeFirstTextQueryVariables = Exact<{
  filter: Schema.ContentFilter;
}>;


export type HomeFirstTextQuery = { readonly contents: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly characterCount: number, readonly editorial: { readonly createdAt: string, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
      | { readonly id: string, readonly title: string, readonly characterCount: number, readonly editorial: { readonly createdAt: string, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
      | { readonly id: string, readonly title: string, readonly characterCount: number, readonly editorial: { readonly createdAt: string, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
    > } };

export type HomeFirstReviewQueryVariables = Exact<{
  contentId: string;
}>;


export type HomeFirstReviewQuery = { readonly reviews: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly state: Schema.ReviewState, readonly nextLevel: Schema.ReviewLevel | null, readonly submittedByName: string, readonly steps: ReadonlyArray<{ readonly level: Schema.ReviewLevel }>, readonly signatures: ReadonlyArray<{ readonly level: Schema.ReviewLevel, readonly signedByName: string }>, readonly returned: { readonly reason: string } | null }> } };

export type HomeFirstArrivalQueryVariables = Exact<{
  contentId: string;
  version: number;
}>;


export type HomeFirstArrivalQuery = { readonly deliveryProgress: { readonly confirmed: number, readonly total: number, readonly isPlanned: boolean } };

export type HomeAttentionQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeAttentionQuery = { readonly deliveries: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly state: Schema.DeliveryState, readonly lastMessage: string | null, readonly plannedAt: string, readonly destination: { readonly id: string, readonly name: string } | null }> } };

export type HomeUnitQueryVariables = Exact<{
  unitId: string;
}>;


export type HomeUnitQuery = { readonly drafts: { readonly totalCount: number | null }, readonly inReview: { readonly totalCount: number | null }, readonly returned: { readonly totalCount: number | null }, readonly approved: { readonly totalCount: number | null }, readonly public: { readonly totalCount: number | null } };

export type HomeReleasesQueryVariables = Exact<{
  days: number;
}>;


export type HomeReleasesQuery = { readonly releasesByDay: ReadonlyArray<{ readonly day: string, readonly published: number, readonly corrected: number, readonly retracted: number }> };

export type HomeDeliveryDaysQueryVariables = Exact<{
  days: number;
}>;


export type HomeDeliveryDaysQuery = { readonly deliveriesByDay: ReadonlyArray<{ readonly day: string, readonly channelId: string, readonly delivered: number, readonly failed: number }>, readonly channels: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string }> };

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

export const HomeReturnedDocument = new TypedDocumentString(`
    query HomeReturned {
  contents(
    perspective: DRAFT
    filter: {workflow: [RETURNED]}
    orderBy: UPDATED_AT_DESC
    first: 6
  ) {
    totalCount
    nodes {
      id
      title
      unit {
        id
        shortName
      }
      editorial {
        savedAt
        savedByName
      }
    }
  }
  reviews(filter: {state: [RETURNED]}, last: 50) {
    nodes {
      contentId
      returned {
        reason
        byName
        at
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeReturnedQuery, HomeReturnedQueryVariables>;
export const HomeOwnDraftsDocument = new TypedDocumentString(`
    query HomeOwnDrafts($personId: ID!) {
  contents(
    perspective: DRAFT
    filter: {createdBy: {eq: $personId}, workflow: [DRAFT]}
    orderBy: UPDATED_AT_DESC
    first: 5
  ) {
    totalCount
    nodes {
      id
      title
      characterCount
      editorial {
        savedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeOwnDraftsQuery, HomeOwnDraftsQueryVariables>;
export const HomeApprovedDocument = new TypedDocumentString(`
    query HomeApproved {
  contents(
    perspective: DRAFT
    filter: {workflow: [APPROVED]}
    orderBy: UPDATED_AT_ASC
    first: 6
  ) {
    totalCount
    nodes {
      id
      title
      importance
      unit {
        id
        shortName
      }
      editorial {
        approvedAt
        publication
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeApprovedQuery, HomeApprovedQueryVariables>;
export const HomeScheduledDocument = new TypedDocumentString(`
    query HomeScheduled {
  contents(perspective: DRAFT, filter: {workflow: [SCHEDULED]}, first: 100) {
    totalCount
    nodes {
      id
      title
      editorial {
        schedule {
          at
          timeZone
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeScheduledQuery, HomeScheduledQueryVariables>;
export const HomeNewestDocument = new TypedDocumentString(`
    query HomeNewest {
  contents(
    perspective: DRAFT
    filter: {publication: [PUBLISHED]}
    orderBy: UPDATED_AT_DESC
    first: 8
  ) {
    nodes {
      id
      slug
      title
      publishedAt
      updatedAt
      unit {
        id
        shortName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeNewestQuery, HomeNewestQueryVariables>;
export const HomeFirstTextDocument = new TypedDocumentString(`
    query HomeFirstText($filter: ContentFilter!) {
  contents(
    perspective: DRAFT
    filter: $filter
    orderBy: UPDATED_AT_DESC
    first: 20
  ) {
    nodes {
      id
      title
      characterCount
      editorial {
        createdAt
        workflow
        publication
        releasedVersion
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeFirstTextQuery, HomeFirstTextQueryVariables>;
export const HomeFirstReviewDocument = new TypedDocumentString(`
    query HomeFirstReview($contentId: ID!) {
  reviews(filter: {contentId: $contentId}, last: 1) {
    nodes {
      id
      state
      nextLevel
      steps {
        level
      }
      signatures {
        level
        signedByName
      }
      submittedByName
      returned {
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeFirstReviewQuery, HomeFirstReviewQueryVariables>;
export const HomeFirstArrivalDocument = new TypedDocumentString(`
    query HomeFirstArrival($contentId: ID!, $version: Int!) {
  deliveryProgress(contentId: $contentId, version: $version) {
    confirmed
    total
    isPlanned
  }
}
    `) as unknown as TypedDocumentString<HomeFirstArrivalQuery, HomeFirstArrivalQueryVariables>;
export const HomeAttentionDocument = new TypedDocumentString(`
    query HomeAttention {
  deliveries(filter: {needsPerson: true}, first: 6) {
    totalCount
    nodes {
      id
      title
      state
      lastMessage
      plannedAt
      destination {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeAttentionQuery, HomeAttentionQueryVariables>;
export const HomeUnitDocument = new TypedDocumentString(`
    query HomeUnit($unitId: ID!) {
  drafts: contents(
    perspective: DRAFT
    filter: {unitId: {eq: $unitId}, workflow: [DRAFT]}
    first: 1
  ) {
    totalCount
  }
  inReview: contents(
    perspective: DRAFT
    filter: {unitId: {eq: $unitId}, workflow: [IN_REVIEW]}
    first: 1
  ) {
    totalCount
  }
  returned: contents(
    perspective: DRAFT
    filter: {unitId: {eq: $unitId}, workflow: [RETURNED]}
    first: 1
  ) {
    totalCount
  }
  approved: contents(
    perspective: DRAFT
    filter: {unitId: {eq: $unitId}, workflow: [APPROVED, SCHEDULED]}
    first: 1
  ) {
    totalCount
  }
  public: contents(
    perspective: DRAFT
    filter: {unitId: {eq: $unitId}, publication: [PUBLISHED]}
    first: 1
  ) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<HomeUnitQuery, HomeUnitQueryVariables>;
export const HomeReleasesDocument = new TypedDocumentString(`
    query HomeReleases($days: Int!) {
  releasesByDay(days: $days) {
    day
    published
    corrected
    retracted
  }
}
    `) as unknown as TypedDocumentString<HomeReleasesQuery, HomeReleasesQueryVariables>;
export const HomeDeliveryDaysDocument = new TypedDocumentString(`
    query HomeDeliveryDays($days: Int!) {
  deliveriesByDay(days: $days) {
    day
    channelId
    delivered
    failed
  }
  channels {
    id
    name
    nameEn
  }
}
    `) as unknown as TypedDocumentString<HomeDeliveryDaysQuery, HomeDeliveryDaysQueryVariables>;
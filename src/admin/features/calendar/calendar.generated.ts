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

export type CalendarScheduledQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarScheduledQuery = { readonly contents: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly publication: Schema.PublicationState, readonly schedule: { readonly at: string, readonly timeZone: string, readonly note: string | null, readonly embargoedUntil: string | null, readonly embargoTimeZone: string | null, readonly targets: { readonly also: ReadonlyArray<string>, readonly only: ReadonlyArray<string>, readonly except: ReadonlyArray<string> } | null } | null } | null }
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly publication: Schema.PublicationState, readonly schedule: { readonly at: string, readonly timeZone: string, readonly note: string | null, readonly embargoedUntil: string | null, readonly embargoTimeZone: string | null, readonly targets: { readonly also: ReadonlyArray<string>, readonly only: ReadonlyArray<string>, readonly except: ReadonlyArray<string> } | null } | null } | null }
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly publication: Schema.PublicationState, readonly schedule: { readonly at: string, readonly timeZone: string, readonly note: string | null, readonly embargoedUntil: string | null, readonly embargoTimeZone: string | null, readonly targets: { readonly also: ReadonlyArray<string>, readonly only: ReadonlyArray<string>, readonly except: ReadonlyArray<string> } | null } | null } | null }
    > } };

export type CalendarPublishedQueryVariables = Exact<{
  filter: Schema.ContentFilter;
}>;


export type CalendarPublishedQuery = { readonly contents: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly publishedAt: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null }
      | { readonly id: string, readonly title: string, readonly publishedAt: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null }
      | { readonly id: string, readonly title: string, readonly publishedAt: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null }
    > } };

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

export const CalendarScheduledDocument = new TypedDocumentString(`
    query CalendarScheduled {
  contents(perspective: DRAFT, filter: {workflow: [SCHEDULED]}, first: 100) {
    totalCount
    nodes {
      id
      title
      unit {
        id
        shortName
      }
      editorial {
        publication
        schedule {
          at
          timeZone
          note
          embargoedUntil
          embargoTimeZone
          targets {
            also
            only
            except
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarScheduledQuery, CalendarScheduledQueryVariables>;
export const CalendarPublishedDocument = new TypedDocumentString(`
    query CalendarPublished($filter: ContentFilter!) {
  contents(
    perspective: PUBLISHED
    filter: $filter
    orderBy: PUBLISHED_AT_ASC
    first: 100
  ) {
    totalCount
    nodes {
      id
      title
      publishedAt
      unit {
        id
        shortName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarPublishedQuery, CalendarPublishedQueryVariables>;
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What can be done to a content. */
export type ContentAction =
  /** Give the last signature. */
  | 'APPROVE'
  /** Put it away. */
  | 'ARCHIVE'
  /** Replace what readers see. */
  | 'CORRECT'
  /** Show it to readers. */
  | 'PUBLISH'
  /** Take it out again. */
  | 'RESTORE'
  /** Take it back from readers. */
  | 'RETRACT'
  /** Send it back. */
  | 'RETURN'
  /** Set its time. */
  | 'SCHEDULE'
  /** Hand it to review. */
  | 'SUBMIT'
  /** Take its time away. */
  | 'UNSCHEDULE'
  /** Edit it. */
  | 'UPDATE';

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

/** How a list of contents is sorted. */
export type ContentOrder =
  /** Most important first (published perspective). */
  | 'IMPORTANCE_DESC'
  /** Oldest publication first (published perspective). */
  | 'PUBLISHED_AT_ASC'
  /** Newest publication first (published perspective). */
  | 'PUBLISHED_AT_DESC'
  /** Longest unchanged first. */
  | 'UPDATED_AT_ASC'
  /** Last changed first. */
  | 'UPDATED_AT_DESC';

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

/** A view to save: in place of one's own of that name, if there is one. */
export type SaveViewInput = {
  /** Its name, 1 to 40 characters. */
  readonly name: string;
  /** The filters, as they stand in the address of the list; at most 2000 characters. */
  readonly query: string;
  /** Who else sees it. */
  readonly sharing?: SavedViewSharing | null | undefined;
};

/** Who sees a saved view beside the one who saved it. */
export type SavedViewSharing =
  /** Everybody. Needs the permission view.shareWithAll. */
  | 'ALL'
  /** Nobody else. */
  | 'NOBODY'
  /** Everybody of the same unit. */
  | 'UNIT';

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

/** What kind of unit it is. */
export type UnitKind =
  /** 委办局: a department of the city. */
  | 'BUREAU'
  /** 区县市: a district, a county or a county-level city. */
  | 'DISTRICT'
  /** 开发区: a development zone. */
  | 'ZONE';

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

export type ContentsQueryVariables = Exact<{
  filter?: Schema.ContentFilter | null | undefined;
  orderBy?: Schema.ContentOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ContentsQuery = { readonly contents: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly importance: number, readonly updatedAt: string, readonly publishedAt: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly savedAt: string, readonly savedByName: string, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
      | { readonly id: string, readonly title: string, readonly importance: number, readonly updatedAt: string, readonly publishedAt: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly savedAt: string, readonly savedByName: string, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
      | { readonly id: string, readonly title: string, readonly importance: number, readonly updatedAt: string, readonly publishedAt: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly savedAt: string, readonly savedByName: string, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
    >, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type ContentLine_Article_Fragment = { readonly id: string, readonly title: string, readonly importance: number, readonly updatedAt: string, readonly publishedAt: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly savedAt: string, readonly savedByName: string, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null };

export type ContentLine_Case_Fragment = { readonly id: string, readonly title: string, readonly importance: number, readonly updatedAt: string, readonly publishedAt: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly savedAt: string, readonly savedByName: string, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null };

export type ContentLine_Video_Fragment = { readonly id: string, readonly title: string, readonly importance: number, readonly updatedAt: string, readonly publishedAt: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly savedAt: string, readonly savedByName: string, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null };

export type ContentLineFragment =
  | ContentLine_Article_Fragment
  | ContentLine_Case_Fragment
  | ContentLine_Video_Fragment
;

export type SavedViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedViewsQuery = { readonly savedViews: ReadonlyArray<{ readonly id: string, readonly name: string, readonly query: string, readonly sharing: Schema.SavedViewSharing, readonly ownerName: string, readonly isOwn: boolean, readonly isRemovable: boolean }> };

export type SaveViewMutationVariables = Exact<{
  input: Schema.SaveViewInput;
}>;


export type SaveViewMutation = { readonly saveView: { readonly id: string, readonly name: string } };

export type RemoveViewMutationVariables = Exact<{
  id: string;
}>;


export type RemoveViewMutation = { readonly removeView: boolean };

export type ContentChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ContentChoicesQuery = { readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string, readonly parentId: string | null, readonly order: number, readonly archivedAt: string | null }>, readonly units: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly shortName: string, readonly kind: Schema.UnitKind, readonly isActive: boolean }> } };

export type ContentPreviewQueryVariables = Exact<{
  id: string;
}>;


export type ContentPreviewQuery = { readonly content:
    | { readonly id: string, readonly slug: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly html: string, readonly characterCount: number, readonly author: string | null, readonly source: string | null, readonly place: string | null, readonly tags: ReadonlyArray<string>, readonly importance: number, readonly occurredAt: string | null, readonly cover: { readonly id: string, readonly url: string, readonly alt: string } | null, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly savedAt: string, readonly savedByName: string, readonly releasedVersion: number | null, readonly approvedAt: string | null, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
    | { readonly id: string, readonly slug: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly html: string, readonly characterCount: number, readonly author: string | null, readonly source: string | null, readonly place: string | null, readonly tags: ReadonlyArray<string>, readonly importance: number, readonly occurredAt: string | null, readonly cover: { readonly id: string, readonly url: string, readonly alt: string } | null, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly savedAt: string, readonly savedByName: string, readonly releasedVersion: number | null, readonly approvedAt: string | null, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
    | { readonly id: string, readonly slug: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly html: string, readonly characterCount: number, readonly author: string | null, readonly source: string | null, readonly place: string | null, readonly tags: ReadonlyArray<string>, readonly importance: number, readonly occurredAt: string | null, readonly cover: { readonly id: string, readonly url: string, readonly alt: string } | null, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly savedAt: string, readonly savedByName: string, readonly releasedVersion: number | null, readonly approvedAt: string | null, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
   };

export type ArchiveContentMutationVariables = Exact<{
  id: string;
}>;


export type ArchiveContentMutation = { readonly archiveContent:
    | { readonly id: string, readonly editorial: { readonly isArchived: boolean } | null }
    | { readonly id: string, readonly editorial: { readonly isArchived: boolean } | null }
    | { readonly id: string, readonly editorial: { readonly isArchived: boolean } | null }
   };

export type RestoreContentMutationVariables = Exact<{
  id: string;
}>;


export type RestoreContentMutation = { readonly restoreContent:
    | { readonly id: string, readonly editorial: { readonly isArchived: boolean } | null }
    | { readonly id: string, readonly editorial: { readonly isArchived: boolean } | null }
    | { readonly id: string, readonly editorial: { readonly isArchived: boolean } | null }
   };

export type FindContentsQueryVariables = Exact<{
  text: string;
}>;


export type FindContentsQuery = { readonly contents: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null }
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null }
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null }
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
export const ContentLineFragmentDoc = new TypedDocumentString(`
    fragment ContentLine on Content {
  id
  title
  importance
  updatedAt
  publishedAt
  unit {
    id
    shortName
  }
  topics {
    id
    name
  }
  editorial {
    revision
    workflow
    publication
    isArchived
    savedAt
    savedByName
    possibleActions
    releasedVersion
    schedule {
      at
      timeZone
    }
    lock {
      personId
      name
      until
    }
  }
}
    `, {"fragmentName":"ContentLine"}) as unknown as TypedDocumentString<ContentLineFragment, unknown>;
export const ContentsDocument = new TypedDocumentString(`
    query Contents($filter: ContentFilter, $orderBy: ContentOrder, $first: Int, $after: String, $last: Int, $before: String) {
  contents(
    perspective: DRAFT
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    nodes {
      ...ContentLine
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment ContentLine on Content {
  id
  title
  importance
  updatedAt
  publishedAt
  unit {
    id
    shortName
  }
  topics {
    id
    name
  }
  editorial {
    revision
    workflow
    publication
    isArchived
    savedAt
    savedByName
    possibleActions
    releasedVersion
    schedule {
      at
      timeZone
    }
    lock {
      personId
      name
      until
    }
  }
}`) as unknown as TypedDocumentString<ContentsQuery, ContentsQueryVariables>;
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews {
  savedViews {
    id
    name
    query
    sharing
    ownerName
    isOwn
    isRemovable
  }
}
    `) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const SaveViewDocument = new TypedDocumentString(`
    mutation SaveView($input: SaveViewInput!) {
  saveView(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<SaveViewMutation, SaveViewMutationVariables>;
export const RemoveViewDocument = new TypedDocumentString(`
    mutation RemoveView($id: ID!) {
  removeView(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveViewMutation, RemoveViewMutationVariables>;
export const ContentChoicesDocument = new TypedDocumentString(`
    query ContentChoices {
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
      kind
      isActive
    }
  }
}
    `) as unknown as TypedDocumentString<ContentChoicesQuery, ContentChoicesQueryVariables>;
export const ContentPreviewDocument = new TypedDocumentString(`
    query ContentPreview($id: ID!) {
  content(id: $id, perspective: DRAFT) {
    id
    slug
    title
    shortTitle
    summary
    html
    characterCount
    author
    source
    place
    tags
    importance
    occurredAt
    cover {
      id
      url
      alt
    }
    unit {
      id
      shortName
    }
    topics {
      id
      name
    }
    editorial {
      revision
      workflow
      publication
      isArchived
      savedAt
      savedByName
      releasedVersion
      approvedAt
      possibleActions
      schedule {
        at
        timeZone
      }
      lock {
        personId
        name
        until
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ContentPreviewQuery, ContentPreviewQueryVariables>;
export const ArchiveContentDocument = new TypedDocumentString(`
    mutation ArchiveContent($id: ID!) {
  archiveContent(id: $id) {
    id
    editorial {
      isArchived
    }
  }
}
    `) as unknown as TypedDocumentString<ArchiveContentMutation, ArchiveContentMutationVariables>;
export const RestoreContentDocument = new TypedDocumentString(`
    mutation RestoreContent($id: ID!) {
  restoreContent(id: $id) {
    id
    editorial {
      isArchived
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreContentMutation, RestoreContentMutationVariables>;
export const FindContentsDocument = new TypedDocumentString(`
    query FindContents($text: String!) {
  contents(perspective: DRAFT, filter: {text: $text}, first: 6) {
    nodes {
      id
      title
      unit {
        id
        shortName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindContentsQuery, FindContentsQueryVariables>;
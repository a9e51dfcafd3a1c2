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

/** A new article. */
export type CreateArticleInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: ReadonlyArray<string> | null | undefined;
  /** 作者, at most 60 characters. */
  readonly author?: string | null | undefined;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: Record<string, unknown> | null | undefined;
  /** 封面, an asset. */
  readonly coverId?: string | null | undefined;
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: number | null | undefined;
  /** 原创. */
  readonly isOriginal?: boolean | null | undefined;
  /** When what it tells of happened. */
  readonly occurredAt?: string | null | undefined;
  /** 地点, at most 60 characters. */
  readonly place?: string | null | undefined;
  /** 相关内容, at most 30. */
  readonly relatedIds?: ReadonlyArray<string> | null | undefined;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: string | null | undefined;
  /** Picture where it is shared. */
  readonly shareImageId?: string | null | undefined;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: string | null | undefined;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: string | null | undefined;
  /** 来源, at most 100 characters. */
  readonly source?: string | null | undefined;
  /** 摘要, at most 500 characters. */
  readonly summary?: string | null | undefined;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** 标题, at most 100 characters. */
  readonly title: string;
  /** 宣传重点, at most 10. */
  readonly topicIds?: ReadonlyArray<string> | null | undefined;
  /** 单位; one's own when absent. */
  readonly unitId?: string | null | undefined;
};

/** A new case. */
export type CreateCaseInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: ReadonlyArray<string> | null | undefined;
  /** 作者, at most 60 characters. */
  readonly author?: string | null | undefined;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: Record<string, unknown> | null | undefined;
  /** 封面, an asset. */
  readonly coverId?: string | null | undefined;
  /** 成效. What came of it. */
  readonly effect?: string | null | undefined;
  /** 数据对比. Figures before and after. */
  readonly figures?: ReadonlyArray<FigureChangeInput> | null | undefined;
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: number | null | undefined;
  /** 原创. */
  readonly isOriginal?: boolean | null | undefined;
  /** 可复制推广. Whether other places can do the same. */
  readonly isRepeatable?: boolean | null | undefined;
  /** 措施. What was done. */
  readonly measure?: string | null | undefined;
  /** When what it tells of happened. */
  readonly occurredAt?: string | null | undefined;
  /** 地点, at most 60 characters. */
  readonly place?: string | null | undefined;
  /** 问题. What people had to put up with before. */
  readonly problem?: string | null | undefined;
  /** 相关内容, at most 30. */
  readonly relatedIds?: ReadonlyArray<string> | null | undefined;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: string | null | undefined;
  /** Picture where it is shared. */
  readonly shareImageId?: string | null | undefined;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: string | null | undefined;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: string | null | undefined;
  /** 来源, at most 100 characters. */
  readonly source?: string | null | undefined;
  /** 摘要, at most 500 characters. */
  readonly summary?: string | null | undefined;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** 标题, at most 100 characters. */
  readonly title: string;
  /** 宣传重点, at most 10. */
  readonly topicIds?: ReadonlyArray<string> | null | undefined;
  /** 单位; one's own when absent. */
  readonly unitId?: string | null | undefined;
};

/** A new video. */
export type CreateVideoInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: ReadonlyArray<string> | null | undefined;
  /** 作者, at most 60 characters. */
  readonly author?: string | null | undefined;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: Record<string, unknown> | null | undefined;
  /** 封面, an asset. */
  readonly coverId?: string | null | undefined;
  /** 时长（秒）. Length in seconds. */
  readonly durationSeconds?: number | null | undefined;
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: number | null | undefined;
  /** 原创. */
  readonly isOriginal?: boolean | null | undefined;
  /** When what it tells of happened. */
  readonly occurredAt?: string | null | undefined;
  /** 地点, at most 60 characters. */
  readonly place?: string | null | undefined;
  /** 相关内容, at most 30. */
  readonly relatedIds?: ReadonlyArray<string> | null | undefined;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: string | null | undefined;
  /** Picture where it is shared. */
  readonly shareImageId?: string | null | undefined;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: string | null | undefined;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: string | null | undefined;
  /** 来源, at most 100 characters. */
  readonly source?: string | null | undefined;
  /** 摘要, at most 500 characters. */
  readonly summary?: string | null | undefined;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** 标题, at most 100 characters. */
  readonly title: string;
  /** 宣传重点, at most 10. */
  readonly topicIds?: ReadonlyArray<string> | null | undefined;
  /** 文字稿. What is said in the film. */
  readonly transcript?: string | null | undefined;
  /** 单位; one's own when absent. */
  readonly unitId?: string | null | undefined;
  /** 视频文件. The film, an asset. */
  readonly videoId?: string | null | undefined;
};

/** A figure before and after a measure. */
export type FigureChangeInput = {
  /** After. */
  readonly after: string;
  /** Before. */
  readonly before: string;
  /** What is measured. */
  readonly name: string;
};

/** How much a finding weighs. */
export type FindingSeverity =
  /** Nothing is signed until it is mended or overridden. */
  | 'BLOCK'
  /** To be looked at. */
  | 'WARN';

/** What readers see of the content. */
export type PublicationState =
  /** Its released version. */
  | 'PUBLISHED'
  /** Nothing any more. */
  | 'RETRACTED'
  /** Nothing yet. */
  | 'UNPUBLISHED';

/** What changes: fields left out stay as they are, null empties an optional one. */
export type UpdateArticleInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: ReadonlyArray<string> | null | undefined;
  /** 作者, at most 60 characters. */
  readonly author?: string | null | undefined;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: Record<string, unknown> | null | undefined;
  /** 封面, an asset. */
  readonly coverId?: string | null | undefined;
  /** The number of the revision the change was made from. */
  readonly expectedRevision: number;
  /** The content. */
  readonly id: string;
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: number | null | undefined;
  /** 原创. */
  readonly isOriginal?: boolean | null | undefined;
  /** When what it tells of happened. */
  readonly occurredAt?: string | null | undefined;
  /** 地点, at most 60 characters. */
  readonly place?: string | null | undefined;
  /** 相关内容, at most 30. */
  readonly relatedIds?: ReadonlyArray<string> | null | undefined;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: string | null | undefined;
  /** Picture where it is shared. */
  readonly shareImageId?: string | null | undefined;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: string | null | undefined;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: string | null | undefined;
  /** 来源, at most 100 characters. */
  readonly source?: string | null | undefined;
  /** 摘要, at most 500 characters. */
  readonly summary?: string | null | undefined;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** 标题, at most 100 characters. */
  readonly title?: string | null | undefined;
  /** 宣传重点, at most 10. */
  readonly topicIds?: ReadonlyArray<string> | null | undefined;
  /** 单位; one's own when absent. */
  readonly unitId?: string | null | undefined;
};

/** What changes: fields left out stay as they are, null empties an optional one. */
export type UpdateCaseInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: ReadonlyArray<string> | null | undefined;
  /** 作者, at most 60 characters. */
  readonly author?: string | null | undefined;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: Record<string, unknown> | null | undefined;
  /** 封面, an asset. */
  readonly coverId?: string | null | undefined;
  /** 成效. What came of it. */
  readonly effect?: string | null | undefined;
  /** The number of the revision the change was made from. */
  readonly expectedRevision: number;
  /** 数据对比. Figures before and after. */
  readonly figures?: ReadonlyArray<FigureChangeInput> | null | undefined;
  /** The content. */
  readonly id: string;
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: number | null | undefined;
  /** 原创. */
  readonly isOriginal?: boolean | null | undefined;
  /** 可复制推广. Whether other places can do the same. */
  readonly isRepeatable?: boolean | null | undefined;
  /** 措施. What was done. */
  readonly measure?: string | null | undefined;
  /** When what it tells of happened. */
  readonly occurredAt?: string | null | undefined;
  /** 地点, at most 60 characters. */
  readonly place?: string | null | undefined;
  /** 问题. What people had to put up with before. */
  readonly problem?: string | null | undefined;
  /** 相关内容, at most 30. */
  readonly relatedIds?: ReadonlyArray<string> | null | undefined;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: string | null | undefined;
  /** Picture where it is shared. */
  readonly shareImageId?: string | null | undefined;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: string | null | undefined;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: string | null | undefined;
  /** 来源, at most 100 characters. */
  readonly source?: string | null | undefined;
  /** 摘要, at most 500 characters. */
  readonly summary?: string | null | undefined;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** 标题, at most 100 characters. */
  readonly title?: string | null | undefined;
  /** 宣传重点, at most 10. */
  readonly topicIds?: ReadonlyArray<string> | null | undefined;
  /** 单位; one's own when absent. */
  readonly unitId?: string | null | undefined;
};

/** What changes: fields left out stay as they are, null empties an optional one. */
export type UpdateVideoInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: ReadonlyArray<string> | null | undefined;
  /** 作者, at most 60 characters. */
  readonly author?: string | null | undefined;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: Record<string, unknown> | null | undefined;
  /** 封面, an asset. */
  readonly coverId?: string | null | undefined;
  /** 时长（秒）. Length in seconds. */
  readonly durationSeconds?: number | null | undefined;
  /** The number of the revision the change was made from. */
  readonly expectedRevision: number;
  /** The content. */
  readonly id: string;
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: number | null | undefined;
  /** 原创. */
  readonly isOriginal?: boolean | null | undefined;
  /** When what it tells of happened. */
  readonly occurredAt?: string | null | undefined;
  /** 地点, at most 60 characters. */
  readonly place?: string | null | undefined;
  /** 相关内容, at most 30. */
  readonly relatedIds?: ReadonlyArray<string> | null | undefined;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: string | null | undefined;
  /** Picture where it is shared. */
  readonly shareImageId?: string | null | undefined;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: string | null | undefined;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: string | null | undefined;
  /** 来源, at most 100 characters. */
  readonly source?: string | null | undefined;
  /** 摘要, at most 500 characters. */
  readonly summary?: string | null | undefined;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** 标题, at most 100 characters. */
  readonly title?: string | null | undefined;
  /** 宣传重点, at most 10. */
  readonly topicIds?: ReadonlyArray<string> | null | undefined;
  /** 文字稿. What is said in the film. */
  readonly transcript?: string | null | undefined;
  /** 单位; one's own when absent. */
  readonly unitId?: string | null | undefined;
  /** 视频文件. The film, an asset. */
  readonly videoId?: string | null | undefined;
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

export type EditorContentQueryVariables = Exact<{
  id: string;
}>;


export type EditorContentQuery = { readonly content:
    | { readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
    | { readonly problem: string | null, readonly measure: string | null, readonly effect: string | null, readonly isRepeatable: boolean | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
    | { readonly transcript: string | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
   };

export type EditedContent_Article_Fragment = { readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null };

export type EditedContent_Case_Fragment = { readonly problem: string | null, readonly measure: string | null, readonly effect: string | null, readonly isRepeatable: boolean | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null };

export type EditedContent_Video_Fragment = { readonly transcript: string | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null };

export type EditedContentFragment =
  | EditedContent_Article_Fragment
  | EditedContent_Case_Fragment
  | EditedContent_Video_Fragment
;

export type EditorTopicsQueryVariables = Exact<{ [key: string]: never; }>;


export type EditorTopicsQuery = { readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string, readonly parentId: string | null, readonly path: ReadonlyArray<string>, readonly order: number }> };

export type EditorChecksQueryVariables = Exact<{
  id: string;
}>;


export type EditorChecksQuery = { readonly checkContent: { readonly dictionaryVersion: string, readonly findings: ReadonlyArray<{ readonly key: string, readonly severity: Schema.FindingSeverity, readonly path: string, readonly message: string, readonly messageEn: string, readonly excerpt: string, readonly suggestion: string | null }> } };

export type CreateArticleMutationVariables = Exact<{
  input: Schema.CreateArticleInput;
}>;


export type CreateArticleMutation = { readonly createArticle: { readonly id: string } };

export type CreateCaseMutationVariables = Exact<{
  input: Schema.CreateCaseInput;
}>;


export type CreateCaseMutation = { readonly createCase: { readonly id: string } };

export type CreateVideoMutationVariables = Exact<{
  input: Schema.CreateVideoInput;
}>;


export type CreateVideoMutation = { readonly createVideo: { readonly id: string } };

export type UpdateArticleMutationVariables = Exact<{
  input: Schema.UpdateArticleInput;
}>;


export type UpdateArticleMutation = { readonly updateArticle: { readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null } };

export type UpdateCaseMutationVariables = Exact<{
  input: Schema.UpdateCaseInput;
}>;


export type UpdateCaseMutation = { readonly updateCase: { readonly problem: string | null, readonly measure: string | null, readonly effect: string | null, readonly isRepeatable: boolean | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null } };

export type UpdateVideoMutationVariables = Exact<{
  input: Schema.UpdateVideoInput;
}>;


export type UpdateVideoMutation = { readonly updateVideo: { readonly transcript: string | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null } };

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
export const EditedContentFragmentDoc = new TypedDocumentString(`
    fragment EditedContent on Content {
  id
  title
  shortTitle
  summary
  body
  author
  source
  isOriginal
  place
  importance
  tags
  topics {
    id
    name
  }
  editorial {
    revision
    workflow
    publication
    isArchived
    possibleActions
    releasedVersion
    savedAt
    savedByName
    lock {
      personId
      name
      until
    }
  }
  ... on Case {
    problem
    measure
    effect
    isRepeatable
  }
  ... on Video {
    transcript
  }
}
    `, {"fragmentName":"EditedContent"}) as unknown as TypedDocumentString<EditedContentFragment, unknown>;
export const EditorContentDocument = new TypedDocumentString(`
    query EditorContent($id: ID!) {
  content(id: $id, perspective: DRAFT) {
    ...EditedContent
  }
}
    fragment EditedContent on Content {
  id
  title
  shortTitle
  summary
  body
  author
  source
  isOriginal
  place
  importance
  tags
  topics {
    id
    name
  }
  editorial {
    revision
    workflow
    publication
    isArchived
    possibleActions
    releasedVersion
    savedAt
    savedByName
    lock {
      personId
      name
      until
    }
  }
  ... on Case {
    problem
    measure
    effect
    isRepeatable
  }
  ... on Video {
    transcript
  }
}`) as unknown as TypedDocumentString<EditorContentQuery, EditorContentQueryVariables>;
export const EditorTopicsDocument = new TypedDocumentString(`
    query EditorTopics {
  topics {
    id
    name
    parentId
    path
    order
  }
}
    `) as unknown as TypedDocumentString<EditorTopicsQuery, EditorTopicsQueryVariables>;
export const EditorChecksDocument = new TypedDocumentString(`
    query EditorChecks($id: ID!) {
  checkContent(id: $id) {
    dictionaryVersion
    findings {
      key
      severity
      path
      message
      messageEn
      excerpt
      suggestion
    }
  }
}
    `) as unknown as TypedDocumentString<EditorChecksQuery, EditorChecksQueryVariables>;
export const CreateArticleDocument = new TypedDocumentString(`
    mutation CreateArticle($input: CreateArticleInput!) {
  createArticle(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateArticleMutation, CreateArticleMutationVariables>;
export const CreateCaseDocument = new TypedDocumentString(`
    mutation CreateCase($input: CreateCaseInput!) {
  createCase(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateCaseMutation, CreateCaseMutationVariables>;
export const CreateVideoDocument = new TypedDocumentString(`
    mutation CreateVideo($input: CreateVideoInput!) {
  createVideo(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateVideoMutation, CreateVideoMutationVariables>;
export const UpdateArticleDocument = new TypedDocumentString(`
    mutation UpdateArticle($input: UpdateArticleInput!) {
  updateArticle(input: $input) {
    ...EditedContent
  }
}
    fragment EditedContent on Content {
  id
  title
  shortTitle
  summary
  body
  author
  source
  isOriginal
  place
  importance
  tags
  topics {
    id
    name
  }
  editorial {
    revision
    workflow
    publication
    isArchived
    possibleActions
    releasedVersion
    savedAt
    savedByName
    lock {
      personId
      name
      until
    }
  }
  ... on Case {
    problem
    measure
    effect
    isRepeatable
  }
  ... on Video {
    transcript
  }
}`) as unknown as TypedDocumentString<UpdateArticleMutation, UpdateArticleMutationVariables>;
export const UpdateCaseDocument = new TypedDocumentString(`
    mutation UpdateCase($input: UpdateCaseInput!) {
  updateCase(input: $input) {
    ...EditedContent
  }
}
    fragment EditedContent on Content {
  id
  title
  shortTitle
  summary
  body
  author
  source
  isOriginal
  place
  importance
  tags
  topics {
    id
    name
  }
  editorial {
    revision
    workflow
    publication
    isArchived
    possibleActions
    releasedVersion
    savedAt
    savedByName
    lock {
      personId
      name
      until
    }
  }
  ... on Case {
    problem
    measure
    effect
    isRepeatable
  }
  ... on Video {
    transcript
  }
}`) as unknown as TypedDocumentString<UpdateCaseMutation, UpdateCaseMutationVariables>;
export const UpdateVideoDocument = new TypedDocumentString(`
    mutation UpdateVideo($input: UpdateVideoInput!) {
  updateVideo(input: $input) {
    ...EditedContent
  }
}
    fragment EditedContent on Content {
  id
  title
  shortTitle
  summary
  body
  author
  source
  isOriginal
  place
  importance
  tags
  topics {
    id
    name
  }
  editorial {
    revision
    workflow
    publication
    isArchived
    possibleActions
    releasedVersion
    savedAt
    savedByName
    lock {
      personId
      name
      until
    }
  }
  ... on Case {
    problem
    measure
    effect
    isRepeatable
  }
  ... on Video {
    transcript
  }
}`) as unknown as TypedDocumentString<UpdateVideoMutation, UpdateVideoMutationVariables>;
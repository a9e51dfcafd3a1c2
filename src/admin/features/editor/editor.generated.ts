/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A comment on a passage. */
export type AddCommentInput = {
  /** The content. */
  readonly contentId: string;
  /** To which, exclusive. */
  readonly end: number;
  /** The people it names, at most 10 who may read the content. */
  readonly mentionIds?: ReadonlyArray<string> | null | undefined;
  /** Where: a field, or a block of the body, such as body[3]. */
  readonly path: string;
  /** The words it is about; what is longer than 500 characters is cut. */
  readonly quote: string;
  /** The comment it answers. */
  readonly replyTo?: string | null | undefined;
  /** The number of the revision that is looked at. */
  readonly revision: number;
  /** From which UTF-16 unit of that text. */
  readonly start: number;
  /** What is said, 1 to 1000 characters. */
  readonly text: string;
};

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
  /** 成效数据. Figures before and after. */
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

/** What is typed into a content and not saved: only what changes. Fields of other kinds are passed over. */
export type DraftChangesInput = {
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
  /** 成效. What came of it. */
  readonly effect?: string | null | undefined;
  /** 成效数据. Figures before and after. */
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
  /** 标题. */
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

/** What was typed so far. */
export type KeepWorkingCopyInput = {
  /** The number of the revision it began from. */
  readonly baseRevision: number;
  /** The changed fields as a JSON object, at most two million characters. */
  readonly changes: string;
  /** The content. */
  readonly contentId: string;
};

/** What readers see of the content. */
export type PublicationState =
  /** Its released version. */
  | 'PUBLISHED'
  /** Nothing any more. */
  | 'RETRACTED'
  /** Nothing yet. */
  | 'UNPUBLISHED';

/** An earlier revision to bring back. */
export type RestoreRevisionInput = {
  /** The number of the newest revision, as you saw it. */
  readonly expectedRevision: number;
  /** The content. */
  readonly id: string;
  /** The number of the revision to bring back. */
  readonly number: number;
};

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
  /** 成效数据. Figures before and after. */
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
    | { readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly occurredAt: string | null, readonly shareTitle: string | null, readonly shareDescription: string | null, readonly relatedIds: ReadonlyArray<string>, readonly cover: { readonly id: string } | null, readonly shareImage: { readonly id: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string }>, readonly unit: { readonly id: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
    | { readonly problem: string | null, readonly measure: string | null, readonly effect: string | null, readonly isRepeatable: boolean | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly occurredAt: string | null, readonly shareTitle: string | null, readonly shareDescription: string | null, readonly relatedIds: ReadonlyArray<string>, readonly figures: ReadonlyArray<{ readonly name: string, readonly before: string, readonly after: string }> | null, readonly cover: { readonly id: string } | null, readonly shareImage: { readonly id: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string }>, readonly unit: { readonly id: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
    | { readonly videoId: string | null, readonly durationSeconds: number | null, readonly transcript: string | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly occurredAt: string | null, readonly shareTitle: string | null, readonly shareDescription: string | null, readonly relatedIds: ReadonlyArray<string>, readonly cover: { readonly id: string } | null, readonly shareImage: { readonly id: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string }>, readonly unit: { readonly id: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
   };

export type EditedContent_Article_Fragment = { readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly occurredAt: string | null, readonly shareTitle: string | null, readonly shareDescription: string | null, readonly relatedIds: ReadonlyArray<string>, readonly cover: { readonly id: string } | null, readonly shareImage: { readonly id: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string }>, readonly unit: { readonly id: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null };

export type EditedContent_Case_Fragment = { readonly problem: string | null, readonly measure: string | null, readonly effect: string | null, readonly isRepeatable: boolean | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly occurredAt: string | null, readonly shareTitle: string | null, readonly shareDescription: string | null, readonly relatedIds: ReadonlyArray<string>, readonly figures: ReadonlyArray<{ readonly name: string, readonly before: string, readonly after: string }> | null, readonly cover: { readonly id: string } | null, readonly shareImage: { readonly id: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string }>, readonly unit: { readonly id: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null };

export type EditedContent_Video_Fragment = { readonly videoId: string | null, readonly durationSeconds: number | null, readonly transcript: string | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly occurredAt: string | null, readonly shareTitle: string | null, readonly shareDescription: string | null, readonly relatedIds: ReadonlyArray<string>, readonly cover: { readonly id: string } | null, readonly shareImage: { readonly id: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string }>, readonly unit: { readonly id: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null };

export type EditedContentFragment =
  | EditedContent_Article_Fragment
  | EditedContent_Case_Fragment
  | EditedContent_Video_Fragment
;

export type EditorTopicsQueryVariables = Exact<{ [key: string]: never; }>;


export type EditorTopicsQuery = { readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string, readonly parentId: string | null, readonly path: ReadonlyArray<string>, readonly order: number, readonly archivedAt: string | null }> };

export type EditorRelatedQueryVariables = Exact<{
  id: string;
}>;


export type EditorRelatedQuery = { readonly content:
    | { readonly id: string, readonly title: string, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState } | null }
    | { readonly id: string, readonly title: string, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState } | null }
    | { readonly id: string, readonly title: string, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState } | null }
   };

export type EditorFindRelatedQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type EditorFindRelatedQuery = { readonly contents: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly unit: { readonly shortName: string } | null }
      | { readonly id: string, readonly title: string, readonly unit: { readonly shortName: string } | null }
      | { readonly id: string, readonly title: string, readonly unit: { readonly shortName: string } | null }
    > } };

export type EditorChecksQueryVariables = Exact<{
  id: string;
  changes?: Schema.DraftChangesInput | null | undefined;
}>;


export type EditorChecksQuery = { readonly checkContent: { readonly dictionaryVersion: string, readonly findings: ReadonlyArray<{ readonly key: string, readonly severity: Schema.FindingSeverity, readonly path: string, readonly start: number, readonly end: number, readonly message: string, readonly messageEn: string, readonly excerpt: string, readonly suggestion: string | null, readonly dictionaryVersion: string | null }> } };

export type EditorPreviewQueryVariables = Exact<{
  id: string;
  changes?: Schema.DraftChangesInput | null | undefined;
}>;


export type EditorPreviewQuery = { readonly previewDraft: { readonly sitePage: string, readonly wechat: { readonly title: string, readonly summary: string, readonly author: string, readonly html: string, readonly problem: string | null } | null, readonly feed: { readonly title: string, readonly summary: string, readonly author: string, readonly html: string, readonly problem: string | null } | null } };

export type EditorWorkingCopyQueryVariables = Exact<{
  contentId: string;
}>;


export type EditorWorkingCopyQuery = { readonly workingCopy: { readonly baseRevision: number, readonly changes: string, readonly savedAt: string } | null };

export type KeepWorkingCopyMutationVariables = Exact<{
  input: Schema.KeepWorkingCopyInput;
}>;


export type KeepWorkingCopyMutation = { readonly keepWorkingCopy: { readonly savedAt: string, readonly newestRevision: number, readonly newestSavedByName: string } };

export type DropWorkingCopyMutationVariables = Exact<{
  contentId: string;
}>;


export type DropWorkingCopyMutation = { readonly dropWorkingCopy: boolean };

export type TakeLockMutationVariables = Exact<{
  id: string;
  takeOver: boolean;
}>;


export type TakeLockMutation = { readonly takeLock:
    | { readonly id: string, readonly editorial: { readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
    | { readonly id: string, readonly editorial: { readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
    | { readonly id: string, readonly editorial: { readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null }
   };

export type ReleaseLockMutationVariables = Exact<{
  id: string;
}>;


export type ReleaseLockMutation = { readonly releaseLock:
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
   };

export type EditorHistoryQueryVariables = Exact<{
  contentId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EditorHistoryQuery = { readonly revisions: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: number, readonly title: string, readonly createdByName: string, readonly createdAt: string, readonly restoredFrom: number | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type EditorDiffQueryVariables = Exact<{
  contentId: string;
  from: number;
  to: number;
}>;


export type EditorDiffQuery = { readonly revisionDiff: { readonly body: ReadonlyArray<Record<string, unknown>>, readonly fields: ReadonlyArray<{ readonly field: string, readonly before: string | null, readonly after: string | null }> } };

export type RestoreRevisionMutationVariables = Exact<{
  input: Schema.RestoreRevisionInput;
}>;


export type RestoreRevisionMutation = { readonly restoreRevision:
    | { readonly id: string, readonly editorial: { readonly revision: number } | null }
    | { readonly id: string, readonly editorial: { readonly revision: number } | null }
    | { readonly id: string, readonly editorial: { readonly revision: number } | null }
   };

export type ShownCommentFragment = { readonly id: string, readonly contentId: string, readonly revision: number, readonly path: string, readonly start: number, readonly end: number, readonly quote: string, readonly text: string, readonly replyTo: string | null, readonly mentionIds: ReadonlyArray<string>, readonly by: string, readonly byName: string, readonly at: string, readonly resolvedByName: string | null, readonly resolvedAt: string | null };

export type EditorCommentsQueryVariables = Exact<{
  contentId: string;
}>;


export type EditorCommentsQuery = { readonly comments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly contentId: string, readonly revision: number, readonly path: string, readonly start: number, readonly end: number, readonly quote: string, readonly text: string, readonly replyTo: string | null, readonly mentionIds: ReadonlyArray<string>, readonly by: string, readonly byName: string, readonly at: string, readonly resolvedByName: string | null, readonly resolvedAt: string | null }> } };

export type EditorColleaguesQueryVariables = Exact<{
  contentId: string;
  text?: string | null | undefined;
}>;


export type EditorColleaguesQuery = { readonly colleagues: ReadonlyArray<{ readonly id: string, readonly name: string, readonly unit: { readonly shortName: string } | null }> };

export type AddCommentMutationVariables = Exact<{
  input: Schema.AddCommentInput;
}>;


export type AddCommentMutation = { readonly addComment: { readonly id: string, readonly contentId: string, readonly revision: number, readonly path: string, readonly start: number, readonly end: number, readonly quote: string, readonly text: string, readonly replyTo: string | null, readonly mentionIds: ReadonlyArray<string>, readonly by: string, readonly byName: string, readonly at: string, readonly resolvedByName: string | null, readonly resolvedAt: string | null } };

export type ResolveCommentMutationVariables = Exact<{
  id: string;
  isResolved: boolean;
}>;


export type ResolveCommentMutation = { readonly resolveComment: { readonly id: string, readonly contentId: string, readonly revision: number, readonly path: string, readonly start: number, readonly end: number, readonly quote: string, readonly text: string, readonly replyTo: string | null, readonly mentionIds: ReadonlyArray<string>, readonly by: string, readonly byName: string, readonly at: string, readonly resolvedByName: string | null, readonly resolvedAt: string | null } };

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


export type UpdateArticleMutation = { readonly updateArticle: { readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly occurredAt: string | null, readonly shareTitle: string | null, readonly shareDescription: string | null, readonly relatedIds: ReadonlyArray<string>, readonly cover: { readonly id: string } | null, readonly shareImage: { readonly id: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string }>, readonly unit: { readonly id: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null } };

export type UpdateCaseMutationVariables = Exact<{
  input: Schema.UpdateCaseInput;
}>;


export type UpdateCaseMutation = { readonly updateCase: { readonly problem: string | null, readonly measure: string | null, readonly effect: string | null, readonly isRepeatable: boolean | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly occurredAt: string | null, readonly shareTitle: string | null, readonly shareDescription: string | null, readonly relatedIds: ReadonlyArray<string>, readonly figures: ReadonlyArray<{ readonly name: string, readonly before: string, readonly after: string }> | null, readonly cover: { readonly id: string } | null, readonly shareImage: { readonly id: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string }>, readonly unit: { readonly id: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null } };

export type UpdateVideoMutationVariables = Exact<{
  input: Schema.UpdateVideoInput;
}>;


export type UpdateVideoMutation = { readonly updateVideo: { readonly videoId: string | null, readonly durationSeconds: number | null, readonly transcript: string | null, readonly id: string, readonly title: string, readonly shortTitle: string | null, readonly summary: string, readonly body: Record<string, unknown>, readonly author: string | null, readonly source: string | null, readonly isOriginal: boolean, readonly place: string | null, readonly importance: number, readonly tags: ReadonlyArray<string>, readonly occurredAt: string | null, readonly shareTitle: string | null, readonly shareDescription: string | null, readonly relatedIds: ReadonlyArray<string>, readonly cover: { readonly id: string } | null, readonly shareImage: { readonly id: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string }>, readonly unit: { readonly id: string } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly editorial: { readonly revision: number, readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly isArchived: boolean, readonly possibleActions: ReadonlyArray<Schema.ContentAction>, readonly releasedVersion: number | null, readonly savedAt: string, readonly savedByName: string, readonly schedule: { readonly at: string, readonly timeZone: string } | null, readonly lock: { readonly personId: string, readonly name: string, readonly until: string } | null } | null } };

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
  occurredAt
  shareTitle
  shareDescription
  relatedIds
  cover {
    id
  }
  shareImage {
    id
  }
  attachments {
    id
  }
  unit {
    id
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
    possibleActions
    releasedVersion
    savedAt
    savedByName
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
  ... on Case {
    problem
    measure
    effect
    isRepeatable
    figures {
      name
      before
      after
    }
  }
  ... on Video {
    videoId
    durationSeconds
    transcript
  }
}
    `, {"fragmentName":"EditedContent"}) as unknown as TypedDocumentString<EditedContentFragment, unknown>;
export const ShownCommentFragmentDoc = new TypedDocumentString(`
    fragment ShownComment on Comment {
  id
  contentId
  revision
  path
  start
  end
  quote
  text
  replyTo
  mentionIds
  by
  byName
  at
  resolvedByName
  resolvedAt
}
    `, {"fragmentName":"ShownComment"}) as unknown as TypedDocumentString<ShownCommentFragment, unknown>;
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
  occurredAt
  shareTitle
  shareDescription
  relatedIds
  cover {
    id
  }
  shareImage {
    id
  }
  attachments {
    id
  }
  unit {
    id
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
    possibleActions
    releasedVersion
    savedAt
    savedByName
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
  ... on Case {
    problem
    measure
    effect
    isRepeatable
    figures {
      name
      before
      after
    }
  }
  ... on Video {
    videoId
    durationSeconds
    transcript
  }
}`) as unknown as TypedDocumentString<EditorContentQuery, EditorContentQueryVariables>;
export const EditorTopicsDocument = new TypedDocumentString(`
    query EditorTopics {
  topics(withArchived: true) {
    id
    name
    parentId
    path
    order
    archivedAt
  }
}
    `) as unknown as TypedDocumentString<EditorTopicsQuery, EditorTopicsQueryVariables>;
export const EditorRelatedDocument = new TypedDocumentString(`
    query EditorRelated($id: ID!) {
  content(id: $id, perspective: DRAFT) {
    id
    title
    editorial {
      workflow
      publication
    }
  }
}
    `) as unknown as TypedDocumentString<EditorRelatedQuery, EditorRelatedQueryVariables>;
export const EditorFindRelatedDocument = new TypedDocumentString(`
    query EditorFindRelated($text: String) {
  contents(
    perspective: DRAFT
    filter: {text: $text}
    orderBy: UPDATED_AT_DESC
    first: 20
  ) {
    nodes {
      id
      title
      unit {
        shortName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EditorFindRelatedQuery, EditorFindRelatedQueryVariables>;
export const EditorChecksDocument = new TypedDocumentString(`
    query EditorChecks($id: ID!, $changes: DraftChangesInput) {
  checkContent(id: $id, changes: $changes) {
    dictionaryVersion
    findings {
      key
      severity
      path
      start
      end
      message
      messageEn
      excerpt
      suggestion
      dictionaryVersion
    }
  }
}
    `) as unknown as TypedDocumentString<EditorChecksQuery, EditorChecksQueryVariables>;
export const EditorPreviewDocument = new TypedDocumentString(`
    query EditorPreview($id: ID!, $changes: DraftChangesInput) {
  previewDraft(id: $id, changes: $changes) {
    sitePage
    wechat {
      title
      summary
      author
      html
      problem
    }
    feed {
      title
      summary
      author
      html
      problem
    }
  }
}
    `) as unknown as TypedDocumentString<EditorPreviewQuery, EditorPreviewQueryVariables>;
export const EditorWorkingCopyDocument = new TypedDocumentString(`
    query EditorWorkingCopy($contentId: ID!) {
  workingCopy(contentId: $contentId) {
    baseRevision
    changes
    savedAt
  }
}
    `) as unknown as TypedDocumentString<EditorWorkingCopyQuery, EditorWorkingCopyQueryVariables>;
export const KeepWorkingCopyDocument = new TypedDocumentString(`
    mutation KeepWorkingCopy($input: KeepWorkingCopyInput!) {
  keepWorkingCopy(input: $input) {
    savedAt
    newestRevision
    newestSavedByName
  }
}
    `) as unknown as TypedDocumentString<KeepWorkingCopyMutation, KeepWorkingCopyMutationVariables>;
export const DropWorkingCopyDocument = new TypedDocumentString(`
    mutation DropWorkingCopy($contentId: ID!) {
  dropWorkingCopy(contentId: $contentId)
}
    `) as unknown as TypedDocumentString<DropWorkingCopyMutation, DropWorkingCopyMutationVariables>;
export const TakeLockDocument = new TypedDocumentString(`
    mutation TakeLock($id: ID!, $takeOver: Boolean!) {
  takeLock(id: $id, takeOver: $takeOver) {
    id
    editorial {
      lock {
        personId
        name
        until
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TakeLockMutation, TakeLockMutationVariables>;
export const ReleaseLockDocument = new TypedDocumentString(`
    mutation ReleaseLock($id: ID!) {
  releaseLock(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<ReleaseLockMutation, ReleaseLockMutationVariables>;
export const EditorHistoryDocument = new TypedDocumentString(`
    query EditorHistory($contentId: ID!, $first: Int, $after: String) {
  revisions(contentId: $contentId, first: $first, after: $after) {
    totalCount
    nodes {
      id
      number
      title
      createdByName
      createdAt
      restoredFrom
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<EditorHistoryQuery, EditorHistoryQueryVariables>;
export const EditorDiffDocument = new TypedDocumentString(`
    query EditorDiff($contentId: ID!, $from: Int!, $to: Int!) {
  revisionDiff(contentId: $contentId, from: $from, to: $to) {
    fields {
      field
      before
      after
    }
    body
  }
}
    `) as unknown as TypedDocumentString<EditorDiffQuery, EditorDiffQueryVariables>;
export const RestoreRevisionDocument = new TypedDocumentString(`
    mutation RestoreRevision($input: RestoreRevisionInput!) {
  restoreRevision(input: $input) {
    id
    editorial {
      revision
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreRevisionMutation, RestoreRevisionMutationVariables>;
export const EditorCommentsDocument = new TypedDocumentString(`
    query EditorComments($contentId: ID!) {
  comments(contentId: $contentId, first: 100) {
    nodes {
      ...ShownComment
    }
  }
}
    fragment ShownComment on Comment {
  id
  contentId
  revision
  path
  start
  end
  quote
  text
  replyTo
  mentionIds
  by
  byName
  at
  resolvedByName
  resolvedAt
}`) as unknown as TypedDocumentString<EditorCommentsQuery, EditorCommentsQueryVariables>;
export const EditorColleaguesDocument = new TypedDocumentString(`
    query EditorColleagues($contentId: ID!, $text: String) {
  colleagues(contentId: $contentId, text: $text) {
    id
    name
    unit {
      shortName
    }
  }
}
    `) as unknown as TypedDocumentString<EditorColleaguesQuery, EditorColleaguesQueryVariables>;
export const AddCommentDocument = new TypedDocumentString(`
    mutation AddComment($input: AddCommentInput!) {
  addComment(input: $input) {
    ...ShownComment
  }
}
    fragment ShownComment on Comment {
  id
  contentId
  revision
  path
  start
  end
  quote
  text
  replyTo
  mentionIds
  by
  byName
  at
  resolvedByName
  resolvedAt
}`) as unknown as TypedDocumentString<AddCommentMutation, AddCommentMutationVariables>;
export const ResolveCommentDocument = new TypedDocumentString(`
    mutation ResolveComment($id: ID!, $isResolved: Boolean!) {
  resolveComment(id: $id, isResolved: $isResolved) {
    ...ShownComment
  }
}
    fragment ShownComment on Comment {
  id
  contentId
  revision
  path
  start
  end
  quote
  text
  replyTo
  mentionIds
  by
  byName
  at
  resolvedByName
  resolvedAt
}`) as unknown as TypedDocumentString<ResolveCommentMutation, ResolveCommentMutationVariables>;
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
  occurredAt
  shareTitle
  shareDescription
  relatedIds
  cover {
    id
  }
  shareImage {
    id
  }
  attachments {
    id
  }
  unit {
    id
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
    possibleActions
    releasedVersion
    savedAt
    savedByName
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
  ... on Case {
    problem
    measure
    effect
    isRepeatable
    figures {
      name
      before
      after
    }
  }
  ... on Video {
    videoId
    durationSeconds
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
  occurredAt
  shareTitle
  shareDescription
  relatedIds
  cover {
    id
  }
  shareImage {
    id
  }
  attachments {
    id
  }
  unit {
    id
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
    possibleActions
    releasedVersion
    savedAt
    savedByName
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
  ... on Case {
    problem
    measure
    effect
    isRepeatable
    figures {
      name
      before
      after
    }
  }
  ... on Video {
    videoId
    durationSeconds
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
  occurredAt
  shareTitle
  shareDescription
  relatedIds
  cover {
    id
  }
  shareImage {
    id
  }
  attachments {
    id
  }
  unit {
    id
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
    possibleActions
    releasedVersion
    savedAt
    savedByName
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
  ... on Case {
    problem
    measure
    effect
    isRepeatable
    figures {
      name
      before
      after
    }
  }
  ... on Video {
    videoId
    durationSeconds
    transcript
  }
}`) as unknown as TypedDocumentString<UpdateVideoMutation, UpdateVideoMutationVariables>;
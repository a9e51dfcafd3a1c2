export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar.This scalar is serialized to a string in ISO 8601 format and parsed from a string in ISO 8601 format. */
  DateTimeISO: { input: string; output: string; }
  /** The `JSONObject` scalar type represents JSON objects as specified by [ECMA-404](http://www.ecma-international.org/publications/files/ECMA-ST/ECMA-404.pdf). */
  JSONObject: { input: Record<string, unknown>; output: Record<string, unknown>; }
};

/** What kind of actor did something. */
export type ActorType =
  /** Somebody who was not signed in. */
  | 'ANONYMOUS'
  /** A machine with an API key. */
  | 'API_KEY'
  /** A person who was signed in. */
  | 'PERSON'
  /** The product itself, in a job or a reaction. */
  | 'SYSTEM';

/** A comment on a passage. */
export type AddCommentInput = {
  /** The content. */
  readonly contentId: Scalars['ID']['input'];
  /** To which, exclusive. */
  readonly end: Scalars['Int']['input'];
  /** The people it names, at most 10 who may read the content. */
  readonly mentionIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Where: a field, or a block of the body, such as body[3]. */
  readonly path: Scalars['String']['input'];
  /** The words it is about; what is longer than 500 characters is cut. */
  readonly quote: Scalars['String']['input'];
  /** The comment it answers. */
  readonly replyTo?: InputMaybe<Scalars['ID']['input']>;
  /** The number of the revision that is looked at. */
  readonly revision: Scalars['Int']['input'];
  /** From which UTF-16 unit of that text. */
  readonly start: Scalars['Int']['input'];
  /** What is said, 1 to 1000 characters. */
  readonly text: Scalars['String']['input'];
};

/** Subtitles for a video: as text, or as a file of the library. */
export type AddSubtitlesInput = {
  /** The video. */
  readonly assetId: Scalars['ID']['input'];
  /** Instead of text: an asset that holds it. */
  readonly fileAssetId?: InputMaybe<Scalars['ID']['input']>;
  /** Their name in the reader's menu, such as 简体中文; at most 40 characters. */
  readonly label: Scalars['String']['input'];
  /** Their language, such as zh-CN; subtitles of the same language give way. */
  readonly language: Scalars['String']['input'];
  /** WebVTT or SRT, at most 1,000,000 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** A part that the storage has taken. */
export type ArrivedPartInput = {
  /** The ETag that the storage answered with. */
  readonly etag: Scalars['String']['input'];
  /** Its number, from 1. */
  readonly number: Scalars['Int']['input'];
};

/** Which assets a list shows. All conditions must hold. */
export type AssetFilter = {
  /** Uploaded before this time. */
  readonly createdBefore?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** Uploaded at or after this time. */
  readonly createdFrom?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** True for pictures without alt text. */
  readonly isWithoutAlt?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of one of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<AssetKind>>;
  /** How long it may be used. */
  readonly rights?: InputMaybe<RightsState>;
  /** Words of its name, alt text, credit, author or source, at most 100 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Of this unit. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
};

/** What a file is, judged by its bytes. */
export type AssetKind =
  /** An attachment. */
  | 'FILE'
  /** A picture. */
  | 'IMAGE'
  /** A film. */
  | 'VIDEO';

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

/** Which entries of the audit trail to list. Every condition must hold. */
export type AuditFilter = {
  /** Only this action, such as content.publish. */
  readonly action?: InputMaybe<Scalars['String']['input']>;
  /** Only what this actor did. */
  readonly actorId?: InputMaybe<Scalars['ID']['input']>;
  /** Only before this time. */
  readonly before?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** Only from this time on. */
  readonly from?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** Only what was done to this thing. */
  readonly subjectId?: InputMaybe<Scalars['ID']['input']>;
  /** Only what was done to things of this type, such as Article. */
  readonly subjectType?: InputMaybe<Scalars['String']['input']>;
};

/** A file that is to go in parts straight to the storage. */
export type BeginDirectUploadInput = {
  /** What the sender takes it for, such as video/mp4; its bytes decide in the end. */
  readonly contentType?: InputMaybe<Scalars['String']['input']>;
  /** Its name. */
  readonly filename: Scalars['String']['input'];
  /** Its size in bytes. */
  readonly size: Scalars['Float']['input'];
  /** Whose it is to be, for those who may send for other units; one's own unit's when absent. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
};

/** Which cases to list; all conditions together. */
export type CaseFilter = {
  /** 作者. */
  readonly author?: InputMaybe<StringFilter>;
  /** Who began it (draft perspective). */
  readonly createdBy?: InputMaybe<IdFilter>;
  /** These contents. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 重要程度. */
  readonly importance?: InputMaybe<IntFilter>;
  /** Put away or not (draft perspective); not, when absent. */
  readonly isArchived?: InputMaybe<Scalars['Boolean']['input']>;
  /** 原创. */
  readonly isOriginal?: InputMaybe<Scalars['Boolean']['input']>;
  /** 可复制推广. Whether other places can do the same. */
  readonly isRepeatable?: InputMaybe<Scalars['Boolean']['input']>;
  /** Kinds: article, case, video. */
  readonly kinds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 地点. */
  readonly place?: InputMaybe<StringFilter>;
  /** What readers see (draft perspective). */
  readonly publication?: InputMaybe<ReadonlyArray<PublicationState>>;
  /** When readers first saw it (published perspective). */
  readonly publishedAt?: InputMaybe<TimeFilter>;
  /** 标签: has it. */
  readonly tag?: InputMaybe<StringFilter>;
  /** 全文检索: holds all these words, anywhere; at most 100 characters. Sorted as the list is; `search` sorts by likeness. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** 宣传重点: filed under this topic or one below it. */
  readonly topicId?: InputMaybe<Scalars['ID']['input']>;
  /** 单位. */
  readonly unitId?: InputMaybe<IdFilter>;
  /** When what is shown was last changed. */
  readonly updatedAt?: InputMaybe<TimeFilter>;
  /** Where the newest revision stands (draft perspective). */
  readonly workflow?: InputMaybe<ReadonlyArray<Workflow>>;
};

/** A change of one's own password. */
export type ChangePasswordInput = {
  /** The password used until now. */
  readonly currentPassword: Scalars['String']['input'];
  /** The new one: 10 to 128 characters, not easily guessed, without the login. */
  readonly newPassword: Scalars['String']['input'];
};

/** How an operation ended. */
export type ChannelOperationOutcome =
  /** It was done. */
  | 'DONE'
  /** Nothing was changed: the message says why. */
  | 'REFUSED'
  /** It may have been done. Doing it again is harmless. */
  | 'UNKNOWN';

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

/** An upload all of whose parts have arrived. */
export type CompleteDirectUploadInput = {
  /** Parts that have arrived and were not told yet. */
  readonly arrived?: InputMaybe<ReadonlyArray<ArrivedPartInput>>;
  /** The upload. */
  readonly id: Scalars['ID']['input'];
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

/** Which contents to list; all conditions together. */
export type ContentFilter = {
  /** 作者. */
  readonly author?: InputMaybe<StringFilter>;
  /** Who began it (draft perspective). */
  readonly createdBy?: InputMaybe<IdFilter>;
  /** These contents. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 重要程度. */
  readonly importance?: InputMaybe<IntFilter>;
  /** Put away or not (draft perspective); not, when absent. */
  readonly isArchived?: InputMaybe<Scalars['Boolean']['input']>;
  /** 原创. */
  readonly isOriginal?: InputMaybe<Scalars['Boolean']['input']>;
  /** Kinds: article, case, video. */
  readonly kinds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 地点. */
  readonly place?: InputMaybe<StringFilter>;
  /** What readers see (draft perspective). */
  readonly publication?: InputMaybe<ReadonlyArray<PublicationState>>;
  /** When readers first saw it (published perspective). */
  readonly publishedAt?: InputMaybe<TimeFilter>;
  /** 标签: has it. */
  readonly tag?: InputMaybe<StringFilter>;
  /** 全文检索: holds all these words, anywhere; at most 100 characters. Sorted as the list is; `search` sorts by likeness. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** 宣传重点: filed under this topic or one below it. */
  readonly topicId?: InputMaybe<Scalars['ID']['input']>;
  /** 单位. */
  readonly unitId?: InputMaybe<IdFilter>;
  /** When what is shown was last changed. */
  readonly updatedAt?: InputMaybe<TimeFilter>;
  /** Where the newest revision stands (draft perspective). */
  readonly workflow?: InputMaybe<ReadonlyArray<Workflow>>;
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

/** A correction of what is published. */
export type CorrectContentInput = {
  /** The IANA time zone to show the embargo in; Asia/Shanghai when left out. */
  readonly embargoTimeZone?: InputMaybe<Scalars['String']['input']>;
  /** 禁发至: receivers get it now but may not run it before; readers here see it then. Absent: no embargo. */
  readonly embargoedUntil?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** The content. Its approved revision replaces the published one, everywhere. */
  readonly id: Scalars['ID']['input'];
  /** What was wrong, as receivers are told; 1 to 500 characters. */
  readonly note: Scalars['String']['input'];
  /** 定向分发. Left out: by the rules alone; of a correction, as the version before it. */
  readonly targets?: InputMaybe<DeliveryTargetsInput>;
};

/** Which records to list. */
export type CoverageFilter = {
  /** Of this content. */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /** At this destination. */
  readonly destinationId?: InputMaybe<Scalars['ID']['input']>;
  /** Ran at or after. */
  readonly since?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** Ran before. */
  readonly until?: InputMaybe<Scalars['DateTimeISO']['input']>;
};

/** How we know that it ran. */
export type CoverageSource =
  /** The outlet answered a delivery with its address. */
  | 'DELIVERY'
  /** A person recorded it. */
  | 'MANUAL'
  /** The partner reported it. */
  | 'RECEIPT';

/** A new API key. */
export type CreateApiKeyInput = {
  /** Makes it the key of a partner outlet, which speaks for this destination. Needs destination.manage. */
  readonly destinationId?: InputMaybe<Scalars['ID']['input']>;
  /** When it ends by itself, within 730 days. A year from now when left out. */
  readonly expiresAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** What it is for, at most 60 characters. */
  readonly name: Scalars['String']['input'];
  /** The permissions it carries: some of your own (or of the role PARTNER, with a destination). Signing reviews and managing people or keys cannot be among them. */
  readonly scopes: ReadonlyArray<Scalars['String']['input']>;
};

/** A new article. */
export type CreateArticleInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 作者, at most 60 characters. */
  readonly author?: InputMaybe<Scalars['String']['input']>;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: InputMaybe<Scalars['JSONObject']['input']>;
  /** 封面, an asset. */
  readonly coverId?: InputMaybe<Scalars['ID']['input']>;
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: InputMaybe<Scalars['Int']['input']>;
  /** 原创. */
  readonly isOriginal?: InputMaybe<Scalars['Boolean']['input']>;
  /** When what it tells of happened. */
  readonly occurredAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** 地点, at most 60 characters. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** 相关内容, at most 30. */
  readonly relatedIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: InputMaybe<Scalars['String']['input']>;
  /** Picture where it is shared. */
  readonly shareImageId?: InputMaybe<Scalars['ID']['input']>;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: InputMaybe<Scalars['String']['input']>;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: InputMaybe<Scalars['String']['input']>;
  /** 来源, at most 100 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** 摘要, at most 500 characters. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 标题, at most 100 characters. */
  readonly title: Scalars['String']['input'];
  /** 宣传重点, at most 10. */
  readonly topicIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 单位; one's own when absent. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
};

/** A new case. */
export type CreateCaseInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 作者, at most 60 characters. */
  readonly author?: InputMaybe<Scalars['String']['input']>;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: InputMaybe<Scalars['JSONObject']['input']>;
  /** 封面, an asset. */
  readonly coverId?: InputMaybe<Scalars['ID']['input']>;
  /** 成效. What came of it. */
  readonly effect?: InputMaybe<Scalars['String']['input']>;
  /** 成效数据. Figures before and after. */
  readonly figures?: InputMaybe<ReadonlyArray<FigureChangeInput>>;
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: InputMaybe<Scalars['Int']['input']>;
  /** 原创. */
  readonly isOriginal?: InputMaybe<Scalars['Boolean']['input']>;
  /** 可复制推广. Whether other places can do the same. */
  readonly isRepeatable?: InputMaybe<Scalars['Boolean']['input']>;
  /** 措施. What was done. */
  readonly measure?: InputMaybe<Scalars['String']['input']>;
  /** When what it tells of happened. */
  readonly occurredAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** 地点, at most 60 characters. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** 问题. What people had to put up with before. */
  readonly problem?: InputMaybe<Scalars['String']['input']>;
  /** 相关内容, at most 30. */
  readonly relatedIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: InputMaybe<Scalars['String']['input']>;
  /** Picture where it is shared. */
  readonly shareImageId?: InputMaybe<Scalars['ID']['input']>;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: InputMaybe<Scalars['String']['input']>;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: InputMaybe<Scalars['String']['input']>;
  /** 来源, at most 100 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** 摘要, at most 500 characters. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 标题, at most 100 characters. */
  readonly title: Scalars['String']['input'];
  /** 宣传重点, at most 10. */
  readonly topicIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 单位; one's own when absent. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
};

/** A block to be set up. */
export type CreateDeliveryBlockInput = {
  /** The kinds of outlet it holds for. With destinationIds also left out: all. */
  readonly channelIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What it keeps back. It must ask for something. */
  readonly condition: RuleConditionInput;
  /** The destinations it holds for. With channelIds also left out: all. */
  readonly destinationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Why, 1 to 200 characters: shown wherever it keeps something back. */
  readonly reason: Scalars['String']['input'];
};

/** Several contents that go to one destination as one. */
export type CreateDeliveryBundleInput = {
  /** The contents, in their order: what readers see of them now. The first leads. */
  readonly contentIds: ReadonlyArray<Scalars['ID']['input']>;
  /** The destination. Its channel must take bundles (`Channel.mostParts`). */
  readonly destinationId: Scalars['ID']['input'];
};

/** An outlet to be set up. */
export type CreateDestinationInput = {
  /** The kind of outlet: the id of a channel. */
  readonly channelId: Scalars['String']['input'];
  /** How many deliveries may run at once; 4 when left out. */
  readonly concurrency?: InputMaybe<Scalars['Int']['input']>;
  /** Its name, at most 100 characters. */
  readonly name: Scalars['String']['input'];
  /** How many attempts may begin in one minute; no limit when left out. */
  readonly ratePerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** What it takes; everything, when left out. */
  readonly rule?: InputMaybe<RuleInput>;
  /** Its settings, as the channel's schema has them, secrets among them. Secrets can be written, never read. */
  readonly settings: Scalars['JSONObject']['input'];
  /** Its name in addresses: lower-case letters, digits and hyphens, unique. */
  readonly slug: Scalars['String']['input'];
};

/** A new person. */
export type CreatePersonInput = {
  /** Their e-mail address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** What they sign in with: 3 to 32 letters, digits, dots, underscores and hyphens; lower-cased; never changed. */
  readonly login: Scalars['String']['input'];
  /** Their name, at most 30 characters. */
  readonly name: Scalars['String']['input'];
  /** Their telephone number. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Their roles, at least one; PARTNER is not a person's. */
  readonly roles: ReadonlyArray<Role>;
  /** The active unit they belong to. Contributors need one. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
};

/** A new topic. */
export type CreateTopicInput = {
  /** Its name, 1 to 40 characters; no sibling has it. */
  readonly name: Scalars['String']['input'];
  /** Its place among its siblings; the last when absent. */
  readonly order?: InputMaybe<Scalars['Int']['input']>;
  /** The topic above it; none for a root. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Its name in addresses; made from the name when absent. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
};

/** A new unit. */
export type CreateUnitInput = {
  /** What kind of unit it is. */
  readonly kind: UnitKind;
  /** Its full name, unique, 2 to 60 characters. */
  readonly name: Scalars['String']['input'];
  /** Where it stands in lists: smaller numbers first. 0 when left out. */
  readonly order?: InputMaybe<Scalars['Int']['input']>;
  /** Its name in lists, at most 20 characters. The full name when left out. */
  readonly shortName?: InputMaybe<Scalars['String']['input']>;
};

/** A new video. */
export type CreateVideoInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 作者, at most 60 characters. */
  readonly author?: InputMaybe<Scalars['String']['input']>;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: InputMaybe<Scalars['JSONObject']['input']>;
  /** 封面, an asset. */
  readonly coverId?: InputMaybe<Scalars['ID']['input']>;
  /** 时长（秒）. Length in seconds. */
  readonly durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: InputMaybe<Scalars['Int']['input']>;
  /** 原创. */
  readonly isOriginal?: InputMaybe<Scalars['Boolean']['input']>;
  /** When what it tells of happened. */
  readonly occurredAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** 地点, at most 60 characters. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** 相关内容, at most 30. */
  readonly relatedIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: InputMaybe<Scalars['String']['input']>;
  /** Picture where it is shared. */
  readonly shareImageId?: InputMaybe<Scalars['ID']['input']>;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: InputMaybe<Scalars['String']['input']>;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: InputMaybe<Scalars['String']['input']>;
  /** 来源, at most 100 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** 摘要, at most 500 characters. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 标题, at most 100 characters. */
  readonly title: Scalars['String']['input'];
  /** 宣传重点, at most 10. */
  readonly topicIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 文字稿. What is said in the film. */
  readonly transcript?: InputMaybe<Scalars['String']['input']>;
  /** 单位; one's own when absent. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
  /** 视频文件. The film, an asset. */
  readonly videoId?: InputMaybe<Scalars['ID']['input']>;
};

/** The part of a picture for a preset, in fractions of its sides. */
export type CropInput = {
  /** Its height, above 0 and up to 1. */
  readonly height: Scalars['Float']['input'];
  /** Its left edge, from 0 to 1. */
  readonly left: Scalars['Float']['input'];
  /** The preset it is for. */
  readonly preset: RenditionPreset;
  /** Its upper edge, from 0 to 1. */
  readonly top: Scalars['Float']['input'];
  /** Its width, above 0 and up to 1. */
  readonly width: Scalars['Float']['input'];
};

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
  readonly action?: InputMaybe<DeliveryAction>;
  /** Of this content. */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this destination. */
  readonly destinationId?: InputMaybe<Scalars['ID']['input']>;
  /** True: only of destinations that are active. False: only of closed ones. */
  readonly isDestinationActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those that have been due for more than five minutes. */
  readonly isLate?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those that nothing but a person moves on: refused, given up, unclear, or waiting at a closed destination. */
  readonly needsPerson?: InputMaybe<Scalars['Boolean']['input']>;
  /** Planned at or after. */
  readonly since?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** In one of these states. */
  readonly states?: InputMaybe<ReadonlyArray<DeliveryState>>;
  /** Planned before. */
  readonly until?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** Of this version. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
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

/** 定向分发: who gets a release beside or instead of what the rules say. A block is stronger; who has an earlier version is always corrected. */
export type DeliveryTargetsInput = {
  /** These get it too, whatever their rules say. */
  readonly also?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** These do not get it. Who has an earlier version is still corrected. */
  readonly except?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** These get it and nobody else, whatever any rule says. Empty: no such limit. */
  readonly only?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What set an attempt going. */
export type DeliveryTrigger =
  /** A person. */
  | 'MANUAL'
  /** The schedule. */
  | 'SCHEDULED';

/** Why a destination gets a release, or why not. */
export type DestinationReason =
  /** 被拦截: a block keeps it back. Where an earlier version is there, that is a task for a person. */
  | 'BLOCKED'
  /** 已停用: nothing goes out to it. */
  | 'CLOSED'
  /** 有旧版: it has, or may have, an earlier version, so it is told. */
  | 'EARLIER_VERSION'
  /** 指定不发: it was left out of this release. */
  | 'EXCLUDED'
  /** 符合接收规则: its rule selects it. */
  | 'MATCHES_RULE'
  /** 对方没有: there is nothing to take back. */
  | 'NOTHING_THERE'
  /** 未指定: this release goes to chosen destinations only. */
  | 'NOT_TARGETED'
  /** 不符合接收规则: its rule does not select it. */
  | 'NO_MATCH'
  /** 定向: it was chosen for this release. */
  | 'TARGET';

/** A line of a dictionary. What its dictionary does not have is left out. */
export type DictionaryEntryInput = {
  /** Longer words that hold the term and are right; at most 20. */
  readonly exceptions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Wrong ways of writing a leader's name. */
  readonly misspellings?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Why; shown with the finding. At most 200 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** A leader's posts, the highest first. */
  readonly posts?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What to write instead; at most 100 characters. */
  readonly replacement?: InputMaybe<Scalars['String']['input']>;
  /** How much it weighs; it warns when absent. */
  readonly severity?: InputMaybe<FindingSeverity>;
  /** The word to look for, 2 to 60 characters; the name of a leader or a source. */
  readonly term: Scalars['String']['input'];
};

/** A dictionary of the checks. */
export type DictionaryName =
  /** 极限词: absolute claims. */
  | 'EXTREMES'
  /** 领导姓名职务: names and posts, in their order of precedence. */
  | 'LEADERS'
  /** 来源白名单: who may be quoted without asking. */
  | 'SOURCES'
  /** 错敏词: what is written wrongly, and what to write instead. */
  | 'WORDS';

/** What is typed into a content and not saved: only what changes. Fields of other kinds are passed over. */
export type DraftChangesInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 作者, at most 60 characters. */
  readonly author?: InputMaybe<Scalars['String']['input']>;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: InputMaybe<Scalars['JSONObject']['input']>;
  /** 封面, an asset. */
  readonly coverId?: InputMaybe<Scalars['ID']['input']>;
  /** 时长（秒）. Length in seconds. */
  readonly durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 成效. What came of it. */
  readonly effect?: InputMaybe<Scalars['String']['input']>;
  /** 成效数据. Figures before and after. */
  readonly figures?: InputMaybe<ReadonlyArray<FigureChangeInput>>;
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: InputMaybe<Scalars['Int']['input']>;
  /** 原创. */
  readonly isOriginal?: InputMaybe<Scalars['Boolean']['input']>;
  /** 可复制推广. Whether other places can do the same. */
  readonly isRepeatable?: InputMaybe<Scalars['Boolean']['input']>;
  /** 措施. What was done. */
  readonly measure?: InputMaybe<Scalars['String']['input']>;
  /** When what it tells of happened. */
  readonly occurredAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** 地点, at most 60 characters. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** 问题. What people had to put up with before. */
  readonly problem?: InputMaybe<Scalars['String']['input']>;
  /** 相关内容, at most 30. */
  readonly relatedIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: InputMaybe<Scalars['String']['input']>;
  /** Picture where it is shared. */
  readonly shareImageId?: InputMaybe<Scalars['ID']['input']>;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: InputMaybe<Scalars['String']['input']>;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: InputMaybe<Scalars['String']['input']>;
  /** 来源, at most 100 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** 摘要, at most 500 characters. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 标题. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** 宣传重点, at most 10. */
  readonly topicIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 文字稿. What is said in the film. */
  readonly transcript?: InputMaybe<Scalars['String']['input']>;
  /** 单位; one's own when absent. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
  /** 视频文件. The film, an asset. */
  readonly videoId?: InputMaybe<Scalars['ID']['input']>;
};

/** A figure before and after a measure. */
export type FigureChangeInput = {
  /** After. */
  readonly after: Scalars['String']['input'];
  /** Before. */
  readonly before: Scalars['String']['input'];
  /** What is measured. */
  readonly name: Scalars['String']['input'];
};

/** How far a film is. */
export type FilmState =
  /** Somebody stopped the work. */
  | 'CANCELLED'
  /** It cannot be made; the problem says why. */
  | 'FAILED'
  /** It can be played. */
  | 'READY'
  /** It is being worked on. */
  | 'RUNNING'
  /** Its turn has not come. */
  | 'WAITING';

/** How much a finding weighs. */
export type FindingSeverity =
  /** Nothing is signed until it is mended or overridden. */
  | 'BLOCK'
  /** To be looked at. */
  | 'WARN';

/** The point of a picture that no crop may lose. */
export type FocalPointInput = {
  /** From the left edge (0) to the right edge (1). */
  readonly x: Scalars['Float']['input'];
  /** From the upper edge (0) to the lower edge (1). */
  readonly y: Scalars['Float']['input'];
};

/** Conditions on an id. */
export type IdFilter = {
  /** Is this one. */
  readonly eq?: InputMaybe<Scalars['ID']['input']>;
  /** Is one of these, at most 100. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Conditions on a whole number. */
export type IntFilter = {
  /** Is this. */
  readonly eq?: InputMaybe<Scalars['Int']['input']>;
  /** Is at least this. */
  readonly gte?: InputMaybe<Scalars['Int']['input']>;
  /** Is at most this. */
  readonly lte?: InputMaybe<Scalars['Int']['input']>;
};

/** What was typed so far. */
export type KeepWorkingCopyInput = {
  /** The number of the revision it began from. */
  readonly baseRevision: Scalars['Int']['input'];
  /** The changed fields as a JSON object, at most two million characters. */
  readonly changes: Scalars['String']['input'];
  /** The content. */
  readonly contentId: Scalars['ID']['input'];
};

/** Which mass sends to list. */
export type MassSendFilter = {
  /** Of this content. */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this outlet. */
  readonly destinationId?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  readonly states?: InputMaybe<ReadonlyArray<MassSendState>>;
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

/** A new place for a topic, with all below it. */
export type MoveTopicInput = {
  /** The sibling it is to stand before; the last when absent. */
  readonly beforeId?: InputMaybe<Scalars['ID']['input']>;
  /** The topic. */
  readonly id: Scalars['ID']['input'];
  /** The topic it is to be below; none for a root. Never itself or one below it. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** How high an outlet stands. */
export type OutletLevel =
  /** 中央级. */
  | 'CENTRAL'
  /** 市级. */
  | 'CITY'
  /** 区县级. */
  | 'DISTRICT'
  /** 省级. */
  | 'PROVINCIAL';

/** An override of a blocking finding. */
export type OverrideFindingInput = {
  /** The finding. */
  readonly findingKey: Scalars['ID']['input'];
  /** Why it may pass; 2 to 1000 characters. */
  readonly reason: Scalars['String']['input'];
  /** The revision. */
  readonly revisionId: Scalars['ID']['input'];
};

/** What a partner did with what it received. */
export type PartnerReceiptOutcome =
  /** 采用: they will run it. */
  | 'ACCEPTED'
  /** 不采用: they will not run it. */
  | 'DECLINED'
  /** 已刊播: it ran. */
  | 'RAN';

/** Which people to list. Every condition must hold. */
export type PersonFilter = {
  /** Only those who may sign in, or only those who may not. */
  readonly isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only people with this role. */
  readonly role?: InputMaybe<Role>;
  /** Only people whose name or login contains this text. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Only people of this unit. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
};

/** Which of a content's two faces is shown. */
export type Perspective =
  /** The newest revision, published or not. Needs the permission content.read. */
  | 'DRAFT'
  /** What readers see. Open to everybody. */
  | 'PUBLISHED';

/** What to render, and with which settings. */
export type PreviewPayloadInput = {
  /** What would be done; a publication, when left out. */
  readonly action?: InputMaybe<DeliveryAction>;
  /** The kind of outlet, when no destination is named. */
  readonly channelId?: InputMaybe<Scalars['String']['input']>;
  /** The content; the newest release, when left out. */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /** The destination whose settings and secrets are taken where none are given. */
  readonly destinationId?: InputMaybe<Scalars['ID']['input']>;
  /** All its settings, as they would be saved. Secrets left out are the destination's. */
  readonly settings?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Its version; the newest, when left out. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/** How bad a problem is. */
export type ProblemGrade =
  /** A person should look at something. */
  | 'ATTENTION'
  /** Something does not work. */
  | 'TROUBLE';

/** What readers see of the content. */
export type PublicationState =
  /** Its released version. */
  | 'PUBLISHED'
  /** Nothing any more. */
  | 'RETRACTED'
  /** Nothing yet. */
  | 'UNPUBLISHED';

/** A publication. */
export type PublishContentInput = {
  /** The IANA time zone to show the embargo in; Asia/Shanghai when left out. */
  readonly embargoTimeZone?: InputMaybe<Scalars['String']['input']>;
  /** 禁发至: receivers get it now but may not run it before; readers here see it then. Absent: no embargo. */
  readonly embargoedUntil?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** The content. Its approved revision is published. */
  readonly id: Scalars['ID']['input'];
  /** 定向分发. Left out: by the rules alone; of a correction, as the version before it. */
  readonly targets?: InputMaybe<DeliveryTargetsInput>;
};

/** Where somebody saw that a content ran. */
export type RecordCoverageInput = {
  /** The content. */
  readonly contentId: Scalars['ID']['input'];
  /** How high the outlet stands. */
  readonly level?: InputMaybe<OutletLevel>;
  /** The outlet's name, at most 100 characters. */
  readonly outlet: Scalars['String']['input'];
  /** Where on the page or in the programme, at most 100 characters. */
  readonly position?: InputMaybe<Scalars['String']['input']>;
  /** When it ran; now, when left out. */
  readonly ranAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** Where it ran: an http or https address. */
  readonly url: Scalars['String']['input'];
};

/** A new name for a topic. */
export type RenameTopicInput = {
  /** The topic. */
  readonly id: Scalars['ID']['input'];
  /** Its name, 1 to 40 characters; no sibling has it. Its address stays. */
  readonly name: Scalars['String']['input'];
};

/** What a picture is cut and encoded for. */
export type RenditionPreset =
  /** Uncut, inside an article on the site. */
  | 'BODY'
  /** 16:10, for the site's cards. */
  | 'CARD'
  /** Uncut, with its credit written into the lower edge: JPEG. */
  | 'CREDITED'
  /** Uncut, for feeds: JPEG. */
  | 'FEED'
  /** 16:9, wide, for the head of a page. */
  | 'HERO'
  /** 4:3, small, for lists. */
  | 'LIST'
  /** Uncut, large, for partner media: JPEG. */
  | 'PARTNER'
  /** 1.91:1, where a page is shared. */
  | 'SHARE'
  /** Uncut, a picture inside a WeChat article: JPEG below 1 MB. */
  | 'WECHAT_BODY'
  /** 2.35:1, the cover of a WeChat article. */
  | 'WECHAT_COVER'
  /** 1:1, the small cover of a WeChat article. */
  | 'WECHAT_SQUARE';

/** Gives an asset the file of another one, under its own id: whatever uses it shows the new file. */
export type ReplaceAssetInput = {
  /** The asset with the new file, just uploaded and used nowhere. It is gone afterwards. */
  readonly byAssetId: Scalars['ID']['input'];
  /** The asset that is used. */
  readonly id: Scalars['ID']['input'];
  /** Why, at most 500 characters: receivers of corrections are told. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** A time range of deliveries to send again. */
export type ReplayDeliveriesInput = {
  /** Of this destination only. Left out: of all that are active, after an outage of our own. */
  readonly destinationId?: InputMaybe<Scalars['ID']['input']>;
  /** Planned at or after. */
  readonly from: Scalars['DateTimeISO']['input'];
  /** Planned before. */
  readonly until: Scalars['DateTimeISO']['input'];
  /** Also what arrived: for a receiver that lost its data. */
  readonly withDelivered?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A time range of your deliveries to send again. */
export type ReplayMyDeliveriesInput = {
  /** Planned at or after. */
  readonly from: Scalars['DateTimeISO']['input'];
  /** Planned before. */
  readonly until: Scalars['DateTimeISO']['input'];
  /** Also what arrived: when you lost your data. Each has the webhook-id it had before. */
  readonly withDelivered?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What became of a delivery: named by its id, or by content and version. */
export type ReportReceiptInput = {
  /** The content, `altIds.docId` of the item, together with `version`; of your own destination. */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /** The delivery: the `webhook-id` it came with. */
  readonly deliveryId?: InputMaybe<Scalars['ID']['input']>;
  /** Your words, at most 1,000 characters. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** What you did with it. */
  readonly outcome: PartnerReceiptOutcome;
  /** Where on the page or in the programme, at most 100 characters. */
  readonly position?: InputMaybe<Scalars['String']['input']>;
  /** When it ran; now, when left out. */
  readonly ranAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** Where it ran: an http or https address. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
  /** The version of the item. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/** A mass send to ask for. */
export type RequestMassSendInput = {
  /** The content: what readers see of it now; or a bundle, whose contents must still stand as it has them. */
  readonly contentId: Scalars['ID']['input'];
  /** The outlet. */
  readonly destinationId: Scalars['ID']['input'];
  /** Why, at most 500 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** Only to followers with this tag of the outlet; to all when absent. */
  readonly tagId?: InputMaybe<Scalars['String']['input']>;
};

/** An earlier version to bring back. */
export type RestoreDictionaryInput = {
  /** The newest version, as you saw it. */
  readonly expectedNumber: Scalars['Int']['input'];
  /** The dictionary. */
  readonly name: DictionaryName;
  /** The version to bring back; 0 for the product's own. */
  readonly number: Scalars['Int']['input'];
};

/** An earlier revision to bring back. */
export type RestoreRevisionInput = {
  /** The number of the newest revision, as you saw it. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The content. */
  readonly id: Scalars['ID']['input'];
  /** The number of the revision to bring back. */
  readonly number: Scalars['Int']['input'];
};

/** A retraction. */
export type RetractContentInput = {
  /** The content. It is taken back, everywhere. */
  readonly id: Scalars['ID']['input'];
  /** Why, as receivers are told; 1 to 500 characters. */
  readonly reason: Scalars['String']['input'];
};

/** A return to the author. */
export type ReturnRevisionInput = {
  /** Why; 2 to 1000 characters. */
  readonly reason: Scalars['String']['input'];
  /** The revision. */
  readonly revisionId: Scalars['ID']['input'];
};

/** Which reviews to list; all conditions together. */
export type ReviewFilter = {
  /** Of this content. */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /** Waiting for my signature: a level I may sign, a text I did not write or sign. */
  readonly isMine?: InputMaybe<Scalars['Boolean']['input']>;
  /** This level signs next. */
  readonly nextLevel?: InputMaybe<ReviewLevel>;
  /** In these states. */
  readonly state?: InputMaybe<ReadonlyArray<ReviewState>>;
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

/** How long an asset may be used. */
export type RightsState =
  /** No longer. */
  | 'EXPIRED'
  /** For 30 days at most. */
  | 'EXPIRING'
  /** No end is known. */
  | 'UNLIMITED'
  /** For more than 30 days. */
  | 'VALID';

/** What somebody is here. The table of permissions says what each role may do. */
export type Role =
  /** 管理员: Administrator. */
  | 'ADMINISTRATOR'
  /** 签发（终审）: Chief editor (third review and release). */
  | 'CHIEF_EDITOR'
  /** 报送员: Contributor. */
  | 'CONTRIBUTOR'
  /** 编辑（初审）: Editor (first review). */
  | 'EDITOR'
  /** 运营: Operator. */
  | 'OPERATOR'
  /** 合作媒体: Partner outlet. */
  | 'PARTNER'
  /** 审核（复审）: Reviewer (second review). */
  | 'REVIEWER';

/** One condition: all that is given must hold; within one list, any. */
export type RuleConditionInput = {
  /** Whether what it selects is kept out, whatever else holds. */
  readonly isBlocked?: InputMaybe<Scalars['Boolean']['input']>;
  /** Kinds of content: article, case, video. */
  readonly kinds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The least importance, 1 to 5. */
  readonly minImportance?: InputMaybe<Scalars['Int']['input']>;
  /** Places, or parts of their names. */
  readonly places?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Tags. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Words of which one stands in title, summary or body. */
  readonly texts?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Topics, with all below them. */
  readonly topicIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Units. */
  readonly unitIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What a destination takes: what any condition selects (everything, when there is none) and no blocking one does. */
export type RuleInput = {
  /** Its conditions; one that holds is enough. */
  readonly conditions: ReadonlyArray<RuleConditionInput>;
};

/** A whole new version of a dictionary. */
export type SaveDictionaryInput = {
  /** All lines, at most 5000; leaders in their order of precedence. */
  readonly entries: ReadonlyArray<DictionaryEntryInput>;
  /** The version that was changed, as you saw it; 0 for the product's own. */
  readonly expectedNumber: Scalars['Int']['input'];
  /** The dictionary. */
  readonly name: DictionaryName;
  /** What was changed and why; at most 200 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** A view to save: in place of one's own of that name, if there is one. */
export type SaveViewInput = {
  /** Its name, 1 to 40 characters. */
  readonly name: Scalars['String']['input'];
  /** The filters, as they stand in the address of the list; at most 2000 characters. */
  readonly query: Scalars['String']['input'];
  /** Who else sees it. */
  readonly sharing?: InputMaybe<SavedViewSharing>;
};

/** Who sees a saved view beside the one who saved it. */
export type SavedViewSharing =
  /** Everybody. Needs the permission view.shareWithAll. */
  | 'ALL'
  /** Nobody else. */
  | 'NOBODY'
  /** Everybody of the same unit. */
  | 'UNIT';

/** A publication at a time to come: nothing leaves the house before. An embargo in it is another thing, and ends later. */
export type ScheduleContentInput = {
  /** When. */
  readonly at: Scalars['DateTimeISO']['input'];
  /** The IANA time zone to show the embargo in; Asia/Shanghai when left out. */
  readonly embargoTimeZone?: InputMaybe<Scalars['String']['input']>;
  /** 禁发至: receivers get it now but may not run it before; readers here see it then. Absent: no embargo. */
  readonly embargoedUntil?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** The content. Its approved revision is published. */
  readonly id: Scalars['ID']['input'];
  /** Needed when it corrects what is published: why; 1 to 500 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 定向分发. Left out: by the rules alone; of a correction, as the version before it. */
  readonly targets?: InputMaybe<DeliveryTargetsInput>;
  /** The IANA time zone to show the time in. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** What a person found out about a delivery. */
export type SettleByHandInput = {
  /** Whether it arrived. If not, it is closed, and can be sent again. */
  readonly hasArrived: Scalars['Boolean']['input'];
  /** The delivery. */
  readonly id: Scalars['ID']['input'];
  /** How it was found out. */
  readonly note: Scalars['String']['input'];
  /** Where it ran. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** Who signs in. */
export type SignInInput = {
  /** The login, in any case. */
  readonly login: Scalars['String']['input'];
  /** The password. */
  readonly password: Scalars['String']['input'];
};

/** A signature. */
export type SignRevisionInput = {
  /** What you checked and answer for. */
  readonly checklist: ReadonlyArray<ChecklistItem>;
  /** The hash of the text you read. */
  readonly contentHash: Scalars['String']['input'];
  /** 审核意见, at most 1000 characters. */
  readonly opinion?: InputMaybe<Scalars['String']['input']>;
  /** The revision. */
  readonly revisionId: Scalars['ID']['input'];
};

/** Which parts are to be sent next, and which have arrived since. */
export type SignUploadPartsInput = {
  /** Parts that have arrived: they are noted, and need not be sent again after a break. */
  readonly arrived?: InputMaybe<ReadonlyArray<ArrivedPartInput>>;
  /** The upload. */
  readonly id: Scalars['ID']['input'];
  /** The numbers of the parts to be sent, from 1, at most 100 at once. */
  readonly numbers: ReadonlyArray<Scalars['Int']['input']>;
};

/** Conditions on a text. */
export type StringFilter = {
  /** Is exactly this. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Is one of these, at most 100. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Is not this. */
  readonly ne?: InputMaybe<Scalars['String']['input']>;
};

/** The revision that is handed to review. */
export type SubmitContentInput = {
  /** The content. */
  readonly id: Scalars['ID']['input'];
  /** The number of the newest revision, as you saw it. */
  readonly revision: Scalars['Int']['input'];
};

/** A span of time. */
export type TimeFilter = {
  /** At this moment or later. */
  readonly since?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** Before this moment. */
  readonly until?: InputMaybe<Scalars['DateTimeISO']['input']>;
};

/** A text to look through. */
export type TryDictionaryInput = {
  /** Lines that are not saved. */
  readonly entries?: InputMaybe<ReadonlyArray<DictionaryEntryInput>>;
  /** The dictionary that `entries` stand for. */
  readonly name?: InputMaybe<DictionaryName>;
  /** The text, at most 20,000 characters. */
  readonly text: Scalars['String']['input'];
};

/** Which units to list. Every condition must hold. */
export type UnitFilter = {
  /** Only those that are active, or only those that are not. */
  readonly isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only units of this kind. */
  readonly kind?: InputMaybe<UnitKind>;
};

/** What kind of unit it is. */
export type UnitKind =
  /** 委办局: a department of the city. */
  | 'BUREAU'
  /** 区县市: a district, a county or a county-level city. */
  | 'DISTRICT'
  /** 开发区: a development zone. */
  | 'ZONE';

/** What changes: fields left out stay as they are, null empties an optional one. */
export type UpdateArticleInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 作者, at most 60 characters. */
  readonly author?: InputMaybe<Scalars['String']['input']>;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: InputMaybe<Scalars['JSONObject']['input']>;
  /** 封面, an asset. */
  readonly coverId?: InputMaybe<Scalars['ID']['input']>;
  /** The number of the revision the change was made from. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The content. */
  readonly id: Scalars['ID']['input'];
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: InputMaybe<Scalars['Int']['input']>;
  /** 原创. */
  readonly isOriginal?: InputMaybe<Scalars['Boolean']['input']>;
  /** When what it tells of happened. */
  readonly occurredAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** 地点, at most 60 characters. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** 相关内容, at most 30. */
  readonly relatedIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: InputMaybe<Scalars['String']['input']>;
  /** Picture where it is shared. */
  readonly shareImageId?: InputMaybe<Scalars['ID']['input']>;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: InputMaybe<Scalars['String']['input']>;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: InputMaybe<Scalars['String']['input']>;
  /** 来源, at most 100 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** 摘要, at most 500 characters. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 标题, at most 100 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** 宣传重点, at most 10. */
  readonly topicIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 单位; one's own when absent. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
};

/** A change of one asset. */
export type UpdateAssetInput = {
  /** What a reader who cannot see it is told, at most 500 characters. */
  readonly alt?: InputMaybe<Scalars['String']['input']>;
  /** Who made it, at most 200 characters. */
  readonly author?: InputMaybe<Scalars['String']['input']>;
  /** Whose work it is, as shown beside it, at most 200 characters. */
  readonly credit?: InputMaybe<Scalars['String']['input']>;
  /** The parts chosen for presets, all of them: what is not named is cut by the focal point. */
  readonly crops?: InputMaybe<ReadonlyArray<CropInput>>;
  /** Its name, at most 200 characters. */
  readonly filename?: InputMaybe<Scalars['String']['input']>;
  /** The point that no crop may lose; null for the middle. */
  readonly focus?: InputMaybe<FocalPointInput>;
  /** The asset. */
  readonly id: Scalars['ID']['input'];
  /** By what right it may be used, at most 500 characters. */
  readonly license?: InputMaybe<Scalars['String']['input']>;
  /** When the right to use it ends. */
  readonly rightsExpireAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** Where it comes from, at most 200 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
};

/** One change of several assets. */
export type UpdateAssetsInput = {
  /** What a reader who cannot see it is told, at most 500 characters. */
  readonly alt?: InputMaybe<Scalars['String']['input']>;
  /** Who made it, at most 200 characters. */
  readonly author?: InputMaybe<Scalars['String']['input']>;
  /** Whose work it is, as shown beside it, at most 200 characters. */
  readonly credit?: InputMaybe<Scalars['String']['input']>;
  /** The assets, at most 100. */
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
  /** By what right it may be used, at most 500 characters. */
  readonly license?: InputMaybe<Scalars['String']['input']>;
  /** When the right to use it ends. */
  readonly rightsExpireAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** Where it comes from, at most 200 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
};

/** What changes: fields left out stay as they are, null empties an optional one. */
export type UpdateCaseInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 作者, at most 60 characters. */
  readonly author?: InputMaybe<Scalars['String']['input']>;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: InputMaybe<Scalars['JSONObject']['input']>;
  /** 封面, an asset. */
  readonly coverId?: InputMaybe<Scalars['ID']['input']>;
  /** 成效. What came of it. */
  readonly effect?: InputMaybe<Scalars['String']['input']>;
  /** The number of the revision the change was made from. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** 成效数据. Figures before and after. */
  readonly figures?: InputMaybe<ReadonlyArray<FigureChangeInput>>;
  /** The content. */
  readonly id: Scalars['ID']['input'];
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: InputMaybe<Scalars['Int']['input']>;
  /** 原创. */
  readonly isOriginal?: InputMaybe<Scalars['Boolean']['input']>;
  /** 可复制推广. Whether other places can do the same. */
  readonly isRepeatable?: InputMaybe<Scalars['Boolean']['input']>;
  /** 措施. What was done. */
  readonly measure?: InputMaybe<Scalars['String']['input']>;
  /** When what it tells of happened. */
  readonly occurredAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** 地点, at most 60 characters. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** 问题. What people had to put up with before. */
  readonly problem?: InputMaybe<Scalars['String']['input']>;
  /** 相关内容, at most 30. */
  readonly relatedIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: InputMaybe<Scalars['String']['input']>;
  /** Picture where it is shared. */
  readonly shareImageId?: InputMaybe<Scalars['ID']['input']>;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: InputMaybe<Scalars['String']['input']>;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: InputMaybe<Scalars['String']['input']>;
  /** 来源, at most 100 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** 摘要, at most 500 characters. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 标题, at most 100 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** 宣传重点, at most 10. */
  readonly topicIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 单位; one's own when absent. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
};

/** What to change about an outlet. What is left out stays. */
export type UpdateDestinationInput = {
  /** How many deliveries may run at once. */
  readonly concurrency?: InputMaybe<Scalars['Int']['input']>;
  /** The destination. */
  readonly id: Scalars['ID']['input'];
  /** Its name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** How many attempts may begin in one minute; null for no limit. */
  readonly ratePerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** What it takes from now on. */
  readonly rule?: InputMaybe<RuleInput>;
  /** All its settings. A secret that is left out keeps its value; null removes it. */
  readonly settings?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Its name in addresses. Readers of the old address find nothing there. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
};

/** How one can be reached. What is left out stays. */
export type UpdateOwnContactInput = {
  /** One's e-mail address; null for none. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** One's telephone number; null for none. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** Changes of a person. What is left out stays as it is; null empties it where that is allowed. */
export type UpdatePersonInput = {
  /** Their e-mail address; null for none. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** The person. */
  readonly id: Scalars['ID']['input'];
  /** Their name, at most 30 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Their telephone number; null for none. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** All their roles from now on. */
  readonly roles?: InputMaybe<ReadonlyArray<Role>>;
  /** The unit they belong to; null for none. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
};

/** Changes of a unit. What is left out stays as it is. */
export type UpdateUnitInput = {
  /** The unit. */
  readonly id: Scalars['ID']['input'];
  /** Whether it takes new people and content. */
  readonly isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** What kind of unit it is. */
  readonly kind?: InputMaybe<UnitKind>;
  /** Its full name, unique, 2 to 60 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Where it stands in lists: smaller numbers first. */
  readonly order?: InputMaybe<Scalars['Int']['input']>;
  /** Its name in lists, at most 20 characters. */
  readonly shortName?: InputMaybe<Scalars['String']['input']>;
};

/** What changes: fields left out stay as they are, null empties an optional one. */
export type UpdateVideoInput = {
  /** 附件, at most 30 assets. */
  readonly attachmentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 作者, at most 60 characters. */
  readonly author?: InputMaybe<Scalars['String']['input']>;
  /** 正文 as a structured document (ProseMirror JSON). */
  readonly body?: InputMaybe<Scalars['JSONObject']['input']>;
  /** 封面, an asset. */
  readonly coverId?: InputMaybe<Scalars['ID']['input']>;
  /** 时长（秒）. Length in seconds. */
  readonly durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** The number of the revision the change was made from. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The content. */
  readonly id: Scalars['ID']['input'];
  /** 重要程度: 1 (routine) to 5 (highest); 2 when absent. */
  readonly importance?: InputMaybe<Scalars['Int']['input']>;
  /** 原创. */
  readonly isOriginal?: InputMaybe<Scalars['Boolean']['input']>;
  /** When what it tells of happened. */
  readonly occurredAt?: InputMaybe<Scalars['DateTimeISO']['input']>;
  /** 地点, at most 60 characters. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** 相关内容, at most 30. */
  readonly relatedIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Description where it is shared, at most 200 characters. */
  readonly shareDescription?: InputMaybe<Scalars['String']['input']>;
  /** Picture where it is shared. */
  readonly shareImageId?: InputMaybe<Scalars['ID']['input']>;
  /** Title where it is shared, at most 64 characters. */
  readonly shareTitle?: InputMaybe<Scalars['String']['input']>;
  /** 短标题, at most 32 characters. */
  readonly shortTitle?: InputMaybe<Scalars['String']['input']>;
  /** 来源, at most 100 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** 摘要, at most 500 characters. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** 标签, at most 20 of 30 characters. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 标题, at most 100 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** 宣传重点, at most 10. */
  readonly topicIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 文字稿. What is said in the film. */
  readonly transcript?: InputMaybe<Scalars['String']['input']>;
  /** 单位; one's own when absent. */
  readonly unitId?: InputMaybe<Scalars['ID']['input']>;
  /** 视频文件. The film, an asset. */
  readonly videoId?: InputMaybe<Scalars['ID']['input']>;
};

/** How far an upload is. */
export type UploadState =
  /** A part of another upload. */
  | 'PART'
  /** All bytes are here and being judged. */
  | 'RECEIVED'
  /** Bytes are still to come. */
  | 'RECEIVING'
  /** It cannot be used; the problem says why. */
  | 'REFUSED'
  /** It is an asset. */
  | 'STORED';

/** Which videos to list; all conditions together. */
export type VideoFilter = {
  /** 作者. */
  readonly author?: InputMaybe<StringFilter>;
  /** Who began it (draft perspective). */
  readonly createdBy?: InputMaybe<IdFilter>;
  /** 时长（秒）. Length in seconds. */
  readonly durationSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** These contents. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 重要程度. */
  readonly importance?: InputMaybe<IntFilter>;
  /** Put away or not (draft perspective); not, when absent. */
  readonly isArchived?: InputMaybe<Scalars['Boolean']['input']>;
  /** 原创. */
  readonly isOriginal?: InputMaybe<Scalars['Boolean']['input']>;
  /** Kinds: article, case, video. */
  readonly kinds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 地点. */
  readonly place?: InputMaybe<StringFilter>;
  /** What readers see (draft perspective). */
  readonly publication?: InputMaybe<ReadonlyArray<PublicationState>>;
  /** When readers first saw it (published perspective). */
  readonly publishedAt?: InputMaybe<TimeFilter>;
  /** 标签: has it. */
  readonly tag?: InputMaybe<StringFilter>;
  /** 全文检索: holds all these words, anywhere; at most 100 characters. Sorted as the list is; `search` sorts by likeness. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** 宣传重点: filed under this topic or one below it. */
  readonly topicId?: InputMaybe<Scalars['ID']['input']>;
  /** 单位. */
  readonly unitId?: InputMaybe<IdFilter>;
  /** When what is shown was last changed. */
  readonly updatedAt?: InputMaybe<TimeFilter>;
  /** Where the newest revision stands (draft perspective). */
  readonly workflow?: InputMaybe<ReadonlyArray<Workflow>>;
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

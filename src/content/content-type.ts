import { Field, ID, InterfaceType, Int, ObjectType } from 'type-graphql';
import { Unit } from '../accounts/index.js';
import { DateTime, graphqlEnum, JsonObject, Node } from '../kernel/index.js';
import { Asset } from '../media/index.js';
import { Targets } from './targets.js';
import { Topic } from './topics/topic.js';
import { ContentActionEnum, PublicationEnum, WorkflowEnum, type ContentAction, type Publication, type Workflow } from './workflow.js';

/** Which of a content's two faces a query shows. */
export type Perspective = 'published' | 'draft';

export const PerspectiveEnum = graphqlEnum<Perspective>('Perspective', 'Which of a content\'s two faces is shown.', {
  published: 'What readers see. Open to everybody.',
  draft: 'The newest revision, published or not. Needs the permission content.read.',
});

@ObjectType({ description: 'Who is editing a content, and until when others wait.', simpleResolvers: true })
export class EditLock {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => DateTime, { description: 'When the lock ends unless it is renewed.' })
  until!: Date;
}

@ObjectType({ description: 'When an approved revision goes out by itself.', simpleResolvers: true })
export class PublicationSchedule {
  @Field(() => DateTime, { description: 'The moment.' })
  at!: Date;

  @Field(() => String, { description: 'The IANA time zone it was given in.' })
  timeZone!: string;

  @Field(() => String, { nullable: true, description: 'The note of a scheduled correction.' })
  note?: string;

  @Field(() => DateTime, { nullable: true, description: '禁发至: receivers may not run it before; later than `at`.' })
  embargoedUntil?: Date | undefined;

  @Field(() => String, { nullable: true, description: 'The IANA time zone the embargo was given in.' })
  embargoTimeZone?: string | undefined;

  @Field(() => Targets, { nullable: true, description: '定向分发, when it was given.' })
  targets?: Targets | undefined;
}

@ObjectType({ description: 'How editors see a content: where its newest revision stands and what may be done.', simpleResolvers: true })
export class EditorialState {
  @Field(() => WorkflowEnum, { description: 'Where the newest revision stands.' })
  workflow!: Workflow;

  @Field(() => PublicationEnum, { description: 'What readers see.' })
  publication!: Publication;

  @Field(() => Boolean, { description: 'Whether it is put away.' })
  isArchived!: boolean;

  @Field(() => [ContentActionEnum], { description: 'What its state allows; permissions may allow less.' })
  possibleActions!: ContentAction[];

  @Field(() => Int, { description: 'The number of the newest revision: give it as expectedRevision.' })
  revision!: number;

  @Field(() => ID, { description: 'The newest revision.' })
  revisionId!: string;

  @Field(() => String, { description: 'The hash of the newest revision, which signatures are bound to.' })
  contentHash!: string;

  @Field(() => String, { description: 'Who saved it.' })
  savedByName!: string;

  @Field(() => DateTime, { description: 'When it was saved.' })
  savedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When its last signature was given.' })
  approvedAt?: Date;

  @Field(() => Int, { nullable: true, description: 'The version readers see or last saw.' })
  releasedVersion?: number;

  @Field(() => DateTime, { nullable: true, description: '禁发至: of the version released last; receivers may not run it before, and readers here do not see it before.' })
  embargoedUntil?: Date | undefined;

  @Field(() => String, { nullable: true, description: 'The IANA time zone that embargo was given in.' })
  embargoTimeZone?: string | undefined;

  @Field(() => Targets, { nullable: true, description: '定向分发 of the version released last: what corrections follow unless they say otherwise.' })
  targets?: Targets | undefined;

  @Field(() => PublicationSchedule, { nullable: true, description: 'Its time, when it has one.' })
  schedule?: PublicationSchedule;

  @Field(() => EditLock, { nullable: true, description: 'Who is editing it.' })
  lock?: EditLock;

  @Field(() => DateTime, { description: 'When the content was begun.' })
  createdAt!: Date;
}

/** What all kinds of content share. */
@InterfaceType({ implements: Node, description: 'A piece of content of any kind: 文章, 典型案例, 视频.' })
export abstract class Content extends Node {
  kind!: string;

  @Field(() => String, { description: 'Its name in addresses.' })
  slug!: string;

  @Field(() => String, { description: '标题, at most 100 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: '短标题 for outlets with little room, at most 32 characters.' })
  shortTitle?: string;

  @Field(() => String, { description: '摘要, at most 500 characters.' })
  summary!: string;

  @Field(() => JsonObject, { description: '正文 as a structured document (ProseMirror JSON).' })
  body!: object;

  @Field(() => String, { description: 'The body as sanitised HTML.' })
  html!: string;

  @Field(() => Int, { description: '字数, as Chinese editors count.' })
  characterCount!: number;

  @Field(() => Asset, { nullable: true, description: '封面.' })
  cover?: Asset;

  @Field(() => String, { nullable: true, description: '作者.' })
  author?: string;

  @Field(() => String, { nullable: true, description: '来源: where it first ran.' })
  source?: string;

  @Field(() => Boolean, { description: '原创: written here first.' })
  isOriginal!: boolean;

  @Field(() => Unit, { nullable: true, description: '单位: whose it is.' })
  unit?: Unit;

  @Field(() => [Topic], { description: '宣传重点 it is filed under.' })
  topics!: Topic[];

  @Field(() => [String], { description: '标签.' })
  tags!: string[];

  @Field(() => String, { nullable: true, description: '地点.' })
  place?: string;

  @Field(() => Int, { description: '重要程度: 1 (routine) to 5 (highest).' })
  importance!: number;

  @Field(() => DateTime, { nullable: true, description: 'When what it tells of happened.' })
  occurredAt?: Date;

  @Field(() => [Asset], { description: '附件.' })
  attachments!: Asset[];

  @Field(() => [ID], { description: '相关内容.' })
  relatedIds!: string[];

  @Field(() => String, { nullable: true, description: 'Title where it is shared.' })
  shareTitle?: string;

  @Field(() => String, { nullable: true, description: 'Description where it is shared.' })
  shareDescription?: string;

  @Field(() => Asset, { nullable: true, description: 'Picture where it is shared.' })
  shareImage?: Asset;

  @Field(() => DateTime, { nullable: true, description: 'When readers first saw it.' })
  publishedAt?: Date;

  @Field(() => DateTime, { description: 'When what is shown was last changed.' })
  updatedAt!: Date;

  @Field(() => Int, { nullable: true, description: 'How many times it was released, corrections and retractions counted.' })
  version?: number;

  @Field(() => EditorialState, { nullable: true, description: 'For editors, in the draft perspective only.' })
  editorial?: EditorialState;
}

import { Arg, Args, Authorized, Ctx, Extensions, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionType, PageArgs, publicRead, said, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { archiveContent, restoreContent } from './archive-content.js';
import type { ContentDocument } from './content.js';
import { CorrectContentInput, PublishContentInput, RestoreRevisionInput, RetractContentInput, ScheduleContentInput } from './content-inputs.js';
import { Content, PerspectiveEnum, type Perspective } from './content-type.js';
import { ContentFilter, ContentOrderEnum, type ContentOrder } from './filters.js';
import { draftViewOf, findContent, findContents } from './find-contents.js';
import { assertIdOrSlug } from './kind-resolvers.js';
import { releaseLock, takeLock } from './locks.js';
import { correctContent, publishContent, retractContent } from './release-content.js';
import { restoreRevision } from './restore-revision.js';
import { scheduleContent, unscheduleContent } from './schedule-publication.js';

export const ContentConnection = connectionType('Content', () => Content);
const theContent = { description: 'The content.' };
const theInput = { description: 'What to do.' };

@Resolver()
export class ContentResolver {
  @Extensions(publicRead)
  @Query(() => Content, { description: 'One content of any kind, by id or slug.' })
  content(
    @Arg('id', () => ID, { nullable: true, description: 'Its identifier.' }) id: string | undefined,
    @Arg('slug', () => String, { nullable: true, description: 'Its name in addresses.' }) slug: string | undefined,
    @Arg('perspective', () => PerspectiveEnum, { defaultValue: 'published', description: 'Which of its faces.' }) perspective: Perspective,
    @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo,
  ): Promise<Content> {
    assertIdOrSlug(id, slug);
    return findContent(ctx, { id, slug, perspective, selection: selectionOf(info) });
  }

  @Extensions(publicRead)
  @Query(() => ContentConnection, { description: 'Contents of all kinds, newest first.' })
  contents(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ContentFilter, { nullable: true, description: 'Which to list.' }) filter: ContentFilter | undefined,
    @Arg('orderBy', () => ContentOrderEnum, { nullable: true, description: 'How to sort them.' }) orderBy: ContentOrder | undefined,
    @Arg('perspective', () => PerspectiveEnum, { defaultValue: 'published', description: 'Which of their faces.' }) perspective: Perspective,
    @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Content>> {
    return findContents(ctx, { perspective, filter, orderBy, page, selection: selectionOf(info) });
  }

  @Authorized('content.publish')
  @Mutation(() => Content, { description: '发布: shows the approved revision to readers and delivers it.' })
  publishContent(@Arg('input', () => PublishContentInput, theInput) input: PublishContentInput, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
    return shown(ctx, publishContent(ctx, input), info);
  }

  @Authorized('content.schedule')
  @Mutation(() => Content, { description: '定时发布: publishes the approved revision at a time to come. Set again, it moves.' })
  scheduleContent(@Arg('input', () => ScheduleContentInput, theInput) input: ScheduleContentInput, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
    return shown(ctx, scheduleContent(ctx, { ...input, note: input.note ? said('note', input.note) : undefined }), info);
  }

  @Authorized('content.schedule')
  @Mutation(() => Content, { description: '取消定时: takes the time away; the revision stays approved.' })
  unscheduleContent(@Arg('id', () => ID, theContent) id: string, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
    return shown(ctx, unscheduleContent(ctx, id), info);
  }

  @Authorized('content.correct')
  @Mutation(() => Content, { description: '更正: replaces what readers see with the approved revision, and tells everybody who has an earlier version.' })
  correctContent(@Arg('input', () => CorrectContentInput, theInput) input: CorrectContentInput, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
    return shown(ctx, correctContent(ctx, { ...input, note: said('note', input.note) }), info);
  }

  @Authorized('content.retract')
  @Mutation(() => Content, { description: '撤稿: takes a content back from readers, and tells everybody who has it.' })
  retractContent(@Arg('input', () => RetractContentInput, theInput) input: RetractContentInput, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
    return shown(ctx, retractContent(ctx, { ...input, reason: said('reason', input.reason) }), info);
  }

  @Authorized('content.archive')
  @Mutation(() => Content, { description: '归档: puts away a content that readers do not see.' })
  archiveContent(@Arg('id', () => ID, theContent) id: string, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
    return shown(ctx, archiveContent(ctx, id), info);
  }

  @Authorized('content.restore')
  @Mutation(() => Content, { description: '恢复: takes a content out of the archive.' })
  restoreContent(@Arg('id', () => ID, theContent) id: string, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
    return shown(ctx, restoreContent(ctx, id), info);
  }

  @Authorized('content.update')
  @Mutation(() => Content, { description: 'Brings an earlier revision back as a new one.' })
  restoreRevision(@Arg('input', () => RestoreRevisionInput, theInput) input: RestoreRevisionInput, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
    return shown(ctx, restoreRevision(ctx, input), info);
  }

  @Authorized('content.update')
  @Mutation(() => Content, { description: 'Takes or renews the edit lock, for five minutes.' })
  takeLock(
    @Arg('id', () => ID, theContent) id: string,
    @Arg('takeOver', () => Boolean, { defaultValue: false, description: 'Take it even from somebody else, in agreement with them.' }) takeOver: boolean,
    @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo,
  ): Promise<Content> {
    return shown(ctx, takeLock(ctx, id, takeOver), info);
  }

  @Authorized('content.update')
  @Mutation(() => Content, { description: 'Gives one\'s own edit lock back.' })
  releaseLock(@Arg('id', () => ID, theContent) id: string, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
    return shown(ctx, releaseLock(ctx, id), info);
  }
}

const shown = async (ctx: Context, document: Promise<ContentDocument>, info: GraphQLResolveInfo): Promise<Content> => draftViewOf(ctx, await document, selectionOf(info));

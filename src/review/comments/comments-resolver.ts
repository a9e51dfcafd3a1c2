import { Arg, Args, Authorized, Ctx, Field, ID, Info, InputType, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { PersonCard } from '../../accounts/index.js';
import { assertMayRead, findContentDocument, readableFilter } from '../../content/index.js';
import { connectionType, findPage, PageArgs, selectionOf, type Connection, type Context } from '../../kernel/index.js';
import { addComment, findColleagues, type NewComment } from './add-comment.js';
import { Comment } from './comment.js';
import { resolveComment } from './resolve-comment.js';

@InputType({ description: 'A comment on a passage.' })
export class AddCommentInput implements NewComment {
  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => Int, { description: 'The number of the revision that is looked at.' })
  revision!: number;

  @Field(() => String, { description: 'Where: a field, or a block of the body, such as body[3].' })
  path!: string;

  @Field(() => Int, { description: 'From which UTF-16 unit of that text.' })
  start!: number;

  @Field(() => Int, { description: 'To which, exclusive.' })
  end!: number;

  @Field(() => String, { description: 'The words it is about; what is longer than 500 characters is cut.' })
  quote!: string;

  @Field(() => String, { description: 'What is said, 1 to 1000 characters.' })
  text!: string;

  @Field(() => [ID], { nullable: true, description: 'The people it names, at most 10 who may read the content.' })
  mentionIds?: string[];

  @Field(() => ID, { nullable: true, description: 'The comment it answers.' })
  replyTo?: string;
}

const CommentConnection = connectionType('Comment', () => Comment);

@Resolver()
export class CommentsResolver {
  @Authorized('content.read')
  @Query(() => CommentConnection, { description: '批注: the comments on a content, oldest first.' })
  async comments(@Arg('contentId', () => ID, { description: 'The content.' }) contentId: string, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Connection<Comment>> {
    assertMayRead(ctx.actor, await findContentDocument(contentId), contentId);
    return findPage<Comment>({ collection: 'comments', filter: { contentId }, orderBy: [['at', 1]], args, withTotal: 'totalCount' in selectionOf(info) });
  }

  @Authorized('content.read')
  @Query(() => CommentConnection, { description: 'Open comments that name me, newest first.' })
  mentions(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Connection<Comment>> {
    const filter = { $and: [readableFilter(ctx.actor), { mentionIds: ctx.actor.id, resolvedAt: null }] };
    return findPage<Comment>({ collection: 'comments', filter, orderBy: [['at', -1]], args, withTotal: 'totalCount' in selectionOf(info) });
  }

  @Authorized('content.read')
  @Query(() => [PersonCard], { description: 'Colleagues who may read a content, to name in a comment; at most 50, by name.' })
  async colleagues(
    @Arg('contentId', () => ID, { description: 'The content.' }) contentId: string,
    @Arg('text', () => String, { nullable: true, description: 'A part of the name.' }) text: string | undefined,
    @Ctx() ctx: Context,
  ): Promise<PersonCard[]> {
    const content = await findContentDocument(contentId);
    assertMayRead(ctx.actor, content, contentId);
    return findColleagues(content.unitId, text);
  }

  @Authorized('content.read')
  @Mutation(() => Comment, { description: '批注: says something about a passage, and tells whom it names.' })
  addComment(@Arg('input', () => AddCommentInput, { description: 'What is said.' }) input: AddCommentInput, @Ctx() ctx: Context): Promise<Comment> {
    return addComment(ctx, input);
  }

  @Authorized('content.read')
  @Mutation(() => Comment, { description: 'Says that a comment is dealt with, or opens it again.' })
  resolveComment(
    @Arg('id', () => ID, { description: 'The comment.' }) id: string,
    @Arg('isResolved', () => Boolean, { defaultValue: true, description: 'False opens it again.' }) isResolved: boolean,
    @Ctx() ctx: Context,
  ): Promise<Comment> {
    return resolveComment(ctx, { id, isResolved });
  }
}

import { Arg, Args, Authorized, Ctx, Field, ID, Info, InputType, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { assertMayRead, Content, DraftChangesInput, draftViewOf, readableFilter } from '../content/index.js';
import { assertId, connectionType, findPage, may, PageArgs, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { ChecklistItemEnum, LevelEnum, levels, chainFor, type ChecklistItem, type Level } from './chain.js';
import { checkContent, checkTyped } from './check-content.js';
import { overrideFinding } from './override-finding.js';
import { returnRevision } from './return-revision.js';
import { asReviewFinding, CheckReport, Review, ReviewModel, ReviewStateEnum, type ReviewState } from './review.js';
import { signRevision } from './sign-revision.js';
import { submitForReview } from './submit-for-review.js';

@InputType({ description: 'The revision that is handed to review.' })
export class SubmitContentInput {
  @Field(() => ID, { description: 'The content.' })
  id!: string;

  @Field(() => Int, { description: 'The number of the newest revision, as you saw it.' })
  revision!: number;
}

@InputType({ description: 'A signature.' })
export class SignRevisionInput {
  @Field(() => ID, { description: 'The revision.' })
  revisionId!: string;

  @Field(() => String, { description: 'The hash of the text you read.' })
  contentHash!: string;

  @Field(() => [ChecklistItemEnum], { description: 'What you checked and answer for.' })
  checklist!: ChecklistItem[];

  @Field(() => String, { nullable: true, description: '审核意见, at most 1000 characters.' })
  opinion?: string;
}

@InputType({ description: 'A return to the author.' })
export class ReturnRevisionInput {
  @Field(() => ID, { description: 'The revision.' })
  revisionId!: string;

  @Field(() => String, { description: 'Why; 2 to 1000 characters.' })
  reason!: string;
}

@InputType({ description: 'An override of a blocking finding.' })
export class OverrideFindingInput {
  @Field(() => ID, { description: 'The revision.' })
  revisionId!: string;

  @Field(() => ID, { description: 'The finding.' })
  findingKey!: string;

  @Field(() => String, { description: 'Why it may pass; 2 to 1000 characters.' })
  reason!: string;
}

@InputType({ description: 'Which reviews to list; all conditions together.' })
export class ReviewFilter {
  @Field(() => ID, { nullable: true, description: 'Of this content.' })
  contentId?: string;

  @Field(() => [ReviewStateEnum], { nullable: true, description: 'In these states.' })
  state?: ReviewState[];

  @Field(() => LevelEnum, { nullable: true, description: 'This level signs next.' })
  nextLevel?: Level;

  @Field(() => Boolean, { nullable: true, description: 'Waiting for my signature: a level I may sign, a text I did not write or sign.' })
  isMine?: boolean;
}

const ReviewConnection = connectionType('Review', () => Review);
const theInput = { description: 'What to do.' };

@Resolver(() => Review)
export class ReviewResolver {
  @Authorized('content.submit')
  @Mutation(() => Content, { description: '送审: hands the newest revision to review.' })
  async submitContent(@Arg('input', () => SubmitContentInput, theInput) input: SubmitContentInput, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
    return draftViewOf(ctx, await submitForReview(ctx, input), selectionOf(info));
  }

  @Authorized('revision.sign.first', 'revision.sign.second', 'revision.sign.final')
  @Mutation(() => Review, { description: '签署: signs the next step of a revision. Each level has its own permission.' })
  signRevision(@Arg('input', () => SignRevisionInput, theInput) input: SignRevisionInput, @Ctx() ctx: Context): Promise<Review> {
    return signRevision(ctx, input);
  }

  @Authorized('revision.return')
  @Mutation(() => Review, { description: '退回: sends a revision back to its author with a reason.' })
  returnRevision(@Arg('input', () => ReturnRevisionInput, theInput) input: ReturnRevisionInput, @Ctx() ctx: Context): Promise<Review> {
    return returnRevision(ctx, input);
  }

  @Authorized('revision.overrideFinding')
  @Mutation(() => Review, { description: '放行: lets a blocking finding pass, by name and with a reason.' })
  overrideFinding(@Arg('input', () => OverrideFindingInput, theInput) input: OverrideFindingInput, @Ctx() ctx: Context): Promise<Review> {
    return overrideFinding(ctx, input);
  }

  @Authorized('review.read')
  @Query(() => Review, { description: 'A review sheet (审稿单).' })
  async review(@Arg('id', () => ID, { description: 'The review.' }) id: string, @Ctx() ctx: Context): Promise<Review> {
    assertId(id, 'review');
    const review = await ReviewModel.findById(id).lean<Review>();
    assertMayRead(ctx.actor, review, id);
    return review;
  }

  @Authorized('review.read')
  @Query(() => ReviewConnection, { description: 'Reviews, longest waiting first.' })
  reviews(@Args(() => PageArgs) args: PageArgs, @Arg('filter', () => ReviewFilter, { nullable: true, description: 'Which to list.' }) filter: ReviewFilter | undefined, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Connection<Review>> {
    const conditions = [readableFilter(ctx.actor), reviewConditions(ctx, filter ?? {})];
    return findPage<Review>({ collection: 'reviews', filter: { $and: conditions }, orderBy: [['submittedAt', 1]], args, withTotal: 'totalCount' in selectionOf(info) });
  }

  @Authorized('content.read')
  @Query(() => CheckReport, { description: 'What the checks find in the newest revision of a content, or in it with what is being typed.' })
  async checkContent(
    @Arg('id', () => ID, { description: 'The content.' }) id: string,
    @Arg('changes', () => DraftChangesInput, { nullable: true, description: 'What is typed and not saved.' }) changes: DraftChangesInput | undefined,
    @Ctx() ctx: Context,
  ): Promise<CheckReport> {
    const { findings, dictionaryVersion } = changes ? await checkTyped(ctx, id, changes) : await checkContent(ctx, id);
    return { findings: findings.map(asReviewFinding), dictionaryVersion };
  }
}

function reviewConditions(ctx: Context, { contentId, state, nextLevel, isMine }: ReviewFilter): Record<string, unknown> {
  return {
    ...(contentId ? { contentId } : {}),
    ...(state ? { state: { $in: state } } : {}),
    ...(nextLevel ? { nextLevel } : {}),
    ...(isMine ? { state: 'open', nextLevel: { $in: signableLevels(ctx) }, authorIds: { $ne: ctx.actor.id }, 'signatures.signedBy': { $ne: ctx.actor.id } } : {}),
  };
}

/** The levels that the actor may sign. */
function signableLevels(ctx: Context): Level[] {
  const longest = chainFor({ kind: 'video', importance: 5 });
  return levels.filter((level) => longest.some((step) => step.level === level && may(ctx.actor, step.permission)));
}

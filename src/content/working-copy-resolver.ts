import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../kernel/index.js';
import { dropWorkingCopy, findWorkingCopy, keepWorkingCopy, KeepWorkingCopyInput, WorkingCopy } from './working-copy.js';

const theContent = { description: 'The content.' };

@Resolver()
export class WorkingCopyResolver {
  @Authorized('content.update')
  @Query(() => WorkingCopy, { nullable: true, description: 'One\'s own working copy of a content: what was typed and not saved yet.' })
  workingCopy(@Arg('contentId', () => ID, theContent) contentId: string, @Ctx() ctx: Context): Promise<WorkingCopy | null> {
    return findWorkingCopy(ctx, contentId);
  }

  @Authorized('content.update')
  @Mutation(() => WorkingCopy, { description: 'Keeps what was typed so far. Makes no revision and voids no signature.' })
  keepWorkingCopy(@Arg('input', () => KeepWorkingCopyInput, { description: 'What was typed.' }) input: KeepWorkingCopyInput, @Ctx() ctx: Context): Promise<WorkingCopy> {
    return keepWorkingCopy(ctx, input);
  }

  @Authorized('content.update')
  @Mutation(() => Boolean, { description: 'Forgets one\'s own working copy. False when there was none.' })
  dropWorkingCopy(@Arg('contentId', () => ID, theContent) contentId: string, @Ctx() ctx: Context): Promise<boolean> {
    return dropWorkingCopy(ctx, contentId);
  }
}

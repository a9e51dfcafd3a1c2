import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/index.js';
import { SavedView, SaveViewInput } from './saved-view.js';
import { findViews, removeView, saveView } from './saved-views.js';

@Resolver()
export class SavedViewsResolver {
  @Authorized('content.read')
  @Query(() => [SavedView], { description: 'One\'s own views of the list of contents, then those that others share.' })
  savedViews(@Ctx() ctx: Context): Promise<SavedView[]> {
    return findViews(ctx);
  }

  @Authorized('content.read')
  @Mutation(() => SavedView, { description: 'Saves the filters of the list of contents under a name.' })
  saveView(@Arg('input', () => SaveViewInput, { description: 'The view.' }) input: SaveViewInput, @Ctx() ctx: Context): Promise<SavedView> {
    return saveView(ctx, input);
  }

  @Authorized('content.read')
  @Mutation(() => Boolean, { description: 'Takes a saved view away, for everybody it was shared with.' })
  removeView(@Arg('id', () => ID, { description: 'The view.' }) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return removeView(ctx, id);
  }
}

import { ForbiddenError, InvalidInputError, may, newId, NotFoundError, assertId, type Actor, type Context } from '../../kernel/index.js';
import { ViewModel, type SavedView, type SaveViewInput, type StoredView } from './saved-view.js';

const mostViews = 50;
const longest = { name: 40, query: 2000 } as const;

/** One's own views and those that others share with one, one's own first, by name. */
export async function findViews({ actor }: Context): Promise<SavedView[]> {
  const ofUnit = actor.unitId ? [{ sharing: 'unit' as const, unitId: actor.unitId }] : [];
  const found = await ViewModel.find({ $or: [{ ownerId: actor.id }, { sharing: 'all' as const }, ...ofUnit] }).sort({ name: 1, _id: 1 }).limit(500).lean<StoredView[]>();
  const views = found.map((view) => asSeenBy(actor, view));
  return [...views.filter(({ isOwn }) => isOwn), ...views.filter(({ isOwn }) => !isOwn)];
}

/** Saves a view under its name, in place of one's own of that name. Throws INVALID_INPUT, FORBIDDEN. */
export async function saveView(ctx: Context, { name: asked, query, sharing }: SaveViewInput): Promise<SavedView> {
  const { actor } = ctx;
  const name = asked.trim();
  const how = sharing ?? 'nobody';
  assertFits('name', name, 1);
  assertFits('query', query, 0);
  if (how === 'all' && !may(actor, 'view.shareWithAll')) throw new ForbiddenError({ permission: 'view.shareWithAll' });
  if (how === 'unit' && !actor.unitId) throw new InvalidInputError({ field: 'sharing', reason: '您没有所属单位，不能与单位共享 (you belong to no unit)' });
  if (await ViewModel.countDocuments({ ownerId: actor.id, name: { $ne: name } }) >= mostViews) throw new InvalidInputError({ field: 'name', reason: `每人最多 ${mostViews} 个视图，请先删除不用的 (at most ${mostViews} views: remove one first)` });
  const view = await ViewModel.findOneAndUpdate(
    { ownerId: actor.id, name }, { $set: { query, sharing: how, ownerName: actor.name, unitId: actor.unitId, updatedAt: ctx.now() }, $setOnInsert: { _id: newId('view') } }, { upsert: true, returnDocument: 'after' },
  ).lean<StoredView>();
  return asSeenBy(actor, view!);
}

/** Takes a view away, for everybody it was shared with. Throws NOT_FOUND also for what one may not take away. */
export async function removeView({ actor }: Context, id: string): Promise<boolean> {
  assertId(id, 'view');
  const view = await ViewModel.findById(id).lean<StoredView>();
  if (!view || !asSeenBy(actor, view).isRemovable) throw new NotFoundError({ id });
  await ViewModel.deleteOne({ _id: id });
  return true;
}

function asSeenBy(actor: Actor, view: StoredView): SavedView {
  const isOwn = view.ownerId === actor.id;
  return { ...view, isOwn, isRemovable: isOwn || (view.sharing === 'all' && may(actor, 'view.shareWithAll')) };
}

function assertFits(field: keyof typeof longest, text: string, least: number): void {
  const { length } = [...text];
  if (length < least || length > longest[field]) throw new InvalidInputError({ field, reason: `应为 ${least}–${longest[field]} 字 (${least} to ${longest[field]} characters)` });
}

import type { Static } from 'typebox';
import { inTransaction, type Context } from '../../kernel/index.js';
import { AssetModel } from '../asset.js';
import type { AssetDeleted, AssetReplaced, AssetStored } from '../events.js';
import { storage } from '../storage.js';
import { filmKeys, keysOf } from './film-address.js';
import { FilmChoiceModel, FilmModel, type Film } from './film.js';

type News = Pick<Static<typeof AssetStored.payload>, 'kind' | 'sha256'>;

/** Enters the film of a video that came into the library or took another's place. Bytes that are known already are not worked on twice; work that was stopped goes on. */
export async function prepareFilm(ctx: Context, { kind, sha256 }: News): Promise<void> {
  if (kind !== 'video') return;
  const waiting = { state: 'waiting', dueAt: ctx.now(), owner: null, attempts: 0, updatedAt: ctx.now() };
  await FilmModel.updateOne({ _id: sha256 }, { $setOnInsert: { ...waiting, progress: 0, posterCount: 0, levels: [] } }, { upsert: true });
  await FilmModel.updateOne({ _id: sha256, state: 'cancelled' }, { $set: waiting });
}

/** `prepareFilm` under a name of its own, since one function reacts to one event. */
export const prepareReplacedFilm = (ctx: Context, news: Static<typeof AssetReplaced.payload>): Promise<void> => prepareFilm(ctx, news);

/** Stops work on a film that no asset has any more, and takes away what editors had chosen for the asset. */
export async function stopDeletedFilm(ctx: Context, { assetId, kind, sha256 }: Static<typeof AssetDeleted.payload>): Promise<void> {
  if (kind !== 'video') return;
  const choice = await FilmChoiceModel.findById(assetId).lean();
  for (const track of choice?.subtitles ?? []) await storage().delete(filmKeys.subtitles(assetId, track));
  await FilmChoiceModel.deleteOne({ _id: assetId });
  await inTransaction(async () => {
    if (await AssetModel.exists({ sha256 })) return;
    await FilmModel.updateOne({ _id: sha256, state: { $in: ['waiting', 'running'] } }, { $set: { state: 'cancelled', owner: null, updatedAt: ctx.now() } });
  });
}

/** Takes away all that was made of bytes that no asset has any more. The note goes first: a worker at it stops then, and keeps nothing after. */
export async function forgetFilm(sha256: string): Promise<void> {
  const film = await FilmModel.findOneAndUpdate({ _id: sha256 }, { $set: { state: 'cancelled', owner: null } }).lean<Film>();
  if (!film) return;
  for (const key of keysOf(film)) await storage().delete(key);
  await FilmModel.deleteOne({ _id: sha256 });
}

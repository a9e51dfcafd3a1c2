import { record } from '../../accounts/index.js';
import { InvalidInputError, type Context } from '../../kernel/index.js';
import { loadChangeable } from '../access.js';
import { asAsset, type Asset, type StoredAsset } from '../asset.js';
import { NotAVideoError, VideoStateError } from './errors.js';
import { FilmChoiceModel, FilmModel, type Film, type FilmState } from './film.js';

/** A video that the actor may change. Throws NOT_A_VIDEO, NOT_FOUND, FORBIDDEN. */
export async function loadVideo(ctx: Context, id: string): Promise<StoredAsset> {
  const [asset] = await loadChangeable(ctx, 'asset.update', [id]);
  if (asset!.kind !== 'video') throw new NotAVideoError({ filename: asset!.filename.slice(0, 80) });
  return asset!;
}

/** Shows the poster of this number, 1 to 3. Throws INVALID_INPUT when there is none, NOT_A_VIDEO, NOT_FOUND. */
export async function choosePoster(ctx: Context, assetId: string, number: number): Promise<Asset> {
  const asset = await loadVideo(ctx, assetId);
  const film = await FilmModel.findById(asset.sha256, { posterCount: 1 }).lean<Pick<Film, 'posterCount'>>();
  const count = film?.posterCount ?? 0;
  if (!Number.isInteger(number) || number < 1 || number > count) throw new InvalidInputError({ field: 'number', reason: count === 0 ? '候选封面还没有生成 (there are no posters yet)' : `应为 1–${count} (must be 1 to ${count})` });
  await FilmChoiceModel.updateOne({ _id: assetId }, { $set: { poster: number }, $setOnInsert: { subtitles: [] } }, { upsert: true });
  await record(ctx, { action: 'asset.choosePoster', subjectType: 'Asset', subjectId: assetId, summary: { number } });
  return asAsset(asset);
}

/** Stops the work on a film, for every asset of the same bytes; what is made of it is kept for a retry. Throws VIDEO_STATE, NOT_A_VIDEO, NOT_FOUND. */
export const cancelTranscoding = (ctx: Context, assetId: string): Promise<Asset> =>
  change(ctx, assetId, { from: ['waiting', 'running'], to: { state: 'cancelled' }, action: 'cancelTranscoding' });

/** Goes on with a film that failed or was cancelled, from where it stood. Throws VIDEO_STATE, NOT_A_VIDEO, NOT_FOUND. */
export const retryTranscoding = (ctx: Context, assetId: string): Promise<Asset> =>
  change(ctx, assetId, { from: ['failed', 'cancelled'], to: { state: 'waiting', dueAt: ctx.now(), attempts: 0 }, action: 'retryTranscoding' });

interface Step {
  readonly from: readonly FilmState[];
  readonly to: Partial<Film>;
  readonly action: string;
}

async function change(ctx: Context, assetId: string, { from, to, action }: Step): Promise<Asset> {
  const asset = await loadVideo(ctx, assetId);
  const { matchedCount } = await FilmModel.updateOne({ _id: asset.sha256, state: { $in: from } }, { $set: { ...to, owner: null, updatedAt: ctx.now() }, $unset: { problem: 1 } });
  if (matchedCount === 0) {
    const film = await FilmModel.findById(asset.sha256, { state: 1 }).lean<Pick<Film, 'state'>>();
    throw new VideoStateError({ filename: asset.filename.slice(0, 80), state: film?.state ?? 'waiting' });
  }
  await record(ctx, { action: `asset.${action}`, subjectType: 'Asset', subjectId: assetId, summary: {} });
  return asAsset(asset);
}

import { assertMay, ChangeNews, type Changes, type Context } from '../kernel/index.js';
import { mayReadAsset } from './access.js';
import { AssetModel, type Asset } from './asset.js';
import { UploadModel, type Upload } from './upload.js';
import { FilmModel, type Film } from './video/film.js';

const assets = new ChangeNews(['assets', 'films']);
const uploads = new ChangeNews(['uploads']);

/** Hears of every change of assets, films and uploads, whichever process made it; before `changes.start()`. */
export function watchMedia(changes: Changes): void {
  assets.watch(changes);
  uploads.watch(changes);
}

/** Assets of the library as they, and what is made of them, change; of one asset only, when given. Throws ForbiddenError, UnauthenticatedError, TooManyRequestsError. */
export function assetNews(ctx: Context, id?: string | null): AsyncIterableIterator<SeenAsset> {
  assertMay(ctx.actor, 'asset.read');
  const isMine = (asset: Asset): boolean => mayReadAsset(ctx, asset) && (!id || asset._id === id);
  return assets.follow<SeenAsset>({
    // A film is known by its bytes, and is that of every asset which has them.
    load: async (change) => seen((await AssetModel.find(change.collection === 'films' ? { sha256: change.id } : { _id: change.id }).lean<Asset[]>()).filter(isMine)),
    idOf: ({ asset }) => asset._id,
    sightOf: ({ asset, film }) => [asset, film?.state, film?.progress, film?.posterCount, film?.problem],
  });
}

/** An asset, and what is made of it. */
export interface SeenAsset {
  readonly asset: Asset;
  readonly film: Film | undefined;
}

async function seen(found: readonly Asset[]): Promise<SeenAsset[]> {
  const films = found.some(({ kind }) => kind === 'video') ? await FilmModel.find({ _id: { $in: found.map(({ sha256 }) => sha256) } }).lean<Film[]>() : [];
  return found.map((asset) => ({ asset, film: films.find(({ _id }) => _id === asset.sha256) }));
}

/** One's own uploads, as bytes of them come in and they are judged. Throws ForbiddenError, UnauthenticatedError, TooManyRequestsError. */
export function uploadNews(ctx: Context): AsyncIterableIterator<Upload> {
  assertMay(ctx.actor, 'asset.create');
  return uploads.follow<Upload>({
    load: async ({ id }) => UploadModel.find({ _id: id, createdBy: ctx.actor.id }).lean<Upload[]>(),
    idOf: ({ _id }) => _id,
    sightOf: ({ state, offset, size, problem, assetId }) => [state, offset, size, problem, assetId],
  });
}

import type { Context } from '../../kernel/index.js';
import type { Asset } from '../asset.js';
import { filmFiles, filmRoot } from './film-address.js';
import { filmInfo, posterNumber, type FilmInfo } from './film-type.js';
import { FilmChoiceModel, FilmModel, type Film, type FilmChoice } from './film.js';

/** Films and choices of videos, by asset id. Two queries. */
async function load(assets: readonly Pick<Asset, '_id' | 'sha256'>[]): Promise<Map<string, { readonly film: Film | undefined; readonly choice: FilmChoice | undefined }>> {
  if (assets.length === 0) return new Map();
  const [films, choices] = await Promise.all([
    FilmModel.find({ _id: { $in: assets.map(({ sha256 }) => sha256) } }).lean<Film[]>(),
    FilmChoiceModel.find({ _id: { $in: assets.map(({ _id }) => _id) } }).lean<FilmChoice[]>(),
  ]);
  return new Map(assets.map(({ _id, sha256 }) => [_id, { film: films.find((each) => each._id === sha256), choice: choices.find((each) => each._id === _id) }]));
}

/** What is made of this asset; undefined for what is no video. Those of one request are looked up together. */
export async function findFilmInfo(ctx: Context, asset: Asset): Promise<FilmInfo | undefined> {
  if (asset.kind !== 'video') return undefined;
  const loader = ctx.loader<string, FilmInfo>('media.films', async (keys) => {
    const assets = keys.map((key) => { const [_id, sha256] = key.split(' ') as [string, string]; return { _id, sha256 }; });
    const found = await load(assets);
    return assets.map((each) => { const { film, choice } = found.get(each._id)!; return filmInfo(ctx, each, film, choice); });
  });
  const key = `${asset._id} ${asset.sha256}`;
  loader.clear(key); // A mutation may have changed it since it was loaded.
  return loader.load(key);
}

/** A film that can be played, as readers and outlets get it. Paths begin with `/media/`; they open once the asset is public. */
export interface PlayableFilm {
  readonly assetId: string;
  readonly durationSeconds: number;
  readonly width: number;
  readonly height: number;
  readonly hls: string;
  readonly mp4: string;
  readonly mp4Bytes: number;
  readonly mp4Sha256: string;
  readonly poster: string;
  readonly subtitles: readonly { readonly language: string; readonly label: string; readonly path: string }[];
}

/** Those of these assets that are films and can be played, by id. At most two queries, none without a video. */
export async function findPlayableFilms(assets: readonly (Asset | undefined)[]): Promise<ReadonlyMap<string, PlayableFilm>> {
  const found = await load(assets.flatMap((asset) => (asset?.kind === 'video' ? [asset] : [])));
  return new Map([...found].flatMap(([id, { film, choice }]) => {
    const playable = film && toPlayable(id, film, choice);
    return playable ? [[id, playable] as const] : [];
  }));
}

function toPlayable(assetId: string, film: Film, choice: FilmChoice | undefined): PlayableFilm | undefined {
  if (film.state !== 'ready' || !film.facts || !film.mp4) return undefined;
  const root = filmRoot(assetId, film);
  return {
    assetId, durationSeconds: film.facts.durationSeconds, width: film.mp4.width, height: film.mp4.height, hls: root + filmFiles.master, mp4: root + filmFiles.mp4, mp4Bytes: film.mp4.bytes,
    mp4Sha256: film.mp4.sha256, poster: root + filmFiles.poster(posterNumber(film.posterCount, choice)),
    subtitles: (choice?.subtitles ?? []).map((track) => ({ language: track.language, label: track.label, path: root + filmFiles.subtitles(track) })),
  };
}

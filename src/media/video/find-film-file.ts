import { LRUCache } from 'lru-cache';
import type { Asset } from '../asset.js';
import { filmFiles, filmKeys, filmRoot, recipeOf } from './film-address.js';
import { FilmChoiceModel, FilmModel, type Film } from './film.js';
import { levelPlaylist, masterPlaylist } from './playlists.js';

/** A file of a film: a playlist written now, bytes that are kept, or the address where it is now. */
export type FilmFile =
  | { readonly kind: 'text'; readonly contentType: string; readonly text: string }
  | { readonly kind: 'bytes'; readonly contentType: string; readonly key: string; readonly bytes?: number }
  | { readonly kind: 'moved'; readonly path: string };

// A player asks for a piece every few seconds; a film that is ready does not change.
const ready = new LRUCache<string, Film>({ max: 200, ttl: 30_000 });

async function findFilm(sha256: string): Promise<Film | undefined> {
  const known = ready.get(sha256);
  if (known) return known;
  const film = await FilmModel.findById(sha256).lean<Film>();
  if (film?.state === 'ready') ready.set(sha256, film);
  return film ?? undefined;
}

/**
 * The file below a video's root that an address names. `signature` goes on into playlists, so that their pieces open too. Undefined for what
 * is not there, or not yet. Addresses of bytes that were replaced lead to today's film.
 */
export async function findFilmFile(asset: Pick<Asset, '_id' | 'sha256' | 'kind'>, recipe: string, file: string, signature = ''): Promise<FilmFile | undefined> {
  if (asset.kind !== 'video') return undefined;
  if (file.startsWith('subtitles/')) return subtitles(asset._id, file);
  const film = await findFilm(asset.sha256);
  if (!film) return undefined;
  if (recipe !== recipeOf(film)) return moved(asset, film, file);
  const poster = /^poster-([1-3])\.jpg$/.exec(file);
  if (poster) return Number(poster[1]) <= film.posterCount ? { kind: 'bytes', contentType: 'image/jpeg', key: filmKeys.poster(film, Number(poster[1])) } : undefined;
  if (film.state !== 'ready') return undefined;
  if (file === filmFiles.mp4) return film.mp4 && { kind: 'bytes', contentType: 'video/mp4', key: filmKeys.mp4(film), bytes: film.mp4.bytes };
  return playlist(film, file, signature) ?? segment(film, file);
}

const hlsType = 'application/vnd.apple.mpegurl';

function playlist(film: Film, file: string, signature: string): FilmFile | undefined {
  if (file === filmFiles.master) return { kind: 'text', contentType: hlsType, text: masterPlaylist(film.levels, signature) };
  const level = film.levels.find((each) => filmFiles.playlist(each) === file);
  return level && { kind: 'text', contentType: hlsType, text: levelPlaylist(level, signature) };
}

function segment(film: Film, file: string): FilmFile | undefined {
  const match = /^hls\/(\d{2,4})\/(\d{5})\.ts$/.exec(file);
  const level = match && film.levels.find(({ name }) => name === Number(match[1]));
  const bytes = level?.bytes[Number(match?.[2])];
  return level && bytes !== undefined ? { kind: 'bytes', contentType: 'video/mp2t', key: filmKeys.segment(film, level, Number(match![2])), bytes } : undefined;
}

async function subtitles(assetId: string, file: string): Promise<FilmFile | undefined> {
  const choice = await FilmChoiceModel.findById(assetId, { subtitles: 1 }).lean();
  const track = choice?.subtitles.find((each) => filmFiles.subtitles(each) === file);
  return track && { kind: 'bytes', contentType: 'text/vtt; charset=utf-8', key: filmKeys.subtitles(assetId, track) };
}

/** What stood at the same name of the older film; pieces of it are nowhere any more. */
function moved(asset: Pick<Asset, '_id'>, film: Film, file: string): FilmFile | undefined {
  const isWhole = film.state === 'ready' && ([filmFiles.master, filmFiles.mp4] as string[]).includes(file);
  return isWhole || (/^poster-[1-3]\.jpg$/.test(file) && film.posterCount === 3) ? { kind: 'moved', path: filmRoot(asset._id, film) + file } : undefined;
}

import { createHash } from 'node:crypto';
import type { Film, Level, SubtitleTrack } from './film.js';

/** Goes up whenever the same bytes would be encoded to others: other rates, another length of pieces. */
const generation = 1;

type Source = Pick<Film, '_id'>;

const prefix = ({ _id }: Source): string => `${_id}.film${generation}`;

/** The hash in a film's addresses: other bytes, another address. */
export const recipeOf = (film: Source): string => createHash('sha256').update(prefix(film)).digest('hex').slice(0, 12);

/** The path below which all that is made for an asset is found; also what a signature opens. */
export const filmRoot = (assetId: string, film: Source): string => `/media/${assetId}/${recipeOf(film)}/`;

/** Names of files below a film's root. */
export const filmFiles = {
  master: 'hls/master.m3u8',
  playlist: (level: Pick<Level, 'name'>): string => `hls/${level.name}.m3u8`,
  segment: (level: Pick<Level, 'name'>, number: number): string => `hls/${level.name}/${pad(number)}.ts`,
  mp4: 'film.mp4',
  poster: (number: number): string => `poster-${number}.jpg`,
  subtitles: ({ language, hash }: Pick<SubtitleTrack, 'language' | 'hash'>): string => `subtitles/${language}-${hash}.vtt`,
} as const;

const pad = (number: number): string => String(number).padStart(5, '0');

/** Keys that the storage keeps files under. */
export const filmKeys = {
  segment: (film: Source, level: Pick<Level, 'name'>, number: number): string => `${prefix(film)}.${level.name}.${pad(number)}.ts`,
  mp4: (film: Source): string => `${prefix(film)}.mp4`,
  poster: (film: Source, number: number): string => `${prefix(film)}.poster${number}.jpg`,
  /** Subtitles are an asset's own. */
  subtitles: (assetId: string, { hash }: Pick<SubtitleTrack, 'hash'>): string => `${assetId}.${hash}.vtt`,
} as const;

/** Every key that is or may be kept of a film: also the piece that was being kept when a process died. */
export function keysOf(film: Pick<Film, '_id' | 'levels'>): string[] {
  const segments = film.levels.flatMap((level) => Array.from({ length: level.seconds.length + (level.isDone ? 0 : 1) }, (_, number) => filmKeys.segment(film, level, number)));
  return [...segments, filmKeys.mp4(film), ...[1, 2, 3].map((number) => filmKeys.poster(film, number))];
}

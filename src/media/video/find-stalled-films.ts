import { VideoToolsMissingError } from './errors.js';
import { FilmModel, type Film } from './film.js';

/** Films that wait because no worker has an ffmpeg that can be used. */
export interface StalledFilms {
  readonly count: number;
  readonly since: Date;
  /** Why, as a worker found it. */
  readonly reason: string;
}

/** How many films wait for tools, and since when; undefined when none does. Two indexed reads at most. */
export async function findStalledFilms(): Promise<StalledFilms | undefined> {
  const stalled = { state: 'waiting' as const, 'problem.code': new VideoToolsMissingError().code };
  const oldest = await FilmModel.findOne(stalled, { dueAt: 1, problem: 1 }).sort({ dueAt: 1 }).lean<Pick<Film, 'dueAt' | 'problem'>>();
  return oldest ? { count: await FilmModel.countDocuments(stalled), since: oldest.dueAt, reason: String(oldest.problem!.params.reason ?? '') } : undefined;
}

import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type mongoose from 'mongoose';
import { backoffMs, claimDue, DomainError, newOwner, renewLease, withHeartbeat, type Services } from '../../kernel/index.js';
import { VideoEncodingError, VideoToolsMissingError } from './errors.js';
import { FilmModel, type Film } from './film.js';
import { ToolStoppedError } from './run-tool.js';
import { FilmLostError, transcodeFilm, type FilmWork } from './transcode-film.js';
import { videoConfig } from './video-config.js';
import { findVideoTools } from './video-tools.js';

/** Milliseconds a worker may be silent before another takes its film. */
const leaseMs = 15_000;
/** Attempts without a piece kept, those that a crash ended included. */
const maxAttempts = 4;

const films = (): mongoose.mongo.Collection<Film> => FilmModel.collection as unknown as mongoose.mongo.Collection<Film>;

let releasing = new AbortController();

/** Has this process put down the films it works on, for others to go on with: before it stops, since an encoding may take an hour. */
export function releaseFilms(): void {
  releasing.abort(new ReleasedError());
  releasing = new AbortController();
}

class ReleasedError extends Error {}

/**
 * Claims one film that waits, or whose worker died or fell silent, and makes what is missing of it. False when there is none, and when
 * this process has no ffmpeg: then films wait, and say for what.
 */
export async function transcodeNext(services: Services): Promise<boolean> {
  const config = videoConfig();
  const search = await findVideoTools(config);
  if ('reason' in search) return noteMissing(services, search.reason);
  const owner = newOwner();
  const claimed = await claimDue<Film>(films(), owner, services.now(), leaseMs);
  if (!claimed) return false;
  const { row: film, wasRunning } = claimed;
  if (wasRunning) services.log.warn({ film: film._id, attempts: film.attempts }, 'a film is taken over from a worker that died or fell silent');
  if (film.problem) await FilmModel.updateOne({ _id: film._id, owner }, { $unset: { problem: 1 } });
  try {
    if (film.attempts > maxAttempts) throw new VideoEncodingError({ reason: `处理进程连续 ${maxAttempts} 次中断 (its process died ${maxAttempts} times)` });
    const folder = await freshFolder(services, film, owner);
    const renew = () => renewLease<Film>(films(), film._id, owner, services.now(), leaseMs);
    const release = releasing.signal;
    await withHeartbeat(leaseMs, renew, (signal) => transcodeFilm({ services, config, tools: search.tools, film, owner, folder, signal: AbortSignal.any([signal, release]) }))
      .finally(() => rm(folder, { recursive: true, force: true }));
  } catch (error) {
    await settle({ services, film, owner }, error);
  }
  return true;
}

/** What becomes of a film whose attempt ended in an error: a sentence is its end, a fault is tried again after a while. */
async function settle({ services, film, owner }: Pick<FilmWork, 'services' | 'film' | 'owner'>, error: unknown): Promise<void> {
  if (error instanceof FilmLostError) return;
  if (error instanceof ReleasedError) return write(services, film, owner, { state: 'waiting', dueAt: services.now(), attempts: film.attempts - 1 });
  const isFault = !(error instanceof DomainError) || error instanceof VideoEncodingError;
  services.log[isFault ? 'error' : 'warn']({ err: error, film: film._id, attempts: film.attempts }, 'a film could not be made');
  if (isFault && film.attempts < maxAttempts) return write(services, film, owner, { state: 'waiting', dueAt: new Date(services.now().getTime() + backoffMs(film.attempts)) });
  const { code, params } = error instanceof DomainError ? error : new VideoEncodingError({ reason: reasonOf(error) });
  return write(services, film, owner, { state: 'failed', problem: { code, params } });
}

const reasonOf = (error: unknown): string => (error instanceof ToolStoppedError ? error.message : '内部错误 (an internal error)');

async function write(services: Services, film: Film, owner: string, change: Partial<Film>): Promise<void> {
  await FilmModel.updateOne({ _id: film._id, owner, state: 'running' }, { $set: { ...change, owner: null, updatedAt: services.now() }, ...(change.problem ? {} : { $unset: { problem: 1 } }) });
}

const sayAgainMs = 60_000;
let saidAt = -Infinity;

async function noteMissing(services: Services, reason: string): Promise<false> {
  if (performance.now() - saidAt < sayAgainMs) return false;
  saidAt = performance.now();
  const { code, params } = new VideoToolsMissingError({ reason });
  const { modifiedCount } = await FilmModel.updateMany({ state: 'waiting', 'problem.code': { $ne: code } }, { $set: { problem: { code, params } } });
  if (modifiedCount > 0) services.log.error({ films: modifiedCount, reason }, 'films wait: there is no usable ffmpeg');
  return false;
}

/** A folder for this claim. What earlier claims of the film left, and what anything left a day ago, is taken away. */
async function freshFolder({ config }: Pick<Services, 'config'>, film: Film, owner: string): Promise<string> {
  const parent = join(config.dataDir ?? tmpdir(), 'tmp', 'films');
  const dayAgo = Date.now() - 86_400_000;
  for (const name of await readdir(parent).catch(() => [])) {
    const isOld = await stat(join(parent, name)).then(({ mtimeMs }) => mtimeMs < dayAgo, () => false);
    if (isOld || name.startsWith(film._id)) await rm(join(parent, name), { recursive: true, force: true });
  }
  return join(parent, `${film._id}-${owner}`);
}

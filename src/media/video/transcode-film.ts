import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { systemContext, emit, inTransaction, type Services } from '../../kernel/index.js';
import { AssetModel } from '../asset.js';
import { storage } from '../storage.js';
import { encodeLevel, type Segment } from './encode-level.js';
import { VideoEncodingError, VideoIncompleteError } from './errors.js';
import { AssetPlayable } from './events.js';
import { FilmModel, type Film, type Level } from './film.js';
import { filmKeys } from './film-address.js';
import { makeMp4 } from './make-mp4.js';
import { makePoster, posterPlaces } from './make-poster.js';
import { planLevels } from './plan-levels.js';
import { reasonIn, probeVideo, type VideoFacts } from './probe-video.js';
import type { VideoConfig } from './video-config.js';
import type { VideoTools } from './video-tools.js';

/** One claim of a film by one worker. */
export interface FilmWork {
  readonly services: Services;
  readonly config: VideoConfig;
  readonly tools: VideoTools;
  /** As far as it is made; kept up to date. */
  readonly film: Film;
  readonly owner: string;
  readonly signal: AbortSignal;
  /** A folder of this claim's own. */
  readonly folder: string;
}

/** Thrown when the film is another's by now: cancelled, forgotten, or taken over. Nothing more may be written. */
export class FilmLostError extends Error {}

/** Makes everything of a film that is not made yet, and notes each step, so that whoever takes over goes on from there. Throws sentences, FilmLostError, the signal's reason. */
export async function transcodeFilm(work: FilmWork): Promise<void> {
  const { film, folder, signal } = work;
  await mkdir(folder, { recursive: true });
  const source = storage().localPath?.(film._id) ?? await fetchSource(work);
  const facts = film.facts ?? await probe(work, source);
  await makePosters(work, source, facts);
  for (const level of film.levels) if (!level.isDone) await makeLevel(work, source, facts, level);
  if (!film.mp4) await note(work, { mp4: await makeMp4(work.tools, film, film.levels.at(-1)!, folder, signal) });
  await finish(work, facts);
}

/** A copy in the claim's folder, which goes with it even after a crash. */
async function fetchSource({ film, folder, signal }: FilmWork): Promise<string> {
  const source = join(folder, 'source');
  await pipeline(storage().stream(film._id), createWriteStream(source), { signal });
  return source;
}

async function probe(work: FilmWork, source: string): Promise<VideoFacts> {
  const facts = await probeVideo(work.tools, source, { maxMinutes: work.config.maxMinutes, signal: work.signal });
  await note(work, { facts, levels: planLevels(facts).map((plan) => ({ ...plan, seconds: [], bytes: [], isDone: false })), progress: 1 });
  return facts;
}

async function makePosters(work: FilmWork, source: string, facts: VideoFacts): Promise<void> {
  const { film, tools, folder, signal } = work;
  for (let count = film.posterCount; count < posterPlaces.length; count += 1) {
    const target = join(folder, `poster-${count + 1}.jpg`);
    await makePoster(tools, source, facts, posterPlaces[count]!, target, signal);
    await storage().putFile(filmKeys.poster(film, count + 1), target);
    await note(work, { posterCount: count + 1, progress: 2 });
  }
}

async function makeLevel(work: FilmWork, source: string, facts: VideoFacts, level: Level): Promise<void> {
  const at = work.film.levels.indexOf(level);
  const begun = { number: level.seconds.length, seconds: total(level.seconds) };
  if (facts.pictureSeconds - begun.seconds > 0.1) {
    const folder = join(work.folder, String(level.name));
    await mkdir(folder, { recursive: true });
    const { code, complaint } = await encodeLevel({
      tools: work.tools, threads: work.config.threads, source, facts, level, folder, from: begun, signal: work.signal, onSegment: (segment) => keepSegment(work, at, segment),
    });
    const made = total(work.film.levels[at]!.seconds);
    if (code !== 0) throw made > begun.seconds || work.film.levels[at]!.seconds.length > 0 ? new VideoEncodingError({ reason: reasonIn(complaint) }) : unreadable(complaint);
    if (made < facts.pictureSeconds * 0.9 - 1) throw new VideoIncompleteError({ expected: Math.round(facts.pictureSeconds), found: Math.round(made) });
  }
  await noteLevel(work, at, (level) => ({ ...level, isDone: true }));
}

const unreadable = (complaint: string): Error => new VideoEncodingError({ reason: `一个画面也没有读出来 (not one picture could be read: ${reasonIn(complaint)})` });

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** Bytes first, then the note of them. A note is progress: the attempts of which a hopeless film has only a few are counted anew. */
async function keepSegment(work: FilmWork, at: number, { number, path, seconds }: Segment): Promise<void> {
  const level = work.film.levels[at]!;
  if (number !== level.seconds.length) throw new Error(`piece ${number} came where ${level.seconds.length} was due`);
  const { size } = await stat(path);
  const key = filmKeys.segment(work.film, level, number);
  await storage().delete(key); // What a process that died here had kept may differ by a frame.
  await storage().putFile(key, path);
  await noteLevel(work, at, (level) => ({ ...level, seconds: [...level.seconds, seconds], bytes: [...level.bytes, size] }));
  await rm(path);
}

async function noteLevel(work: FilmWork, at: number, change: (level: Level) => Level): Promise<void> {
  const levels = work.film.levels.map((level, each) => (each === at ? change(level) : level));
  await note(work, { levels, progress: progressOf(levels, work.film.facts!), attempts: 1 });
}

/** Percent of the pixels that are encoded; the MP4 is the rest of a hundred. */
function progressOf(levels: readonly Pick<Level, 'width' | 'height' | 'fps' | 'seconds' | 'isDone'>[], { pictureSeconds }: Pick<VideoFacts, 'pictureSeconds'>): number {
  const cost = ({ width, height, fps }: Pick<Level, 'width' | 'height' | 'fps'>): number => width * height * fps;
  const share = (level: Pick<Level, 'seconds' | 'isDone'>): number => (level.isDone ? 1 : Math.min(1, total(level.seconds) / pictureSeconds));
  const done = total(levels.map((level) => cost(level) * share(level)));
  return Math.floor(2 + 95 * (done / total(levels.map(cost))));
}

/** Writes a step while the film is still ours. */
async function note(work: FilmWork, change: Partial<Film>): Promise<void> {
  const { film, owner, services } = work;
  const { matchedCount } = await FilmModel.updateOne({ _id: film._id, owner, state: 'running' }, { $set: { ...change, updatedAt: services.now() } });
  if (matchedCount === 0) throw new FilmLostError(`film ${film._id} is another's by now`);
  Object.assign(film, change);
}

async function finish(work: FilmWork, { durationSeconds }: VideoFacts): Promise<void> {
  const { services, film } = work;
  const ctx = systemContext(services, `film:${film._id.slice(0, 12)}`);
  await inTransaction(async () => {
    await note(work, { state: 'ready', progress: 100, owner: null });
    for (const { _id } of await AssetModel.find({ sha256: film._id }, { _id: 1 }).lean<{ _id: string }[]>()) await emit(ctx, AssetPlayable, { assetId: _id, sha256: film._id, durationSeconds });
  });
}

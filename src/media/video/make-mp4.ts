import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { storage } from '../storage.js';
import { hashOfFile } from '../store-asset.js';
import { VideoEncodingError } from './errors.js';
import { filmKeys } from './film-address.js';
import type { Film, FilmMp4, Level } from './film.js';
import { reasonIn } from './probe-video.js';
import { runTool } from './run-tool.js';
import type { VideoTools } from './video-tools.js';

/** Puts the pieces of a level together as one progressive MP4 whose index comes first, without encoding anything again. Returns what the film notes of it. */
export async function makeMp4(tools: VideoTools, film: Pick<Film, '_id'>, level: Level, folder: string, signal: AbortSignal): Promise<FilmMp4> {
  const [pieces, target] = [join(folder, 'pieces.ts'), join(folder, 'film.mp4')];
  await pipeline(readPieces(film, level), createWriteStream(pieces), { signal });
  const { code, complaint } = await runTool(tools.ffmpeg, [
    '-nostdin', '-v', 'error', '-protocol_whitelist', 'file', '-f', 'mpegts', '-i', `file:${pieces}`, '-map', '0:v:0', ...(level.audioKbps > 0 ? ['-map', '0:a:0'] : []),
    '-c', 'copy', '-map_metadata', '-1', '-movflags', '+faststart', '-f', 'mp4', '-y', `file:${target}`,
  ], { timeoutMs: 3_600_000, signal });
  await rm(pieces);
  if (code !== 0) throw new VideoEncodingError({ reason: `MP4 合成失败 (the MP4 could not be written: ${reasonIn(complaint)})` });
  await storage().putFile(filmKeys.mp4(film), target);
  return { bytes: (await stat(target)).size, sha256: await hashOfFile(target), width: level.width, height: level.height };
}

async function* readPieces(film: Pick<Film, '_id'>, level: Level): AsyncGenerator<Buffer> {
  for (let number = 0; number < level.seconds.length; number += 1) yield* storage().stream(filmKeys.segment(film, level, number)) as AsyncIterable<Buffer>;
}

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findVideoTools, type VideoTools } from '../../src/media/video/video-tools.js';

const run = promisify(execFile);

/** The ffmpeg that the product found; tests of films cannot do without. */
export async function videoTools(): Promise<VideoTools> {
  const search = await findVideoTools();
  if ('reason' in search) throw new Error(`tests of films need ffmpeg: ${search.reason}`);
  return search.tools;
}

/** Runs ffmpeg for a test and gives back what it wrote to its standard outputs. */
export async function ffmpeg(...args: string[]): Promise<string> {
  const { stdout, stderr } = await run((await videoTools()).ffmpeg, ['-nostdin', '-hide_banner', '-v', 'error', ...args], { maxBuffer: 20_000_000 });
  return stdout + stderr;
}

/** What ffprobe tells of a file in one of its formats. */
export async function probe(path: string, ...entries: string[]): Promise<string> {
  const { stdout } = await run((await videoTools()).ffprobe, ['-v', 'error', '-show_entries', entries.join(':'), '-of', 'json', path]);
  return stdout;
}

/** Hands over a folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'yici-clips-'));
  return work(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

export interface ClipOptions {
  readonly size?: string;
  readonly seconds?: number;
  readonly fps?: number;
  readonly hasSound?: boolean;
  readonly name?: string;
  /** Further options of ffmpeg for the output. */
  readonly options?: readonly string[];
}

const clips = new Map<string, Promise<Buffer>>();

/** A film of a test card and a tone; made once per test file. */
export function aClip(options: ClipOptions = {}): Promise<Buffer> {
  const key = JSON.stringify(options);
  const made = clips.get(key) ?? makeClip(options);
  clips.set(key, made);
  return made;
}

function makeClip({ size = '1280x720', seconds = 3, fps = 25, hasSound = true, name = 'clip.mp4', options = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'] }: ClipOptions): Promise<Buffer> {
  return inFolder(async (folder) => {
    const sound = hasSound ? ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`] : [];
    await ffmpeg('-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${fps}:duration=${seconds}`, ...sound, ...options, join(folder, name));
    return readFile(join(folder, name));
  });
}

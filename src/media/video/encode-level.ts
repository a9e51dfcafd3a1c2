import { join } from 'node:path';
import { segmentSeconds, type LevelPlan } from './plan-levels.js';
import { inputLimits, maxPixels, type VideoFacts } from './probe-video.js';
import { runTool, type ToolEnd } from './run-tool.js';
import type { VideoTools } from './video-tools.js';

/** One piece as it is finished; its file may be taken away. */
export interface Segment {
  readonly number: number;
  readonly path: string;
  readonly seconds: number;
}

export interface Encoding {
  readonly tools: VideoTools;
  readonly threads: number;
  readonly source: string;
  readonly facts: VideoFacts;
  readonly level: LevelPlan;
  /** A folder for the pieces. */
  readonly folder: string;
  /** Where earlier work ended: the number of the next piece and its time in seconds. */
  readonly from: { readonly number: number; readonly seconds: number };
  readonly signal: AbortSignal;
  readonly onSegment: (segment: Segment) => Promise<void>;
}

/** Encodes a level piece by piece. A piece is told once it is whole. Times run on from `from`, so that a film begun by one process and ended by another plays as one. */
export async function encodeLevel(encoding: Encoding): Promise<ToolEnd> {
  const { tools, facts, folder, from, signal } = encoding;
  let endedAt = from.seconds;
  return runTool(tools.ffmpeg, argumentsOf(encoding), {
    cwd: folder, signal, silenceMs: 15 * 60_000, timeoutMs: 1000 * (600 + 60 * facts.durationSeconds),
    async onLine(line) {
      const segment = readLine(line);
      if (!segment || segment.end <= endedAt) return;
      const seconds = round(segment.end - endedAt);
      endedAt = segment.end;
      await encoding.onSegment({ number: segment.number, path: join(folder, segment.name), seconds });
    },
  });
}

const round = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;

/** A line of the segment list: name, begin, end; the begin is wrong after a seek, so it is not used. */
function readLine(line: string): { readonly name: string; readonly number: number; readonly end: number } | undefined {
  const match = /^((\d{5,})\.ts),[\d.-]+,([\d.]+)$/.exec(line.trim());
  return match ? { name: match[1]!, number: Number(match[2]), end: Number(match[3]) } : undefined;
}

function argumentsOf({ tools, threads, source, facts, level, from }: Encoding): string[] {
  const seek = from.seconds > 0 ? ['-ss', String(from.seconds)] : [];
  const shift = from.seconds > 0 ? ['-output_ts_offset', String(from.seconds)] : [];
  return [
    '-nostdin', '-v', 'error', '-threads', String(threads), ...inputLimits(), ...maxPixels, ...seek, '-i', `file:${source}`,
    '-map', `0:${facts.streamIndex}`, ...(facts.hasAudio ? ['-map', '0:a:0'] : []), '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1',
    '-vf', filters(facts, level, tools.hasToneMapping), ...pictureOptions(level, threads), ...(facts.hasAudio ? soundOptions(level) : []),
    '-max_muxing_queue_size', '4096', '-avoid_negative_ts', 'disabled', ...shift,
    '-f', 'segment', '-segment_time', String(segmentSeconds), '-segment_time_delta', (0.5 / level.fps).toFixed(4),
    // Without it the first piece alone is moved, past the beginning of the second.
    '-segment_format', 'mpegts', '-segment_format_options', 'avoid_negative_ts=disabled',
    '-segment_start_number', String(from.number), '-segment_list', 'pipe:1', '-segment_list_type', 'csv', '%05d.ts',
  ];
}

/** Upright comes first, by ffmpeg itself. Wide colours are brought into the usual range, or they would look washed out everywhere. */
function filters({ isInterlaced, isHdr }: VideoFacts, { width, height, fps }: LevelPlan, hasToneMapping: boolean): string {
  const toneMapping = isHdr && hasToneMapping ? ['zscale=t=linear:npl=100', 'format=gbrpf32le', 'zscale=p=bt709', 'tonemap=hable:desat=0', 'zscale=t=bt709:m=bt709:r=tv'] : [];
  return [...(isInterlaced ? ['yadif=deint=interlaced'] : []), `fps=${fps}`, `scale=${width}:${height}`, 'setsar=1', ...toneMapping, 'format=yuv420p'].join(',');
}

// Key frames stand where pieces begin and nowhere else: after a seek the muxer would cut at any.
function pictureOptions({ videoKbps, h264Level }: LevelPlan, threads: number): string[] {
  return [
    '-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-level:v', (h264Level / 10).toFixed(1), '-crf', '23', '-maxrate', `${videoKbps}k`, '-bufsize', `${videoKbps * 2}k`,
    '-g', '9999', '-sc_threshold', '0', '-force_key_frames', `expr:gte(t,n_forced*${segmentSeconds})`, '-threads', String(threads),
  ];
}

const soundOptions = ({ audioKbps }: LevelPlan): string[] => ['-c:a', 'aac', '-b:a', `${audioKbps}k`, '-ac', '2', '-ar', '48000', '-af', 'aresample=async=1000'];

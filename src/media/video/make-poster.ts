import { stat } from 'node:fs/promises';
import { reasonIn, inputLimits, maxPixels, type VideoFacts } from './probe-video.js';
import { VideoEncodingError } from './errors.js';
import { runTool } from './run-tool.js';
import type { VideoTools } from './video-tools.js';

/** Where candidates are looked for, as shares of the film: past its titles, in its middle, before its credits. */
export const posterPlaces = [0.1, 0.4, 0.75] as const;

/** Pixels of a poster's longer side at most. */
const longestSide = 1280;

/** Writes a still as JPEG: the most telling of two seconds of pictures, so that it is seldom black or a blend. Throws when there is none. */
export async function makePoster(tools: VideoTools, source: string, facts: VideoFacts, place: number, target: string, signal: AbortSignal): Promise<void> {
  const scale = Math.min(1, longestSide / Math.max(facts.width, facts.height));
  const size = `${Math.max(2, Math.round(facts.width * scale))}:${Math.max(2, Math.round(facts.height * scale))}`;
  const tones = facts.isHdr && tools.hasToneMapping ? ',zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=pc' : '';
  // From the beginning when nothing is found at the place: a film may end before it says.
  for (const seconds of [facts.durationSeconds * place, 0]) {
    const { complaint } = await runTool(tools.ffmpeg, [
      '-nostdin', '-v', 'error', ...inputLimits(), ...maxPixels, '-ss', seconds.toFixed(3), '-i', `file:${source}`, '-map', `0:${facts.streamIndex}`, '-t', '2',
      '-vf', `thumbnail=60,scale=${size},setsar=1${tones},format=yuvj420p`, '-frames:v', '1', '-q:v', '3', '-map_metadata', '-1', '-f', 'mjpeg', '-y', `file:${target}`,
    ], { timeoutMs: 120_000, signal });
    if (await stat(target).then(({ size: bytes }) => bytes > 0, () => false)) return;
    if (seconds === 0) throw new VideoEncodingError({ reason: `没有取到封面画面 (no still: ${reasonIn(complaint)})` });
  }
}

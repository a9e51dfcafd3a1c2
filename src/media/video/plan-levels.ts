import type { VideoFacts } from './probe-video.js';

/** Seconds of one piece of a level; every level is cut at the same times. */
export const segmentSeconds = 6;

/** One level of the ladder: a picture size and what it may cost. */
export interface LevelPlan {
  /** The shorter side: what people call 720p. */
  readonly name: number;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  /** Upper bound of the picture's stream. */
  readonly videoKbps: number;
  readonly audioKbps: number;
  /** H.264 level times ten, as RFC 6381 writes it in hexadecimal. */
  readonly h264Level: number;
}

const rungs = [360, 540, 720, 1080] as const;
/** A rung is left out when the film's own size is this close above it. */
const tooClose = 0.85;
/** Rates of 16:9 at 30 frames a second: what Apple's authoring specification and our own eyes agree on for speech, landscapes and sport. */
const kbpsAt1080 = 5000;

/** The ladder of a film, smallest first: never larger than the film, at most 1080 on the shorter side. */
export function planLevels(facts: Pick<VideoFacts, 'width' | 'height' | 'fps' | 'hasAudio'>): LevelPlan[] {
  const short = Math.min(facts.width, facts.height);
  const top = Math.min(1080, short);
  const names = [...rungs.filter((rung) => rung < top * tooClose), top];
  return names.map((name) => planLevel(facts, name, short));
}

function planLevel({ width, height, fps, hasAudio }: Pick<VideoFacts, 'width' | 'height' | 'fps' | 'hasAudio'>, name: number, short: number): LevelPlan {
  const scale = name / short;
  const size = { width: even(width * scale), height: even(height * scale) };
  const frames = name <= 540 && fps > 30 ? fps / 2 : fps;
  return { name, ...size, fps: frames, videoKbps: rate(size.width * size.height, frames), audioKbps: hasAudio ? (name <= 360 ? 96 : 128) : 0, h264Level: h264Level(size, frames) };
}

const even = (pixels: number): number => Math.max(2, 2 * Math.round(pixels / 2));

/** Rates grow more slowly than pixels and frames: neighbours are alike. */
const rate = (pixels: number, fps: number): number => Math.max(200, Math.round((kbpsAt1080 * (pixels / 2_073_600) ** 0.8 * (Math.max(24, fps) / 30) ** 0.5) / 50) * 50);

/** Table A-1 of H.264: most macroblocks of a picture and in a second. */
const limits = [[30, 1620, 40_500], [31, 3600, 108_000], [32, 5120, 216_000], [40, 8192, 245_760], [42, 8704, 522_240], [50, 22_080, 589_824], [51, 36_864, 983_040]] as const;

function h264Level({ width, height }: { readonly width: number; readonly height: number }, fps: number): number {
  const blocks = Math.ceil(width / 16) * Math.ceil(height / 16);
  return limits.find(([, picture, second]) => blocks <= picture && blocks * fps <= second)?.[0] ?? 52;
}

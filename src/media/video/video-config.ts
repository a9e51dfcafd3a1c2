import { ConfigError } from '../../kernel/index.js';

/** How a process works on films. */
export interface VideoConfig {
  /** Films that this process works on at once; 0 leaves them to other processes. */
  readonly concurrency: number;
  /** Threads of one encoding. */
  readonly threads: number;
  readonly maxMinutes: number;
  readonly ffmpegPath?: string;
  readonly ffprobePath?: string;
}

/**
 * Reads VIDEO_CONCURRENCY (1), VIDEO_THREADS (4), VIDEO_MAX_MINUTES (240), FFMPEG_PATH and FFPROBE_PATH. Throws ConfigError naming every
 * wrong variable.
 */
export function videoConfig(env: NodeJS.ProcessEnv = process.env): VideoConfig {
  const problems: string[] = [];
  const whole = (name: string, usual: number, min: number, max: number): number => {
    const value = Number(env[name]?.trim() || usual);
    if (!Number.isInteger(value) || value < min || value > max) problems.push(`${name} must be a whole number from ${min} to ${max}; it is "${env[name]}".`);
    return value;
  };
  const { FFMPEG_PATH: ffmpegPath, FFPROBE_PATH: ffprobePath } = env;
  const config = {
    concurrency: whole('VIDEO_CONCURRENCY', 1, 0, 16), threads: whole('VIDEO_THREADS', 4, 1, 64), maxMinutes: whole('VIDEO_MAX_MINUTES', 240, 1, 600),
    ...(ffmpegPath ? { ffmpegPath } : {}), ...(ffprobePath ? { ffprobePath } : {}),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

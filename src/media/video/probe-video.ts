import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { typeOfFile } from '../look-inside.js';
import { VideoCodecRefusedError, VideoDimensionsError, VideoFormatRefusedError, VideoTooLongError, VideoUnreadableError, VideoWithoutPictureError } from './errors.js';
import { runTool } from './run-tool.js';
import type { VideoTools } from './video-tools.js';

/** What must be known of a film to encode it. Sizes are pixels as seen: turned upright, with square pixels. */
export interface VideoFacts {
  readonly durationSeconds: number;
  /** How long its pictures last: sound may go on after them. */
  readonly pictureSeconds: number;
  readonly width: number;
  readonly height: number;
  /** Frames a second of what is made of it; at most 60. */
  readonly fps: number;
  readonly hasAudio: boolean;
  readonly isInterlaced: boolean;
  /** Whether its colours are of a wide range (HLG, PQ), as phones film by default. */
  readonly isHdr: boolean;
  /** Its place among the file's streams: a cover picture may stand before it. */
  readonly streamIndex: number;
}

const maxSide = 4096, minSide = 16;

const videoCodecs = ['h264', 'hevc', 'mpeg4', 'mpeg2video', 'vp8', 'vp9', 'av1', 'libdav1d', 'libaom-av1', 'prores', 'dnxhd', 'mjpeg', 'libvpx', 'libvpx-vp9'];
const audioCodecs = ['aac', 'mp3', 'mp3float', 'mp2', 'mp2float', 'ac3', 'eac3', 'opus', 'libopus', 'vorbis', 'libvorbis', 'flac', 'alac', 'pcm_s16le', 'pcm_s16be', 'pcm_s24le', 'pcm_s24be', 'pcm_s32le', 'pcm_f32le'];
/** Never shown, but a file may hold them, and ffprobe ends at a decoder that it may not open. */
const otherCodecs = ['mov_text', 'subrip', 'srt', 'ass', 'ssa', 'webvtt', 'text', 'png', 'bmp'];

/**
 * What goes before every `-i` that reads a stranger's film: it reaches no other file and no network (a playlist would), and is given to
 * no decoder outside a closed list. ffprobe reads a playlist named .mp4 as a playlist unless it is told not to.
 */
export const inputLimits = (format = 'mov,matroska'): string[] => ['-protocol_whitelist', 'file', '-format_whitelist', format, '-codec_whitelist', [...videoCodecs, ...audioCodecs, ...otherCodecs].join(',')];

/** Pixels of one picture that a decoder may make, whatever size the file names in the middle of a film. */
export const maxPixels = ['-max_pixels', String(maxSide * maxSide)];

const entries = 'format=duration:stream=index,codec_type,codec_name,width,height,sample_aspect_ratio,avg_frame_rate,r_frame_rate,field_order,color_transfer,duration:stream_disposition=attached_pic:stream_side_data=rotation:stream_tags=rotate';

/** Finds out what a file holds. Throws the sentence for what cannot be used; the signal's reason; ToolStoppedError when the file held it up. */
export async function probeVideo(tools: Pick<VideoTools, 'ffmpeg' | 'ffprobe'>, path: string, limits: { readonly maxMinutes: number; readonly signal?: AbortSignal }): Promise<VideoFacts> {
  const type = await typeOfFile(path, 'film');
  if ('unfit' in type) throw type.unfit === 'empty' ? new VideoUnreadableError({ reason: '文件是空的 (it is empty)' }) : new VideoFormatRefusedError({ reason: '文件头不是已知的视频格式 (its head is of no known kind)' });
  if (type.kind !== 'video') throw new VideoFormatRefusedError({ reason: type.contentType });
  const lines: string[] = [];
  const { code, complaint } = await runTool(tools.ffprobe, ['-v', 'error', ...inputLimits(), '-probesize', '20M', '-analyzeduration', '20M', '-show_entries', entries, '-of', 'json', `file:${path}`], {
    timeoutMs: 60_000, maxLines: 5000, onLine: (line) => { lines.push(line); }, ...(limits.signal ? { signal: limits.signal } : {}),
  });
  if (code !== 0) throw refusal(complaint);
  const probed = readProbe(lines.join('\n'));
  const durationSeconds = Number(probed.format.duration ?? NaN) || await measure(tools, path, limits.signal);
  return judgeProbe(probed, durationSeconds, limits.maxMinutes);
}

function refusal(complaint: string): Error {
  const codec = /Codec \(([\w-]+)\) not on whitelist/.exec(complaint)?.[1];
  if (codec) return new VideoCodecRefusedError({ codec });
  return new VideoUnreadableError({ reason: reasonIn(complaint) });
}

/** The first thing a tool complained of, without addresses of its memory and paths of ours: what follows is seldom more than that it failed. */
export function reasonIn(complaint: string): string {
  const lines = complaint.split('\n').map((line) => line.replace(/\[[^\]]* @ 0x[0-9a-f]+\]\s*/g, '').replace(/(file:)?\/\S+\s*/g, '').trim()).filter((line) => line !== '' && !line.startsWith('Last message'));
  return (lines[0] ?? 'no word of why').replace(/^:\s*/, '').slice(0, 120);
}

const text = Type.Optional(Type.String());
const probeShape = Type.Object({
  format: Type.Object({ duration: text }),
  streams: Type.Array(Type.Object({
    index: Type.Integer(), codec_type: text, codec_name: text, width: Type.Optional(Type.Integer()), height: Type.Optional(Type.Integer()),
    sample_aspect_ratio: text, avg_frame_rate: text, r_frame_rate: text, field_order: text, color_transfer: text, duration: text,
    disposition: Type.Optional(Type.Object({ attached_pic: Type.Optional(Type.Integer()) })),
    side_data_list: Type.Optional(Type.Array(Type.Object({ rotation: Type.Optional(Type.Number()) }))),
    tags: Type.Optional(Type.Object({ rotate: text })),
  })),
});
type Probe = Static<typeof probeShape>;
type Stream = Probe['streams'][number];

function readProbe(json: string): Probe {
  try {
    return Value.Parse(probeShape, JSON.parse(json));
  } catch {
    throw new VideoUnreadableError({ reason: 'ffprobe 没有给出结果 (ffprobe had no result)' });
  }
}

/** Judges what ffprobe told. Pure. Throws the sentence for what cannot be used. */
export function judgeProbe({ streams }: Probe, durationSeconds: number, maxMinutes: number): VideoFacts {
  const pictures = streams.find(({ codec_type, disposition }) => codec_type === 'video' && disposition?.attached_pic !== 1);
  if (!pictures) throw new VideoWithoutPictureError();
  for (const { codec_type, codec_name = 'unknown' } of [pictures, ...streams.filter(({ codec_type }) => codec_type === 'audio').slice(0, 1)]) {
    if (!(codec_type === 'video' ? videoCodecs : audioCodecs).includes(codec_name)) throw new VideoCodecRefusedError({ codec: codec_name.slice(0, 40) });
  }
  if (!(durationSeconds > 0.04)) throw new VideoUnreadableError({ reason: '没有可播放的长度 (it has no length)' });
  if (durationSeconds > maxMinutes * 60) throw new VideoTooLongError({ minutes: Math.ceil(durationSeconds / 60), limit: maxMinutes });
  return { durationSeconds, pictureSeconds: Math.min(durationSeconds, Number(pictures.duration ?? NaN) || durationSeconds), ...sizeAsSeen(pictures), fps: framesPerSecond(pictures), hasAudio: streams.some(({ codec_type }) => codec_type === 'audio'),
    isInterlaced: ['tt', 'bb', 'tb', 'bt'].includes(pictures.field_order ?? ''), isHdr: ['smpte2084', 'arib-std-b67'].includes(pictures.color_transfer ?? ''), streamIndex: pictures.index };
}

function sizeAsSeen({ width = 0, height = 0, sample_aspect_ratio, side_data_list, tags }: Stream): { readonly width: number; readonly height: number } {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  if (long > maxSide || short < minSide) throw new VideoDimensionsError({ width, height, limit: maxSide });
  const aspect = ratio(sample_aspect_ratio?.replace(':', '/')) ?? 1;
  const wide = Math.round(width * (aspect > 0.2 && aspect < 5 ? aspect : 1));
  const turn = Math.abs(side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation ?? Number(tags?.rotate ?? 0)) % 180;
  return turn === 90 ? { width: height, height: wide } : { width: wide, height };
}

function framesPerSecond({ avg_frame_rate, r_frame_rate }: Stream): number {
  const fps = ratio(avg_frame_rate) ?? ratio(r_frame_rate) ?? 25;
  return Math.round(Math.min(60, Math.max(5, fps)) * 1000) / 1000;
}

function ratio(fraction: string | undefined): number | undefined {
  const [above, below] = (fraction ?? '').split('/').map(Number);
  return above && below && above > 0 && below > 0 ? above / below : undefined;
}

/** Recordings of browsers name no length: it is read from the last picture. */
async function measure({ ffmpeg }: Pick<VideoTools, 'ffmpeg'>, path: string, signal?: AbortSignal): Promise<number> {
  let microseconds = 0;
  await runTool(ffmpeg, ['-nostdin', '-v', 'error', ...inputLimits(), '-i', `file:${path}`, '-map', '0:v:0', '-c', 'copy', '-progress', 'pipe:1', '-f', 'null', '-'], {
    timeoutMs: 600_000, ...(signal ? { signal } : {}),
    onLine: (line) => { microseconds = Number(/^out_time_us=(\d+)$/.exec(line)?.[1] ?? microseconds); },
  });
  return microseconds / 1e6;
}

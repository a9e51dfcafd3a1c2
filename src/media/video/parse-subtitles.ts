import { SubtitlesInvalidError } from './errors.js';

/** Characters and cues of one track: four hours of talk need a tenth of it. */
const maxCharacters = 1_000_000, maxCues = 20_000;

/** One line of speech, in milliseconds. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly settings: string;
  readonly text: string;
}

const timing = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)[.,](\d{3})[ \t]+-->[ \t]+(?:(\d{2,}):)?([0-5]\d):([0-5]\d)[.,](\d{3})(?:[ \t]+(.*))?$/;

/** Reads WebVTT, or SRT, which differs in a comma. Notes, styles and regions are left out: players need none and styles can be misused. Throws SUBTITLES_INVALID with the line. */
export function parseSubtitles(source: string): Cue[] {
  if (source.length > maxCharacters) throw invalid(1, `超过 ${maxCharacters} 字符 (more than ${maxCharacters} characters)`);
  if (source.includes('\0')) throw invalid(1, '不是文本 (it is not text)');
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const isVtt = /^WEBVTT(?:[ \t].*)?$/.test(lines[0]!);
  if (!isVtt && !/^\d+$/.test(lines[0]!.trim())) throw invalid(1, '应以 WEBVTT 开头，SRT 则以序号开头 (it must begin with WEBVTT, or as SRT with a number)');
  const cues = blocksOf(lines, isVtt ? 1 : 0).flatMap((block) => readBlock(block) ?? []);
  if (cues.length === 0) throw invalid(lines.length, '没有一条字幕 (there is no cue)');
  if (cues.length > maxCues) throw invalid(lines.length, `超过 ${maxCues} 条 (more than ${maxCues} cues)`);
  return cues.sort((a, b) => a.start - b.start);
}

const invalid = (line: number, reason: string): Error => new SubtitlesInvalidError({ line, reason });

/** Lines that stand together, with the number of the first, counted from 1. */
interface Block {
  readonly line: number;
  readonly lines: readonly string[];
}

function blocksOf(lines: readonly string[], from: number): Block[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let isOpen = false;
  // What follows the signature directly is its header, not a cue.
  for (let at = from === 1 ? Math.max(1, lines.indexOf('', 1)) : 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (line.trim() === '') isOpen = false;
    else if (isOpen) blocks.at(-1)!.lines.push(line);
    else { blocks.push({ line: at + 1, lines: [line] }); isOpen = true; }
  }
  return blocks;
}

function readBlock({ line, lines }: Block): Cue | undefined {
  if (/^(NOTE|STYLE|REGION)(\s|$)/.test(lines[0]!)) return undefined;
  const at = lines[0]!.includes('-->') ? 0 : 1;
  const match = timing.exec((lines[at] ?? '').trim());
  if (!match) throw invalid(line + Math.min(at, lines.length - 1), '时间应写作 00:01.000 --> 00:04.000 (a timing such as 00:01.000 --> 00:04.000 is due)');
  const [start, end] = [milliseconds(match.slice(1, 5)), milliseconds(match.slice(5, 9))];
  if (end <= start) throw invalid(line + at, '结束时间应晚于开始时间 (it ends before it begins)');
  const text = lines.slice(at + 1);
  const arrow = text.findIndex((each) => each.includes('-->'));
  if (arrow >= 0) throw invalid(line + at + 1 + arrow, '两条字幕之间缺少空行 (an empty line between cues is missing)');
  return { start, end, settings: settingsOf(match[9]), text: text.join('\n') };
}

const milliseconds = ([hours = '0', minutes, seconds, rest]: readonly (string | undefined)[]): number => Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(rest);

const setting = /^(?:vertical:(?:rl|lr)|line:-?[\d.]+%?(?:,(?:start|center|end))?|position:[\d.]+%(?:,(?:line-left|center|line-right))?|size:[\d.]+%|align:(?:start|center|end|left|right))$/;

const settingsOf = (words = ''): string => words.split(/\s+/).filter((word) => setting.test(word)).join(' ');

/** Tags that cue text may hold (WebVTT §4.2.2, and times); others, such as SRT's font, are left out, their text stays. */
const tag = /<\/?(?:[biuc](?:\.[\w.-]+)*|ruby|rt|v(?:\s[^<>]*)?|lang(?:\s[\w-]*)?|\d{2,}:\d{2}:\d{2}\.\d{3}|\d{2}:\d{2}\.\d{3})>/;
const anyTag = /<[^<>]*>?/g;

/** Writes cues as WebVTT. */
export function writeSubtitles(cues: readonly Cue[]): string {
  const blocks = cues.map(({ start, end, settings, text }) => `${timeOf(start)} --> ${timeOf(end)}${settings ? ` ${settings}` : ''}\n${text.replace(anyTag, (found) => (tag.test(found) ? found : ''))}\n`);
  return ['WEBVTT\n', ...blocks].join('\n');
}

function timeOf(at: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(at / 3_600_000))}:${two(Math.floor(at / 60_000) % 60)}:${two(Math.floor(at / 1000) % 60)}.${String(at % 1000).padStart(3, '0')}`;
}

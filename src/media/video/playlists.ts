import { filmFiles } from './film-address.js';
import type { Level } from './film.js';

/** The master playlist (RFC 8216): one line per level, smallest first. `query` is put behind every address, for signed ones. */
export function masterPlaylist(levels: readonly Level[], query = ''): string {
  const variants = levels.map((level) => [`#EXT-X-STREAM-INF:${attributesOf(level)}`, `${level.name}.m3u8${query}`]);
  return [...head, '#EXT-X-INDEPENDENT-SEGMENTS', ...variants.flat(), ''].join('\n');
}

const head = ['#EXTM3U', '#EXT-X-VERSION:3'];

function attributesOf(level: Level): string {
  const codecs = [`avc1.6400${level.h264Level.toString(16)}`, ...(level.audioKbps > 0 ? ['mp4a.40.2'] : [])];
  const [seconds, bytes] = [sum(level.seconds), sum(level.bytes)];
  const peak = Math.max(...level.bytes.map((size, at) => (size * 8) / Math.max(0.5, level.seconds[at]!)));
  return [
    `BANDWIDTH=${Math.ceil(peak)}`, `AVERAGE-BANDWIDTH=${Math.ceil((bytes * 8) / seconds)}`, `RESOLUTION=${level.width}x${level.height}`,
    `CODECS="${codecs.join(',')}"`, `FRAME-RATE=${level.fps.toFixed(3)}`,
  ].join(',');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The playlist of one level, complete. */
export function levelPlaylist(level: Level, query = ''): string {
  const segments = level.seconds.flatMap((seconds, number) => [`#EXTINF:${seconds.toFixed(6)},`, `${filmFiles.segment(level, number).slice('hls/'.length)}${query}`]);
  const target = Math.ceil(Math.max(...level.seconds));
  return [...head, '#EXT-X-PLAYLIST-TYPE:VOD', `#EXT-X-TARGETDURATION:${target}`, '#EXT-X-MEDIA-SEQUENCE:0', '#EXT-X-INDEPENDENT-SEGMENTS', ...segments, '#EXT-X-ENDLIST', ''].join('\n');
}

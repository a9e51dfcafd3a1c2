import type { PlayableFilm } from './find-films.js';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The element that plays a film on our own pages: HLS where the browser can by itself, the MP4 elsewhere, with its subtitles. `label` is read to those who cannot see it. */
export function filmTag({ hls, mp4, poster, width, height, subtitles }: PlayableFilm, label = ''): string {
  const tracks = subtitles.map(({ language, label: name, path }, at) => `<track kind="subtitles" src="${path}" srclang="${escape(language)}" label="${escape(name)}"${at === 0 ? ' default' : ''}>`);
  const sources = `<source src="${hls}" type="application/vnd.apple.mpegurl"><source src="${mp4}" type="video/mp4">`;
  return `<video controls playsinline preload="metadata" width="${width}" height="${height}" poster="${poster}"${label ? ` aria-label="${escape(label)}"` : ''}>${sources}${tracks.join('')}<a href="${mp4}">下载视频 (MP4)</a></video>`;
}

/** The element for outlets: one MP4 that everybody plays. */
export const filmTagForOutlets = ({ mp4, poster, width, height }: PlayableFilm): string =>
  `<video controls preload="metadata" width="${width}" height="${height}" poster="${poster}"><source src="${mp4}" type="video/mp4"></video>`;

// As our own renderer writes it: html of a release was sanitised by construction and holds no other kind of video.
const rendered = /<video\b[^>]*><source src="\/media\/(asset_[0-9a-f]{24})\/[^"]*"[^>]*><\/video>/g;

/** A release's html with the films of today in it; films that cannot be played yet stay as they were rendered. */
export const showFilms = (html: string, films: ReadonlyMap<string, PlayableFilm>, tag: (film: PlayableFilm) => string = filmTag): string =>
  html.replace(rendered, (whole, assetId: string) => { const film = films.get(assetId); return film ? tag(film) : whole; });

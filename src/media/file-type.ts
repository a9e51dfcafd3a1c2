import type { AssetKind } from './asset.js';

/** What a file is: its kind, its media type and the usual ending of its name. */
export interface FileType {
  readonly kind: AssetKind;
  readonly contentType: string;
  readonly extension: string;
}

const type = (kind: AssetKind, contentType: string, extension: string): FileType => ({ kind, contentType, extension });

const openXml = 'application/vnd.openxmlformats-officedocument';

/** Every type of file the library takes. The bytes decide; a name or a declared type is believed in nothing but plain text. */
export const fileTypes = {
  jpeg: type('image', 'image/jpeg', 'jpg'),
  png: type('image', 'image/png', 'png'),
  gif: type('image', 'image/gif', 'gif'),
  webp: type('image', 'image/webp', 'webp'),
  avif: type('image', 'image/avif', 'avif'),
  heic: type('image', 'image/heic', 'heic'),
  svg: type('image', 'image/svg+xml', 'svg'),
  mp4: type('video', 'video/mp4', 'mp4'),
  mov: type('video', 'video/quicktime', 'mov'),
  webm: type('video', 'video/webm', 'webm'),
  mkv: type('video', 'video/x-matroska', 'mkv'),
  pdf: type('file', 'application/pdf', 'pdf'),
  ofd: type('file', 'application/ofd', 'ofd'),
  docx: type('file', `${openXml}.wordprocessingml.document`, 'docx'),
  xlsx: type('file', `${openXml}.spreadsheetml.sheet`, 'xlsx'),
  pptx: type('file', `${openXml}.presentationml.presentation`, 'pptx'),
  doc: type('file', 'application/msword', 'doc'),
  xls: type('file', 'application/vnd.ms-excel', 'xls'),
  ppt: type('file', 'application/vnd.ms-powerpoint', 'ppt'),
  txt: type('file', 'text/plain', 'txt'),
  csv: type('file', 'text/csv', 'csv'),
  vtt: type('file', 'text/vtt', 'vtt'),
} as const satisfies Record<string, FileType>;

const all: readonly FileType[] = Object.values(fileTypes);

/** The usual ending of a file of this media type, without the dot. */
export const extensionOf = (contentType: string): string => all.find((each) => each.contentType === contentType)?.extension ?? 'bin';

/** What the first bytes say: a type, a container that must be looked into, or text, whose name may say which. */
export type FirstLook = FileType | 'zip' | 'ole' | 'text' | undefined;

/** Bytes that `lookAt` needs of a file's beginning. */
export const headBytes = 4096;

/** Judges a file by its first bytes. Undefined for what is not known: it is refused. */
export function lookAt(head: Buffer): FirstLook {
  const starts = (signature: string | number[], at = 0): boolean => head.subarray(at).indexOf(Buffer.from(signature as string)) === 0;
  if (starts([0xff, 0xd8, 0xff])) return fileTypes.jpeg;
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return fileTypes.png;
  if (starts('GIF87a') || starts('GIF89a')) return fileTypes.gif;
  if (starts('RIFF') && starts('WEBP', 8)) return fileTypes.webp;
  if (starts('ftyp', 4)) return lookAtBrand(head);
  if (starts([0x1a, 0x45, 0xdf, 0xa3])) return head.subarray(0, 64).includes('webm') ? fileTypes.webm : fileTypes.mkv;
  if (starts('%PDF-')) return fileTypes.pdf;
  if (starts('PK\x03\x04')) return 'zip';
  if (starts([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';
  return lookAtText(head);
}

const brands: Readonly<Record<string, FileType>> = {
  avif: fileTypes.avif, avis: fileTypes.avif, heic: fileTypes.heic, heix: fileTypes.heic, heim: fileTypes.heic, hevc: fileTypes.heic, mif1: fileTypes.heic, msf1: fileTypes.heic,
  'qt  ': fileTypes.mov, isom: fileTypes.mp4, iso2: fileTypes.mp4, iso4: fileTypes.mp4, iso5: fileTypes.mp4, iso6: fileTypes.mp4, mp41: fileTypes.mp4, mp42: fileTypes.mp4,
  avc1: fileTypes.mp4, dash: fileTypes.mp4, 'M4V ': fileTypes.mp4, MSNV: fileTypes.mp4, '3gp4': fileTypes.mp4, '3gp5': fileTypes.mp4, '3gp6': fileTypes.mp4,
};

/** ISO base media files name a major brand and then compatible ones; `mif1` alone may be either of two picture formats. */
function lookAtBrand(head: Buffer): FileType | undefined {
  const size = Math.min(head.readUInt32BE(0), head.length, 256);
  const named = [head.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= size; at += 4) named.push(head.toString('latin1', at, at + 4));
  const major = brands[named[0]!];
  if (major === fileTypes.heic && named.includes('avif')) return fileTypes.avif;
  return major ?? named.map((brand) => brands[brand]).find(Boolean);
}

function lookAtText(head: Buffer): FirstLook {
  const text = decodeText(head);
  if (text === undefined) return undefined;
  // What may stand before the root of an SVG: a declaration, comments and a document type.
  const root = text.replace(/^(\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(\[[^]*?\])?\s*>)*/i, '');
  if (/^<(svg:)?svg[\s>]/.test(root)) return fileTypes.svg;
  return 'text';
}

// Tab to carriage return and escape are seen in texts; the rest below a space are not.
const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b;

/** UTF-8 or GBK text; undefined for anything with control characters, which text does not have. A character cut by the end is forgiven. */
function decodeText(head: Buffer): string | undefined {
  if (head.length === 0 || head.some(isControl)) return undefined;
  for (const [encoding, shortest] of [['utf-8', 4], ['gb18030', 4]] as const) {
    for (let cut = 0; cut < (head.length < headBytes ? 1 : shortest); cut += 1) {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(head.subarray(0, head.length - cut));
      } catch {
        // The next reading may fit.
      }
    }
  }
  return undefined;
}

const textTypes: Readonly<Record<string, FileType>> = { txt: fileTypes.txt, csv: fileTypes.csv, vtt: fileTypes.vtt };

/** What text is, by its name; text under any other name is refused, and so are playlists and pages whatever they are called. */
export function textTypeOf(filename: string, head: Buffer): FileType | undefined {
  const named = textTypes[endingOf(filename)];
  const text = head.toString('latin1').trimStart();
  if (/^(\xef\xbb\xbf)?(#EXTM3U|<)/.test(text)) return undefined;
  if (named === fileTypes.vtt) return /^(\xef\xbb\xbf)?WEBVTT/.test(text) ? named : undefined;
  return named;
}

/** The ending of a name, in small letters, without the dot; empty when there is none. */
const endingOf = (filename: string): string => /\.([A-Za-z0-9]{1,10})$/.exec(filename)?.[1]?.toLowerCase() ?? '';

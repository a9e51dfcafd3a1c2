/** Thrown when a picture's parts are not where its format puts them; the caller then encodes it anew. */
export class UnreadableLayoutError extends Error {}

/** Marks the beginning of one pass over the picture. */
export const sos = 0xda;
const soi = 0xd8, eoi = 0xd9, app0 = 0xe0, app2 = 0xe2, app14 = 0xee, appLast = 0xef, comment = 0xfe;

/** A part of a JPEG: what its marker says it is, what it holds, and all its bytes, those of a scan included. */
interface Segment {
  readonly marker: number;
  readonly content: Buffer;
  readonly bytes: Buffer;
}

/** The parts of a JPEG from its beginning up to its end. Throws UnreadableLayoutError where they do not follow one another. */
export function* segmentsOf(bytes: Buffer): Generator<Segment> {
  for (let at = 2; ;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined || marker === soi) throw new UnreadableLayoutError();
    if (marker === eoi) return yield { marker, content: bytes.subarray(at, at), bytes: bytes.subarray(at, at + 2) };
    if (at + 4 > bytes.length) throw new UnreadableLayoutError();
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) throw new UnreadableLayoutError();
    const next = marker === sos ? endOfScan(bytes, end) : end;
    yield { marker, content: bytes.subarray(at + 4, end), bytes: bytes.subarray(at, next) };
    at = next;
  }
}

/**
 * A JPEG without what its camera and its programs wrote into it (Exif with its place, XMP, IPTC, comments, a second picture after the
 * end), the picture itself untouched. Colour profile and orientation stay.
 */
export function stripJpeg(bytes: Buffer, orientation: number): Buffer {
  const kept = [...segmentsOf(bytes)].filter(({ marker, content }) => isOfThePicture(marker, content)).map((segment) => segment.bytes);
  return Buffer.concat([bytes.subarray(0, 2), ...(orientation > 1 ? [orientationSegment(orientation)] : []), ...kept]);
}

function isOfThePicture(marker: number, content: Buffer): boolean {
  if (marker === app0) return content.subarray(0, 5).equals(Buffer.from('JFIF\0'));
  if (marker === app2) return content.subarray(0, 12).equals(Buffer.from('ICC_PROFILE\0'));
  if (marker === app14) return true; // Adobe's: which colours the components are.
  return marker !== comment && !(marker >= app0 && marker <= appLast);
}

/** Scan data run until a marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new UnreadableLayoutError();
}

/** An Exif segment that says one thing: which way is up (TIFF tag 0x0112). */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from([0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const content = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

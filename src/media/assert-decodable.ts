import { fileTypes, type FileType } from './file-type.js';
import { segmentsOf, sos, UnreadableLayoutError } from './strip-jpeg.js';

/** Scans of one JPEG: each goes over every pixel, so that a thousand of them in half a megabyte take a minute. Cameras and programs write ten. */
const maxScans = 100;
/** Frames of one WebP: its library looks for each of them from the first one on. */
const maxFrames = 10_000;

/** Refuses, by a look at its parts, a picture that is small and would still keep its decoder busy for minutes. Throws with words of why. */
export function assertDecodable(bytes: Buffer, type: FileType): void {
  if (type === fileTypes.jpeg && scansOf(bytes) > maxScans) throw new Error(`扫描超过 ${maxScans} 遍 (more than ${maxScans} scans)`);
  if (type === fileTypes.webp && count(bytes, 'ANMF') > maxFrames) throw new Error(`超过 ${maxFrames} 帧 (more than ${maxFrames} frames)`);
}

function scansOf(bytes: Buffer): number {
  let scans = 0;
  try {
    for (const { marker } of segmentsOf(bytes)) if (marker === sos) scans += 1;
    return scans;
  } catch (error) {
    if (!(error instanceof UnreadableLayoutError)) throw error;
    return count(bytes, '\xff\xda'); // A decoder may find its way where we do not.
  }
}

function count(bytes: Buffer, sign: string): number {
  const sought = Buffer.from(sign, 'latin1');
  let found = 0;
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + sought.length)) found += 1;
  return found;
}

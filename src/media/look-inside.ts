import { open } from 'node:fs/promises';
import { fromFd, type Entry, type ZipFile } from 'yauzl';
import { fileTypes, headBytes, lookAt, textTypeOf, type FileType } from './file-type.js';

/** Entries of an Office file that are looked at; more is not an Office file of a newsroom. */
const maxEntries = 20_000;

/** Why a file is not taken: `type` when it is of no kind we know, else a closer reason. */
export type Unfit = { readonly unfit: 'type' | 'empty' | 'macros' | 'damaged' };

/** What a file is, by its bytes; the name decides between kinds of plain text only. Reads the beginning and, of Office files, the list of parts. */
export async function typeOfFile(path: string, filename: string): Promise<FileType | Unfit> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    if (bytesRead === 0) return { unfit: 'empty' };
    const head = buffer.subarray(0, bytesRead);
    const look = lookAt(head);
    if (look === 'zip') return await typeOfZip(file.fd);
    if (look === 'ole') return await typeOfOle(file);
    return (look === 'text' ? textTypeOf(filename, head) : look) ?? { unfit: 'type' };
  } finally {
    await file.close();
  }
}

const parts: readonly (readonly [part: RegExp, type: FileType])[] = [
  [/^word\/document\.xml$/i, fileTypes.docx], [/^xl\/workbook\.(xml|bin)$/i, fileTypes.xlsx], [/^ppt\/presentation\.xml$/i, fileTypes.pptx], [/^OFD\.xml$/i, fileTypes.ofd],
];

async function typeOfZip(fd: number): Promise<FileType | Unfit> {
  const names = await entryNames(fd).catch(() => undefined);
  if (!names) return { unfit: 'damaged' };
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return { unfit: 'macros' };
  return parts.find(([part]) => names.some((name) => part.test(name)))?.[1] ?? { unfit: 'type' };
}

/** The names in a zip's directory. Nothing is unpacked, so a bomb stays what it is. */
function entryNames(fd: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    fromFd(fd, { lazyEntries: true, autoClose: false }, (error: Error | null, zip?: ZipFile) => {
      if (error || !zip) return reject(error ?? new Error('no zip'));
      if (zip.entryCount > maxEntries) return reject(new Error('too many entries'));
      const names: string[] = [];
      zip.on('entry', (entry: Entry) => { names.push(String(entry.fileName)); zip.readEntry(); });
      zip.on('end', () => resolve(names));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}

const streams: readonly (readonly [name: string, type: FileType])[] = [['WordDocument', fileTypes.doc], ['Workbook', fileTypes.xls], ['PowerPoint Document', fileTypes.ppt]];

/** Office files before 2007 name their main stream in UTF-16, in the container's directory. */
async function typeOfOle(file: { read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ bytesRead: number }>; stat(): Promise<{ size: number }> }): Promise<FileType | Unfit> {
  const { size } = await file.stat();
  const piece = Buffer.alloc(1_048_576);
  const found = new Set<string>();
  const overlap = 128;
  for (let at = 0; at < size; at += piece.length - overlap) {
    const { bytesRead } = await file.read(piece, 0, piece.length, at);
    const part = piece.subarray(0, bytesRead);
    for (const name of ['_VBA_PROJECT', ...streams.map(([stream]) => stream)]) if (part.includes(Buffer.from(name, 'utf16le'))) found.add(name);
    if (bytesRead < piece.length) break;
  }
  if (found.has('_VBA_PROJECT')) return { unfit: 'macros' };
  return streams.find(([name]) => found.has(name))?.[1] ?? { unfit: 'type' };
}

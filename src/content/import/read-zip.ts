import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { ImportError } from './import-error.js';
import type { ImportLimits } from './import-limits.js';

/** One file of a zip; `bytes` are absent when nobody wanted them. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes?: Buffer;
}

type Limits = Pick<ImportLimits, 'maxEntries' | 'maxInflatedBytes' | 'maxRatio' | 'maxXmlBytes'>;

/**
 * The files of a zip, those inflated that `isWanted` names. Sizes are counted while inflating: what the zip says of itself is not
 * believed. Throws ImportError BROKEN_FILE (no zip, encrypted, a path that leads outside, the same name twice) or FILE_TOO_COMPLEX.
 */
export async function readZip(bytes: Buffer, isWanted: (name: string) => boolean, limits: Limits): Promise<ZipEntry[]> {
  const zip = await open(bytes);
  if (zip.entryCount > limits.maxEntries) throw new ImportError('FILE_TOO_COMPLEX');
  const entries = await directory(zip, limits.maxEntries);
  if (new Set(entries.map(({ fileName }) => fileName)).size !== entries.length) throw new ImportError('BROKEN_FILE');
  let [inflated, xml] = [0, 0];
  const result: ZipEntry[] = [];
  for (const entry of entries) {
    if (!isWanted(entry.fileName)) result.push({ name: entry.fileName });
    else {
      const isXml = isXmlName(entry.fileName);
      const room = Math.min(limits.maxInflatedBytes - inflated, isXml ? Math.min(limits.maxXmlBytes - xml, Math.max(entry.compressedSize * limits.maxRatio, 2 ** 20)) : Infinity);
      const content = await inflate(zip, entry, room);
      inflated += content.length;
      xml += isXml ? content.length : 0;
      result.push({ name: entry.fileName, bytes: content });
    }
  }
  return result;
}

/** Whether a part of a document is XML by its name. */
export const isXmlName = (name: string): boolean => /\.(?:xml|rels)$/i.test(name);

const broken = (): ImportError => new ImportError('BROKEN_FILE');

const open = (bytes: Buffer): Promise<yauzl.ZipFile> => new Promise((resolve, reject) => {
  yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(broken()) : resolve(zip)));
});

const directory = (zip: yauzl.ZipFile, maxEntries: number): Promise<yauzl.Entry[]> => new Promise((resolve, reject) => {
  const entries: yauzl.Entry[] = [];
  zip.on('entry', (entry: yauzl.Entry) => {
    if (!entry.fileName.endsWith('/')) entries.push(entry);
    if (entries.length > maxEntries) reject(new ImportError('FILE_TOO_COMPLEX'));
    else zip.readEntry();
  });
  zip.once('end', () => resolve(entries));
  zip.once('error', () => reject(broken()));
  zip.readEntry();
});

const inflate = (zip: yauzl.ZipFile, entry: yauzl.Entry, room: number): Promise<Buffer> => new Promise((resolve, reject) => {
  // An entry that says it is too large is refused unread; one that lies is caught while it inflates.
  if (entry.uncompressedSize > room) return reject(new ImportError('FILE_TOO_COMPLEX'));
  if (entry.isEncrypted()) return reject(broken());
  zip.openReadStream(entry, (error, stream) => (error ? reject(broken()) : resolve(collect(stream, room))));
});

async function collect(stream: Readable, room: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > room) throw new ImportError('FILE_TOO_COMPLEX');
    }
  } catch (error) {
    throw error instanceof ImportError ? error : broken();
  }
  return Buffer.concat(chunks);
}

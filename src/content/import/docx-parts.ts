import { ImportError } from './import-error.js';
import type { ImportLimits } from './import-limits.js';
import { isXmlName, readZip, type ZipEntry } from './read-zip.js';
import { writeZip } from './write-zip.js';

/** The parts of a .docx that are read, vetted and packed again, so that what is converted is exactly what was checked. */
export interface DocxParts {
  readonly zip: Buffer;
  /** The text of an XML part, '' when it is absent. */
  text(name: string): string;
}

const picture = /\.(?:png|jpe?g|jfif|gif|webp|bmp|dib|emf|wmf|tiff?|svg)$/i;
const isRead = (name: string): boolean => isXmlName(name) || (picture.test(name) && name.startsWith('word/'));

/** Opens a .docx. Throws ImportError BROKEN_FILE, FILE_TOO_COMPLEX, or UNSUPPORTED_FORMAT for another kind of zip (a spreadsheet, slides, an archive). */
export async function docxParts(bytes: Buffer, limits: ImportLimits): Promise<DocxParts> {
  const entries = await readZip(bytes, isRead, limits);
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('[Content_Types].xml') || ![...names].some((name) => name.startsWith('word/'))) throw new ImportError('UNSUPPORTED_FORMAT');
  const parts = entries.filter((entry): entry is Required<ZipEntry> => entry.bytes !== undefined);
  parts.filter(({ name }) => isXmlName(name)).forEach(assertPlainXml);
  return { zip: writeZip(parts), text: (name) => parts.find((part) => part.name === name)?.bytes.toString('utf8') ?? '' };
}

/** Word writes no document types; one is there to make entities, which can multiply without end. */
function assertPlainXml({ bytes }: Required<ZipEntry>): void {
  if (/<!(?:doctype|entity)/i.test(bytes.toString('latin1'))) throw new ImportError('BROKEN_FILE');
}

import { cleanText, emptyBody, InvalidBodyError, parseBody, type Body, type BodyNode } from '../document/index.js';
import { decodeText } from './decode-text.js';
import { detectFormat, type ImportFormat } from './detect-format.js';
import { findByline } from './find-byline.js';
import { findTitle } from './find-title.js';
import { FoundImages } from './found-images.js';
import { htmlToBlocks } from './html-to-body.js';
import { ImportError } from './import-error.js';
import type { ImportLimits } from './import-limits.js';
import { ImportReport } from './import-report.js';
import type { ImportedDocument } from './imported-document.js';
import { parseHtml } from './parse-html.js';
import { readDocx } from './read-docx.js';
import { readHead } from './read-html.js';
import { readMarkdown } from './read-markdown.js';
import { readText } from './read-text.js';
import { settleHeadings } from './settle-headings.js';
import type { SourceDocument } from './source-document.js';

/** Reads a file as it is, without a bound on time: `importDocument` calls it in a thread that has one. Throws ImportError. */
export async function readDocument(bytes: Buffer, filename: string, limits: ImportLimits): Promise<ImportedDocument> {
  const report = new ImportReport();
  const format = detectFormat(bytes, filename);
  const source = await readSource(format, bytes, limits, report);
  const page = parseHtml(source.html);
  const head = format === 'html' ? readHead(page) : {};
  const images = new FoundImages(report, source.embedded);
  const read = htmlToBlocks(page, images, report);
  const titled = findTitle(read, source.title ?? head.title, report);
  const bylined = findByline(titled.blocks, report);
  const body = bodyOf(settleHeadings(bylined.blocks, report), titled.title);
  const words = { title: titled.title, summary: source.summary ?? head.summary, author: source.author ?? bylined.author ?? head.author, source: source.source ?? bylined.source };
  return { ...present(words), body, images: images.all(), report: report.entries() };
}

function readSource(format: ImportFormat, bytes: Buffer, limits: ImportLimits, report: ImportReport): SourceDocument | Promise<SourceDocument> {
  if (format === 'docx') return readDocx(bytes, limits, report);
  const text = decodeText(bytes);
  return format === 'html' ? { html: text } : format === 'markdown' ? readMarkdown(text) : readText(text);
}

function bodyOf(blocks: readonly BodyNode[], title: string | undefined): Body {
  if (blocks.length === 0 && title === undefined) throw new ImportError('EMPTY_FILE');
  if (blocks.length === 0) return emptyBody();
  try {
    return parseBody({ type: 'doc', content: blocks });
  } catch (error) {
    // The reader writes only what the schema knows, so what is refused is too much of it.
    throw error instanceof InvalidBodyError ? new ImportError('FILE_TOO_COMPLEX') : error;
  }
}

function present(words: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).flatMap(([name, text]) => (text ? [[name, cleanText(text).trim()]] : [])));
}

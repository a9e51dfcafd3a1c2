import mammoth from 'mammoth';
import { docxParts, type DocxParts } from './docx-parts.js';
import { ImportError } from './import-error.js';
import type { ImportLimits } from './import-limits.js';
import type { ImportReport } from './import-report.js';
import { parseHtml, textOf } from './parse-html.js';
import type { SourceDocument } from './source-document.js';

/** The style that marks a centred paragraph on its way through mammoth, which knows styles but no alignment. */
const centred = 'yici centred';

// Word writes the English names of built-in styles in every language; LibreOffice and old WPS versions write Chinese ones.
const styleMap = [
  'p[style-name=\'Title\'] => h1.title:fresh', 'p[style-name=\'标题\'] => h1.title:fresh',
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
  ...['Quote', 'Intense Quote', 'Quotations', '引用', '明显引用', 'Block Text'].map((name) => `p[style-name='${name}'] => blockquote > p:fresh`),
  ...['Caption', '题注'].map((name) => `p[style-name='${name}'] => p.caption:fresh`),
  `p[style-name='${centred}'] => p.centered:fresh`,
  'u => u', 'strike => s',
];

/** A Word document (.docx) as HTML with its pictures apart. Throws ImportError BROKEN_FILE, FILE_TOO_COMPLEX, UNSUPPORTED_FORMAT. */
export async function readDocx(bytes: Buffer, limits: ImportLimits, report: ImportReport): Promise<SourceDocument> {
  const parts = await docxParts(bytes, limits);
  noteLosses(parts, report);
  const embedded = new Map<string, Buffer>();
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `embedded:${embedded.size + 1}`;
    embedded.set(src, await image.readAsBuffer());
    return { src };
  });
  const { value: html, messages } = await converted(mammoth.convertToHtml({ buffer: parts.zip }, { styleMap, convertImage, transformDocument: centre, externalFileAccess: false, includeEmbeddedStyleMap: false }));
  for (const { type, message } of messages) if (type === 'error') noteImage(message, report);
  const title = property(parts, 'dc:title');
  return { html, embedded, ...(title ? { title: { text: title, from: 'property' } } : {}) };
}

/** mammoth throws what its XML reader throws: whatever it is, the file is not what Word writes. */
async function converted<T>(conversion: Promise<T>): Promise<T> {
  try {
    return await conversion;
  } catch (error) {
    throw error instanceof RangeError ? new ImportError('FILE_TOO_COMPLEX') : new ImportError('BROKEN_FILE');
  }
}

/** mammoth tells of a picture it could not read: one that is only linked to (it opens no other file), or one that is missing. */
function noteImage(message: string, report: ImportReport): void {
  const linked = /external image '([^']*)'/.exec(message)?.[1];
  report.note(linked === undefined ? 'IMAGE_BROKEN' : 'REMOTE_IMAGE_DROPPED', linked);
}

interface WordElement {
  readonly type?: string;
  readonly alignment?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: unknown;
  readonly children?: readonly WordElement[];
}

/** Gives centred plain paragraphs a style of their own, so that the search for a title can see them. */
function centre(element: WordElement): WordElement {
  const children = element.children?.map(centre);
  const isPlain = element.type === 'paragraph' && element.alignment === 'center' && !element.numbering && !/^(?:title|heading|caption|标题|题注)/i.test(element.styleName ?? '');
  return { ...element, ...(children ? { children } : {}), ...(isPlain ? { styleId: centred, styleName: centred } : {}) };
}

/** What a document has and the import leaves out, so that nobody finds out later. */
function noteLosses(parts: DocxParts, report: ImportReport): void {
  const [document, numbering, comments] = ['word/document.xml', 'word/numbering.xml', 'word/comments.xml'].map((name) => parts.text(name));
  const note = (code: 'COMMENTS_DROPPED' | 'CHANGES_ACCEPTED' | 'DRAWING_DROPPED' | 'NUMBERING_CHANGED', count: number): void => {
    if (count > 0) report.note(code, undefined, count);
  };
  note('COMMENTS_DROPPED', occurrences(comments, /<w:comment\s/g));
  note('CHANGES_ACCEPTED', occurrences(document, /<w:(?:ins|del|moveFrom|moveTo)\s/g));
  note('DRAWING_DROPPED', occurrences(document, /<(?:m:oMath|c:chart|dgm:relIds)[\s>]/g));
  const isNumbered = /<w:numPr>/.test(document! + parts.text('word/styles.xml')) && /w:numFmt\s+w:val="(?:chinese|japaneseCounting|ideograph|taiwanese)/.test(numbering!);
  note('NUMBERING_CHANGED', isNumbered ? 1 : 0);
}

const occurrences = (text: string | undefined, pattern: RegExp): number => text?.match(pattern)?.length ?? 0;

/** A property of the document itself; what programs put there by themselves is none. */
function property(parts: DocxParts, name: string): string | undefined {
  const value = new RegExp(`<${name}(?:\\s[^>]{0,200})?>([^<]{1,500})</${name}>`).exec(parts.text('docProps/core.xml'))?.[1];
  const text = value && textOf(parseHtml(value).childNodes).replace(/\s+/g, ' ').trim();
  return text && !/^(?:无标题|文档\s*\d*|新建.*文档|untitled|document\s*\d*|microsoft word\b.*|.*\.(?:docx?|wps))$/i.test(text) ? text : undefined;
}

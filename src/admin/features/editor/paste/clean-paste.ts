import { foldNotes } from './fold-notes.js';
import { listWordParagraphs } from './word-lists.js';
import { asSemantic } from './semantic.js';
import { settleBlocks } from './settle-blocks.js';

/** What a paste is worth: clean HTML of elements that a body knows, and what could not come along. */
export interface CleanPaste {
  readonly html: string;
  /** Pictures that came as data addresses, in reading order: they can be uploaded. */
  readonly pictures: readonly string[];
  /** Pictures that stand elsewhere, and films: they must be added by hand. */
  readonly lostPictures: number;
  readonly lostFilms: number;
}

export type ParseHtml = (html: string) => Document;

const inBrowser: ParseHtml = (html) => new DOMParser().parseFromString(html, 'text/html');

const unwanted = 'style, script, meta, link, title, head, xml, svg, button, input, select, textarea, noscript, object, canvas';
/** What tracked changes took out of the text. */
const deleted = 'del[cite], del[datetime], .msoDel';
const films = 'iframe, video, audio, embed, mpvoice, mpvideo, mp-common-videosnap';

/**
 * Cleans what Word, WPS, WeChat's editor or a web page put on the clipboard: fonts, colours, empty lines and first-line indents go; headings,
 * lists, tables, links, notes and emphasis stay. Pure: the document it parses is its own. A copy from this editor is left as it is.
 */
export function cleanPaste(html: string, parse: ParseHtml = inBrowser): CleanPaste {
  if (html.includes('data-pm-slice')) return { html, pictures: [], lostPictures: 0, lostFilms: 0 };
  const { body } = parse(`<!doctype html><html><head></head><body>${bodyOf(html)}</body></html>`);
  dropComments(body);
  for (const element of body.querySelectorAll(`${unwanted}, ${deleted}`)) element.remove();
  const lostFilms = remove(body, films);
  const { pictures, lostPictures } = takePictures(body);
  unwrapOffice(body);
  foldNotes(body);
  listWordParagraphs(body);
  asSemantic(body);
  settleBlocks(body);
  return { html: body.innerHTML, pictures, lostPictures, lostFilms };
}

/** Word brings a whole page, WPS and Windows add marks around the part that was copied. */
function bodyOf(html: string): string {
  const whole = /<body[^>]*>([\s\S]*?)(?:<\/body>|$)/i.exec(html)?.[1] ?? html;
  const part = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/i.exec(whole)?.[1];
  // Footnotes stand after the part that was copied.
  const notes = /<div[^>]*mso-element:\s*footnote-list[\s\S]*$/i.exec(whole)?.[0] ?? '';
  return part === undefined ? whole : `${part}${part.includes('footnote-list') ? '' : notes}`;
}

function dropComments(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 8) child.parentNode?.removeChild(child);
    else dropComments(child);
  }
}

function remove(root: Element, selector: string): number {
  const found = [...root.querySelectorAll(selector)];
  for (const element of found) element.remove();
  return found.length;
}

function takePictures(root: Element): { pictures: string[]; lostPictures: number } {
  const pictures: string[] = [];
  let lostPictures = 0;
  for (const image of [...root.querySelectorAll('img')]) {
    const source = image.getAttribute('data-src') ?? image.getAttribute('src') ?? '';
    if (/^data:image\/(?:png|jpe?g|gif|webp);base64,/i.test(source)) pictures.push(source);
    else lostPictures += 1;
    image.remove();
  }
  return { pictures, lostPictures };
}

/** Office's own elements (`o:p`, `w:sdt`, `st1:place`) stand for nothing: what they hold stays. */
function unwrapOffice(root: Element): void {
  for (const element of [...root.querySelectorAll('*')]) if (element.localName.includes(':') || element.localName === 'font') element.replaceWith(...element.childNodes);
}

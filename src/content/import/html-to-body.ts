import { maxLengths, type BodyMark, type BodyNode } from '../document/index.js';
import { BlockWriter, type Look } from './block-writer.js';
import { findNotes, type Notes } from './find-notes.js';
import type { FoundImages } from './found-images.js';
import type { ImportReport } from './import-report.js';
import { classesOf, isCentred, isHidden, marksWithin } from './inline-style.js';
import { linkMark } from './link-mark.js';
import { attribute, elementsOf, isElement, textOf, type HtmlDocument, type HtmlElement, type HtmlNode } from './parse-html.js';
import { fittedRows, rowsOf } from './table-rows.js';
import { shownText } from './tidy-inline.js';
import { unwanted } from './unwanted.js';

/** The blocks of a page, headings still at the page's own levels 1–6, and how those that may be a title looked. */
export interface ReadBlocks {
  readonly blocks: BodyNode[];
  readonly looks: ReadonlyMap<BodyNode, Look>;
}

/** Reads a page's content as blocks of the body schema. What the schema does not know is unwrapped or, when dangerous, dropped and reported. */
export function htmlToBlocks(document: HtmlDocument, images: FoundImages, report: ImportReport): ReadBlocks {
  const reader = new HtmlReader(findNotes(document), images, report);
  const page = elementsOf(document).filter(({ tagName }) => tagName === 'head' || tagName === 'body');
  page.forEach((part) => reader.noteHandlers(part));
  return { blocks: reader.blocks(page.flatMap(({ childNodes }) => childNodes), { depth: 1, marks: [] }), looks: reader.looks };
}

/** Where the reader stands: how deep the blocks it writes lie, the marks around, whether line breaks count. */
interface Place {
  readonly depth: number;
  readonly marks: readonly BodyMark[];
  readonly isPreformatted?: boolean;
}

// The deepest a list, quotation or table may begin, so that what they hold stays within 20.
const deepestContainer = 14;
const paragraphLike = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'address', 'center', 'dl', 'dt', 'dd', 'form', 'fieldset', 'legend', 'details', 'summary', 'hgroup', 'caption', 'body', 'figcaption', 'tr', 'td', 'th', 'li']);

class HtmlReader {
  readonly looks = new Map<BodyNode, Look>();

  constructor(private readonly notes: Notes, private readonly images: FoundImages, private readonly report: ImportReport) {}

  blocks(nodes: readonly HtmlNode[], place: Place): BodyNode[] {
    const writer = new BlockWriter(this.looks);
    this.readAll(nodes, writer, place);
    writer.close();
    return writer.blocks;
  }

  private readAll(nodes: readonly HtmlNode[], writer: BlockWriter, place: Place): void {
    for (const node of nodes) {
      if (isElement(node)) this.read(node, writer, place);
      else if ('value' in node) writer.text(node.value, place.marks, place.isPreformatted);
    }
  }

  private read(element: HtmlElement, writer: BlockWriter, place: Place): void {
    if (this.isDropped(element)) return;
    const { tagName, childNodes } = element;
    if (/^h[1-6]$/.test(tagName)) return this.heading(element, writer, place);
    if (paragraphLike.has(tagName)) return this.paragraph(element, writer, place);
    switch (tagName) {
      case 'br': return writer.add({ type: 'hardBreak' });
      case 'hr': return writer.block({ type: 'horizontalRule' });
      case 'a': return this.link(element, writer, place);
      case 'img': return this.image(element, writer);
      case 'figure': return this.figure(element, writer, place);
      case 'ul': case 'ol': case 'menu': return this.list(element, writer, place);
      case 'blockquote': return this.quotation(element, writer, place);
      case 'table': return this.table(element, writer, place);
      case 'pre': return writer.within({ type: 'paragraph' }, {}, () => this.readAll(childNodes, writer, { ...place, isPreformatted: true }));
      default: return this.readAll(childNodes, writer, { ...place, marks: marksWithin(element, place.marks) });
    }
  }

  noteHandlers({ attrs }: HtmlElement): void {
    for (const { name, value } of attrs) if (name.startsWith('on')) this.report.note('EVENT_HANDLER_DROPPED', `${name}="${value}"`);
  }

  private isDropped(element: HtmlElement): boolean {
    this.noteHandlers(element);
    if (this.notes.holders.has(element)) return true;
    const reason = unwanted(element.tagName);
    if (reason) {
      if (reason !== 'SILENTLY') this.report.note(reason, attribute(element, 'src') || textOf(element.childNodes));
      return true;
    }
    if (isHidden(element)) this.report.note('HIDDEN_DROPPED', textOf(element.childNodes));
    return isHidden(element);
  }

  private heading(element: HtmlElement, writer: BlockWriter, place: Place): void {
    const shell = { type: 'heading', attrs: { level: Number(element.tagName[1]) } };
    writer.within(shell, { isTitle: classesOf(element).includes('title') }, () => this.readAll(element.childNodes, writer, place));
  }

  private paragraph(element: HtmlElement, writer: BlockWriter, place: Place): void {
    if (classesOf(element).includes('caption') && this.captions(element, writer)) return;
    writer.within({ type: 'paragraph' }, isCentred(element) ? { isCentred: true } : {}, () => this.readAll(element.childNodes, writer, place));
  }

  /** A paragraph in Word's caption style right after a picture is that picture's caption. */
  private captions(element: HtmlElement, writer: BlockWriter): boolean {
    writer.close();
    const picture = writer.blocks.at(-1);
    const caption = shownText(textOf(element.childNodes)).trim();
    if (picture?.type !== 'image' || picture.attrs?.caption !== undefined || caption === '' || caption.length > maxLengths.caption) return false;
    writer.blocks[writer.blocks.length - 1] = { ...picture, attrs: { ...picture.attrs, caption } };
    return true;
  }

  private link(element: HtmlElement, writer: BlockWriter, place: Place): void {
    const note = this.notes.references.get(element);
    if (note !== undefined) return writer.add({ type: 'footnote', attrs: { text: note } });
    const inside = marksWithin(element, place.marks);
    const mark = inside.some(({ type }) => type === 'link') ? undefined : linkMark(element, this.report);
    this.readAll(element.childNodes, writer, { ...place, marks: mark ? [...inside, mark] : inside });
  }

  private image(element: HtmlElement, writer: BlockWriter, words: object = {}): void {
    const alt = altOf(element);
    const assetId = this.images.take(attribute(element, 'src'), alt);
    if (assetId) writer.block({ type: 'image', attrs: { assetId, ...(alt === '' ? {} : { alt }), ...words } });
  }

  private figure(element: HtmlElement, writer: BlockWriter, place: Place): void {
    const { picture, caption, words } = pictureOf(element);
    if (!picture) return writer.within({ type: 'paragraph' }, {}, () => this.readAll(element.childNodes, writer, place));
    writer.close();
    const { length } = writer.blocks;
    this.image(picture, writer, words);
    // The words under a picture that could not be kept are text.
    if (writer.blocks.length === length && caption) this.read(caption, writer, place);
  }

  private list(element: HtmlElement, writer: BlockWriter, place: Place): void {
    if (this.isTooDeep(element, writer, place)) return;
    const content = this.items(element, { ...place, depth: place.depth + 2 }).map(listItem);
    if (content.length === 0) return;
    const start = Number.parseInt(attribute(element, 'start'), 10);
    const attrs = start >= 0 && start <= 99_999 && start !== 1 ? { start } : undefined;
    writer.block(element.tagName === 'ol' ? { type: 'orderedList', ...(attrs ? { attrs } : {}), content } : { type: 'bulletList', content });
  }

  private items(list: HtmlElement, place: Place): BodyNode[][] {
    const items: BodyNode[][] = [];
    for (const child of list.childNodes) {
      const isItem = isElement(child) && child.tagName === 'li';
      if (isItem ? this.isDropped(child) : !isElement(child) && textOf([child]).trim() === '') continue;
      const content = this.blocks(isItem ? child.childNodes : [child], place);
      // A list directly in a list, as old editors write it, belongs to the item before it.
      if (!isItem && items.length > 0) items.at(-1)!.push(...content);
      else if (content.length > 0) items.push(content);
    }
    return items;
  }

  private quotation(element: HtmlElement, writer: BlockWriter, place: Place): void {
    if (this.isTooDeep(element, writer, place)) return;
    const content = this.blocks(element.childNodes, { ...place, depth: place.depth + 1 });
    if (content.length > 0) writer.block({ type: 'blockquote', content });
  }

  private table(element: HtmlElement, writer: BlockWriter, place: Place): void {
    if (this.isTooDeep(element, writer, place)) return;
    const caption = element.childNodes.filter((node) => isElement(node) && node.tagName === 'caption');
    this.readAll(caption, writer, place);
    const rows = rowsOf(element).filter((row) => !this.isDropped(row)).map((row) => ({
      type: 'tableRow',
      content: row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th').filter((cell) => !this.isDropped(cell)).map((cell) => this.cell(cell, place)),
    }));
    if (rows.some(({ content }) => content.length > 0)) writer.block({ type: 'table', content: fittedRows(rows) });
  }

  private cell(element: HtmlElement, place: Place): BodyNode {
    const content = this.blocks(element.childNodes, { ...place, depth: place.depth + 3 });
    const spans = ['colspan', 'rowspan'].map((name) => [name, Math.min(100, Number.parseInt(attribute(element, name), 10))] as const).filter(([, span]) => span > 1);
    return {
      type: element.tagName === 'th' ? 'tableHeader' : 'tableCell',
      ...(spans.length > 0 ? { attrs: Object.fromEntries(spans) } : {}),
      content: content.length > 0 ? content : [{ type: 'paragraph' }],
    };
  }

  private isTooDeep(element: HtmlElement, writer: BlockWriter, place: Place): boolean {
    if (place.depth <= deepestContainer) return false;
    this.report.note('NESTING_FLATTENED');
    const inner = element.tagName === 'table' ? rowsOf(element) : element.childNodes;
    writer.within({ type: 'paragraph' }, {}, () => this.readAll(inner, writer, place));
    return true;
  }
}

/** An item begins with a paragraph, an empty one if need be: so the schema, TipTap and screen readers have it. */
const listItem = (content: readonly BodyNode[]): BodyNode => ({ type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] });

/** An alternative text that somebody wrote; names that programs give to pictures are none. */
function altOf(element: HtmlElement): string {
  const alt = shownText(attribute(element, 'alt')).trim();
  const isName = /^(?:图片|图像|图|picture|image|img|graphic|descr)[\s_-]*\d*$|^\S*[\\/]\S*$|\.(?:png|jpe?g|gif|bmp|webp|emf|wmf|tiff?)$/i.test(alt);
  return isName ? '' : [...alt].slice(0, maxLengths.alt).join('');
}

interface Captioned {
  readonly picture?: HtmlElement;
  readonly caption?: HtmlElement;
  readonly words?: ReturnType<typeof captionWords>;
}

/** The one picture of a figure and the words under it; nothing for a figure that holds more or whose words are too long for a caption. */
function pictureOf(figure: HtmlElement): Captioned {
  const inside = elementsOf(figure);
  const pictures = inside.filter(({ tagName }) => tagName === 'img');
  const caption = inside.find(({ tagName }) => tagName === 'figcaption');
  const hasOtherWords = textOf(figure.childNodes, new Set(caption ? [caption] : [])).trim() !== '';
  const words = caption ? captionWords(caption) : {};
  const isFitting = [...(words.caption ?? '')].length <= maxLengths.caption && [...(words.credit ?? '')].length <= maxLengths.credit;
  return pictures.length === 1 && !hasOtherWords && isFitting ? { picture: pictures[0], caption, words } : {};
}

function captionWords(figcaption: HtmlElement): { readonly caption?: string; readonly credit?: string } {
  const credits = elementsOf(figcaption).filter((element) => classesOf(element).includes('credit'));
  const [caption, credit] = [textOf(figcaption.childNodes, new Set(credits)), textOf(credits)].map((text) => shownText(text).trim());
  return { ...(caption ? { caption } : {}), ...(credit ? { credit } : {}) };
}

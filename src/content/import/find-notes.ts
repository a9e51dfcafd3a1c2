import { maxLengths } from '../document/index.js';
import { attribute, elementsOf, isElement, textOf, type HtmlDocument, type HtmlElement } from './parse-html.js';

/** The footnotes of a page: the text for each reference, and the elements that hold the notes and are no part of the body. */
export interface Notes {
  readonly references: ReadonlyMap<HtmlElement, string>;
  readonly holders: ReadonlySet<HtmlElement>;
}

const blocks = new Set(['li', 'p', 'div', 'aside', 'dd', 'td']);

/**
 * Finds footnotes by what all tools have in common: a link to a note that holds a link back. Word, LibreOffice, Markdown and our
 * own rendering name them differently.
 */
export function findNotes(document: HtmlDocument): Notes {
  const elements = elementsOf(document);
  const byName = new Map(elements.flatMap((element) => namesOf(element).map((name) => [name, element] as const)).reverse());
  const references = new Map<HtmlElement, string>();
  const holders = new Set<HtmlElement>();
  const backlinks = new Set<HtmlElement>();
  for (const link of elements.filter(isLocalLink)) {
    const holder = backlinks.has(link) ? undefined : holderOf(byName.get(targetOf(link)));
    if (!holder || isWithin(link, holder)) continue;
    const names = namesAround(link);
    const back = elementsOf(holder).filter((each) => isLocalLink(each) && names.includes(targetOf(each)));
    const text = textOf(holder.childNodes, new Set(back)).replace(/\s+/g, ' ').trim();
    if (back.length === 0 || text === '' || !isNoteLike(holder, text)) continue;
    references.set(link, text);
    holders.add(holder);
    back.forEach((each) => backlinks.add(each));
  }
  return { references, holders };
}

// A table of contents links both ways too: what holds headings, tables or pictures, or more words than a note may have, is text.
const isNoteLike = (holder: HtmlElement, text: string): boolean =>
  [...text].length <= maxLengths.footnote && !elementsOf(holder).some(({ tagName }) => /^(?:h[1-6]|table|img)$/.test(tagName));

const namesOf = (element: HtmlElement): string[] => [attribute(element, 'id'), attribute(element, 'name')].filter((name) => name !== '');
const isLocalLink = (element: HtmlElement): boolean => element.tagName === 'a' && attribute(element, 'href').startsWith('#');

function targetOf(link: HtmlElement): string {
  const name = attribute(link, 'href').slice(1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A reference is named itself, or the <sup> around it or the anchor within it is. */
function namesAround(link: HtmlElement): string[] {
  const parent = parentOf(link);
  const around = parent && ['sup', 'span'].includes(parent.tagName) ? [parent, ...parent.childNodes.filter(isElement)] : [];
  return [link, ...around, ...elementsOf(link)].flatMap(namesOf);
}

function holderOf(target: HtmlElement | undefined): HtmlElement | undefined {
  let element = target;
  while (element && !blocks.has(element.tagName)) element = parentOf(element);
  return element;
}

function isWithin(element: HtmlElement, ancestor: HtmlElement): boolean {
  for (let each: HtmlElement | undefined = element; each; each = parentOf(each)) if (each === ancestor) return true;
  return false;
}

const parentOf = ({ parentNode }: HtmlElement): HtmlElement | undefined => (parentNode && 'tagName' in parentNode ? parentNode : undefined);

import { defaultTreeAdapter, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isMmbiz, sanitiseStyle } from './sanitise-style.js';

/** Removed with everything inside. */
const removed = new Set([
  'script', 'style', 'link', 'form', 'input', 'label', 'object', 'embed', 'button', 'select', 'textarea', 'noscript', 'template',
  'base', 'meta', 'title', 'foreignobject', 'defs', 'marker',
]);
const kept = new Set([
  'section', 'p', 'span', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'b', 'em', 'i', 'u', 's', 'del', 'blockquote', 'ul', 'ol', 'li',
  'figure', 'figcaption', 'header', 'footer', 'article', 'nav', 'main', 'mark', 'small', 'sub', 'sup', 'q', 'abbr', 'center', 'font', 'hr',
  'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'colgroup', 'col', 'img', 'a', 'br', 'div', 'pre', 'code', 'iframe', 'video',
  'svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'animate', 'animatetransform', 'set',
]);
const blocks = new Set([
  'section', 'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'figure', 'header', 'footer', 'article', 'nav',
  'main', 'table', 'hr', 'pre', 'center',
]);
const empty = new Set(['br', 'hr', 'img', 'col']);
const plainAttributes = /^(?:class|style|title|alt|src|data-[\w-]+|href|width|height|border|cellpadding|cellspacing|colspan|rowspan|start|type|align|valign|color|face|size|dir|lang)$/;
const svgNamespace = 'http://www.w3.org/2000/svg';

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#39;');
const escapeValue = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#39;');

const tagOf = (node: Tree.ChildNode): string => (defaultTreeAdapter.isElementNode(node) ? node.tagName.toLowerCase() : '');

interface Source {
  readonly html: string;
}

/** What a picture address becomes: shown 640 pixels wide, loaded late. */
const late = (url: string): string => url.replace(/\/0(\?|$)/, '/640$1');

function attribute(element: Tree.Element, name: string, value: string, source: Source): string {
  if (name === 'style') {
    const place = element.sourceCodeLocation?.attrs?.['style'];
    const style = sanitiseStyle(value, place ? source.html.slice(place.startOffset, place.endOffset) : value);
    return style && ` style="${escapeValue(style)}"`;
  }
  if (name === 'href') return /^https?:\/\/mp\.weixin\.qq\.com\//i.test(value.trim()) ? ` href="${escapeValue(value.trim())}"` : '';
  if ((name === 'src' || name === 'data-src') && tagOf(element) !== 'img') return '';
  return ` ${name}="${escapeValue(value)}"`;
}

const isSvg = (element: Tree.Element): boolean => element.namespaceURI === svgNamespace;

function isKeptAttribute(element: Tree.Element, name: string, value: string): boolean {
  if (name === 'id' || name.startsWith('on')) return false;
  if (!isSvg(element)) return plainAttributes.test(name);
  return name !== 'class' && !/url\(|javascript:/i.test(value) && !/href$/.test(name);
}

function attributes(element: Tree.Element, source: Source): string {
  return element.attrs
    .filter(({ name, value }) => isKeptAttribute(element, name.toLowerCase(), value))
    .map(({ name, value }) => attribute(element, name, value, source)).join('');
}

function picture(element: Tree.Element, source: Source): string {
  const value = (name: string): string => element.attrs.find((one) => one.name === name)?.value ?? '';
  const url = [value('src'), value('data-src')].find(isMmbiz);
  if (!url) return '';
  const others = { ...element, attrs: element.attrs.filter(({ name }) => name !== 'src' && name !== 'data-src') };
  return `<img data-src="${escapeValue(late(url.trim()))}"${attributes(others, source)} />`;
}

/** A `div` around blocks goes away with its styles; loose text inside becomes paragraphs. */
function dissolve(children: readonly Tree.ChildNode[], source: Source): string {
  let loose = '';
  let html = '';
  const closeLoose = (): void => {
    if (loose.trim()) html += `<p>${loose}</p>`;
    loose = '';
  };
  for (const child of children) {
    if (blocks.has(tagOf(child))) {
      closeLoose();
      html += write(child, source);
    } else loose += write(child, source);
  }
  closeLoose();
  return html;
}

const inside = (children: readonly Tree.ChildNode[], source: Source): string => children.map((child) => write(child, source)).join('');

function writeElement(element: Tree.Element, source: Source): string {
  const tag = tagOf(element);
  if (removed.has(tag)) return '';
  if (tag === 'br') return '<br  />';
  if (tag === 'img') return picture(element, source);
  if (!kept.has(tag)) return inside(element.childNodes, source);
  if (tag === 'div' && element.childNodes.some((child) => blocks.has(tagOf(child)))) return dissolve(element.childNodes, source);
  const open = `<${element.tagName}${attributes(element, source)}`;
  return empty.has(tag) ? `${open} />` : `${open}>${inside(element.childNodes, source)}</${element.tagName}>`;
}

function write(node: Tree.ChildNode, source: Source): string {
  if (defaultTreeAdapter.isTextNode(node)) return escapeText(node.value);
  return defaultTreeAdapter.isElementNode(node) ? writeElement(node, source) : '';
}

/** The body as draft/get gives it back: scripts, foreign pictures and links, ids, `position` and more are gone. */
export function sanitiseContent(html: string): string {
  return inside(parseFragment(html, { sourceCodeLocationInfo: true }).childNodes, { html });
}

const gather = (node: Tree.ChildNode): string => {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return defaultTreeAdapter.isElementNode(node) ? node.childNodes.map(gather).join('') : '';
};

/** The words of a body without its markup. */
export const wordsOf = (html: string): string => parseFragment(html).childNodes.map(gather).join('').replace(/\s+/g, ' ').trim();

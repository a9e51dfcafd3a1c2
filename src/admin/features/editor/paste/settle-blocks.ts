const blocks = new Set(['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'hr', 'figure']);
const inline = new Set(['strong', 'b', 'em', 'i', 'u', 's', 'strike', 'del', 'sub', 'sup', 'a', 'br']);
/** What cells and items may hold without a paragraph around it. */
const holders = new Set(['td', 'th', 'li', 'blockquote']);

/** Boxes that mean nothing (div, section) become paragraphs or go; indents by spaces, blank lines and line breaks of the source go. In place. */
export function settleBlocks(root: Element): void {
  for (const child of [...root.children]) settle(child);
  wrapLoose(root);
  root.normalize();
  for (const paragraph of [...root.querySelectorAll('p, h2, h3, h4')]) tidy(paragraph);
  for (const item of [...root.querySelectorAll('li')]) if ((item.textContent ?? '').trim() === '') item.remove();
}

function settle(element: Element): void {
  for (const child of [...element.children]) settle(child);
  const name = element.localName;
  if (name === 'colgroup' || name === 'col' || name === 'caption') element.remove();
  else if (!blocks.has(name) && !inline.has(name)) dissolve(element);
  else if (name === 'p' && holdsBlocks(element)) { wrapLoose(element); element.replaceWith(...element.childNodes); }
  else if (inline.has(name) && holdsBlocks(element)) element.replaceWith(...element.childNodes);
  else if (holders.has(name) && holdsBlocks(element)) wrapLoose(element);
}

const holdsBlocks = (element: Element): boolean => [...element.children].some(({ localName }) => blocks.has(localName));

/** A box around blocks goes; a box around words is a paragraph, unless it stands within a line. */
function dissolve(element: Element): void {
  if (holdsBlocks(element)) wrapLoose(element);
  const isBox = /^(?:div|section|article|header|footer|main|aside|center|figure|figcaption|address|pre|dl|dt|dd|form|fieldset|details|summary|nav)$/.test(element.localName);
  if (!isBox || holdsBlocks(element) || (element.textContent ?? '').trim() === '') { element.replaceWith(...element.childNodes); return; }
  const paragraph = element.ownerDocument.createElement('p');
  paragraph.append(...element.childNodes);
  element.replaceWith(paragraph);
}

/** Words beside blocks get a paragraph of their own. */
function wrapLoose(parent: Element): void {
  let paragraph: Element | undefined;
  for (const child of [...parent.childNodes]) {
    const isBlock = child.nodeType === 1 && blocks.has((child as Element).localName);
    if (isBlock) { paragraph = undefined; continue; }
    if (!paragraph && (child.textContent ?? '').trim() === '') { child.parentNode?.removeChild(child); continue; }
    if (!paragraph) {
      paragraph = parent.ownerDocument.createElement('p');
      parent.insertBefore(paragraph, child);
    }
    paragraph.append(child);
  }
}

function tidy(paragraph: Element): void {
  collapse(paragraph);
  trimStart(paragraph);
  while (paragraph.lastChild && paragraph.lastChild.nodeType === 1 && (paragraph.lastChild as Element).localName === 'br') paragraph.lastChild.remove();
  const isEmpty = (paragraph.textContent ?? '').replace(/[\s\u00a0\u3000\u200b]/g, '') === '' && !paragraph.querySelector('[data-note]');
  const isAlone = holders.has(paragraph.parentElement?.localName ?? '') && paragraph.parentElement?.children.length === 1;
  if (isEmpty && !isAlone) paragraph.remove();
}

/** The source's own line ends are no spaces between Chinese characters. */
function collapse(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 3) child.textContent = (child.textContent ?? '').replace(/[\u200b\ufeff]/g, '').replace(/([\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])[ \t]*[\r\n]+[ \t]*(?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])/g, '$1').replace(/[ \t\r\n\u00a0]+/g, ' ');
    else collapse(child);
  }
}

/** 首行缩进 by spaces goes: outlets indent by themselves. True once something that stays was met. */
function trimStart(node: Node): boolean {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 1 && ((child as Element).localName === 'br' || (child as Element).hasAttribute('data-note'))) {
      if ((child as Element).localName !== 'br') return true;
      child.parentNode?.removeChild(child);
    } else if (child.nodeType === 3) {
      child.textContent = (child.textContent ?? '').replace(/^[\s\u00a0\u3000]+/, '');
      if (child.textContent !== '') return true;
    } else if (trimStart(child)) return true;
  }
  return false;
}

const kept: Readonly<Record<string, readonly string[]>> = { a: ['href'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'], ol: ['start'], sup: ['data-note'] };
const emphases: readonly (readonly [style: RegExp, name: string])[] = [
  [/font-weight:\s*(?:bold|bolder|[6-9]00)/i, 'strong'], [/font-style:\s*italic/i, 'em'], [/text-decoration[^;]*underline/i, 'u'],
  [/text-decoration[^;]*line-through/i, 's'], [/vertical-align:\s*super/i, 'sup'], [/vertical-align:\s*sub(?!\w)/i, 'sub'],
];

/** Looks become meaning: bold by style is strong, outline levels and Word's titles are headings; every other attribute goes. In place. */
export function asSemantic(root: Element): void {
  for (const element of [...root.querySelectorAll('*')]) {
    const style = element.getAttribute('style') ?? '';
    if (element.localName === 'span' || element.localName === 'b') emphasise(element, style);
    else if (/^p$/.test(element.localName)) asHeading(element, style);
    else if (/^h[1-6]$/.test(element.localName)) rename(element, headingName(Number(element.localName[1])));
    else if (element.localName === 'a') settleLink(element);
  }
  for (const element of [...root.querySelectorAll('*')]) {
    const names = kept[element.localName] ?? [];
    for (const { name } of [...element.attributes]) if (!names.includes(name)) element.removeAttribute(name);
  }
}

/** The title of a content is a field, so the highest heading in a body is the second. */
const headingName = (level: number): string => `h${Math.min(4, Math.max(2, level <= 1 ? 2 : level))}`;

function emphasise(element: Element, style: string): void {
  // Google's documents wrap everything in a bold that is not.
  const isPlainBold = element.localName === 'b' && /font-weight:\s*(?:normal|400)/i.test(style);
  const names = element.localName === 'b' ? (isPlainBold ? [] : ['strong']) : emphases.filter(([look]) => look.test(style)).map(([, name]) => name);
  const children = [...element.childNodes];
  const outer = names.reduceRight<Element | undefined>((inside, name) => {
    const wrapper = element.ownerDocument.createElement(name);
    wrapper.append(...(inside ? [inside] : children));
    return wrapper;
  }, undefined);
  element.replaceWith(...(outer ? [outer] : children));
}

function asHeading(element: Element, style: string): void {
  const level = /mso-outline-level:\s*([1-6])/i.exec(style)?.[1];
  const isTitle = /\bMsoTitle\b/.test(element.getAttribute('class') ?? '');
  if (level ?? isTitle) rename(element, headingName(Number(level ?? 1) + (level === undefined ? 0 : 1)));
}

function rename(element: Element, name: string): void {
  const next = element.ownerDocument.createElement(name);
  next.append(...element.childNodes);
  // A heading is bold by itself.
  for (const bold of [...next.querySelectorAll('strong, b')]) bold.replaceWith(...bold.childNodes);
  element.replaceWith(next);
}

function settleLink(element: Element): void {
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(element.getAttribute('href') ?? '')) element.replaceWith(...element.childNodes);
}

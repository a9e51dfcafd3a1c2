import type { BodyMark } from '../document/index.js';
import { attribute, type HtmlElement } from './parse-html.js';

const byElement: Readonly<Record<string, string>> = {
  b: 'bold', strong: 'bold', i: 'italic', em: 'italic', cite: 'italic', u: 'underline', ins: 'underline', s: 'strike', strike: 'strike', del: 'strike', sub: 'subscript', sup: 'superscript',
};

// Word and WeChat write looks as inline styles.
const byStyle: readonly (readonly [style: RegExp, mark: string])[] = [
  [/(?:^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b/i, 'bold'],
  [/(?:^|;)\s*font-style\s*:\s*(?:italic|oblique)\b/i, 'italic'],
  [/(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bunderline\b/i, 'underline'],
  [/(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b/i, 'strike'],
];
const inlineElements = new Set(['span', 'font', 'a', 'label', 'small', 'big', 'em', 'strong', 'b', 'i', 'u', 's']);

/** The marks with those that an element adds by its name or its inline style. */
export function marksWithin(element: HtmlElement, marks: readonly BodyMark[]): readonly BodyMark[] {
  const style = inlineElements.has(element.tagName) ? attribute(element, 'style') : '';
  const added = [byElement[element.tagName], ...byStyle.map(([look, mark]) => (look.test(style) ? mark : undefined))];
  return added.reduce((all, type) => (type === undefined || all.some((mark) => mark.type === type) ? all : [...all, { type }]), marks);
}

/** Whether an element is centred by its own attributes. */
export const isCentred = (element: HtmlElement): boolean =>
  element.tagName === 'center' || attribute(element, 'align').toLowerCase() === 'center' || /(?:^|;)\s*text-align\s*:\s*center\b/i.test(attribute(element, 'style')) || classesOf(element).includes('centered');

/** Whether an element is kept from readers' eyes. `visibility` says nothing: saved WeChat articles hide their whole text with it until a script runs. */
export const isHidden = (element: HtmlElement): boolean =>
  element.attrs.some(({ name }) => name === 'hidden') || /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)\b/i.test(attribute(element, 'style'));

export const classesOf = (element: HtmlElement): string[] => attribute(element, 'class').split(/\s+/);

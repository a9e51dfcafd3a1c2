import { cleanText } from './clean-text.js';
import { isSafeLink } from './safe-link.js';

/** How one attribute is read: the value to keep, or a problem in words. A value equal to `byDefault` is left out of the body. */
export interface AttributeRule {
  readonly byDefault?: unknown;
  readonly isRequired?: boolean;
  read(value: unknown): { readonly value: unknown } | { readonly problem: string };
}

export type AttributeRules = Readonly<Record<string, AttributeRule>>;

const integer = (min: number, max: number, byDefault?: number): AttributeRule => ({
  byDefault,
  isRequired: byDefault === undefined,
  read: (value) => (Number.isInteger(value) && (value as number) >= min && (value as number) <= max
    ? { value }
    : { problem: `应为 ${min}–${max} 的整数 (must be an integer from ${min} to ${max})` }),
});

/** A text of one line, trimmed; `max` counts characters (code points). */
const text = (max: number, isRequired = false): AttributeRule => ({
  byDefault: isRequired ? undefined : '',
  isRequired,
  read: (value) => {
    if (typeof value !== 'string') return { problem: '应为文字 (must be a text)' };
    const clean = cleanText(value).trim();
    const { length } = [...clean];
    if (length > max) return { problem: `有 ${length} 字，最多 ${max} 字 (${length} characters, at most ${max})` };
    return isRequired && clean === '' ? { problem: '不能为空 (must not be empty)' } : { value: clean };
  },
});

const assetId: AttributeRule = {
  isRequired: true,
  read: (value) => (typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value) ? { value } : { problem: '不是素材编号 (is no asset id)' }),
};

const href: AttributeRule = {
  isRequired: true,
  read: (value) => {
    if (typeof value !== 'string') return { problem: '应为网址 (must be an address)' };
    return isSafeLink(value.trim())
      ? { value: value.trim() }
      : { problem: '链接须为完整网址，以 http、https、mailto 或 tel 开头 (a link must be a whole http, https, mailto or tel address)' };
  },
};

const maxSpan = 100;
const cell = { colspan: integer(1, maxSpan, 1), rowspan: integer(1, maxSpan, 1) };

/** The longest footnote, caption, alternative text and credit, in characters. */
export const maxLengths = { footnote: 2000, caption: 500, alt: 500, credit: 100, linkTitle: 200 } as const;

/** The attributes of every node and mark that has some. */
export const attributeRules: Readonly<Record<string, AttributeRules>> = {
  heading: { level: integer(2, 4) },
  orderedList: { start: integer(0, 99_999, 1) },
  tableHeader: cell,
  tableCell: cell,
  image: { assetId, alt: text(maxLengths.alt), caption: text(maxLengths.caption), credit: text(maxLengths.credit) },
  video: { assetId, caption: text(maxLengths.caption) },
  footnote: { text: text(maxLengths.footnote, true) },
  link: { href, title: text(maxLengths.linkTitle) },
};

/** What a TipTap editor adds of its own and readers never see: accepted and left out. */
export const ignoredAttributes: Readonly<Record<string, readonly string[]>> = {
  paragraph: ['textAlign'],
  heading: ['textAlign', 'id'],
  orderedList: ['type'],
  bulletList: ['tight'],
  tableHeader: ['colwidth', 'align'],
  tableCell: ['colwidth', 'align'],
  link: ['target', 'rel', 'class'],
};

/** The text without characters that XML 1.0 §2.2 forbids: most control characters and lone surrogates. */
export const xmlSafe = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/** One line of safe text: titles and names. */
export const oneLine = (text: string): string => xmlSafe(text).replace(/\s+/g, ' ').trim();

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in an XML or HTML element. */
export const escapeMarkup = (text: string): string => xmlSafe(text).replace(/[&<>]/g, (character) => entities[character] ?? '');
const escapeAttribute = (text: string): string => xmlSafe(text).replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? ' ');

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One XML element. Attributes that are undefined are left out; children are ready XML. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = present(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`).join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** An XML element that holds text. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string => element(name, attributes, escapeMarkup(text));

/** The attributes that have a value. */
export const present = (attributes: Attributes): [string, string | number][] =>
  Object.entries(attributes).filter((entry): entry is [string, string | number] => entry[1] !== undefined);

import { XMLParser } from 'fast-xml-parser';

/** A tree to write as XML: strings become CDATA, numbers stand bare, arrays repeat their element. */
export interface XmlTree {
  readonly [name: string]: XmlValue | readonly XmlValue[];
}

/** What one element may hold. */
export type XmlValue = string | number | bigint | XmlTree;

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

function element(name: string, value: XmlValue): string {
  if (typeof value === 'string') return `<${name}>${cdata(value)}</${name}>`;
  if (typeof value === 'number' || typeof value === 'bigint') return `<${name}>${value}</${name}>`;
  return `<${name}>${children(value)}</${name}>`;
}

const isList = (value: XmlValue | readonly XmlValue[]): value is readonly XmlValue[] => Array.isArray(value);

function children(tree: XmlTree): string {
  return Object.entries(tree)
    .map(([name, value]) => (isList(value) ? value.map((one) => element(name, one)).join('') : element(name, value)))
    .join('');
}

/** The body of a push. */
export const writeXml = (tree: XmlTree): string => `<xml>${children(tree)}</xml>`;

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: true, processEntities: false });

/** The fields of a reply, all as text; undefined when it is not an `<xml>` document. */
export function readXml(text: string): Record<string, unknown> | undefined {
  if (!/^\s*<xml>/.test(text)) return undefined;
  try {
    const root = (parser.parse(text, true) as { xml?: unknown }).xml;
    return typeof root === 'object' && root !== null ? (root as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

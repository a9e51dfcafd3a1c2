import type { BodyNode, PublicationMedia } from '../../../src/distribution/channel.js';
import { oneLine } from '../text.js';
import type { Theme } from './theme.js';

/** Footnotes, and the addresses that readers cannot tap in WeChat, in the order of their first mention. */
export interface Footnotes {
  readonly all: readonly string[];
  /** The number of a note or address, from 1; the same one keeps its number. */
  numberOf(note: string): number;
}

/** What the writers of one article share. */
export interface Writing {
  readonly theme: Theme;
  readonly media: ReadonlyMap<string, PublicationMedia>;
  readonly footnotes: Footnotes;
  /** The picture shown for a video that has none of its own. */
  readonly coverId: string | undefined;
  /** True when "阅读原文" leads to the city's page. */
  readonly hasSourceLink: boolean;
  readonly url: string;
}

/** An empty list of footnotes. */
export function openFootnotes(): Footnotes {
  const all: string[] = [];
  return {
    all,
    numberOf(note) {
      if (!all.includes(note)) all.push(note);
      return all.indexOf(note) + 1;
    },
  };
}

/** A string attribute of a node, on one line; empty when absent. */
export const textAttribute = (node: Pick<BodyNode, 'attrs'>, name: string): string => {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? oneLine(value) : '';
};

/** A whole-number attribute within bounds, or undefined. */
export const countAttribute = (node: BodyNode, name: string, least: number, most: number): number | undefined => {
  const value = node.attrs?.[name];
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
};

/** One element. `attributes` are ready-made; an empty style is left out. */
export const element = (name: string, style: string, inner: string, attributes = ''): string =>
  `<${name}${attributes && ` ${attributes}`}${style && ` style="${style}"`}>${inner}</${name}>`;

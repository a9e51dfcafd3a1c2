import { attribute, elementsOf, textOf, type HtmlDocument } from './parse-html.js';
import type { StatedTitle } from './find-title.js';

/** What a page says about itself in its head. */
export interface HtmlHead {
  readonly title?: StatedTitle;
  readonly summary?: string;
  readonly author?: string;
}

/** Title, description and author as a page's head states them. */
export function readHead(document: HtmlDocument): HtmlHead {
  const elements = elementsOf(document);
  const title = tidy(textOf(elements.find(({ tagName }) => tagName === 'title')?.childNodes ?? []));
  const metas = elements.filter(({ tagName }) => tagName === 'meta');
  const [summary, author] = ['description', 'author'].map((name) => tidy(metas.filter((meta) => attribute(meta, 'name').toLowerCase() === name).map((meta) => attribute(meta, 'content'))[0] ?? ''));
  return { ...(title ? { title: { text: title, from: 'page' } } : {}), ...(summary ? { summary } : {}), ...(author ? { author } : {}) };
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

import { isSafeLink, maxLengths, type BodyMark } from '../document/index.js';
import type { ImportReport } from './import-report.js';
import { attribute, type HtmlElement } from './parse-html.js';

/** The link mark of an <a>, or undefined, reported, when its address may not be kept. A place on the same page is no loss. */
export function linkMark(element: HtmlElement, report: ImportReport): BodyMark | undefined {
  const href = attribute(element, 'href').trim();
  if (href === '' || href.startsWith('#')) return undefined;
  const safe = [href, normalised(href)].find((each) => each !== undefined && isSafeLink(each));
  if (safe === undefined) {
    report.note(URL.canParse(href) ? 'UNSAFE_LINK_DROPPED' : 'RELATIVE_LINK_DROPPED', href);
    return undefined;
  }
  const title = attribute(element, 'title').trim();
  return { type: 'link', attrs: { href: safe, ...(title === '' ? {} : { title: [...title].slice(0, maxLengths.linkTitle).join('') }) } };
}

/** The address as a browser would write it: spaces and quotes escaped, tabs and line breaks gone. */
const normalised = (href: string): string | undefined => (URL.canParse(href) ? new URL(href).href : undefined);

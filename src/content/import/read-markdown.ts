import { Marked } from 'marked';
import type { SourceDocument } from './source-document.js';

const marked = new Marked({ gfm: true, async: false });
const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Markdown (GitHub's dialect) as a document. Front matter may state title, summary or description, author and source. */
export function readMarkdown(text: string): SourceDocument {
  const stated = frontMatter.exec(text);
  const fields = stated ? fieldsOf(stated[1]!) : {};
  const { title, author, source } = fields;
  const summary = fields.summary ?? fields.description;
  return {
    html: marked.parse(stated ? text.slice(stated[0].length) : text, { async: false }),
    ...(title ? { title: { text: title, from: 'frontMatter' } } : {}), ...(summary ? { summary } : {}), ...(author ? { author } : {}), ...(source ? { source } : {}),
  };
}

/** The `name: value` lines of front matter; nested values are nobody's here. */
function fieldsOf(matter: string): Partial<Record<string, string>> {
  const lines = matter.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^([A-Za-z_-]{1,40})[ \t]*:[ \t]*(.+)$/.exec(line) ?? [];
    return name && value ? [[name.toLowerCase(), unquoted(value.trim())] as const] : [];
  });
  return Object.fromEntries(lines);
}

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;

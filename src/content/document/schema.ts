import { Schema, type AttributeSpec, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { attributeRules } from './attributes.js';

const attrs = (name: string): Record<string, AttributeSpec> =>
  Object.fromEntries(Object.entries(attributeRules[name] ?? {}).map(([key, rule]) => [key, rule.isRequired ? {} : { default: rule.byDefault }]));

const nodes: Readonly<Record<string, NodeSpec>> = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block' },
  heading: { content: 'inline*', group: 'block' },
  bulletList: { content: 'listItem+', group: 'block' },
  orderedList: { content: 'listItem+', group: 'block' },
  listItem: { content: 'paragraph block*' },
  blockquote: { content: 'block+', group: 'block' },
  table: { content: 'tableRow+', group: 'block' },
  tableRow: { content: '(tableCell | tableHeader)*' },
  tableHeader: { content: 'block+' },
  tableCell: { content: 'block+' },
  horizontalRule: { group: 'block' },
  image: { group: 'block' },
  video: { group: 'block' },
  hardBreak: { group: 'inline', inline: true },
  footnote: { group: 'inline', inline: true },
  text: { group: 'inline' },
};

// Their order is the order of nesting: a link holds the look of its words, never the other way round.
const marks: readonly string[] = ['link', 'bold', 'italic', 'underline', 'strike', 'subscript', 'superscript'];

/** The grammar of a body, by the names TipTap's own extensions use, so that its editor loads a body unchanged. A title is a field of the content, so headings begin at level 2. */
export const bodySchema = new Schema({
  nodes: Object.fromEntries(Object.entries(nodes).map(([name, spec]) => [name, { ...spec, attrs: attrs(name) }])),
  marks: Object.fromEntries(marks.map((name): [string, MarkSpec] => [name, { attrs: attrs(name) }])),
});

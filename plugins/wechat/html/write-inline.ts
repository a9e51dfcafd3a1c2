import type { BodyNode } from '../../../src/distribution/channel.js';
import { cleanText, escapeHtml } from '../text.js';
import { element, textAttribute, type Writing } from './writing.js';

type Mark = NonNullable<BodyNode['marks']>[number];

/** Plain marks, outermost last. Links are handled apart because a link may span several nodes. */
const wrappers: Readonly<Record<string, (inner: string, writing: Writing) => string>> = {
  bold: (inner, { theme }) => element('strong', theme.strong, inner),
  italic: (inner) => element('em', '', inner),
  underline: (inner) => element('u', '', inner),
  strike: (inner) => element('s', '', inner),
  superscript: (inner) => element('sup', '', inner),
  subscript: (inner) => element('sub', '', inner),
};

/** Writes text with its marks. Links to other sites, which WeChat strips, become numbered footnotes. */
export function writeInline(nodes: readonly BodyNode[], writing: Writing): string {
  return linkRuns(nodes).map(({ address, nodes: run }) => {
    const inner = run.map((node) => writePiece(node, writing)).join('');
    return address === undefined ? inner : writeLink(address, inner, textOf(run), writing);
  }).join('');
}

/** Neighbours under one link belong together, or each would get a footnote. */
function linkRuns(nodes: readonly BodyNode[]): { address: string | undefined; nodes: BodyNode[] }[] {
  const runs: { address: string | undefined; nodes: BodyNode[] }[] = [];
  for (const node of nodes) {
    const address = addressOf(node.marks);
    const last = runs.at(-1);
    if (last && last.address === address) last.nodes.push(node);
    else runs.push({ address, nodes: [node] });
  }
  return runs;
}

function addressOf(marks: readonly Mark[] | undefined): string | undefined {
  const href = marks?.find(({ type }) => type === 'link')?.attrs?.['href'];
  if (typeof href !== 'string' || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

function writeLink(address: string, inner: string, text: string, writing: Writing): string {
  if (new URL(address).hostname === 'mp.weixin.qq.com') return element('a', writing.theme.link, inner, `href="${escapeHtml(address)}"`);
  const isShown = text.replace(/\/$/, '') === address.replace(/\/$/, '');
  return isShown ? inner : inner + reference(address, writing);
}

const reference = (note: string, { footnotes }: Writing): string => (note ? `<sup>[${footnotes.numberOf(note)}]</sup>` : '');

function writePiece(node: BodyNode, writing: Writing): string {
  if (node.type === 'hardBreak') return '<br/>';
  if (node.type === 'footnote') return reference(textAttribute(node, 'text'), writing);
  const inner = node.text === undefined ? writeInline(node.content ?? [], writing) : escapeHtml(cleanText(node.text)).replace(/\n/g, '<br/>');
  const marks = new Set(node.marks?.map(({ type }) => type));
  return Object.entries(wrappers).reduce((written, [type, wrap]) => (marks.has(type) ? wrap(written, writing) : written), inner);
}

const textOf = (nodes: readonly BodyNode[]): string => nodes.map((node) => node.text ?? textOf(node.content ?? [])).join('');

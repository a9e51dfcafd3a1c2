import type { FoundContent } from '../../../src/distribution/channel.js';
import { clip, oneLine } from '../text.js';
import { longestTextBytes, type Reply } from './reply.js';

/** Links in one answer. */
export const mostLinks = 5;

const longestSummary = 120;

/**
 * The answer to a question: the article, when one was found or one alone has the whole question in its title; a text with up to five
 * links otherwise; undefined when nothing was found.
 */
export function pickAnswer(question: string, found: readonly FoundContent[]): Reply | undefined {
  const best = clearBest(question, found);
  if (best) return toArticle(best);
  return found.length > 0 ? { kind: 'text', text: listOf(found.slice(0, mostLinks)) } : undefined;
}

function clearBest(question: string, found: readonly FoundContent[]): FoundContent | undefined {
  if (found.length === 1) return found[0];
  const asked = condensed(question);
  const named = asked === '' ? [] : found.filter(({ title }) => condensed(title).includes(asked));
  return named.length === 1 && named[0] === found[0] ? named[0] : undefined;
}

const condensed = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const toArticle = ({ title, summary, url, coverUrl }: FoundContent): Reply =>
  ({ kind: 'article', title: oneLine(title), summary: clip(oneLine(summary), longestSummary), url, ...(coverUrl && { coverUrl }) });

/** As many links as WeChat takes in one text, whole ones only. */
function listOf(found: readonly FoundContent[]): string {
  const lines = ['为您找到：', ...found.map(({ title, url }, at) => `${at + 1}. ${linkTo(title, url)}`)];
  while (lines.length > 2 && Buffer.byteLength(lines.join('\n')) > longestTextBytes) lines.pop();
  return lines.join('\n');
}

/** WeChat knows links in texts, but no entities: what could end the link is written in full width. */
const linkTo = (title: string, url: string): string => `<a href="${encodeURI(decodeSafely(url)).replace(/"/g, '%22')}">${clip(oneLine(title), 60).replace(/</g, '＜').replace(/>/g, '＞')}</a>`;

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

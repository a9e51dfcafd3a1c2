import { folded } from './tokens.js';
import type { Word } from './frequency.js';

/** What a candidate is scored by. */
export interface Candidate {
  readonly _id: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: Date;
}

export interface Scored extends Candidate {
  readonly score: number;
}

/**
 * Scores candidates against a question: the whole question in a title before everything, then words in titles, then in summaries;
 * a rare word counts more than a common one. Equal scores: the newer first.
 */
export function rank(candidates: readonly Candidate[], query: string, words: readonly Word[]): Scored[] {
  const phrase = condensed(query);
  const scored = candidates.map((candidate) => ({ ...candidate, score: scoreOf(candidate, phrase, words) }));
  return scored.sort(inOrder);
}

/** The order of results. */
export const inOrder = (one: Pick<Scored, 'score' | 'publishedAt' | '_id'>, other: Pick<Scored, 'score' | 'publishedAt' | '_id'>): number =>
  other.score - one.score || other.publishedAt.getTime() - one.publishedAt.getTime() || (one._id < other._id ? 1 : one._id > other._id ? -1 : 0);

/** A text without what people leave out when they type: spaces, quotation marks, punctuation. */
const condensed = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]+/gu, '');

function scoreOf({ title, summary }: Candidate, phrase: string, words: readonly Word[]): number {
  const [inTitle, inSummary] = [condensed(title), condensed(summary)];
  const hits = (text: string): number => words.reduce((sum, { text: word, count }) => sum + (text.includes(word) ? rarity(count) : 0), 0);
  const whole = (text: string, points: number): number => (phrase !== '' && text.includes(phrase) ? points : 0);
  return whole(inTitle, 100_000) + whole(inSummary, 1000) + 100 * hits(inTitle) + hits(inSummary);
}

/** 1 for a word in ten thousand contents, 9 for one in a single one. */
const rarity = (count: number): number => Math.max(1, Math.round(10 - Math.log(1 + count)));

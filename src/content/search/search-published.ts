import { createHash } from 'node:crypto';
import { InvalidCursorError, InvalidInputError, maxPageSize, defaultPageSize, nodeSelection, runCommand, type Connection, type Edge, type Selection } from '../../kernel/index.js';
import { conditionsFor, type ContentFilter } from '../filters.js';
import type { PublishedContent } from '../published.js';
import { contentProjection, publishedViews, type ContentView } from '../views.js';
import { demanded, frequenciesOf, type Word } from './frequency.js';
import { inOrder, rank, type Candidate, type Scored } from './score.js';
import { wordsOf } from './tokens.js';

/** The newest contents that hold all words and are scored; older ones are found by a narrower question. */
const mostCandidates = 500;

export interface SearchRequest {
  readonly query: string;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly filter?: ContentFilter;
  readonly selection: Selection;
}

/**
 * What readers see and holds all words of the question, best first: one command for the candidates, one for the page, and counts of
 * words not asked for lately. A question without words finds nothing. Throws INVALID_INPUT, INVALID_CURSOR.
 */
export async function searchPublished({ query, first, after, filter, selection }: SearchRequest): Promise<Connection<ContentView>> {
  const size = pageSize(first);
  const scored = await findRanked(query, filter);
  const mark = createHash('sha256').update(JSON.stringify([query, filter ?? null])).digest('base64url').slice(0, 6);
  const from = after == null ? 0 : positionAfter(scored, readCursor(after, mark));
  const shown = scored.slice(from, from + size);
  const views = await viewsOf(shown, nodeSelection(selection));
  const edges = shown.flatMap((each): Edge<ContentView>[] => { const node = views.get(each._id); return node ? [{ node, cursor: writeCursor(each, mark) }] : []; });
  return {
    edges, nodes: edges.map(({ node }) => node), totalCount: scored.length,
    pageInfo: { hasNextPage: from + size < scored.length, hasPreviousPage: from > 0, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

export interface RankOptions {
  /** When nothing holds all words, ask for the rarer half of them: for people who write sentences. */
  readonly isLenient?: boolean;
}

/** The newest 500 matches, best first. */
export async function findRanked(query: string, filter?: ContentFilter, { isLenient = false }: RankOptions = {}): Promise<Scored[]> {
  const words = await frequenciesOf(wordsOf(query));
  if (words.length === 0) return [];
  const wanted = demanded(words);
  const candidates = await findCandidates(wanted, filter);
  if (candidates.length > 0 || !isLenient) return rank(candidates, query, words);
  const known = wanted.filter(({ count }) => count > 0);
  const rarer = known.slice(0, known.length === wanted.length ? Math.ceil(known.length / 2) : known.length);
  return rarer.length === 0 ? [] : rank(await findCandidates(rarer, filter), query, words);
}

function findCandidates(words: readonly Word[], filter: ContentFilter | undefined): Promise<Candidate[]> {
  const conditions = filter ? conditionsFor({ ...filter }, 'published') : {};
  return runCommand<Candidate>({
    find: 'published', filter: { $and: [{ tokens: { $all: words.map(({ text }) => text) } }, conditions] },
    projection: { title: 1, summary: 1, publishedAt: 1 }, sort: { publishedAt: -1, _id: -1 }, limit: mostCandidates,
  });
}

async function viewsOf(shown: readonly Scored[], selection: Selection): Promise<Map<string, ContentView>> {
  if (shown.length === 0) return new Map();
  const found = await runCommand<PublishedContent>({ find: 'published', filter: { _id: { $in: shown.map(({ _id }) => _id) } }, projection: contentProjection(selection, 'published'), limit: shown.length });
  const views = await publishedViews(found, selection);
  return new Map(views.map((view) => [view._id, view]));
}

function pageSize(first: number | null | undefined): number {
  const size = first ?? defaultPageSize;
  if (!Number.isInteger(size) || size < 0 || size > maxPageSize) throw new InvalidInputError({ field: 'first', reason: `应为 0–${maxPageSize} (must be 0 to ${maxPageSize})` });
  return size;
}

type Place = Pick<Scored, 'score' | 'publishedAt' | '_id'>;

const writeCursor = ({ score, publishedAt, _id }: Scored, mark: string): string => Buffer.from(JSON.stringify([mark, score, publishedAt.getTime(), _id])).toString('base64url');

/** A cursor says where its result stood, not which number it had: results that come or go meanwhile shift nothing. */
function readCursor(cursor: string, expected: string): Place {
  const refused = new InvalidCursorError({ cursor: cursor.slice(0, 60) });
  if (cursor.length > 500) throw refused;
  try {
    const [mark, score, at, _id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (mark === expected && typeof score === 'number' && typeof at === 'number' && typeof _id === 'string') return { score, publishedAt: new Date(at), _id };
  } catch {
    // What is no JSON is no cursor of ours.
  }
  throw refused;
}

function positionAfter(scored: readonly Scored[], place: Place): number {
  const at = scored.findIndex((each) => inOrder(place, each) < 0);
  return at < 0 ? scored.length : at;
}

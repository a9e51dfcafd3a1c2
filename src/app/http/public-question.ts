import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sessionCookieName } from '../../accounts/index.js';
import { languageOf } from './raw-errors.js';

/** Longer questions are asked anew each time. */
const longest = 20_000;

interface Asked {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

/**
 * A short name for what a request asks, equal for equal questions: operation, variables in any order, forms of answer. Undefined
 * for whoever brings credentials or wants no kept answer (`Cache-Control: no-store`; what is kept is never stale, so `no-cache` needs nothing), for changes, and for what only Apollo understands.
 */
export function questionOf(request: FastifyRequest): string | undefined {
  const { authorization, accept = '', 'cache-control': wish = '' } = request.headers;
  if (authorization !== undefined || request.cookies[sessionCookieName] !== undefined || accept.length > 200 || /no-store/i.test(wish)) return undefined;
  const asked = readAsked(request);
  const operation = asked && operationOf(asked);
  const variables = asked && canonical(asked.variables);
  if (operation === undefined || variables === undefined) return undefined;
  return digest(JSON.stringify([operation, asked!.operationName ?? null, variables, accept, languageOf(request)]));
}

function readAsked({ method, body, query }: FastifyRequest): Asked | undefined {
  if (method === 'POST') return isPlain(body) ? body : undefined;
  if (method !== 'GET' || !isPlain(query)) return undefined;
  const [variables, extensions] = [fromText(query.variables), fromText(query.extensions)];
  return { query: query.query, operationName: query.operationName, variables, extensions };
}

/** The digest of the document: that of the text, or the one a persisted query is named by. */
function operationOf({ query, operationName, extensions }: Asked): string | undefined {
  if (operationName != null && typeof operationName !== 'string') return undefined;
  const named = persistedHash(extensions);
  if (named === undefined) return undefined;
  if (query === undefined || query === null) return named ?? undefined;
  if (typeof query !== 'string' || query.length > longest || /\b(mutation|subscription)\b/.test(query)) return undefined;
  const hash = digest(query);
  return named === null || named === hash ? hash : undefined;
}

/** The hash a persisted query names; null without one, undefined for extensions of other kinds. */
function persistedHash(extensions: unknown): string | null | undefined {
  if (extensions === undefined || extensions === null) return null;
  if (!isPlain(extensions) || Object.keys(extensions).some((name) => name !== 'persistedQuery')) return undefined;
  const { persistedQuery } = extensions;
  if (persistedQuery === undefined) return null;
  if (!isPlain(persistedQuery) || persistedQuery.version !== 1) return undefined;
  const hash = persistedQuery.sha256Hash;
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : undefined;
}

function canonical(variables: unknown): string | undefined {
  if (variables === undefined || variables === null) return '{}';
  if (!isPlain(variables)) return undefined;
  const text = JSON.stringify(variables, (_name, value: unknown) => (isPlain(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value));
  return text.length <= longest ? text : undefined;
}

/** JSON in an address; what is none makes the question unreadable here, and Apollo tells what is wrong. */
function fromText(text: unknown): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return typeof text === 'string' ? JSON.parse(text) as unknown : unreadable;
  } catch {
    return unreadable;
  }
}
const unreadable = Symbol('unreadable');

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

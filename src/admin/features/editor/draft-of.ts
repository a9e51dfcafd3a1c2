import type { Draft } from './content-fields.js';
import type { EditedContentFragment } from './editor.generated.js';

/** What the server has, as the form holds it. */
export function draftOf(content: EditedContentFragment): Draft {
  const { title, shortTitle, summary, author, source, place, isOriginal, importance, tags, topics, body } = content;
  const shared = { title, shortTitle: shortTitle ?? '', summary, author: author ?? '', source: source ?? '', place: place ?? '', isOriginal, importance, tags, topicIds: topics.map(({ id }) => id), body: body as object };
  if ('measure' in content) return { ...shared, problem: content.problem ?? '', measure: content.measure ?? '', effect: content.effect ?? '', isRepeatable: content.isRepeatable ?? false };
  return 'transcript' in content ? { ...shared, transcript: content.transcript ?? '' } : shared;
}

const optional = new Set(['shortTitle', 'author', 'source', 'place', 'problem', 'measure', 'effect', 'transcript']);

/** Only what changed, as the server wants it: an optional text that was emptied is null. */
export function changesBetween(before: Draft, now: Draft): Record<string, unknown> {
  const changed = Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Draft]));
  return Object.fromEntries(changed.map(([name, value]) => [name, optional.has(name) && value === '' ? null : value]));
}

/** The kind that an id begins with. */
export const kindOf = (id: string): string => id.split('_')[0] ?? 'article';

import type { Draft } from './draft.js';
import type { EditedContentFragment } from './editor.generated.js';

/** What the server has, as the form holds it. */
export function draftOf(content: EditedContentFragment): Draft {
  const { title, summary, isOriginal, importance, tags, topics, body, cover, shareImage, unit, attachments, relatedIds } = content;
  const shared = { title, summary, isOriginal, importance, tags, topicIds: topics.map(({ id }) => id), body: body as object, coverId: cover?.id ?? '', shareImageId: shareImage?.id ?? '', unitId: unit?.id ?? '', attachmentIds: attachments.map(({ id }) => id), relatedIds, ...texts(content, ['shortTitle', 'author', 'source', 'place', 'occurredAt', 'shareTitle', 'shareDescription']) };
  if ('measure' in content) return { ...shared, ...texts(content, ['problem', 'measure', 'effect']), isRepeatable: content.isRepeatable ?? false, figures: (content.figures ?? []).map(({ name, before, after }) => ({ name, before, after })) };
  return 'transcript' in content ? { ...shared, ...texts(content, ['transcript', 'videoId']), durationSeconds: content.durationSeconds ?? '' } : shared;
}

/** Optional texts; an absent one is empty. */
const texts = <Name extends string>(source: { readonly [K in Name]: string | null }, names: readonly Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, source[name] ?? ''])) as Record<Name, string>;

const optional = new Set(['shortTitle', 'author', 'source', 'place', 'problem', 'measure', 'effect', 'transcript', 'coverId', 'shareImageId', 'videoId', 'durationSeconds', 'occurredAt', 'shareTitle', 'shareDescription']);

/** Only what changed, as the server wants it: an optional text that was emptied is null. */
export function changesBetween(before: Draft, now: Draft): Record<string, unknown> {
  const changed = Object.entries(now).filter(([name, value]) => value !== before[name as keyof Draft] && JSON.stringify(value) !== JSON.stringify(before[name as keyof Draft]));
  return Object.fromEntries(changed.map(([name, value]) => [name, optional.has(name) && value === '' ? null : name === 'figures' ? filled(now.figures) : value]));
}

/** Lines that nothing was written into are no figures. */
const filled = (figures: Draft['figures'] = []): Draft['figures'] => figures.filter(({ name, before, after }) => `${name}${before}${after}`.trim() !== '');

/** A draft with changes put in, as `changesBetween` told them. */
export function draftWith(draft: Draft, changes: Readonly<Record<string, unknown>>): Draft {
  const known = Object.entries(changes).filter(([name]) => name in draft).map(([name, value]) => [name, value === null ? '' : value]);
  return { ...draft, ...Object.fromEntries(known) as Partial<Draft> };
}

/** The kind that an id begins with. */
export const kindOf = (id: string): string => id.split('_')[0] ?? 'article';

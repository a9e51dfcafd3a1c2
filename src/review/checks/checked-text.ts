import type { CheckSubject, Spot, TextBlock, Wording } from './check.js';

const textFields = ['title', 'shortTitle', 'summary', 'author', 'source', 'place', 'shareTitle', 'shareDescription'] as const;

/** Every text of the subject that readers will see, in reading order: fields, blocks, then the words that go with pictures. */
export function textsOf(subject: CheckSubject): TextBlock[] {
  const fields = textFields.map((path) => ({ path, text: subject.fields[path] ?? '' }));
  const captions = subject.images.flatMap(({ path, alt = '', credit = '' }) => [{ path: `${path}.alt`, text: alt }, { path: `${path}.credit`, text: credit }]);
  return [...fields, ...subject.blocks, ...captions].filter(({ text }) => text !== '');
}

/** Findings are kept for ever: an excerpt holds no more characters than this. */
const longestExcerpt = 200;

/** A spot on these characters of a text. */
export function spotAt({ path, text }: TextBlock, start: number, end: number, message: Wording, more: Partial<Spot> = {}): Spot {
  return { path, start, end, excerpt: text.slice(start, Math.min(end, start + longestExcerpt)), message, ...more };
}

/** A spot on a whole field, or on something that is not there. */
export const spotOn = (path: string, message: Wording, more: Partial<Spot> = {}): Spot => ({ path, start: 0, end: 0, excerpt: '', message, ...more });

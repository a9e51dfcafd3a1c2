import mongoose from 'mongoose';
import { InvalidIdError } from './errors.js';

const shape = /^([a-z][a-zA-Z]*)_[0-9a-f]{24}$/;

/** A new identifier: the noun it names, `_`, and 24 hex digits that sort by time of making. */
export const newId = (noun: string): string => `${noun}_${new mongoose.Types.ObjectId().toHexString()}`;

/** The noun that an identifier names, or undefined when the text is no identifier. */
export const nounOfId = (id: string): string | undefined => shape.exec(id)?.[1];

/** Throws InvalidIdError unless `id` names one of `nouns`. */
export function assertId(id: string, ...nouns: string[]): void {
  const noun = nounOfId(id);
  if (!noun || (nouns.length > 0 && !nouns.includes(noun))) throw new InvalidIdError({ id: id.slice(0, 60), expected: nouns.join(' | ') || 'noun_…' });
}

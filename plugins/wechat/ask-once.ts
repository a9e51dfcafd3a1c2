import { isSurelyNotDone } from './client/errors.js';
import type { Journal } from './work.js';

/**
 * Does a step that must not be repeated: notes it before, and takes the note back only when WeChat surely did not do it. Whatever else
 * goes wrong, a crash included, leaves the note, and the next attempt looks before it asks.
 */
export async function askOnce<V>(journal: Journal, name: 'addingDraft' | 'submitting' | 'massAsked', value: string, ask: () => Promise<V>): Promise<V> {
  await journal.note(name, value);
  try {
    return await ask();
  } catch (error) {
    if (isSurelyNotDone(error)) await journal.note(name, '');
    throw error;
  }
}

import { InvalidInputError, type Context } from '../../kernel/index.js';
import { dictionaryChecks, runChecks, type CheckRun } from '../checks/index.js';
import type { DictionaryName } from './dictionary-entry.js';
import { currentDictionaries } from './dictionary-version.js';
import { readEntries, type EntryInput } from './read-entries.js';
import { toDictionaries } from './to-dictionaries.js';

const longestText = 20_000;

/** A text to look through. With `entries`, that dictionary is taken as it is typed, not as it is saved. */
export interface Trial {
  readonly text: string;
  readonly name?: DictionaryName | null | undefined;
  readonly entries?: readonly EntryInput[] | null | undefined;
}

/** What the dictionaries find in a text; nothing is saved. Offsets are those of the text. Throws INVALID_INPUT, INVALID_DICTIONARY. */
export async function tryDictionary(ctx: Context, { text, name, entries }: Trial): Promise<CheckRun> {
  if (text.length > longestText) throw new InvalidInputError({ field: 'text', reason: `最多 ${longestText} 字 (at most ${longestText} characters)` });
  const current = await currentDictionaries();
  const dictionaries = name && entries ? { ...current, [name]: toDictionaries({ [name]: { edition: 'unsaved', entries: readEntries(name, entries) } })[name] } : current;
  const fields = { title: '', summary: '', isOriginal: true };
  return runChecks({ contentId: '', kind: 'article', fields, blocks: [{ path: 'text', text }], images: [], links: [] }, { dictionaries, now: ctx.now() }, dictionaryChecks);
}

import { record } from '../../accounts/index.js';
import { inTransaction, InvalidInputError, isDuplicateKey, newId, NotFoundError, type Context } from '../../kernel/index.js';
import { changesBetween, type DictionaryEntry, type DictionaryName } from './dictionary-entry.js';
import { DictionaryChangedError } from './dictionary-errors.js';
import { DictionaryVersionModel, dropKeptDictionaries, findEntries, findNewest, type DictionaryVersionRow } from './dictionary-version.js';
import { readEntries, type EntryInput } from './read-entries.js';
import { shippedEntries } from './to-dictionaries.js';

/** A whole new version of a dictionary. */
export interface DictionarySave {
  readonly name: DictionaryName;
  /** The version that was changed: 0 for the product's own. */
  readonly expectedNumber: number;
  readonly entries: readonly EntryInput[];
  readonly note?: string | null | undefined;
}

/** Saves the next version; checks read it from then on, in every process. Throws INVALID_DICTIONARY, DICTIONARY_CHANGED, INVALID_INPUT. */
export async function saveDictionary(ctx: Context, { name, expectedNumber, entries, note }: DictionarySave): Promise<DictionaryVersionRow> {
  return addVersion(ctx, name, expectedNumber, readEntries(name, entries), noteOf(note));
}

/** Brings an earlier version back as the next one; what lies between stays. Throws NOT_FOUND, DICTIONARY_CHANGED. */
export async function restoreDictionary(ctx: Context, { name, number, expectedNumber }: { readonly name: DictionaryName; readonly number: number; readonly expectedNumber: number }): Promise<DictionaryVersionRow> {
  const entries = await findEntries(name, number);
  if (!entries) throw new NotFoundError({ id: `${name}@${number}` });
  return addVersion(ctx, name, expectedNumber, [...entries], { restoredFrom: number });
}

type Origin = Pick<DictionaryVersionRow, 'note' | 'restoredFrom'>;

const addVersion = (ctx: Context, name: DictionaryName, expected: number, entries: DictionaryEntry[], origin: Origin): Promise<DictionaryVersionRow> => refuseSecond(name, expected, () => inTransaction(async () => {
  const newest = await findNewest(name);
  if ((newest?.number ?? 0) !== expected) throw changed(newest, expected);
  const changes = changesBetween(name, newest?.entries ?? shippedEntries[name], entries);
  const row: DictionaryVersionRow = { _id: newId('dictionaryVersion'), name, number: expected + 1, entries, size: entries.length, ...changes, ...origin, savedBy: ctx.actor.id, savedByName: ctx.actor.name, savedAt: ctx.now() };
  await DictionaryVersionModel.create([row]);
  await record(ctx, { action: origin.restoredFrom === undefined ? 'dictionary.save' : 'dictionary.restore', subjectType: 'Dictionary', subjectId: `${name}@${row.number}`, summary: { ...changes, ...origin } });
  dropKeptDictionaries(row._id);
  return row;
}));

const changed = (newest: DictionaryVersionRow | null, expected: number): InstanceType<typeof DictionaryChangedError> =>
  new DictionaryChangedError({ name: newest?.savedByName ?? '', actual: newest?.number ?? 0, expected });

// Two may save at the same moment, so it is the index that decides.
async function refuseSecond<T>(name: DictionaryName, expected: number, save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (error) {
    if (isDuplicateKey(error)) throw changed(await findNewest(name), expected);
    throw error;
  }
}

function noteOf(text: string | null | undefined): Origin {
  const note = text?.trim();
  if (note && [...note].length > 200) throw new InvalidInputError({ field: 'note', reason: '最多 200 字 (at most 200 characters)' });
  return note ? { note } : {};
}

import { NotFoundError } from '../../kernel/index.js';
import { dictionaryNames, type DictionaryName } from './dictionary-entry.js';
import type { Dictionary, DictionaryVersion } from './dictionary-type.js';
import { DictionaryVersionModel, findNewest, type DictionaryVersionRow } from './dictionary-version.js';
import { shippedEntries } from './to-dictionaries.js';

const mostVersions = 500;

const shipped = (name: DictionaryName): Dictionary => ({ name, number: 0, size: shippedEntries[name].length, added: shippedEntries[name].length, removed: 0, changed: 0, entries: shippedEntries[name] });

/** A dictionary in one version; the newest when no number is given. Throws NOT_FOUND. */
export async function findDictionary(name: DictionaryName, number?: number | null): Promise<Dictionary> {
  if (number === 0) return shipped(name);
  const row = number ? await DictionaryVersionModel.findOne({ name, number }).lean<DictionaryVersionRow>() : await findNewest(name);
  if (!row && number) throw new NotFoundError({ id: `${name}@${number}` });
  return row ?? shipped(name);
}

/** The newest version of every dictionary, without its lines. */
export const findDictionaries = (): Promise<DictionaryVersion[]> => Promise.all(dictionaryNames.map(async (name) =>
  await DictionaryVersionModel.findOne({ name }, { entries: 0 }).sort({ number: -1 }).lean<DictionaryVersionRow>() ?? shipped(name)));

/** The versions of a dictionary without their lines, the newest first, the product's own last. */
export async function findVersions(name: DictionaryName): Promise<DictionaryVersion[]> {
  return [...await DictionaryVersionModel.find({ name }, { entries: 0 }).sort({ number: -1 }).limit(mostVersions).lean<DictionaryVersionRow[]>(), shipped(name)];
}

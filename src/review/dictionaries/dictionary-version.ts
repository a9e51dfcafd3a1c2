import mongoose, { Schema } from 'mongoose';
import { ReadCache } from '../../kernel/index.js';
import { severities, shippedDictionaries, type Dictionaries } from '../checks/index.js';
import { dictionaryNames, type DictionaryEntry, type DictionaryName, type EntryChanges } from './dictionary-entry.js';
import { shippedEntries, toDictionaries, type Edition } from './to-dictionaries.js';

/** One version of a dictionary, whole, kept for ever: findings name it. */
export interface DictionaryVersionRow extends EntryChanges {
  _id: string;
  name: DictionaryName;
  /** Counts from 1; 0 is what the product brings. */
  number: number;
  entries: DictionaryEntry[];
  /** How many, so that lists need not load them. */
  size: number;
  note?: string;
  restoredFrom?: number;
  savedBy: string;
  savedByName: string;
  savedAt: Date;
}

const texts = { type: [String], default: [] };
const entrySchema = new Schema<DictionaryEntry>({ term: { type: String, required: true }, replacement: String, severity: { type: String, enum: severities }, exceptions: texts, posts: texts, misspellings: texts, note: String }, { _id: false });

const versionSchema = new Schema<DictionaryVersionRow>({
  _id: { type: String, required: true },
  name: { type: String, enum: dictionaryNames, required: true },
  number: { type: Number, required: true },
  entries: { type: [entrySchema], required: true },
  size: { type: Number, required: true },
  added: { type: Number, required: true },
  removed: { type: Number, required: true },
  changed: { type: Number, required: true },
  note: String,
  restoredFrom: Number,
  savedBy: { type: String, required: true },
  savedByName: { type: String, required: true },
  savedAt: { type: Date, required: true },
}, { collection: 'dictionaryVersions', versionKey: false });
versionSchema.index({ name: 1, number: -1 }, { unique: true });

export const DictionaryVersionModel = mongoose.model<DictionaryVersionRow>('DictionaryVersion', versionSchema);

/** The newest version of a dictionary; null while it is as the product brings it. */
export const findNewest = (name: DictionaryName): Promise<DictionaryVersionRow | null> =>
  DictionaryVersionModel.findOne({ name }).sort({ number: -1 }).lean<DictionaryVersionRow>().exec();

/** The lines of a version; those of the product for 0. Undefined for a number that is none. */
export async function findEntries(name: DictionaryName, number: number): Promise<readonly DictionaryEntry[] | undefined> {
  return number === 0 ? shippedEntries[name] : (await DictionaryVersionModel.findOne({ name, number }, { entries: 1 }).lean<DictionaryVersionRow>())?.entries;
}

const kept = new ReadCache<Dictionaries>('dictionaryVersions', () => 'all', 1);

/** The dictionaries that checks read now: kept in every process, and read anew once somebody has saved a version. */
export const currentDictionaries = (): Promise<Dictionaries> => kept.read('all', 'current', async () => {
  const newest = (await Promise.all(dictionaryNames.map(findNewest))).filter((row) => row !== null);
  return newest.length > 0 ? toDictionaries(Object.fromEntries(newest.map((row): [DictionaryName, Edition] => [row.name, { edition: String(row.number), entries: row.entries }]))) : shippedDictionaries;
});

/** Lets every process read the dictionaries anew, with the running transaction's commit. */
export const dropKeptDictionaries = (id: string): void => { kept.drop(id); };

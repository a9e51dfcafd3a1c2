import mongoose from 'mongoose';
import { Changes, clearCaches, keepCachesFresh, type DomainError } from '../../src/kernel/index.js';
import { checkContent, restoreDictionary, saveDictionary, tryDictionary, type DictionarySave } from '../../src/review/index.js';
import { findDictionaries, findDictionary, findVersions } from '../../src/review/dictionaries/find-dictionaries.js';
import { changesBetween, dictionaryNames } from '../../src/review/dictionaries/dictionary-entry.js';
import { readEntries } from '../../src/review/dictionaries/read-entries.js';
import { shippedEntries } from '../../src/review/dictionaries/to-dictionaries.js';
import { aContent, bodyOf, useMedia } from '../kit/contents.js';
import { as } from '../kit/people.js';
import { services, useDatabase } from '../kit/services.js';
import { until } from '../kernel/until.js';

useDatabase();
beforeAll(useMedia);

type Entries = DictionarySave['entries'];

const admin = () => as('administrator', { name: '于清和' });
const save = (entries: Entries, { name = 'words', expectedNumber = 0, note }: Partial<Omit<DictionarySave, 'entries'>> = {}) => saveDictionary(admin(), { name, expectedNumber, entries, note });
const failure = (work: Promise<unknown>): Promise<DomainError> => work.then(() => { throw new Error('it succeeded'); }, (error: unknown) => error as DomainError);
const saying = (text: string) => aContent({ body: bodyOf(text) as never });
const found = async (contentId: string): Promise<{ excerpt: string; message: string; dictionary: string }[]> =>
  (await checkContent(as('editor'), contentId)).findings.map(({ excerpt, message, dictionaryVersion = '' }) => ({ excerpt, message: message.zh, dictionary: dictionaryVersion.replace(/\+.*/, '') }));

describe('a dictionary', () => {
  it('is as the product brings it until somebody saves a version, and can be saved just so', async () => {
    expect((await findDictionaries()).map(({ name, number, size }) => [name, number, size])).toEqual(dictionaryNames.map((name) => [name, 0, shippedEntries[name].length]));
    for (const name of dictionaryNames) expect(readEntries(name, shippedEntries[name])).toEqual(shippedEntries[name]);
  });

  it('of a house’s own is what checks read from its saving on; findings name it, its version and the note of the line', async () => {
    const { _id } = await saying('由市政务办事服务中心受理，帐号不变。');
    expect(await found(_id)).toMatchObject([{ excerpt: '帐号', dictionary: 'words@2026.11' }]);
    await save([{ term: '市政务办事服务中心', replacement: '市政务服务中心', severity: 'block', note: '2019 年更名' }]);
    expect(await found(_id)).toEqual([{ excerpt: '市政务办事服务中心', message: '「市政务办事服务中心」疑有误，建议改为「市政务服务中心」（2019 年更名）', dictionary: 'words@1' }]);
  });

  it('of leaders and of sources is read by their checks', async () => {
    await save([{ term: '甘知远', posts: ['市长'], misspellings: ['甘志远'] }], { name: 'leaders' });
    await save([{ term: '余杭发布' }], { name: 'sources' });
    const { _id } = await saying('市委书记甘知远、甘志远出席。据余杭发布报道，据新华社报道。');
    expect((await found(_id)).map(({ excerpt, dictionary }) => `${excerpt} ${dictionary}`).sort()).toEqual(['市委书记 leaders@1', '新华社 sources@1', '甘志远 leaders@1']);
  });

  it('finds a word typed in full-width letters too', async () => {
    await save([{ term: 'ＡＢ公司', replacement: '甲乙公司' }]);
    expect(await found((await saying('由AB公司承办。'))._id)).toMatchObject([{ excerpt: 'AB公司' }]);
  });

  it('keeps every version with who, when, what and why; an earlier one comes back as the next', async () => {
    await save([...shippedEntries.words, { term: '桐芦', replacement: '桐庐' }], { note: '地名' });
    await save([{ term: '桐芦', replacement: '桐庐', severity: 'block' }], { expectedNumber: 1 });
    await restoreDictionary(admin(), { name: 'words', number: 1, expectedNumber: 2 });
    const size = shippedEntries.words.length + 1;
    expect((await findVersions('words')).map(({ number, size, added, removed, changed, savedByName, note, restoredFrom }) => ({ number, size, added, removed, changed, savedByName, note, restoredFrom }))).toMatchObject([
      { number: 3, size, added: size - 1, removed: 0, changed: 1, restoredFrom: 1 }, { number: 2, size: 1, added: 0, removed: size - 1, changed: 1 },
      { number: 1, size, added: 1, removed: 0, changed: 0, savedByName: '于清和', note: '地名' }, { number: 0, size: size - 1 },
    ]);
    expect((await findDictionary('words')).entries).toEqual((await findDictionary('words', 1)).entries);
    await restoreDictionary(admin(), { name: 'words', number: 0, expectedNumber: 3 });
    expect((await findDictionary('words')).entries).toHaveLength(size - 1);
    expect((await failure(findDictionary('words', 9))).code).toBe('NOT_FOUND');
    const trail = await mongoose.connection.collection('audit').find({ subjectType: 'Dictionary' }).sort({ _id: 1 }).toArray();
    expect(trail.map(({ action, subjectId }) => `${action} ${subjectId}`)).toEqual(['dictionary.save words@1', 'dictionary.save words@2', 'dictionary.restore words@3', 'dictionary.restore words@4']);
  });

  it('takes one of two versions that are saved from the same one, one after the other or at the same moment', async () => {
    const error = await failure(save([], { expectedNumber: 4 }));
    expect(error.code).toBe('DICTIONARY_CHANGED');
    const outcomes = await Promise.all(['甲乙', '丙丁', '戊己'].map((term) => save([{ term }]).then(() => 'saved', ({ code }: DomainError) => code)));
    expect(outcomes.sort()).toEqual(['DICTIONARY_CHANGED', 'DICTIONARY_CHANGED', 'saved']);
  });

  it('says everything that is wrong at once, with the line and the field, and saves nothing', async () => {
    const error = await failure(save([
      { term: ' 一 ' }, { term: '既使', replacement: '既使' }, { term: '帐号', replacement: '账号', exceptions: ['蚊帐'] }, { term: '既使', replacement: '即使' }, { term: '按装', note: '长'.repeat(201) },
    ]));
    expect(error.code).toBe('INVALID_DICTIONARY');
    expect((error.details.problems as { index: number; field: string }[]).map(({ index, field }) => `${index} ${field}`)).toEqual(['0 term', '1 replacement', '2 exceptions', '4 note', '3 term']);
    expect((await failure(save([{ term: '甘知远' }], { name: 'leaders' }))).details.problems).toMatchObject([{ field: 'posts' }]);
    expect((await failure(save(Array.from({ length: 5001 }, (_, at) => ({ term: `词条${at}` }))))).code).toBe('INVALID_DICTIONARY');
    expect((await findVersions('words'))).toHaveLength(1);
  });

  it('refuses a replacement that it would find wrong itself', async () => {
    expect((await failure(save([{ term: '甲乙', replacement: '丙丁' }, { term: '丙丁', replacement: '戊己' }]))).details.problems).toMatchObject([{ index: 0, field: 'replacement' }]);
  });

  it('counts a leader in another place of the order as a change', () => {
    const [one, two] = ['甘知远', '闻一苇'].map((term) => ({ term, posts: ['副市长'], misspellings: [], exceptions: [] }));
    expect(changesBetween('leaders', [one!, two!], [two!, one!])).toEqual({ added: 0, removed: 0, changed: 2 });
    expect(changesBetween('sources', [one!, two!], [two!, one!])).toEqual({ added: 0, removed: 0, changed: 0 });
  });
});

describe('trying a dictionary', () => {
  it('finds what it would find in a text, with lines that nobody has saved, and saves nothing', async () => {
    const text = '请登录帐号，提交桐芦样本，打造最佳品牌。';
    const [saved, typed] = [await tryDictionary(admin(), { text }), await tryDictionary(admin(), { text, name: 'words', entries: [{ term: '桐芦', replacement: '桐庐' }] })];
    expect(saved.findings.map(({ excerpt }) => excerpt)).toEqual(['帐号', '最佳']);
    expect(typed.findings.map(({ start, end, path }) => [path, text.slice(start, end)])).toEqual([['text', '桐芦'], ['text', '最佳']]);
    expect(await findVersions('words')).toHaveLength(1);
  });

  it('looks for what dictionaries know only', async () => {
    expect((await tryDictionary(admin(), { text: '手机13812345678，，' })).findings).toEqual([]);
  });

  it('refuses a text that is too long', async () => {
    expect((await failure(tryDictionary(admin(), { text: '长'.repeat(20_001) }))).code).toBe('INVALID_INPUT');
  });
});

describe('the dictionaries in memory', () => {
  const changes = new Changes(services.log);
  beforeAll(async () => { keepCachesFresh(changes); await changes.start(); });
  afterAll(() => changes.stop());
  beforeEach(clearCaches);

  const readsOf = async (work: () => Promise<unknown>): Promise<number> => {
    let count = 0;
    const hear = ({ command }: { command: Record<string, unknown> }): void => { if (command.find === 'dictionaryVersions') count += 1; };
    mongoose.connection.getClient().on('commandStarted', hear);
    await work().finally(() => mongoose.connection.getClient().off('commandStarted', hear));
    return count;
  };

  it('are read once for any number of checks', async () => {
    const { _id } = await saying('既使下雨。');
    await found(_id);
    expect(await readsOf(async () => { for (let run = 0; run < 3; run += 1) await found(_id); })).toBe(0);
  });

  it('are read anew once this process or another one has saved a version', async () => {
    const { _id } = await saying('桐芦试点，桐卢样本。');
    expect(await found(_id)).toEqual([]);
    const { _id: id, ...row } = await save([{ term: '桐芦', replacement: '桐庐' }]);
    expect((await found(_id)).map(({ excerpt }) => excerpt)).toEqual(['桐芦']);
    await mongoose.connection.collection<{ _id: string }>('dictionaryVersions').insertOne({ ...row, _id: `${id}x`, number: 2, entries: [{ term: '桐卢', replacement: '桐庐', severity: 'warn', exceptions: [], posts: [], misspellings: [] }] } as never);
    await until(async () => (await found(_id)).map(({ excerpt }) => excerpt).join() === '桐卢');
  });
});

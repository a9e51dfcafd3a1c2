import mongoose from 'mongoose';
import { readFirstBatch } from '../../src/kernel/read-bson.js';
import { currentSession, inTransaction, nodeSelection, runCommand, runCount, withNodes, type Connection, type Selection } from '../../src/kernel/index.js';
import { useDatabase } from '../kit/services.js';

useDatabase();
const { BSON } = mongoose.mongo;

const batchOf = (documents: readonly object[]): Buffer => Buffer.from(BSON.serialize({ id: 0, ns: 'test.things', firstBatch: documents }, { ignoreUndefined: true }));
const asLibrary = (batch: Buffer): unknown => (BSON.deserialize(batch) as { firstBatch: unknown }).firstBatch;

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

const texts = ['', 'a', '改革', 'gai-ge-1', '“最多跑一次”', '𠮷野家', 'é'.repeat(300), 'x\u0000y', '\uFFFD'];
const names = ['_id', 'title', 'a', 'b.c', '标题', '', 'constructor', 'AaBB', 'BBAa', 'x'.repeat(200)];
const plain = [0, -1, 1, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53 - 1, 0.1, -0, 1e300, NaN, Infinity, true, false, null, new Date(0), new Date(-1), new Date(8.64e15), new BSON.Long(7), BSON.Long.fromNumber(-(2 ** 53) + 1)];
const unusual = [new BSON.ObjectId('65f0000000000000000000aa'), BSON.Long.MAX_VALUE, BSON.Decimal128.fromString('1.5'), new BSON.Binary(Buffer.from('ab')), /x/i, new BSON.Timestamp({ t: 1, i: 2 })];

function aValue(next: (below: number) => number, kinds: readonly unknown[], depth = 0): unknown {
  const kind = next(depth > 3 ? 2 : 4);
  if (kind === 0) return texts[next(texts.length)];
  if (kind === 1) return kinds[next(kinds.length)];
  if (kind === 2) return Array.from({ length: next(4) }, () => aValue(next, kinds, depth + 1));
  return aDocument(next, kinds, depth + 1);
}

const aDocument = (next: (below: number) => number, kinds: readonly unknown[], depth = 0): object =>
  Object.fromEntries(Array.from({ length: next(6) }, () => [names[next(names.length)]!, aValue(next, kinds, depth)]));

describe('readFirstBatch', () => {
  it.each([['of the types that our documents hold', plain], ['with values that only the library reads', [...plain, ...unusual]]])('gives what the bson library gives: 300 generated batches %s', (_name, kinds) => {
    const next = numbers(20_261_123);
    for (let n = 0; n < 300; n += 1) {
      const batch = batchOf(Array.from({ length: next(8) }, () => aDocument(next, kinds)));
      expect(readFirstBatch(batch)).toEqual(asLibrary(batch));
    }
  });

  it('tells 0 from -0, whole numbers stored as doubles, and fields of equal sums apart', () => {
    const batch = batchOf([{ zero: -0, double: new BSON.Double(3), AaAa: 1, BBBB: 2, AaBB: 3, BBAa: 4 }]);
    const [row] = readFirstBatch<Record<string, number>>(batch);
    expect(Object.is(row!.zero, -0)).toBe(true);
    expect(row).toEqual({ zero: -0, double: 3, AaAa: 1, BBBB: 2, AaBB: 3, BBAa: 4 });
  });

  it('refuses bytes that end too early, whatever their length says, instead of reading on or giving less', () => {
    const outcome = (read: () => unknown): unknown => { try { return { read: read() }; } catch { return 'refused'; } };
    const whole = batchOf([{ _id: 'a', at: new Date(0), rows: ['x', { n: 1.5 }], tail: null }]);
    for (let size = 0; size < whole.length; size += 1) {
      const cut = whole.subarray(0, size);
      const posing = Buffer.concat([cut, Buffer.from([0])]);
      if (posing.length > 4) posing.writeInt32LE(posing.length);
      expect(() => readFirstBatch(cut)).toThrow();
      expect(outcome(() => readFirstBatch(posing))).toEqual(outcome(() => asLibrary(posing)));
    }
  });

  it('leaves the prototype of what it reads alone', () => {
    const batch = batchOf([JSON.parse('{"__proto__":{"isAdmin":true},"a":1}') as object]);
    const [row] = readFirstBatch<{ isAdmin?: boolean; a: number }>(batch);
    expect([row!.isAdmin, row!.a, ({} as { isAdmin?: boolean }).isAdmin]).toEqual([undefined, 1, undefined]);
  });
});

describe('runCommand', () => {
  const insert = (...documents: object[]): Promise<unknown> => mongoose.connection.db!.collection('things').insertMany(documents);

  it('reads alike in and outside a transaction', async () => {
    const documents = [{ _id: 'a' as never, at: new Date(5), tags: ['一', '二'], inner: { n: 1.5, no: null } }, { _id: 'b' as never, at: new Date(6), tags: [], inner: {} }];
    await insert(...documents);
    const find = { find: 'things', filter: {}, sort: { _id: 1 }, limit: 10 } as const;
    expect(await runCommand(find)).toEqual(documents);
    expect(await inTransaction(() => runCommand(find))).toEqual(documents);
    expect([await runCount('things', {}), await inTransaction(() => runCount('things', { _id: 'a' }))]).toEqual([2, 1]);
  });

  it('throws MongoDB\'s own error, with its code', async () => {
    await expect(runCommand({ find: 'things', filter: { $nonsense: 1 }, limit: 1 })).rejects.toMatchObject({ name: 'MongoServerError', code: 2 });
  });

  it('keeps the label of an error that a transaction is tried again for', async () => {
    await insert({ _id: 'a' as never });
    let tries = 0;
    await inTransaction(async () => {
      tries += 1;
      await runCommand({ find: 'things', filter: {}, limit: 1 });
      if (tries === 1) await mongoose.connection.db!.admin().command({ killSessions: [currentSession()!.id] });
      await runCommand({ find: 'things', filter: {}, limit: 1 });
    });
    expect(tries).toBe(2);
  });
});

describe('lists', () => {
  it('make cursors only when they are read', () => {
    let made = 0;
    const page = { nodes: [1, 2], totalCount: undefined, get edges() { made += 1; return [{ node: 1, cursor: 'a' }, { node: 2, cursor: 'b' }]; }, pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'a', endCursor: 'b' } } as Connection<number>;
    const shown = withNodes(page, ['one', 'two']);
    expect([shown.nodes, made]).toEqual([['one', 'two'], 0]);
    expect(shown.edges).toEqual([{ node: 'one', cursor: 'a' }, { node: 'two', cursor: 'b' }]);
    expect([shown.edges.length, made]).toEqual([2, 1]);
  });

  it('work a selection of nodes out once', () => {
    const selection: Selection = { nodes: { title: {} }, edges: { node: { unit: { name: {} } } } };
    expect(nodeSelection(selection)).toEqual({ title: {}, unit: { name: {} } });
    expect(nodeSelection(selection)).toBe(nodeSelection(selection));
  });
});

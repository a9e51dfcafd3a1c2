import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drillDeliveries } from '../../scripts/drill/deliveries/drill-deliveries.js';
import { judgePartner, judgeWechat, type LedgerRow, type PartnerBooks } from '../../scripts/drill/deliveries/judge.js';
import { ensureBuilt } from '../../scripts/launch/build.mjs';

// `npm run drill -- deliveries` in small. A first build counts too, and so does a lease of half a minute after each kill.
const minute = 60_000;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yici-drill-'));
  await ensureBuilt();
}, 10 * minute);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('loses nothing, keeps the order and repeats only under the same id, though a worker is killed and every receiver misbehaves', async () => {
  const { findings, kills, deliveries } = await drillDeliveries({
    folder, contents: 24, forWechat: 2, killEveryMs: 15_000, leastKills: { worker: 1 }, webs: 1, workers: 2, patienceMs: 7 * minute, say: () => undefined,
  });
  expect(findings.flatMap(({ who, promise, breaches }) => breaches.map((breach) => `${who}: ${promise}: ${breach}`))).toEqual([]);
  expect(kills.worker).toBeGreaterThan(0);
  expect(deliveries).toBeGreaterThanOrEqual(5 * 24);
}, 10 * minute);

describe('the judge', () => {
  const row = (overrides: Partial<LedgerRow> = {}): LedgerRow => ({ _id: 'd-1', contentId: 'c-1', version: 1, action: 'publish', state: 'delivered', ...overrides });
  const entry = (overrides: Partial<PartnerBooks['log'][number]> = {}): PartnerBooks['log'][number] => ({ at: '', verdict: 'taken', status: 200, webhookId: 'd-1', uri: 'https://x/c-1', version: 1, ...overrides });
  const items = [{ id: 'P-1', receivedAt: '', type: 'x', item: { uri: 'https://x/c-1', version: '1' } }];
  const truth = { contentId: 'c-1', version: 1, action: 'publish', hadEarlier: false };
  const broken = (books: Partial<PartnerBooks>): string[] => judgePartner({ log: [entry()], items, ledger: [row()], ...books }, [truth]).filter(({ breaches }) => breaches.length > 0).map(({ promise }) => promise);

  it.each<[string, Partial<PartnerBooks>, string[]]>([
    ['nothing where all is well', {}, []],
    ['what was lost', { log: [], items: [] }, ['nothing lost', 'the ledger agrees with the receiver']],
    ['what is still under way', { ledger: [row(), row({ _id: 'd-2', state: 'waiting' })] }, ['nothing lost']],
    ['an old version after a later one', { log: [entry(), entry({ verdict: 'stale' })] }, ['order per content kept']],
    ['a repeat under another id', { log: [entry(), entry({ verdict: 'repeat', webhookId: 'd-9' })] }, ['a repeat only with the same id']],
    ['what the ledger does not know', { ledger: [] }, ['the ledger agrees with the receiver']],
  ])('finds %s', (_, books, promises) => {
    expect(broken(books)).toEqual(promises);
  });

  it('finds a WeChat article that was published twice', () => {
    const published = [{ version: 1, isStanding: true }, { version: 1, isStanding: false }];
    expect(judgeWechat([{ title: '一', truth, published, ledger: [row()] }]).filter(({ breaches }) => breaches.length > 0).map(({ promise }) => promise)).toEqual(['no WeChat publish twice']);
  });
});

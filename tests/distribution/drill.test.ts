import { judgePartner, judgeWechat, type LedgerRow, type PartnerBooks } from '../../scripts/drill/deliveries/judge.js';

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

import type { LogEntry, ReceivedItem } from '../../../tests/kit/partner-receiver/index.js';

/** A row of our ledger, as far as the drill looks at it. */
export interface LedgerRow {
  readonly _id: string;
  readonly contentId: string;
  readonly version: number;
  readonly action: string;
  readonly state: string;
}

/** What one partner has and heard, by its own books, beside our rows for it. */
export interface PartnerBooks {
  readonly log: readonly LogEntry[];
  readonly items: readonly ReceivedItem[];
  readonly ledger: readonly LedgerRow[];
}

/** What was released last of a content. */
export interface Truth {
  readonly contentId: string;
  readonly version: number;
  readonly action: string;
  /** Some version before this one. */
  readonly hadEarlier: boolean;
}

/** One thing that the drill promises, with what speaks against it. */
export interface Finding {
  readonly promise: string;
  readonly checked: number;
  readonly breaches: readonly string[];
}

/** Rows that are not at an end. What was refused or given up is, once a later version went out: nobody could send it again. Pure. */
export function openRows(ledger: readonly LedgerRow[]): LedgerRow[] {
  const isOvertaken = (row: LedgerRow): boolean => ledger.some((other) => other.contentId === row.contentId && other.version > row.version && other.state === 'delivered');
  return ledger.filter((row) => !ended.has(row.state) && !(stuck.has(row.state) && isOvertaken(row)));
}

const ended = new Set(['delivered', 'cancelled', 'superseded']);
const stuck = new Set(['refused', 'dead']);

const heardVerdicts = new Set(['taken', 'repeat', 'stale']);

/** Judges a partner by its log. Pure. */
export function judgePartner({ log, items, ledger }: PartnerBooks, truths: readonly Truth[]): Finding[] {
  const heard = log.filter(({ verdict }) => heardVerdicts.has(verdict));
  const taken = log.filter(({ verdict }) => verdict === 'taken');
  const stale = log.filter(({ verdict }) => verdict === 'stale');
  const rowBy = new Map(ledger.map((row) => [row._id, row]));
  const heardIds = new Set(heard.map(({ webhookId }) => webhookId));
  const delivered = ledger.filter(({ state }) => state === 'delivered');
  const open = openRows(ledger);
  return [
    { promise: 'nothing lost', checked: truths.length, breaches: [...truths.flatMap((truth) => lost(truth, items, ledger)), ...open.map(({ _id, state }) => `${_id} is ${state} at the end`)] },
    { promise: 'order per content kept', checked: taken.length, breaches: stale.map(({ uri, version, webhookId }) => `version ${version} of ${uri} came after a later one (${webhookId})`) },
    { promise: 'a repeat only with the same id', checked: heard.length, breaches: repeatsUnderAnotherId(heard) },
    {
      promise: 'the ledger agrees with the receiver', checked: delivered.length,
      breaches: [
        ...delivered.flatMap(({ _id }) => (heardIds.has(_id) ? [] : [`${_id} is delivered in the ledger, and never came`])),
        ...taken.flatMap(({ webhookId, version }) => (rowBy.get(webhookId ?? '')?.version === version ? [] : [`${webhookId} came as version ${version}, and the ledger has no such row`])),
      ],
    },
  ];
}

function lost({ contentId, version, action, hadEarlier }: Truth, items: readonly ReceivedItem[], ledger: readonly LedgerRow[]): string[] {
  const has = items.find(({ item: { uri } }) => uri.includes(contentId))?.item;
  if (action === 'retract') return !has || has.pubStatus === 'canceled' || (!hadEarlier && !has) ? [] : [`${contentId} was taken back, and stands there as version ${has.version}`];
  if (has?.version === String(version)) return [];
  const state = ledger.find((row) => row.contentId === contentId && row.version === version)?.state ?? 'not planned';
  return [`${contentId} should stand there as version ${version} and is version ${has?.version ?? 'none'} (the ledger: ${state})`];
}

function repeatsUnderAnotherId(heard: readonly LogEntry[]): string[] {
  const ids = new Map<string, Set<string>>();
  for (const { uri, version, webhookId } of heard) {
    const what = `${uri} version ${version}`;
    ids.set(what, (ids.get(what) ?? new Set()).add(webhookId ?? ''));
  }
  return [...ids].flatMap(([what, under]) => (under.size > 1 ? [`${what} came under ${under.size} ids: ${[...under].join(', ')}`] : []));
}

/** What WeChat's own books say of one content. */
export interface WechatBooks {
  readonly title: string;
  readonly truth: Truth;
  /** Versions that were ever published, one entry for each time, with whether it still stands. */
  readonly published: readonly { readonly version: number; readonly isStanding: boolean }[];
  readonly ledger: readonly LedgerRow[];
}

/** Judges what WeChat published. Pure. */
export function judgeWechat(books: readonly WechatBooks[]): Finding[] {
  return [
    { promise: 'no WeChat publish twice', checked: books.length, breaches: books.flatMap(publishedTwice) },
    { promise: 'WeChat shows what was released last', checked: books.length, breaches: books.flatMap(({ title, truth, published }) => {
      const standing = published.filter(({ isStanding }) => isStanding).map(({ version }) => version).join();
      const wanted = truth.action === 'retract' ? '' : String(truth.version);
      return standing === wanted ? [] : [`《${title}》 stands as ${standing || 'nothing'}, instead of ${wanted || 'nothing'}`];
    }) },
    { promise: 'the ledger agrees with WeChat', checked: books.length, breaches: books.flatMap(({ title, published, ledger }) => {
      const delivered = ledger.filter(({ state, action }) => state === 'delivered' && action !== 'retract');
      return delivered.flatMap(({ version }) => (published.some((one) => one.version === version) ? [] : [`《${title}》 version ${version} is delivered in the ledger, and was never published`]));
    }) },
  ];
}

function publishedTwice({ title, published }: WechatBooks): string[] {
  const times = new Map<number, number>();
  for (const { version } of published) times.set(version, (times.get(version) ?? 0) + 1);
  return [...times].flatMap(([version, count]) => (count > 1 ? [`《${title}》 version ${version} was published ${count} times`] : []));
}

import { createRedactor } from '../../src/distribution/redact.js';
import { checkReceipt, thrownReceipt } from '../../src/distribution/check-receipt.js';
import { decideDelivery, has, nextToRelease, retractionToRepeat, type LaneRow } from '../../src/distribution/decide-delivery.js';
import { advance, deliveryMoves, deliveryStates, isOpen, nextState, type DeliveryMove, type DeliveryState } from '../../src/distribution/delivery-states.js';
import { pauseMs } from '../../src/distribution/health.js';
import { askAt, longestWish, maxAsks, maxTries, retryAt, retryWaits } from '../../src/distribution/retry-schedule.js';
import { matches, type Condition } from '../../src/distribution/rule.js';
import { resume, settle, type SettleFacts } from '../../src/distribution/settle.js';
import { absoluteHtml } from '../../src/distribution/to-publication.js';

const now = new Date('2025-03-06T08:00:00.000Z');
const later = (ms: number): Date => new Date(now.getTime() + ms);
const hour = 3_600_000;

describe('matches', () => {
  const release = { kind: 'case', unitId: 'unit-1', tags: ['便民', '数据共享'], place: '杭州市西湖区', importance: 3, text: '不动产登记 OnePass 办结' };
  const path = ['topic-root', 'topic-leaf'];
  const rows: [string, Condition[], boolean][] = [
    ['takes everything when there is no condition', [], true],
    ['takes a kind it names', [{ kinds: ['case', 'video'] }], true],
    ['leaves a kind it does not name', [{ kinds: ['video'] }], false],
    ['takes a topic above the content\'s', [{ topicIds: ['topic-root'] }], true],
    ['leaves a topic beside the content\'s', [{ topicIds: ['topic-other'] }], false],
    ['takes a unit', [{ unitIds: ['unit-1'] }], true],
    ['leaves another unit', [{ unitIds: ['unit-2'] }], false],
    ['takes one of several tags', [{ tags: ['别的', '便民'] }], true],
    ['leaves other tags', [{ tags: ['别的'] }], false],
    ['takes a part of a place', [{ places: ['西湖区'] }], true],
    ['leaves another place', [{ places: ['余杭区'] }], false],
    ['takes the least importance itself', [{ minImportance: 3 }], true],
    ['leaves what is less important', [{ minImportance: 4 }], false],
    ['takes words whatever their case', [{ texts: ['onepass'] }], true],
    ['leaves words that do not stand there', [{ texts: ['税务'] }], false],
    ['asks for all within one condition', [{ kinds: ['case'], tags: ['别的'] }], false],
    ['asks for one of several conditions', [{ kinds: ['video'] }, { tags: ['便民'] }], true],
    ['keeps out what a blocking condition selects, whatever else holds', [{ kinds: ['case'] }, { tags: ['便民'], isBlocked: true }], false],
    ['takes everything else when all conditions block', [{ tags: ['别的'], isBlocked: true }], true],
    ['reads an empty list as no condition', [{ kinds: [], tags: ['便民'] }], true],
  ];
  it.each(rows)('%s', (_, conditions, expected) => expect(matches({ conditions }, release, path)).toBe(expected));

  it('leaves content without a place when it asks for one', () => {
    expect(matches({ conditions: [{ places: ['杭州'] }] }, { ...release, place: undefined }, path)).toBe(false);
  });
});

describe('the state machine', () => {
  const allowed = new Set([
    'held release waiting', 'held refuse refused', 'held supersede superseded', 'held cancel cancelled',
    'waiting claim running', 'waiting deliver delivered', 'waiting refuse refused', 'waiting supersede superseded', 'waiting cancel cancelled', 'waiting reopen waiting',
    'running claim running', 'running retry waiting', 'running accept accepted', 'running doubt unclear', 'running deliver delivered', 'running refuse refused', 'running giveUp dead', 'running supersede superseded',
    ...['accepted', 'unclear'].flatMap((state) => [`${state} claim running`, `${state} retry waiting`, `${state} accept accepted`, `${state} doubt unclear`, `${state} deliver delivered`, `${state} refuse refused`, `${state} giveUp dead`, `${state} supersede superseded`, `${state} cancel cancelled`]),
    'delivered deliver delivered', 'delivered reopen waiting',
    'refused deliver delivered', 'refused supersede superseded', 'refused cancel cancelled', 'refused reopen waiting', 'dead deliver delivered', 'dead supersede superseded', 'dead cancel cancelled', 'dead reopen waiting',
    'cancelled deliver delivered', 'cancelled reopen waiting', 'superseded deliver delivered',
    ...['held', 'waiting', 'delivered', 'refused', 'dead', 'cancelled'].map((state) => `${state} carry accepted`),
  ]);
  const pairs = deliveryStates.flatMap((state) => deliveryMoves.map((move): [DeliveryState, DeliveryMove] => [state, move]));
  it.each(pairs)('%s, %s: goes where the table says or is refused', (state, move) => {
    const next = nextState(state, move);
    const expected = [...allowed].find((line) => line.startsWith(`${state} ${move} `));
    expect(next && `${state} ${move} ${next}`).toBe(expected);
    if (next) expect(advance(state, move)).toBe(next);
    else expect(() => advance(state, move)).toThrow(expect.objectContaining({ code: 'WRONG_DELIVERY_STATE' }));
  });

  it('opens an ended delivery only by a person, who sends it again or puts it into a bundle', () => {
    for (const state of deliveryStates.filter((each) => !isOpen(each))) {
      for (const move of deliveryMoves) {
        const next = nextState(state, move);
        if (next && isOpen(next)) expect(['reopen', 'carry']).toContain(move);
      }
    }
  });

  it('never leaves an arrived delivery for a failed one', () => {
    const targets = deliveryMoves.map((move) => nextState('delivered', move)).filter(Boolean);
    expect(new Set(targets)).toEqual(new Set(['delivered', 'waiting', 'accepted']));
  });
});

describe('the retry schedule', () => {
  it('tries ten times over 75 hours', () => {
    expect(maxTries()).toBe(10);
    expect(retryWaits.reduce((sum, wait) => sum + wait, 0) / hour).toBeCloseTo(75.58, 1);
  });

  it('spreads every wait by a fifth', () => {
    expect(retryAt(3, now, undefined, 0)).toEqual(later(24 * 60_000));
    expect(retryAt(3, now, undefined, 1)).toEqual(later(36 * 60_000));
  });

  it('never comes before the time a receiver asks for, within a day', () => {
    for (const random of [0, 0.5, 1]) expect(retryAt(1, now, later(hour), random).getTime()).toBeGreaterThanOrEqual(later(hour).getTime());
    expect(retryAt(1, now, later(400 * hour), 0)).toEqual(later(longestWish));
  });

  it('keeps the schedule when a receiver asks for less', () => {
    expect(retryAt(5, now, later(1000), 0)).toEqual(later(4 * hour));
    expect(retryAt(5, now, later(-1000), 0)).toEqual(later(4 * hour));
  });

  it('asks between a second and a day from now', () => {
    expect(askAt(0, now, later(-5))).toEqual(later(1000));
    expect(askAt(0, now, later(99 * hour))).toEqual(later(24 * hour));
    expect(askAt(0, now)).toEqual(later(10_000));
  });

  it('pauses a destination after five failures in a row, for a quarter of an hour at most', () => {
    expect([1, 4, 5, 6, 7, 20].map(pauseMs)).toEqual([0, 0, 60_000, 120_000, 240_000, 900_000]);
  });
});

describe('settle', () => {
  const fresh: SettleFacts = { task: 'deliver', tries: 0, asks: 0 };
  const repeats = { isRepeatable: true, canConfirm: false };
  const asks = { isRepeatable: false, canConfirm: true };
  const plain = { isRepeatable: false, canConfirm: false };

  it('ends what arrived', () => {
    const settled = settle(fresh, { outcome: 'delivered' }, plain, now);
    expect(settled).toMatchObject({ move: 'deliver', health: 'well' });
    expect(settled.dueAt).toBeUndefined();
  });

  it('tries again what failed, and counts it', () => {
    expect(settle(fresh, { outcome: 'failed', message: 'HTTP 500' }, plain, now, 0.5)).toMatchObject({ move: 'retry', tries: 1, task: 'deliver', dueAt: later(5000), health: 'failing' });
  });

  it('waits out an embargo however long, without counting a try or calling the destination ill', () => {
    const until = later(60 * 24 * hour);
    const row = { task: 'deliver' as const, tries: maxTries() - 1, asks: 0 };
    expect(settle(row, { outcome: 'failed', message: '禁发', retryAt: until, isWaiting: true }, { isRepeatable: true, canConfirm: true }, now)).toEqual({ move: 'retry', task: 'deliver', tries: maxTries() - 1, asks: 0, dueAt: until, message: '禁发' });
  });

  it('honours Retry-After', () => {
    expect(settle(fresh, { outcome: 'failed', message: '429', retryAt: later(hour) }, plain, now, 0).dueAt).toEqual(later(hour));
  });

  it('gives up after the tenth failure', () => {
    const settled = settle({ ...fresh, tries: 9 }, { outcome: 'failed', message: 'HTTP 500' }, repeats, now);
    expect(settled).toMatchObject({ move: 'giveUp', tries: 10 });
    expect(settled.dueAt).toBeUndefined();
  });

  it('leaves a refusal to a person', () => {
    expect(settle(fresh, { outcome: 'refused', message: '400' }, repeats, now)).toMatchObject({ move: 'refuse', health: 'well' });
  });

  it('never resends what may have arrived, unless the channel says that repeats are safe', () => {
    expect(settle(fresh, { outcome: 'unknown', message: '?' }, plain, now)).toMatchObject({ move: 'doubt', mayHaveArrived: true });
    expect(settle(fresh, { outcome: 'unknown', message: '?' }, plain, now).dueAt).toBeUndefined();
    expect(settle(fresh, { outcome: 'unknown', message: '?' }, repeats, now)).toMatchObject({ move: 'retry', tries: 1, mayHaveArrived: true });
  });

  it('asks about what may have arrived, until it has asked often enough', () => {
    const first = settle(fresh, { outcome: 'unknown', message: '?' }, asks, now);
    expect(first).toMatchObject({ move: 'doubt', task: 'confirm', asks: 1, dueAt: later(10_000) });
    const last = settle({ task: 'confirm', tries: 0, asks: maxAsks }, { outcome: 'unknown', message: '?' }, asks, now);
    expect(last.move).toBe('doubt');
    expect(last.dueAt).toBeUndefined();
  });

  it('sends again when asking shows that nothing happened', () => {
    expect(settle({ task: 'confirm', tries: 0, asks: 3 }, { outcome: 'failed', message: '没有' }, asks, now, 0.5)).toMatchObject({ move: 'retry', task: 'deliver', asks: 0, dueAt: later(5000) });
  });

  it('sends again at the time the channel names once it was asked and nothing is in doubt, however often it failed before; a try at sending keeps its waits', () => {
    const cleared = { outcome: 'failed', message: '没有', retryAt: now } as const;
    expect(settle({ task: 'confirm', tries: 3, asks: 3 }, cleared, asks, now, 0.5)).toMatchObject({ move: 'retry', tries: 4, dueAt: later(5000) });
    expect(settle({ ...fresh, tries: 3 }, cleared, asks, now, 0.5)).toMatchObject({ move: 'retry', tries: 4, dueAt: later(2 * hour) });
  });

  it('asks again about what was accepted, and hands it to a person after 72 hours', () => {
    const receipt = { outcome: 'accepted' as const, remoteId: 'r1', askAgainAt: later(60_000) };
    expect(settle(fresh, receipt, asks, now)).toMatchObject({ move: 'accept', task: 'confirm', dueAt: later(60_000), acceptedAt: now });
    const late = settle({ ...fresh, task: 'confirm', acceptedAt: later(-73 * hour) }, receipt, asks, now);
    expect(late).toMatchObject({ move: 'doubt' });
    expect(late.dueAt).toBeUndefined();
  });

  it('waits for news about what was accepted by a channel that cannot ask', () => {
    const settled = settle(fresh, { outcome: 'accepted', remoteId: 'r1', askAgainAt: later(1) }, plain, now);
    expect(settled.move).toBe('accept');
    expect(settled.dueAt).toBeUndefined();
  });

  it('goes on after a crash as the channel allows', () => {
    expect(resume(fresh, repeats)).toBe('deliver');
    expect(resume(fresh, asks)).toBe('confirm');
    expect(resume(fresh, plain)).toBe('settle');
    expect(resume({ ...fresh, task: 'confirm' }, { isRepeatable: true, canConfirm: true })).toBe('confirm');
  });

  it('does not go on for ever when every attempt kills its process', () => {
    expect(resume({ ...fresh, tries: maxTries() - 1 }, repeats)).toBe('settle');
  });
});

describe('decideDelivery', () => {
  const row = (version: number, state: DeliveryState, more: Partial<LaneRow> = {}): LaneRow => ({ _id: `d${version}`, version, action: 'publish', state, ...more });
  const confirmed = (version: number, action: LaneRow['action'] = 'publish') => ({ version, action });

  it('publishes where the rule selects it and nothing is there', () => {
    expect(decideDelivery('publish', { rows: [] }, true).row).toEqual({ action: 'publish', state: 'waiting' });
    expect(decideDelivery('publish', { rows: [] }, false).row).toBeUndefined();
  });

  it('corrects where an earlier version is, whatever the rule says now', () => {
    expect(decideDelivery('correct', { standing: confirmed(1), rows: [row(1, 'delivered')] }, false).row).toEqual({ action: 'correct', state: 'waiting' });
  });

  it('publishes a correction where no version ever arrived, and only if the rule selects it', () => {
    expect(decideDelivery('correct', { rows: [row(1, 'dead')] }, true).row).toEqual({ action: 'publish', state: 'waiting' });
    expect(decideDelivery('correct', { rows: [row(1, 'dead')] }, false).row).toBeUndefined();
  });

  it('retracts where a version is or may be, and nowhere else', () => {
    expect(decideDelivery('retract', { standing: confirmed(1), rows: [row(1, 'delivered')] }, false).row?.action).toBe('retract');
    expect(decideDelivery('retract', { rows: [row(1, 'dead')] }, true).row).toBeUndefined();
    expect(decideDelivery('retract', { rows: [row(1, 'dead', { mayHaveArrived: true })] }, false).row?.action).toBe('retract');
    expect(decideDelivery('retract', { rows: [row(1, 'waiting', { marks: { draft: 'x' } })] }, false).row?.action).toBe('retract');
    expect(decideDelivery('retract', { standing: confirmed(2, 'retract'), rows: [row(1, 'delivered', { mayHaveArrived: true }), row(2, 'delivered', { action: 'retract' })] }, true).row).toBeUndefined();
  });

  it('takes the place of what still waits', () => {
    expect(decideDelivery('correct', { rows: [row(1, 'waiting')] }, true)).toEqual({ yielding: ['d1'], yieldBy: 'supersede', row: { action: 'publish', state: 'waiting' } });
    expect(decideDelivery('retract', { rows: [row(1, 'waiting')] }, true)).toEqual({ yielding: ['d1'], yieldBy: 'cancel' });
    expect(decideDelivery('correct', { rows: [row(1, 'waiting')] }, false)).toEqual({ yielding: ['d1'], yieldBy: 'supersede' });
  });

  it.each(['running', 'accepted', 'unclear'] as const)('holds a correction while an earlier version is %s', (state) => {
    expect(decideDelivery('correct', { rows: [row(1, state)] }, true).row).toEqual({ action: 'correct', state: 'held' });
  });

  it('lets a retraction overtake what is accepted or unclear, but not what is in flight', () => {
    expect(decideDelivery('retract', { rows: [row(1, 'accepted')] }, true).row?.state).toBe('waiting');
    expect(decideDelivery('retract', { rows: [row(1, 'unclear')] }, true).row?.state).toBe('waiting');
    expect(decideDelivery('retract', { rows: [row(1, 'running')] }, true).row?.state).toBe('held');
  });

  it('publishes afresh after a retraction, and corrects when the retraction never went out', () => {
    const retracted = [row(1, 'delivered'), row(2, 'delivered', { action: 'retract' })];
    expect(decideDelivery('publish', { standing: confirmed(2, 'retract'), rows: retracted }, true).row?.action).toBe('publish');
    const pending = [row(1, 'delivered'), row(2, 'waiting', { action: 'retract' })];
    expect(decideDelivery('publish', { standing: confirmed(1), rows: pending }, false)).toEqual({ yielding: ['d2'], yieldBy: 'supersede', row: { action: 'correct', state: 'waiting' } });
  });

  it('never asks for a row where nothing is to be undone and the rule does not select it', () => {
    for (const release of ['publish', 'correct', 'retract'] as const) {
      for (const state of deliveryStates) {
        const rows = [row(1, state)];
        const decision = decideDelivery(release, { rows }, false);
        expect(Boolean(decision.row)).toBe(has({ rows }));
        expect(decision.yielding.length > 0).toBe(['held', 'waiting', 'refused', 'dead'].includes(state));
      }
    }
  });

  it('lets the next version go when all before it are settled', () => {
    expect(nextToRelease([row(1, 'running'), row(2, 'held')])).toBeUndefined();
    expect(nextToRelease([row(1, 'dead'), row(2, 'held')])).toBe('d2');
    expect(nextToRelease([row(1, 'accepted'), row(2, 'held', { action: 'retract' })])).toBe('d2');
    expect(nextToRelease([row(1, 'delivered')])).toBeUndefined();
  });

  it('says a retraction again when an earlier version turns out to have arrived after it, unless a later version followed', () => {
    const arrived = { version: 1, action: 'publish' as const };
    const retraction = row(2, 'delivered', { action: 'retract' });
    expect(retractionToRepeat([row(1, 'accepted'), retraction], arrived)).toBe(retraction);
    expect(retractionToRepeat([row(1, 'accepted'), retraction, row(3, 'held')], arrived)).toBeUndefined();
    expect(retractionToRepeat([row(1, 'accepted'), row(2, 'cancelled', { action: 'retract' })], arrived)).toBeUndefined();
  });
});

describe('what the ledger may show', () => {
  it('replaces known secrets, fields named like secrets and the queries of addresses', () => {
    const redact = createRedactor(['whsec_abcdef', 'p&ssword!', 'ab']);
    expect(redact('key whsec_abcdef ab p%26ssword!')).toBe('key ••• ab •••');
    expect(redact('{"access_token": "T0K\\"EN","expires_in":7200}')).toBe('{"access_token": "•••","expires_in":7200}');
    expect(redact('GET https://api.example.cn/x?access_token=T0KEN failed')).toBe('GET https://api.example.cn/x?… failed');
  });

  it('reads what is no receipt as unknown', () => {
    for (const wrong of [undefined, null, 'delivered', {}, { outcome: 'done' }, []]) expect(checkReceipt(wrong, String)).toMatchObject({ outcome: 'unknown' });
    expect(thrownReceipt(new Error('boom'), String)).toMatchObject({ outcome: 'unknown', message: '渠道程序出错：boom' });
  });

  it('keeps the query of the address where a content ran, which is part of it, but no known secret in it', () => {
    const redact = createRedactor(['whsec_abcdef']);
    const article = 'http://mp.weixin.qq.com/s?__biz=MzA4NzM1Mg==&mid=2247483664&idx=1&sn=5f0c#rd';
    expect(checkReceipt({ outcome: 'delivered', url: article, message: `see ${article}` }, redact)).toEqual({ outcome: 'delivered', url: article, message: 'see http://mp.weixin.qq.com/s?…' });
    expect(checkReceipt({ outcome: 'delivered', url: 'https://example.org/a?k=whsec_abcdef&access_token=t-1&p=2' }, redact)).toEqual({ outcome: 'delivered', url: 'https://example.org/a?k=•••&access_token=•••&p=2' });
    expect(checkReceipt({ outcome: 'delivered', url: `https://example.org/${'a'.repeat(2000)}` }, redact)).toEqual({ outcome: 'delivered' });
  });

  it('keeps only the fields of a receipt, only web addresses and only real dates', () => {
    expect(checkReceipt({ outcome: 'delivered', url: 'javascript:alert(1)', remoteId: 'x', more: 1 }, String)).toEqual({ outcome: 'delivered', remoteId: 'x' });
    expect(checkReceipt({ outcome: 'failed', message: 'm', retryAt: new Date(NaN) }, String)).toEqual({ outcome: 'failed', message: 'm' });
    expect(checkReceipt({ outcome: 'refused', deactivate: 'yes', message: 'x'.repeat(5000) }, String)).toEqual({ outcome: 'refused', message: 'x'.repeat(2000) });
  });

  it('makes every address of this site absolute and leaves the others', () => {
    expect(absoluteHtml('<img src="/media/a.jpg"><a href="//cdn.cn/x">x</a><a href="/c/y">y</a><a href="https://z.cn/?src=/q">z</a>', 'https://yici.test'))
      .toBe('<img src="https://yici.test/media/a.jpg"><a href="//cdn.cn/x">x</a><a href="https://yici.test/c/y">y</a><a href="https://z.cn/?src=/q">z</a>');
  });
});

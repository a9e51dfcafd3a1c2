import { currentSession, emitAll, Gathering, inTransaction, systemContext, type Services } from '../kernel/index.js';
import { applySettlement } from './apply-settlement.js';
import { attemptCollection } from './attempt.js';
import { advance } from './delivery-states.js';
import { deliveryCollection, DeliveryModel, type DeliveryRow } from './delivery.js';
import { countAttempt } from './metrics.js';
import { attemptRow, confirmedBy, rowChanges, settlementNews, type Heard } from './settlement-writes.js';
import { standingCollection, StandingModel, standingIdOf, standingReads, type StandingRow } from './standing.js';

/** What became of a delivery that this process has claimed. */
interface Ended {
  readonly row: DeliveryRow;
  readonly owner: string;
  readonly heard: Heard;
}

/** Something is in the way of writing these together. Thrown to undo the transaction; never leaves this file. */
class NotTogetherError extends Error {}

const desks = new WeakMap<Services, Gathering<Ended, boolean>>();

/**
 * Writes what became of a claimed delivery, as `applySettlement` does, together with others that end at the same time. False, and nothing
 * written, when it is another worker's by now.
 */
export function settleClaimed(services: Services, row: DeliveryRow, heard: Heard, owner: string): Promise<boolean> {
  const desk = desks.get(services) ?? new Gathering((ended: readonly Ended[]) => settleAll(services, ended), { most: 100, sideBySide: 2 });
  desks.set(services, desk);
  return desk.do({ row, owner, heard });
}

/** The plain ones in one transaction, once. The rest, and all of them when anything is in the way, each in its own: one lane in trouble stops no other. */
async function settleAll(services: Services, ended: readonly Ended[]): Promise<boolean[]> {
  const written = ended.length > 1 ? await settlePlain(services, ended) : new Set<Ended>();
  for (const { row, heard } of written) countAttempt(row, heard.attempt);
  return Promise.all(ended.map((one) => written.has(one) || applySettlement(systemContext(services, one.row._id), one.row, one.heard, { owner: one.owner, state: 'running' })));
}

async function settlePlain(services: Services, ended: readonly Ended[]): Promise<ReadonlySet<Ended>> {
  let tries = 0;
  try {
    return await inTransaction(async () => {
      tries += 1;
      if (tries > 1) throw new NotTogetherError('another transaction was faster');
      return write(services, ended);
    });
  } catch (error) {
    services.log.debug({ err: error, count: ended.length }, 'deliveries are settled one by one');
    return new Set();
  }
}

/** An ended delivery with what the transaction read of it. */
interface Found {
  readonly ended: Ended;
  readonly before: DeliveryRow;
  readonly standing: StandingRow;
}

/** Those that are still ours, with no later version behind them and nothing to be said again: for them nothing but their own rows is to be written. */
async function findPlain(ended: readonly Ended[]): Promise<Found[]> {
  const standings = await StandingModel.find({ _id: { $in: ended.map(({ row }) => standingIdOf(row)) } }).lean<StandingRow[]>();
  const rows = await DeliveryModel.find({ _id: { $in: ended.map(({ row }) => row._id) }, state: 'running' }, { payload: 0 }).lean<DeliveryRow[]>();
  const [standingBy, rowBy] = [new Map(standings.map((one) => [one._id, one])), new Map(rows.map((one) => [one._id, one]))];
  return ended.flatMap((one) => {
    const [before, standing] = [rowBy.get(one.row._id), standingBy.get(standingIdOf(one.row))];
    const isPlain = before?.owner === one.owner && !before.mustRepeat && standing !== undefined && standing.plannedVersion <= one.row.version;
    return isPlain ? [{ ended: one, before, standing }] : [];
  });
}

async function write(services: Services, ended: readonly Ended[]): Promise<ReadonlySet<Ended>> {
  const plain = await findPlain(ended);
  if (plain.length === 0) throw new NotTogetherError('none of them is plain');
  const [now, session] = [services.now(), currentSession()!];
  const settled = plain.map((one) => ({ ...one, ...one.ended, state: advance('running', one.ended.heard.settlement.move) }));
  // Read before and written now: whoever wrote a standing meanwhile makes the database refuse this transaction.
  const turns = await standingCollection().bulkWrite(settled.map(({ before, heard, standing, state }) => {
    const confirmed = state === 'delivered' && confirmedBy(before, heard.receipt, standing, now);
    return { updateOne: { filter: { _id: standing._id }, update: { $inc: { turn: 1 }, ...(confirmed ? { $set: { confirmed } } : {}) } } };
  }), { session });
  const rows = await deliveryCollection().bulkWrite(settled.map(({ row, owner, heard, state }) =>
    ({ updateOne: { filter: { _id: row._id, owner, state: 'running' }, update: rowChanges(now, state, heard.settlement, heard.receipt) } })), { session });
  if (turns.matchedCount < plain.length || rows.matchedCount < plain.length) throw new NotTogetherError('one of them was lost');
  await attemptCollection().insertMany(settled.map(({ row, heard }) => attemptRow(row, heard.attempt)), { session });
  await emitAll(systemContext(services, 'settlement'), settled.flatMap(({ before, state, heard }) => settlementNews(before, state, heard.settlement, heard.receipt)));
  for (const { standing } of settled) standingReads.drop(standing._id);
  return new Set(plain.map(({ ended: one }) => one));
}

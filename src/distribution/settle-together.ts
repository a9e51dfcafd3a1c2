import type mongoose from 'mongoose';
import { currentSession, emitAll, Gathering, inTransaction, systemContext, type Services } from '../kernel/index.js';
import { applySettlement } from './apply-settlement.js';
import { attemptCollection } from './attempt.js';
import { advance } from './delivery-states.js';
import { deliveryCollection, type DeliveryRow } from './delivery.js';
import { countAttempt } from './metrics.js';
import { attemptRow, confirmedBy, rowChanges, settlementNews, type Heard } from './settlement-writes.js';
import { standingCollection, standingIdOf, standingReads, type StandingRow } from './standing.js';

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
  const desk = desks.get(services) ?? new Gathering((ended: readonly Ended[]) => settleAll(services, ended), { most: 100, sideBySide: 1 });
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

/** An ended delivery with what the transaction read of its lane: nobody can change that, or the row, before it commits without undoing it. */
interface Found {
  readonly ended: Ended;
  readonly standing: StandingRow;
}

/** Those that are still ours, with no later version behind them and nothing to be said again: for them nothing but their own rows is to be written. */
async function findPlain(ended: readonly Ended[], session: mongoose.mongo.ClientSession): Promise<Found[]> {
  const standings = await standingCollection().find({ _id: { $in: ended.map(({ row }) => standingIdOf(row)) } }, { session }).toArray();
  const running = await deliveryCollection().find({ _id: { $in: ended.map(({ row }) => row._id) }, state: 'running', mustRepeat: { $ne: true } }, { session, projection: { owner: 1 } }).toArray();
  const standingBy = new Map(standings.map((one) => [one._id, one]));
  const ownerOf = new Map(running.map(({ _id, owner }) => [_id, owner]));
  return ended.flatMap((one) => {
    const standing = standingBy.get(standingIdOf(one.row));
    const isPlain = ownerOf.get(one.row._id) === one.owner && standing !== undefined && standing.plannedVersion <= one.row.version;
    return isPlain ? [{ ended: one, standing }] : [];
  });
}

async function write(services: Services, ended: readonly Ended[]): Promise<ReadonlySet<Ended>> {
  const [now, session] = [services.now(), currentSession()!];
  const plain = await findPlain(ended, session);
  if (plain.length === 0) throw new NotTogetherError('none of them is plain');
  const settled = plain.map((one) => ({ ...one, ...one.ended, state: advance('running', one.ended.heard.settlement.move) }));
  // Read before and written now: whoever wrote a standing meanwhile makes the database refuse this transaction.
  const turns = await standingCollection().bulkWrite(settled.map(({ row, heard, standing, state }) => {
    const confirmed = state === 'delivered' && confirmedBy(row, heard.receipt, standing, now);
    return { updateOne: { filter: { _id: standing._id }, update: { $inc: { turn: 1 }, ...(confirmed ? { $set: { confirmed } } : {}) } } };
  }), { session });
  const rows = await deliveryCollection().bulkWrite(settled.map(({ row, heard, state }) =>
    ({ updateOne: { filter: { _id: row._id }, update: rowChanges(now, state, heard.settlement, heard.receipt) } })), { session });
  if (turns.matchedCount < plain.length || rows.matchedCount < plain.length) throw new NotTogetherError('one of them was lost');
  await attemptCollection().insertMany(settled.map(({ row, heard }) => attemptRow(row, heard.attempt)), { session });
  await emitAll(systemContext(services, 'settlement'), settled.flatMap(({ row, state, heard }) => settlementNews(row, state, heard.settlement, heard.receipt)));
  for (const { standing } of settled) standingReads.drop(standing._id);
  return new Set(plain.map(({ ended: one }) => one));
}

import type { Services } from '../../kernel/index.js';
import type { Destination, Host, MassReceipt, MassSend, MassSending, Standing } from '../channel.js';
import { thrownReceipt } from '../check-receipt.js';
import { findChannel } from '../channels.js';
import { destinationCache } from '../destination.js';
import { SecretsUnreadableError } from '../errors.js';
import { openWithHost } from '../open-destination.js';
import { StandingModel, standingIdOf, type StandingRow } from '../standing.js';
import { checkMassReceipt } from './check-mass-receipt.js';
import { MassSendModel, type MassSendRow } from './mass-send.js';

/** An outlet opened for one piece of work on a mass send. */
export interface Sender {
  readonly channel: MassSending;
  readonly send: MassSend;
  readonly host: Host;
  /** An answer as it may be kept; a throw is an answer nobody knows. */
  ask(question: () => Promise<MassReceipt>): Promise<MassReceipt>;
}

/** Opens the outlet of a mass send that `owner` has claimed. A sentence for the operator when that cannot be done. */
export async function openSender(services: Services, row: MassSendRow, owner: string, signal: AbortSignal): Promise<Sender | string> {
  const channel = findChannel(row.channelId)?.massSend;
  const stored = await destinationCache.get(row.destinationId);
  if (!channel || !stored) return `渠道「${row.channelId}」未安装或不支持群发，请管理员处理`;
  try {
    const { destination, redact, host } = openWithHost(services, stored, signal, (key, value) => markAs(row._id, owner, key, value));
    return { channel, send: await toMassSend(row, destination), host, ask: (question) => askSafely(question, redact) };
  } catch (error) {
    if (!(error instanceof SecretsUnreadableError)) throw error;
    return error.sentence('zh');
  }
}

/** A stored mass send as plugins get it. */
export async function toMassSend(row: MassSendRow, destination: Destination): Promise<MassSend> {
  const { _id: id, key, audience, publication, payload, last, marks } = row;
  const standing = await findConfirmed(row);
  return { id, key, audience, publication, payload, destination, marks: marks ?? {}, ...(last ? { last } : {}), ...(standing ? { standing } : {}) };
}

/** How the same content stands there by ordinary delivery. */
async function findConfirmed(row: Pick<MassSendRow, 'destinationId' | 'contentId'>): Promise<Standing | undefined> {
  const standing = await StandingModel.findById(standingIdOf(row)).lean<StandingRow>();
  if (!standing?.confirmed || standing.confirmed.action === 'retract') return undefined;
  const { version, remoteId, url, marks } = standing.confirmed;
  return { version, marks: marks ?? {}, ...(remoteId ? { remoteId } : {}), ...(url ? { url } : {}) };
}

async function askSafely(question: () => Promise<MassReceipt>, redact: (text: string) => string): Promise<MassReceipt> {
  try {
    return checkMassReceipt(await question(), redact);
  } catch (error) {
    return thrownReceipt(error, redact);
  }
}

/** Rejects when another worker has it by now, so that a channel that marks before an irrevocable step does not take it. */
async function markAs(id: string, owner: string, key: string, value: string): Promise<void> {
  if (!/^[\w-]{1,60}$/.test(key)) throw new Error(`"${key}" cannot be the name of a mark`);
  const kept = await MassSendModel.updateOne({ _id: id, owner }, { $set: { [`marks.${key}`]: value } });
  if (kept.matchedCount === 0) throw new Error('the lease was lost');
}

import { record } from '../../accounts/index.js';
import { assertId, emit, inTransaction, InvalidInputError, isDuplicateKey, newId, NotFoundError, type Context } from '../../kernel/index.js';
import { applySettlement } from '../apply-settlement.js';
import type { Receipt } from '../channel.js';
import { channelFacts, findChannel } from '../channels.js';
import type { DeliveryState } from '../delivery-states.js';
import { DeliveryModel, type DeliveryRow } from '../delivery.js';
import { settle } from '../settle.js';
import { findOwnDelivery } from '../steer-delivery.js';
import { ReceiptModel, type PartnerReceipt, type ReceiptOutcome } from './partner-receipt.js';
import { ReceiptReported } from './portal-events.js';

/** What a partner says of a delivery. */
export interface ReceiptReport {
  readonly deliveryId?: string | null;
  readonly contentId?: string | null;
  readonly version?: number | null;
  readonly outcome: ReceiptOutcome;
  readonly url?: string | null;
  readonly position?: string | null;
  readonly message?: string | null;
  readonly ranAt?: Date | null;
}

/**
 * Keeps what a partner did with a delivery, and announces it. What had no confirmation yet has one now, and where it ran is noted on the
 * delivery. The same report again changes nothing. Throws InvalidInputError, and NotFoundError alike for what is absent and what is another's.
 */
export async function reportReceipt(ctx: Context, report: ReceiptReport): Promise<PartnerReceipt> {
  const said = readReport(ctx, report);
  const row = await findReported(ctx, report);
  try {
    return await inTransaction(() => keep(ctx, row, said));
  } catch (error) {
    // The same report came twice at once, and the other was first.
    if (isDuplicateKey(error)) return (await findKept(row, said))!;
    throw error;
  }
}

type Said = Pick<PartnerReceipt, 'outcome' | 'url' | 'position' | 'message' | 'ranAt'>;

function readReport(ctx: Context, { outcome, url, position, message, ranAt }: ReceiptReport): Said {
  if (url && (url.length > 2000 || !/^https?:\/\//.test(url) || !URL.canParse(url))) throw new InvalidInputError({ field: 'url', reason: '应为 http 或 https 地址，最多 2000 个字符 (an http or https address of at most 2,000 characters)' });
  if (ranAt && ranAt.getTime() > ctx.now().getTime() + 5 * 60_000) throw new InvalidInputError({ field: 'ranAt', reason: '不能晚于现在 (must not be in the future)' });
  const when = outcome === 'ran' ? ranAt ?? ctx.now() : undefined;
  const [place, words] = [text('position', position, 100), text('message', message, 1000)];
  return { outcome, url: url || null, ...(place ? { position: place } : {}), ...(words ? { message: words } : {}), ...(when ? { ranAt: when } : {}) };
}

function text(field: string, value: string | null | undefined, max: number): string | undefined {
  const trimmed = value?.trim();
  if (trimmed && trimmed.length > max) throw new InvalidInputError({ field, reason: `最多 ${max} 个字 (at most ${max} characters)` });
  return trimmed;
}

async function findReported(ctx: Context, { deliveryId, contentId, version }: ReceiptReport): Promise<DeliveryRow> {
  if (deliveryId) return findOwnDelivery(ctx, deliveryId);
  const { destinationId } = ctx.actor;
  if (!contentId || version == null || !destinationId) throw new InvalidInputError({ field: 'deliveryId', reason: '请给出 deliveryId，或 contentId 与 version（限合作媒体自己的密钥） (give deliveryId, or, with a partner\'s key, contentId and version)' });
  assertId(contentId);
  const row = await DeliveryModel.findOne({ destinationId, contentId, version }).sort({ plannedAt: -1, _id: -1 }).lean<DeliveryRow>();
  if (!row) throw new NotFoundError({ id: contentId });
  return row;
}

const findKept = ({ _id: deliveryId }: DeliveryRow, { outcome, url }: Said): Promise<PartnerReceipt | null> =>
  ReceiptModel.findOne({ deliveryId, outcome, url: url ?? null }).lean<PartnerReceipt>().exec();

async function keep(ctx: Context, { _id: deliveryId }: DeliveryRow, said: Said): Promise<PartnerReceipt> {
  const row = await findOwnDelivery(ctx, deliveryId);
  const known = await findKept(row, said);
  if (known) return known;
  const { destinationId, contentId, version } = row;
  const receipt: PartnerReceipt = { _id: newId('receipt'), deliveryId, destinationId, contentId, version, ...said, reportedAt: ctx.now(), reportedBy: ctx.actor.id };
  await ReceiptModel.create([receipt]);
  await confirm(ctx, row, said);
  const { outcome, url, position, ranAt } = said;
  await emit(ctx, ReceiptReported, { receiptId: receipt._id, deliveryId, destinationId, contentId, version, outcome, ...(url ? { url } : {}), ...(position ? { position } : {}), ...(ranAt ? { ranAt: ranAt.toISOString() } : {}) });
  await record(ctx, { action: 'delivery.confirm', subjectType: 'Delivery', subjectId: deliveryId, summary: { contentId, version, destinationId, outcome, ...(url ? { url } : {}) } });
  return receipt;
}

/** States of a delivery that went out, whose arrival nobody has confirmed. */
const unconfirmed: readonly DeliveryState[] = ['waiting', 'accepted', 'unclear', 'refused', 'dead'];

/** Whoever speaks of an item has it; and where it ran is part of the ledger. */
async function confirm(ctx: Context, row: DeliveryRow, { url, message, outcome }: Said): Promise<void> {
  const tellsPlace = row.state === 'delivered' && outcome === 'ran' && url && url !== row.url;
  if (!tellsPlace && !(unconfirmed.includes(row.state) && row.attempts > 0)) return;
  const receipt: Receipt & { outcome: 'delivered' } = { outcome: 'delivered', message: message ?? '', ...(url && outcome === 'ran' ? { url } : {}) };
  const settlement = settle(row, receipt, channelFacts(findChannel(row.channelId)), ctx.now());
  const attempt = { kind: 'report' as const, outcome: 'delivered' as const, message: receipt.message ?? '', startedAt: ctx.now(), milliseconds: 0, trigger: 'manual' as const, who: ctx.actor.id, exchanges: [] };
  await applySettlement(ctx, row, { receipt, settlement, attempt }, { state: row.state });
}

import mongoose, { Schema } from 'mongoose';
import { defineJob, Gathering, newId, systemContext, type Services } from '../kernel/index.js';
import { applySettlement } from './apply-settlement.js';
import type { Receipt } from './channel.js';
import { channelFacts, findChannel } from './channels.js';
import { checkReceipt } from './check-receipt.js';
import { nextState } from './delivery-states.js';
import { DeliveryModel, type DeliveryRow } from './delivery.js';
import { settle } from './settle.js';

/** News from outside about a delivery, kept until it could be used: it may come before we know the remote id. */
interface ReportRow {
  _id: string;
  destinationId: string;
  remoteId: string;
  receipt: Receipt;
  heardAt: Date;
}

const reportSchema = new Schema<ReportRow>({
  _id: { type: String, required: true },
  destinationId: { type: String, required: true },
  remoteId: { type: String, required: true },
  receipt: { type: Schema.Types.Mixed, required: true },
  heardAt: { type: Date, required: true },
}, { collection: 'reports', versionKey: false });
reportSchema.index({ destinationId: 1, remoteId: 1 });
reportSchema.index({ heardAt: 1 }, { expireAfterSeconds: 30 * 24 * 3600 });

const ReportModel = mongoose.model<ReportRow>('Report', reportSchema);

type Report = Pick<ReportRow, 'destinationId' | 'remoteId' | 'receipt'>;

/**
 * Takes news from outside. It is kept first and applied then, while a worker writes the remote id first and looks for news then:
 * whichever comes second sees the other.
 */
export async function reportOutside(services: Services, { destinationId, remoteId, receipt }: Report): Promise<void> {
  const report: ReportRow = { _id: newId('report'), destinationId, remoteId, receipt: checkReceipt(receipt, (text) => text), heardAt: services.now() };
  await ReportModel.create([report]);
  await applyReports(services, { destinationId, remoteId });
}

/** Whether anything is kept about each of these, by one command; mostly nothing is. */
const reported = new Gathering<Pick<Report, 'destinationId' | 'remoteId'>, boolean>(async (asked) => {
  const [destinationIds, remoteIds] = [asked.map(({ destinationId }) => destinationId), asked.map(({ remoteId }) => remoteId)];
  const found = await ReportModel.find({ destinationId: { $in: destinationIds }, remoteId: { $in: remoteIds } }, { destinationId: 1, remoteId: 1 }).lean<ReportRow[]>();
  return asked.map((one) => found.some(({ destinationId, remoteId }) => destinationId === one.destinationId && remoteId === one.remoteId));
}, { most: 100, sideBySide: 2 });

/** Applies what was heard about this remote id before it was known, if anything was. */
export async function applyEarlyReports(services: Services, about: Pick<Report, 'destinationId' | 'remoteId'>): Promise<void> {
  if (await reported.do(about)) await applyReports(services, about);
}

/** Applies what was heard about this remote id, oldest first. What its delivery is not ready for stays kept. */
async function applyReports(services: Services, about: Pick<Report, 'destinationId' | 'remoteId'>): Promise<void> {
  const reports = await ReportModel.find(about).sort({ _id: 1 }).lean<ReportRow[]>();
  for (const report of reports) {
    if (await applyReport(services, report)) await ReportModel.deleteOne({ _id: report._id });
  }
}

/** True when the report is used up: applied, or saying nothing new. */
async function applyReport(services: Services, { destinationId, remoteId, receipt, heardAt }: ReportRow): Promise<boolean> {
  const row = await DeliveryModel.findOne({ destinationId, remoteId }).sort({ version: -1 }).lean<DeliveryRow>();
  if (!row || row.state === 'running') return false;
  const settlement = settle(row, receipt, channelFacts(findChannel(row.channelId)), services.now());
  const next = nextState(row.state, settlement.move);
  if (!next || next === 'unclear' || (row.state === 'delivered' && !tellsNewUrl(row, receipt))) return true;
  const attempt = { kind: 'report' as const, outcome: receipt.outcome, message: receipt.message ?? '', startedAt: heardAt, milliseconds: 0, trigger: 'scheduled' as const, exchanges: [] };
  return applySettlement(systemContext(services, row._id), row, { receipt, settlement, attempt }, { state: row.state });
}

const tellsNewUrl = (row: DeliveryRow, receipt: Receipt): boolean => receipt.outcome === 'delivered' && receipt.url !== undefined && receipt.url !== row.url;

/** Looks again at what could not be applied when it came: a crash between two writes leaves nothing behind for good. */
defineJob({
  name: 'distribution.applyReports',
  cron: '*/5 * * * *',
  async run(ctx) {
    const kept = await ReportModel.find({ heardAt: { $gt: new Date(ctx.now().getTime() - 7 * 24 * 3_600_000) } }, { destinationId: 1, remoteId: 1 }).sort({ heardAt: 1 }).limit(1000).lean<ReportRow[]>();
    for (const { destinationId, remoteId } of kept) await applyReports(ctx, { destinationId, remoteId });
  },
});

import mongoose, { Schema } from 'mongoose';
import { newId, type Services } from '../../kernel/index.js';
import type { MassReceipt } from '../channel.js';

/** News from outside about a mass send, kept until it could be used: it may come before we know the remote id. */
interface MassNewsRow {
  _id: string;
  destinationId: string;
  remoteId: string;
  receipt: MassReceipt;
  heardAt: Date;
}

const newsSchema = new Schema<MassNewsRow>({
  _id: { type: String, required: true },
  destinationId: { type: String, required: true },
  remoteId: { type: String, required: true },
  receipt: { type: Schema.Types.Mixed, required: true },
  heardAt: { type: Date, required: true },
}, { collection: 'massNews', versionKey: false });
newsSchema.index({ destinationId: 1, heardAt: 1 });
newsSchema.index({ heardAt: 1 }, { expireAfterSeconds: 30 * 24 * 3600 });

const MassNewsModel = mongoose.model<MassNewsRow>('MassNews', newsSchema);

export interface News {
  readonly receipt: MassReceipt;
  drop(): Promise<void>;
}

/** Keeps news durably, before anything is made of it. */
export async function keepNews({ now }: Pick<Services, 'now'>, destinationId: string, remoteId: string, receipt: MassReceipt): Promise<void> {
  await MassNewsModel.create([{ _id: newId('massNews'), destinationId, remoteId, receipt, heardAt: now() }]);
}

/** What was heard about this remote id, oldest first. */
export async function takeNews(destinationId: string, remoteId: string): Promise<News[]> {
  const rows = await MassNewsModel.find({ destinationId, remoteId }).sort({ _id: 1 }).lean<MassNewsRow[]>();
  return rows.map(({ _id, receipt }) => ({ receipt, drop: async () => { await MassNewsModel.deleteOne({ _id }); } }));
}

/** Whether since then a mass send that is none of ours by name was heard to have failed: it may be ours, and asking again would then send what was refused. */
export const hasStrayFailure = async (destinationId: string, since: Date): Promise<boolean> =>
  (await MassNewsModel.exists({ destinationId, heardAt: { $gte: since }, 'receipt.outcome': { $ne: 'delivered' } })) !== null;

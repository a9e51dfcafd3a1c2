import mongoose, { Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, graphqlEnum } from '../../kernel/index.js';

/** What a partner did with what it received. */
const receiptOutcomes = ['accepted', 'declined', 'ran'] as const;
export type ReceiptOutcome = (typeof receiptOutcomes)[number];
export const ReceiptOutcomeEnum = graphqlEnum<ReceiptOutcome>('PartnerReceiptOutcome', 'What a partner did with what it received.', {
  accepted: '采用: they will run it.', declined: '不采用: they will not run it.', ran: '已刊播: it ran.',
});

@ObjectType('PartnerReceipt', { description: '回执: what a partner reported about a delivery. Kept for ever.', simpleResolvers: true })
export class PartnerReceipt {
  @Field(() => ID, { name: 'id', simple: false, description: 'The identifier.' })
  _id!: string;

  @Field(() => ID, { description: 'The delivery.' })
  deliveryId!: string;

  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => Int, { description: 'The version they speak of.' })
  version!: number;

  @Field(() => ReceiptOutcomeEnum, { description: 'What they did with it.' })
  outcome!: ReceiptOutcome;

  @Field(() => String, { nullable: true, description: 'Where it ran.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'Where on the page or in the programme: 头版, 首页头条.' })
  position?: string;

  @Field(() => String, { nullable: true, description: 'Their words.' })
  message?: string;

  @Field(() => DateTime, { nullable: true, description: 'When it ran.' })
  ranAt?: Date;

  @Field(() => DateTime, { description: 'When they reported it.' })
  reportedAt!: Date;

  destinationId!: string;
  reportedBy!: string;
}

const receiptSchema = new Schema<PartnerReceipt>({
  _id: { type: String, required: true },
  deliveryId: { type: String, required: true },
  destinationId: { type: String, required: true },
  contentId: { type: String, required: true },
  version: { type: Number, required: true },
  outcome: { type: String, required: true, enum: receiptOutcomes },
  url: { type: String, default: null },
  position: String,
  message: String,
  ranAt: Date,
  reportedAt: { type: Date, required: true },
  reportedBy: { type: String, required: true },
}, { collection: 'receipts', versionKey: false });
/** A report that comes twice is one: partners may repeat what they are not sure we heard. */
receiptSchema.index({ deliveryId: 1, outcome: 1, url: 1 }, { unique: true });

export const ReceiptModel = mongoose.model<PartnerReceipt>('PartnerReceipt', receiptSchema);

/** What partners reported of each of these deliveries, oldest first. One find. */
export async function receiptsOf(deliveryIds: readonly string[]): Promise<PartnerReceipt[][]> {
  const receipts = await ReceiptModel.find({ deliveryId: { $in: deliveryIds } }).sort({ _id: 1 }).lean<PartnerReceipt[]>();
  return deliveryIds.map((id) => receipts.filter(({ deliveryId }) => deliveryId === id));
}

import mongoose, { Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Node, nounOfId } from '../../kernel/index.js';

@ObjectType('BundlePart', { description: 'One content of a bundle.', simpleResolvers: true })
export class BundlePart {
  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => Int, { description: 'Its version.' })
  version!: number;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => ID, { description: 'Its own row in the ledger, settled by what becomes of the bundle.' })
  deliveryId!: string;
}

/** Several contents that go to one destination as one, in this order. Its own row in the ledger has the bundle's id as content. */
@ObjectType('DeliveryBundle', { implements: Node, description: '多图文: several contents as one delivery, in the order an operator gave them. Kept for ever.', simpleResolvers: true })
export class BundleRow extends Node {
  @Field(() => ID, { description: 'Where it goes.' })
  destinationId!: string;

  @Field(() => ID, { description: 'The row that carries it: its attempts, what the outlet answered.' })
  deliveryId!: string;

  @Field(() => [BundlePart], { description: 'The contents, in their order.' })
  parts!: BundlePart[];

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => String, { description: 'Who made it.' })
  createdByName!: string;
}

const bundleSchema = new Schema<BundleRow>({
  _id: { type: String, required: true },
  destinationId: { type: String, required: true },
  deliveryId: { type: String, required: true },
  parts: { type: [{ contentId: String, version: Number, title: String, deliveryId: String }], _id: false, required: true },
  createdAt: { type: Date, required: true },
  createdByName: { type: String, required: true },
}, { collection: 'bundles', versionKey: false, minimize: false });
bundleSchema.index({ destinationId: 1, createdAt: -1 });
bundleSchema.index({ 'parts.contentId': 1 });

export const BundleModel = mongoose.model<BundleRow>('Bundle', bundleSchema);

/** Whether a ledger row is a bundle's own. */
export const isBundle = ({ contentId }: { readonly contentId: string }): boolean => nounOfId(contentId) === 'bundle';

import mongoose, { Schema } from 'mongoose';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../kernel/index.js';

const sharings = ['nobody', 'unit', 'all'] as const;
export type Sharing = (typeof sharings)[number];

export const SharingEnum = graphqlEnum<Sharing>('SavedViewSharing', 'Who sees a saved view beside the one who saved it.', {
  nobody: 'Nobody else.',
  unit: 'Everybody of the same unit.',
  all: 'Everybody. Needs the permission view.shareWithAll.',
});

/** 视图: a list's filters under a name. It widens nobody's rights: whoever opens it sees what they may see. */
export interface StoredView {
  _id: string;
  name: string;
  /** As it stands in the page's address. */
  query: string;
  sharing: Sharing;
  ownerId: string;
  ownerName: string;
  /** The owner's unit when it was saved. */
  unitId?: string | undefined;
  updatedAt: Date;
}

const viewSchema = new Schema<StoredView>({
  _id: { type: String, required: true }, name: { type: String, required: true }, query: { type: String, default: '' }, sharing: { type: String, required: true, enum: sharings },
  ownerId: { type: String, required: true }, ownerName: { type: String, default: '' }, unitId: String, updatedAt: { type: Date, required: true },
}, { collection: 'savedViews', versionKey: false });
viewSchema.index({ ownerId: 1, name: 1 }, { unique: true });
viewSchema.index({ sharing: 1, unitId: 1 });

export const ViewModel = mongoose.model<StoredView>('SavedView', viewSchema);

@ObjectType({ description: '视图: the filters of the list of contents under a name.', simpleResolvers: true })
export class SavedView {
  @Field(() => ID, { name: 'id', description: 'The identifier.', simple: false })
  _id!: string;

  @Field(() => String, { description: 'Its name; one person has a name once.' })
  name!: string;

  @Field(() => String, { description: 'The filters, as they stand in the address of the list.' })
  query!: string;

  @Field(() => SharingEnum, { description: 'Who else sees it.' })
  sharing!: Sharing;

  @Field(() => String, { description: 'Who saved it.' })
  ownerName!: string;

  @Field(() => Boolean, { description: 'Whether it is one\'s own.' })
  isOwn!: boolean;

  @Field(() => Boolean, { description: 'Whether one may take it away: one\'s own, and what is shared with all for who may share so.' })
  isRemovable!: boolean;
}

@InputType({ description: 'A view to save: in place of one\'s own of that name, if there is one.' })
export class SaveViewInput {
  @Field(() => String, { description: 'Its name, 1 to 40 characters.' })
  name!: string;

  @Field(() => String, { description: 'The filters, as they stand in the address of the list; at most 2000 characters.' })
  query!: string;

  @Field(() => SharingEnum, { nullable: true, defaultValue: 'nobody', description: 'Who else sees it.' })
  sharing?: Sharing | null;
}

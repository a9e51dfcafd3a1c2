import mongoose, { Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType, EntityCache, graphqlEnum, newId } from '../kernel/index.js';

/** What kinds of unit report: city bureaus, districts and counties, development zones. */
export const unitKinds = ['bureau', 'district', 'zone'] as const;
export type UnitKind = (typeof unitKinds)[number];

export const UnitKindEnum = graphqlEnum<UnitKind>('UnitKind', 'What kind of unit it is.', {
  bureau: '委办局: a department of the city.',
  district: '区县市: a district, a county or a county-level city.',
  zone: '开发区: a development zone.',
});

@ObjectType({ description: 'An organisation that people belong to and content comes from.', simpleResolvers: true })
export class Unit {
  @Field(() => ID, { name: 'id', simple: false, description: 'Its id, `unit_…`.' })
  _id!: string;

  @Field(() => String, { description: 'Its full name, such as 杭州市住房保障和房产管理局.' })
  name!: string;

  @Field(() => String, { description: 'Its name in lists and tables, such as 市住保房管局.' })
  shortName!: string;

  @Field(() => UnitKindEnum, { description: 'What kind of unit it is.' })
  kind!: UnitKind;

  @Field(() => Boolean, { description: 'Whether people and content may be given to it. A unit is never deleted.' })
  isActive!: boolean;

  @Field(() => Int, { description: 'Where it stands in lists: smaller numbers first.' })
  order!: number;
}

export const UnitConnection = connectionType('Unit', () => Unit);

const unitSchema = new Schema<Unit>({
  _id: { type: String, default: () => newId('unit') },
  name: { type: String, required: true },
  shortName: { type: String, required: true },
  kind: { type: String, required: true, enum: unitKinds },
  isActive: { type: Boolean, required: true, default: true },
  order: { type: Number, required: true, default: 0 },
}, { collection: 'units', versionKey: false });
unitSchema.index({ name: 1 }, { unique: true });
unitSchema.index({ order: 1, _id: 1 });
unitSchema.index({ kind: 1, order: 1, _id: 1 });

export const UnitModel = mongoose.model<Unit>('Unit', unitSchema);

/** What lists show of a unit; enough to answer the GraphQL type `Unit`. */
export type UnitCard = Readonly<Unit>;

/** The units, in memory. */
export const unitCache = new EntityCache<UnitCard>('units', ['name', 'shortName', 'kind', 'isActive', 'order']);

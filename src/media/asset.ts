import mongoose, { Schema } from 'mongoose';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime, EntityCache, graphqlEnum, Node } from '../kernel/index.js';
import { extensionOf } from './file-type.js';
import { RenditionPresetEnum, renditionPresets, type RenditionPreset } from './presets.js';

export const assetKinds = ['image', 'video', 'file'] as const;
export type AssetKind = (typeof assetKinds)[number];

export const AssetKindEnum = graphqlEnum<AssetKind>('AssetKind', 'What a file is, judged by its bytes.', { image: 'A picture.', video: 'A film.', file: 'An attachment.' });

@ObjectType({ description: 'The point of a picture that no crop may lose.', simpleResolvers: true })
export class FocalPoint {
  @Field(() => Float, { description: 'From the left edge (0) to the right edge (1).' })
  x!: number;

  @Field(() => Float, { description: 'From the upper edge (0) to the lower edge (1).' })
  y!: number;
}

@ObjectType({ description: 'The part of a picture that an editor chose for a preset, in fractions of its sides.', simpleResolvers: true })
export class Crop {
  @Field(() => RenditionPresetEnum, { description: 'The preset it is for.' })
  preset!: RenditionPreset;

  @Field(() => Float, { description: 'Its left edge, from 0 to 1.' })
  left!: number;

  @Field(() => Float, { description: 'Its upper edge, from 0 to 1.' })
  top!: number;

  @Field(() => Float, { description: 'Its width, above 0 and up to 1.' })
  width!: number;

  @Field(() => Float, { description: 'Its height, above 0 and up to 1.' })
  height!: number;
}

@ObjectType({ implements: Node, description: '素材: a picture, film or file, kept once however often it is used.', simpleResolvers: true })
export class Asset extends Node {
  @Field(() => AssetKindEnum, { description: 'What it is, judged by its bytes.' })
  kind!: AssetKind;

  @Field(() => String, { description: 'The name it was uploaded under.' })
  filename!: string;

  @Field(() => String, { description: 'Its media type, judged by its bytes.' })
  contentType!: string;

  @Field(() => Float, { description: 'Its size in bytes.' })
  bytes!: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, hexadecimal.' })
  sha256!: string;

  @Field(() => Int, { nullable: true, description: 'Width in pixels as seen (orientation applied).' })
  width?: number;

  @Field(() => Int, { nullable: true, description: 'Height in pixels as seen (orientation applied).' })
  height?: number;

  @Field(() => String, { description: 'What a reader who cannot see it is told.' })
  alt!: string;

  @Field(() => String, { nullable: true, description: 'Whose work it is, as shown beside it.' })
  credit?: string;

  @Field(() => String, { nullable: true, description: 'Who made it.' })
  author?: string;

  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  source?: string;

  @Field(() => String, { nullable: true, description: 'By what right it may be used.' })
  license?: string;

  @Field(() => DateTime, { nullable: true, description: 'When the right to use it ends; absent when it does not.' })
  rightsExpireAt?: Date;

  @Field(() => String, { nullable: true, description: 'A blurred miniature of a picture as a data address, to show until it is there.' })
  placeholder?: string;

  @Field(() => String, { nullable: true, description: 'The colour most seen in a picture, as #rrggbb.' })
  dominantColor?: string;

  @Field(() => FocalPoint, { nullable: true, description: 'The point of a picture that no crop may lose; the middle when absent.' })
  focus?: FocalPoint;

  @Field(() => [Crop], { nullable: true, description: 'The parts of a picture that editors chose for presets.' })
  crops?: Crop[];

  @Field(() => DateTime, { description: 'When it was uploaded.' })
  createdAt!: Date;

  createdBy!: string;
  unitId?: string;
}

/** An asset as it is stored: with what finds it and what its alarms have said. */
export interface StoredAsset extends Asset {
  /** SHA-256 of the file as it came, before camera data were taken out; equal uploads are known by it. */
  uploadedSha256?: string;
  /** What it is found by: words of its name and texts. */
  words?: string[];
  /** The smallest number of days that an alarm about its rights has told. */
  alarmedAtDays?: number;
  /** How often something began to use it: a write that a deletion at the same time cannot overlook. */
  timesTaken?: number;
}

const assetSchema = new Schema<StoredAsset>({
  _id: { type: String, required: true },
  kind: { type: String, required: true, enum: assetKinds },
  filename: { type: String, required: true },
  contentType: { type: String, required: true },
  bytes: { type: Number, required: true },
  sha256: { type: String, required: true },
  uploadedSha256: String,
  width: Number,
  height: Number,
  alt: { type: String, default: '' },
  credit: String,
  author: String,
  source: String,
  license: String,
  rightsExpireAt: Date,
  alarmedAtDays: Number,
  timesTaken: Number,
  placeholder: String,
  dominantColor: String,
  focus: { type: new Schema({ x: Number, y: Number }, { _id: false }), default: undefined },
  crops: { type: [new Schema({ preset: { type: String, enum: renditionPresets }, left: Number, top: Number, width: Number, height: Number }, { _id: false })], default: undefined },
  words: { type: [String], default: undefined },
  createdAt: { type: Date, required: true },
  createdBy: { type: String, required: true },
  unitId: String,
}, { collection: 'assets', versionKey: false });
assetSchema.index({ sha256: 1, unitId: 1 }, { unique: true });
assetSchema.index({ uploadedSha256: 1, unitId: 1 }, { sparse: true });
assetSchema.index({ createdAt: -1, _id: -1 });
assetSchema.index({ unitId: 1, createdAt: -1, _id: -1 });
assetSchema.index({ words: 1, createdAt: -1, _id: -1 });
assetSchema.index({ rightsExpireAt: 1 }, { sparse: true });

export const AssetModel = mongoose.model<StoredAsset>('Asset', assetSchema);

/** The path of an asset's bytes below the public address. The hash makes it immutable. */
export const assetUrl = (asset: Pick<Asset, '_id' | 'sha256' | 'contentType'>): string => `/media/${asset._id}/${asset.sha256.slice(0, 12)}.${extensionOf(asset.contentType)}`;

/** What lists show of an asset: everything but what only finds it. */
export const cardFields = [
  'kind', 'filename', 'contentType', 'bytes', 'sha256', 'width', 'height', 'alt', 'credit', 'author', 'source', 'license', 'rightsExpireAt',
  'placeholder', 'dominantColor', 'focus', 'crops', 'createdAt', 'createdBy', 'unitId',
] as const satisfies readonly (keyof Asset)[];

/** Every asset as lists show it, from memory. */
export const assetCache = new EntityCache<Asset>('assets', cardFields);

/** These assets in the order asked; undefined where there is none. */
export const findAssets = (ids: readonly string[]): Promise<(Asset | undefined)[]> => assetCache.load(ids);

/** A plain document as the class GraphQL shows. */
export const asAsset = (document: Asset): Asset => Object.assign(new Asset(), document);

import mongoose, { Schema } from 'mongoose';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime, EntityCache, graphqlEnum, Node } from '../kernel/index.js';

export const assetKinds = ['image', 'video', 'file'] as const;
export type AssetKind = (typeof assetKinds)[number];

const AssetKindEnum = graphqlEnum<AssetKind>('AssetKind', 'What a file is, judged by its bytes.', { image: 'A picture.', video: 'A film.', file: 'An attachment.' });

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

  @Field(() => String, { nullable: true, description: 'By what right it may be used.' })
  license?: string;


  @Field(() => DateTime, { description: 'When it was uploaded.' })
  createdAt!: Date;

  createdBy!: string;
  unitId?: string;
}

const assetSchema = new Schema<Asset>({
  _id: { type: String, required: true },
  kind: { type: String, required: true, enum: assetKinds },
  filename: { type: String, required: true },
  contentType: { type: String, required: true },
  bytes: { type: Number, required: true },
  sha256: { type: String, required: true },
  width: Number,
  height: Number,
  alt: { type: String, default: '' },
  credit: String,
  license: String,
  createdAt: { type: Date, required: true },
  createdBy: { type: String, required: true },
  unitId: String,
}, { collection: 'assets', versionKey: false });
assetSchema.index({ sha256: 1, unitId: 1 }, { unique: true });
assetSchema.index({ createdAt: -1 });

export const AssetModel = mongoose.model<Asset>('Asset', assetSchema);

const extensions: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif', 'image/avif': 'avif' };

/** The usual ending of a file of this media type, without the dot. */
export const extensionOf = (contentType: string): string => extensions[contentType] ?? 'bin';

/** The path of an asset's bytes below the public address. The hash makes it immutable. */
export const assetUrl = (asset: Pick<Asset, '_id' | 'sha256' | 'contentType'>): string => `/media/${asset._id}/${asset.sha256.slice(0, 12)}.${extensionOf(asset.contentType)}`;

/** Every asset as lists show it, from memory. */
export const assetCache = new EntityCache<Asset>('assets', ['kind', 'filename', 'contentType', 'bytes', 'sha256', 'width', 'height', 'alt', 'credit', 'license', 'createdAt']);

/** These assets in the order asked; undefined where there is none. */
export const findAssets = (ids: readonly string[]): Promise<(Asset | undefined)[]> => assetCache.load(ids);

/** A plain document as the class GraphQL shows. */
export const asAsset = (document: Asset): Asset => Object.assign(new Asset(), document);

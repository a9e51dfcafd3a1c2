import mongoose, { Schema } from 'mongoose';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime, graphqlEnum, Node } from '../kernel/index.js';
import type { AssetNotes } from './store-asset.js';
import type { SizeLimits } from './upload-rules.js';

const uploadStates = ['receiving', 'received', 'part', 'stored', 'refused'] as const;
export type UploadState = (typeof uploadStates)[number];

export const UploadStateEnum = graphqlEnum<UploadState>('UploadState', 'How far an upload is.', {
  receiving: 'Bytes are still to come.', received: 'All bytes are here and being judged.', part: 'A part of another upload.', stored: 'It is an asset.', refused: 'It cannot be used; the problem says why.',
});

@ObjectType({ description: 'Why an upload cannot be used.', simpleResolvers: true })
export class UploadProblem {
  @Field(() => String, { description: 'The stable code of the error.' })
  code!: string;

  @Field(() => String, { description: 'The sentence in Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'The sentence in English.' })
  en!: string;
}

/** A piece of an upload as it is kept. */
export interface Segment {
  readonly key: string;
  readonly bytes: number;
}

/** An upload whose bytes go in parts straight to the storage. */
export interface DirectState {
  readonly key: string;
  /** What the storage calls the undertaking. */
  readonly undertaking: string;
  readonly partBytes: number;
  readonly partCount: number;
  /** By their number, the storage's tags of the parts that are there. */
  readonly etags: Readonly<Record<string, string>>;
}

@ObjectType({ description: 'How an upload goes in parts straight to the storage.', simpleResolvers: true })
export class DirectParts {
  @Field(() => Int, { description: 'Bytes of every part but the last, which is what remains.' })
  partBytes!: number;

  @Field(() => Int, { description: 'Into how many parts the file is cut.' })
  partCount!: number;

  @Field(() => [Int], { description: 'The parts that were told to have arrived, from 1: after a break the others are still to be sent.' })
  arrived!: number[];
}

@ObjectType({ implements: Node, description: '上传: a file on its way into the library. Bytes go by tus to /uploads.', simpleResolvers: true })
export class Upload extends Node {
  @Field(() => String, { description: 'The name of the file.' })
  filename!: string;

  @Field(() => UploadStateEnum, { description: 'How far it is.' })
  state!: UploadState;

  @Field(() => Float, { description: 'Bytes that are here.' })
  offset!: number;

  @Field(() => Float, { nullable: true, description: 'Bytes in all; null until the sender says.' })
  size!: number | null;

  @Field(() => UploadProblem, { nullable: true, description: 'Why it cannot be used.' })
  problem?: UploadProblem;

  @Field(() => DateTime, { description: 'When it is forgotten unless more comes.' })
  expiresAt!: Date;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;

  assetId?: string;
  createdBy!: string;
  unitId?: string;
  notes!: Omit<AssetNotes, 'limits' | 'filename'>;
  limits!: SizeLimits;
  /** Upload-Metadata as it came: HEAD gives it back. */
  metadata!: string;
  declaredType?: string;
  /** Upload-Concat as it came. */
  concat?: string;
  segments!: Segment[];
  direct?: DirectState;
  /** Keys that may hold bytes not counted yet: whoever writes next clears them first. */
  pending!: string[];
}

const uploadSchema = new Schema<Upload>({
  _id: { type: String, required: true },
  filename: { type: String, required: true },
  state: { type: String, required: true, enum: uploadStates },
  offset: { type: Number, required: true },
  size: { type: Number, default: null },
  problem: { type: Schema.Types.Mixed },
  assetId: String,
  createdBy: { type: String, required: true },
  unitId: String,
  notes: { type: Schema.Types.Mixed, default: {} },
  limits: { type: Schema.Types.Mixed, required: true },
  metadata: { type: String, default: '' },
  declaredType: String,
  concat: String,
  segments: { type: [new Schema({ key: String, bytes: Number }, { _id: false })] },
  pending: [String],
  direct: { type: Schema.Types.Mixed },
  expiresAt: { type: Date, required: true },
  createdAt: { type: Date, required: true },
}, { collection: 'uploads', versionKey: false, minimize: false });
uploadSchema.index({ createdBy: 1, createdAt: -1, _id: -1 });
uploadSchema.index({ unitId: 1, state: 1 });
uploadSchema.index({ expiresAt: 1 });

export const UploadModel = mongoose.model<Upload>('Upload', uploadSchema);

/** Milliseconds that an upload waits for its next byte, and that its record stays when it is done. */
export const uploadLifeMs = 24 * 3_600_000;

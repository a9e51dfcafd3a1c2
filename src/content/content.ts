import mongoose, { Schema } from 'mongoose';
import { contentFieldsSchema, releaseOptionsSchema, type ContentFields } from './release.js';
import type { ReleaseOptions } from './release-options.js';
import { publications, workflows, type ContentState, type Publication, type Workflow } from './workflow.js';

/** Who is editing, and until when others must wait. */
export interface Lock {
  readonly personId: string;
  readonly name: string;
  readonly until: Date;
}

/** When an approved revision goes out by itself. */
export interface Schedule extends ReleaseOptions {
  readonly at: Date;
  /** The IANA zone the time was given in, for showing it again. */
  readonly timeZone: string;
  readonly revisionId: string;
  readonly note?: string;
  readonly alarmedAt?: Date;
}

/**
 * One content as editors see it: its newest revision's fields (`draft`), and where it stands. Readers never touch this
 * document: they are answered from the read model.
 */
export interface ContentDocument {
  _id: string;
  kind: string;
  slug: string;
  workflow: Workflow;
  publication: Publication;
  isArchived: boolean;
  draft: ContentFields;
  head: { revisionId: string; number: number; contentHash: string; savedBy: string; savedByName: string; savedAt: Date };
  /** The revision that has all signatures, while it is the newest. */
  approved?: { revisionId: string; contentHash: string; at: Date };
  schedule?: Schedule;
  released?: ReleaseOptions & { version: number; revisionId: string; contentHash: string; firstPublishedAt: Date; releasedAt: Date; /** Every asset of what outlets have now. */ assetIds?: string[] };
  lock?: Lock;
  unitId: string;
  /** The topics of the newest revision and all above them. */
  topicPath: string[];
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  /** Every asset the newest revision uses. */
  assetIds?: string[];
  /** Every word the newest revision can be found by; not loaded. */
  tokens?: string[];
  tokensVersion?: number;
}

const contentSchema = new Schema<ContentDocument>({
  _id: { type: String, required: true },
  kind: { type: String, required: true },
  slug: { type: String, required: true },
  workflow: { type: String, enum: workflows, required: true },
  publication: { type: String, enum: publications, required: true },
  isArchived: { type: Boolean, default: false },
  draft: { type: new Schema(contentFieldsSchema, { _id: false, minimize: false }), required: true },
  head: { type: { revisionId: String, number: Number, contentHash: String, savedBy: String, savedByName: String, savedAt: Date }, required: true, _id: false },
  approved: { type: { revisionId: String, contentHash: String, at: Date }, _id: false },
  schedule: { type: { at: Date, timeZone: String, revisionId: String, note: String, ...releaseOptionsSchema, alarmedAt: Date }, _id: false },
  released: { type: { version: Number, revisionId: String, contentHash: String, firstPublishedAt: Date, releasedAt: Date, assetIds: { type: [String], default: undefined }, ...releaseOptionsSchema }, _id: false },
  lock: { type: { personId: String, name: String, until: Date }, _id: false },
  unitId: { type: String, required: true },
  topicPath: [String],
  createdBy: { type: String, required: true },
  createdAt: { type: Date, required: true },
  updatedAt: { type: Date, required: true },
  assetIds: { type: [String], default: undefined },
  tokens: { type: [String], default: undefined, select: false },
  tokensVersion: Number,
}, { collection: 'contents', optimisticConcurrency: true, minimize: false });
contentSchema.index({ slug: 1 }, { unique: true });
contentSchema.index({ kind: 1, updatedAt: -1, _id: -1 });
contentSchema.index({ updatedAt: -1, _id: -1 });
contentSchema.index({ tokens: 1, updatedAt: -1, _id: -1 });
contentSchema.index({ tokensVersion: 1 });
contentSchema.index({ assetIds: 1 });
contentSchema.index({ 'released.assetIds': 1 });
contentSchema.index({ unitId: 1, updatedAt: -1, _id: -1 });
contentSchema.index({ topicPath: 1, isArchived: 1, updatedAt: -1, _id: -1 });
contentSchema.index({ workflow: 1, updatedAt: -1, _id: -1 });
contentSchema.index({ createdBy: 1, updatedAt: -1, _id: -1 });
contentSchema.index({ 'schedule.at': 1 }, { partialFilterExpression: { workflow: 'scheduled' } });

export const ContentModel = mongoose.model<ContentDocument>('Content', contentSchema);
export type StoredContent = mongoose.HydratedDocument<ContentDocument>;

export const stateOf = (content: ContentState): ContentState => ({ workflow: content.workflow, publication: content.publication, isArchived: content.isArchived });

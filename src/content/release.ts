import mongoose, { Schema } from 'mongoose';
import type { ReleaseOptions } from './release-options.js';
import type { Body } from './document/index.js';

/** What a release does to what readers see. */
export const releaseActions = ['publish', 'correct', 'retract'] as const;
export type ReleaseAction = (typeof releaseActions)[number];

/** The fields every kind has, as they stand in one revision. Ids name units, topics and assets. */
export interface ContentFields {
  title: string;
  shortTitle?: string;
  summary: string;
  body: Body;
  coverId?: string;
  author?: string;
  source?: string;
  isOriginal: boolean;
  unitId: string;
  topicIds: string[];
  tags: string[];
  place?: string;
  /** 1 (routine) to 5 (highest). */
  importance: number;
  occurredAt?: Date;
  attachmentIds: string[];
  relatedIds: string[];
  shareTitle?: string;
  shareDescription?: string;
  shareImageId?: string;
  /** The fields of its kind, by name, as `defineKind` declares them. */
  details: Record<string, unknown>;
}

/**
 * One act of publishing, correcting or retracting, frozen for ever: what distribution delivers. The version counts the releases
 * of a content from 1.
 */
export interface Release extends ContentFields, ReleaseOptions {
  _id: string;
  contentId: string;
  kind: string;
  version: number;
  action: ReleaseAction;
  revisionId: string;
  contentHash: string;
  slug: string;
  /** The sanitised rendering of `body`; picture addresses begin with `/media/`. */
  html: string;
  /** The plain text of title, summary and body: what a text rule looks at. */
  text: string;
  /** When readers here saw it first, or will. */
  firstPublishedAt: Date;
  releasedAt: Date;
  releasedBy: string;
  /** Why: present on a correction or a retraction. */
  note?: string;
}

const mixed = Schema.Types.Mixed;

/** The schema of ContentFields, shared by revisions, releases and the read model. */
export const contentFieldsSchema = {
  title: { type: String, required: true },
  shortTitle: String,
  summary: { type: String, default: '' },
  body: { type: mixed, required: true },
  coverId: String,
  author: String,
  source: String,
  isOriginal: { type: Boolean, default: false },
  unitId: { type: String, required: true },
  topicIds: [String],
  tags: [String],
  place: String,
  importance: { type: Number, required: true },
  occurredAt: Date,
  attachmentIds: [String],
  relatedIds: [String],
  shareTitle: String,
  shareDescription: String,
  shareImageId: String,
  details: { type: mixed, default: {} },
};

/** The schema of ReleaseOptions, shared by releases and what is scheduled. */
export const releaseOptionsSchema = { embargoedUntil: Date, embargoTimeZone: String, targets: { type: { also: [String], only: [String], except: [String] }, _id: false, default: undefined } };

const releaseSchema = new Schema<Release>({
  _id: { type: String, required: true },
  contentId: { type: String, required: true },
  kind: { type: String, required: true },
  version: { type: Number, required: true },
  action: { type: String, required: true, enum: releaseActions },
  revisionId: { type: String, required: true },
  contentHash: { type: String, required: true },
  slug: { type: String, required: true },
  ...contentFieldsSchema,
  html: { type: String, default: '' },
  text: { type: String, default: '' },
  firstPublishedAt: { type: Date, required: true },
  releasedAt: { type: Date, required: true },
  releasedBy: { type: String, required: true },
  ...releaseOptionsSchema,
  note: String,
}, { collection: 'releases', versionKey: false, minimize: false });
releaseSchema.index({ contentId: 1, version: 1 }, { unique: true });
/** Also holds what charts count, so that they read no text. */
releaseSchema.index({ releasedAt: -1, action: 1 });

export const ReleaseModel = mongoose.model<Release>('Release', releaseSchema);

/** The release of a content with this version. */
export const findRelease = (contentId: string, version: number): Promise<Release | null> =>
  ReleaseModel.findOne({ contentId, version }).lean<Release>().exec();

/** The newest releases, newest first: what a destination's rule preview looks through. */
export const findLatestReleases = (limit: number): Promise<Release[]> =>
  ReleaseModel.find({ action: { $ne: 'retract' } }).sort({ releasedAt: -1 }).limit(limit).lean<Release[]>().exec();

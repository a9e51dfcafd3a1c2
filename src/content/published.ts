import mongoose, { Schema } from 'mongoose';
import { contentFieldsSchema, type ContentFields } from './release.js';

/**
 * The read model: one flat document a public query is answered from alone. Written when something is published or corrected,
 * removed when it is retracted. `_id` is the content's.
 */
export interface PublishedContent extends ContentFields {
  _id: string;
  kind: string;
  slug: string;
  version: number;
  revisionId: string;
  html: string;
  characterCount: number;
  /** The topics and all above them. */
  topicPath: string[];
  publishedAt: Date;
  /** When this version was released. */
  releasedAt: Date;
  /** Every asset it uses: these readers may see. */
  assetIds?: string[];
  /** Every word it can be found by. */
  tokens?: string[];
  tokensVersion?: number;
}

const publishedSchema = new Schema<PublishedContent>({
  _id: { type: String, required: true },
  kind: { type: String, required: true },
  slug: { type: String, required: true },
  version: { type: Number, required: true },
  revisionId: { type: String, required: true },
  ...contentFieldsSchema,
  html: { type: String, required: true },
  characterCount: { type: Number, default: 0 },
  topicPath: [String],
  publishedAt: { type: Date, required: true },
  releasedAt: { type: Date, required: true },
  assetIds: { type: [String], default: undefined },
  tokens: { type: [String], default: undefined },
  tokensVersion: Number,
}, { collection: 'published', versionKey: false, minimize: false });

/** What public lists may be sorted by. Each has an index behind every filter that leads one. */
const publishedOrders = ['publishedAt', 'releasedAt', 'importance'] as const;

/** Filters that lead an index; a list with several of them uses the planner's choice. */
const leading: readonly (string | undefined)[] = [undefined, 'kind', 'unitId', 'topicPath', 'tags'];
for (const lead of leading) {
  for (const order of publishedOrders) publishedSchema.index({ ...(lead ? { [lead]: 1 } : {}), [order]: -1, _id: -1 });
}
/** Search: all words of a question, newest first. */
publishedSchema.index({ tokens: 1, publishedAt: -1, _id: -1 });
/** What the backfill looks for. */
publishedSchema.index({ tokensVersion: 1 });
publishedSchema.index({ slug: 1 }, { unique: true });
publishedSchema.index({ 'relatedIds': 1 });
publishedSchema.index({ assetIds: 1 });

export const PublishedModel = mongoose.model<PublishedContent>('PublishedContent', publishedSchema);

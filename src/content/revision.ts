import { createHash } from 'node:crypto';
import mongoose, { Schema } from 'mongoose';
import { canonicalJson } from './document/index.js';
import { contentFieldsSchema, type ContentFields } from './release.js';

/** What a content said at one moment. Never changed; the number counts from 1 within its content. */
export interface Revision extends ContentFields {
  _id: string;
  contentId: string;
  kind: string;
  number: number;
  /** SHA-256 over kind and fields, hexadecimal: what a signature is bound to. */
  contentHash: string;
  createdBy: string;
  createdByName: string;
  createdAt: Date;
  /** The number of the revision it brings back. */
  restoredFrom?: number;
}

const revisionSchema = new Schema<Revision>({
  _id: { type: String, required: true },
  contentId: { type: String, required: true },
  kind: { type: String, required: true },
  number: { type: Number, required: true },
  contentHash: { type: String, required: true },
  ...contentFieldsSchema,
  createdBy: { type: String, required: true },
  createdByName: { type: String, default: '' },
  createdAt: { type: Date, required: true },
  restoredFrom: Number,
}, { collection: 'revisions', versionKey: false, minimize: false });
revisionSchema.index({ contentId: 1, number: 1 }, { unique: true });

export const RevisionModel = mongoose.model<Revision>('Revision', revisionSchema);

export const contentFieldNames = ['title', 'shortTitle', 'summary', 'body', 'coverId', 'author', 'source', 'isOriginal', 'unitId', 'topicIds', 'tags', 'place',
  'importance', 'occurredAt', 'attachmentIds', 'relatedIds', 'shareTitle', 'shareDescription', 'shareImageId', 'details'] as const satisfies readonly (keyof ContentFields)[];

/** Just the fields, without what is absent: two equal contents have equal results. */
export function fieldsOf(source: ContentFields): ContentFields {
  const present = contentFieldNames.flatMap((name) => (source[name] === undefined || source[name] === null ? [] : [[name, source[name]] as const]));
  return Object.fromEntries(present) as unknown as ContentFields;
}

/** The hash that signatures and approvals are bound to. */
export const hashOf = (kind: string, fields: ContentFields): string => createHash('sha256').update(canonicalJson({ kind, ...fieldsOf(fields) })).digest('hex');

/** A revision by its id. */
export const findRevision = (id: string): Promise<Revision | null> => RevisionModel.findById(id).lean<Revision>().exec();

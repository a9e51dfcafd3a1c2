import sharp from 'sharp';
import { createContent, publishContent, type ContentDocument } from '../../src/content/index.js';
import type { Context } from '../../src/kernel/index.js';
import { folderStorage, storeAsset, useStorage, type Asset } from '../../src/media/index.js';
import { chainFor, signRevision, submitForReview } from '../../src/review/index.js';
import { as, aUnit } from './people.js';
import { services } from './services.js';
import mongoose from 'mongoose';

/** A body of one paragraph for each text. */
export const bodyOf = (...texts: string[]): { type: 'doc'; content: object[] } => ({ type: 'doc', content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) });

type Patch = Parameters<typeof createContent>[2];

const clean = '市行政服务中心推行一窗受理，群众跑一次即可办结不动产登记，全程不超过六十分钟。';

/** What an unremarkable article says: nothing in it is found by a check. */
export const plainFields: Patch = { title: '不动产登记一小时办结', summary: '一套材料、一个系统、一窗受理，不动产登记一小时办结。', body: bodyOf(clean, clean) as never, isOriginal: true, author: '张三', importance: 2 };

/** A draft by a contributor of a new unit, or by whoever `ctx` is. */
export async function aContent(patch: Patch = {}, { kind = 'article', ctx }: { kind?: string; ctx?: Context } = {}): Promise<ContentDocument> {
  const unitId = patch.unitId ?? ctx?.actor.unitId ?? (await aUnit())._id;
  return createContent(ctx ?? as('contributor', { unitId }), kind, { ...plainFields, ...patch, unitId });
}

/** The people who sign, by level. */
export const signers = { first: () => as('editor'), second: () => as('reviewer'), final: () => as('chiefEditor'), leader: () => as('chiefEditor', { name: 'leader' }) } as const;

/** Submits the newest revision, as a contributor of its unit. */
export const submit = (content: ContentDocument): Promise<ContentDocument> =>
  submitForReview(as('contributor', { unitId: content.unitId }), { id: content._id, revision: content.head.number });

/** Gives every signature the newest revision needs. */
export async function approve(content: ContentDocument): Promise<ContentDocument> {
  const { head: { revisionId, contentHash }, kind, draft: { importance } } = await submit(content);
  for (const { level, checklist } of chainFor({ kind, importance })) await signRevision(signers[level](), { revisionId, contentHash, checklist });
  return (await findStored(content._id))!;
}

/** An approved content. */
export const anApproved = async (patch: Patch = {}, options: { kind?: string } = {}): Promise<ContentDocument> => approve(await aContent(patch, options));

/** A published content. */
export async function aPublished(patch: Patch = {}, options: { kind?: string } = {}): Promise<ContentDocument> {
  const content = await anApproved(patch, options);
  return publishContent(as('operator'), { id: content._id });
}

/** A content as it is stored. */
export const findStored = (id: string): Promise<ContentDocument | null> => mongoose.connection.collection<ContentDocument>('contents').findOne({ _id: id }) as Promise<ContentDocument | null>;

/** Keeps media in the test's own folder; once per file. */
export const useMedia = (): void => useStorage(folderStorage(`${services.config.dataDir}/media`));

/** A picture in the library. Equal sizes give the same bytes. */
export async function anAsset(options: { width?: number; height?: number; alt?: string; credit?: string; ctx?: Context } = {}): Promise<Asset> {
  const { width = 64, height = 48, alt = '窗口', credit = '本报记者', ctx = as('contributor') } = options;
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#2266aa' } }).jpeg().toBuffer();
  return storeAsset(ctx, { bytes, filename: '窗口.jpg', alt, credit });
}


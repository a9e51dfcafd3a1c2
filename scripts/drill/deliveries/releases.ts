import mongoose from 'mongoose';
import sharp from 'sharp';
import { ContentCorrected, ContentPublished, ContentRetracted } from '../../../src/content/index.js';
import { currentSession, emit, inTransaction, newId, type Context } from '../../../src/kernel/index.js';
import { storeAsset } from '../../../src/media/index.js';

/** One content of the drill: how far it has come, and what shall become of it. */
export interface Story {
  readonly contentId: string;
  readonly title: string;
  readonly isForWechat: boolean;
  readonly plan: readonly ('publish' | 'correct' | 'retract')[];
  released: number;
}

const events = { publish: ContentPublished, correct: ContentCorrected, retract: ContentRetracted } as const;

/** So many contents: every third is corrected, every seventh taken back, some corrected twice. */
export function writeStories(count: number, forWechat: number): Story[] {
  return Array.from({ length: count }, (_, at) => ({
    contentId: newId('article'), title: `演练第${at + 1}篇：一次办好`, isForWechat: at % Math.max(1, Math.floor(count / forWechat)) === 0, released: 0,
    plan: ['publish', ...(at % 3 === 0 ? ['correct'] as const : []), ...(at % 12 === 0 ? ['correct'] as const : []), ...(at % 7 === 0 ? ['retract'] as const : [])],
  }));
}

/** A cover for all of them: WeChat takes no article without one. */
export async function storeCover(ctx: Context): Promise<string> {
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2266aa' } }).jpeg().toBuffer();
  return (await storeAsset(ctx, { bytes, filename: '封面.jpg', alt: '窗口', credit: '演练' }))._id;
}

export const summaryOf = (version: number): string => `第${version}版的摘要。`;

/** Releases the next version of a content, as content does: the release and its event in one transaction. The way from draft to approval is the tour's drill. */
export async function releaseNext(ctx: Context, coverId: string, story: Story): Promise<void> {
  const version = story.released + 1;
  const action = story.plan[story.released]!;
  const { contentId, title } = story;
  const text = '市民走进服务中心，取号、核验、签字、缴税、领证，五十二分钟后走出大厅。';
  const revisionId = newId('revision');
  const release = {
    contentId, kind: 'article', version, action, revisionId, contentHash: `hash-${version}`, slug: contentId, title, summary: summaryOf(version), body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    coverId, isOriginal: true, unitId: newId('unit'), topicIds: [], tags: story.isForWechat ? ['drill', 'wechat'] : ['drill'], importance: 2, attachmentIds: [], relatedIds: [], details: {}, html: `<p>${text}</p>`, text: `${title}\n${text}`,
    firstPublishedAt: ctx.now(), releasedAt: ctx.now(), releasedBy: 'drill', ...(action === 'publish' ? {} : { note: '演练' }),
  };
  await inTransaction(async () => {
    await mongoose.connection.collection<{ _id: string }>('releases').insertOne({ _id: newId('release'), ...release } as { _id: string }, { session: currentSession()! });
    await emit(ctx, events[action], { contentId, kind: 'article', version, revisionId, contentHash: `hash-${version}` });
  });
  story.released = version;
}

import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { actorOf } from '../../tests/kit/people.js';
import { createUnit } from '../../src/accounts/index.js';
import { connectDatabase, createServices, prepareModules } from '../../src/app/start.js';
import { createContent } from '../../src/content/index.js';
import { createDestination, planDeliveries } from '../../src/distribution/index.js';
import { createContext, loadConfig, newId, systemContext, type Context, type Services } from '../../src/kernel/index.js';
import { chainFor, signRevision, submitForReview } from '../../src/review/index.js';

/** What the figures are measured on: `burst` goes to every endpoint, `steady` to the first few. */
export type Tag = 'burst' | 'steady';

const title = '“最多跑一次”改革再提速：不动产登记一小时办结';
const sentence = '市行政服务中心推行“一窗受理、集成服务”，申报材料由各部门共享，群众跑一次即可办结。';
const paragraphs = Array.from({ length: 12 }, () => sentence);
const body = { type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };

/** Connects to the empty database of MONGODB_URI as the product does. */
export async function openBench(): Promise<Services> {
  const config = loadConfig();
  const services = createServices(config);
  await prepareModules(services);
  await connectDatabase(config);
  return services;
}

/** A destination of the channel partner-media for each port; the first `steady` of them take both kinds of news. */
export async function seedDestinations(services: Services, ports: readonly number[], steady: number): Promise<void> {
  const ctx = systemContext(services, 'bench');
  for (const [at, port] of ports.entries()) {
    const tags = at < steady ? ['burst', 'steady'] : ['burst'];
    const settings = { url: `http://127.0.0.1:${port}/hook`, secret: `whsec_${randomBytes(32).toString('base64')}`, provider: '测量' };
    await createDestination(ctx, { name: `媒体 ${at}`, slug: `partner-${at}`, channelId: 'partner-media', settings, rule: { conditions: [{ tags }] } });
  }
}

/** Plans one release at every endpoint, its rows due in a year; the content's id. */
export async function planForLater(services: Services): Promise<string> {
  const contentId = newId('article');
  const now = new Date();
  await mongoose.connection.collection<{ _id: string }>('releases').insertOne({
    _id: newId('release'), contentId, kind: 'article', version: 1, action: 'publish', revisionId: newId('revision'), contentHash: 'bench', slug: contentId, title, summary: sentence, body, isOriginal: true, unitId: newId('unit'),
    topicIds: [], tags: ['burst'], importance: 2, attachmentIds: [], relatedIds: [], details: {}, html: paragraphs.map((text) => `<p>${text}</p>`).join(''), text: title, firstPublishedAt: now, releasedAt: now, releasedBy: 'bench',
  } as { _id: string });
  const later = new Date(now.getTime() + 365 * 86_400_000);
  await planDeliveries(systemContext({ ...services, now: () => later }, 'bench'), { contentId, version: 1 });
  return contentId;
}

const as = (services: Services, role: Parameters<typeof actorOf>[0], unitId: string): Context => createContext(services, { actor: actorOf(role, { unitId }), requestId: 'bench' });
const signers = { first: 'editor', second: 'reviewer', final: 'chiefEditor', leader: 'chiefEditor' } as const;

/** Contents that three people have approved, to be published to the first few endpoints: their ids. */
export async function seedApproved(services: Services, count: number): Promise<string[]> {
  const { _id: unitId } = await createUnit(as(services, 'administrator', newId('unit')), { name: '市跑改办', shortName: '跑改办', kind: 'bureau' });
  const ids: string[] = [];
  while (ids.length < count) {
    const contributor = as(services, 'contributor', unitId);
    const content = await createContent(contributor, 'article', { title, summary: sentence, body: body as never, isOriginal: true, author: '张三', importance: 2, tags: ['steady'], unitId });
    const { head: { revisionId, contentHash }, kind, draft: { importance } } = await submitForReview(contributor, { id: content._id, revision: content.head.number });
    for (const { level, checklist } of chainFor({ kind, importance })) await signRevision(as(services, signers[level], unitId), { revisionId, contentHash, checklist });
    ids.push(content._id);
  }
  return ids;
}

/** The operator who publishes. */
export const operator = (services: Services): Context => as(services, 'operator', newId('unit'));

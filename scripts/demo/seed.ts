import mongoose from 'mongoose';
import { createPerson, createUnit, findPersonByLogin, offerDemoAccounts, permissionsOf, type UnitKind } from '../../src/accounts/index.js';
import { createContent, createTopic, importDocument, publishContent, replaceAssetIds, type Body, type ContentDocument } from '../../src/content/index.js';
import { channels, createDestination, updateDestination } from '../../src/distribution/index.js';
import { createContext, system, type Actor, type Context } from '../../src/kernel/index.js';
import { storeAsset } from '../../src/media/index.js';
import { chainFor, signRevision, submitForReview } from '../../src/review/index.js';
import { drawIllustration } from './illustrations.js';
import type { DemoItem } from './item.js';
import { items } from './items/index.js';
import { demoDestinations } from './destinations.js';
import { marks } from './marks.js';
import type { Outside } from './outside.js';
import { demoPassword, people } from './people.js';
import { topics } from './topics.js';
import { units } from './units.js';

/** The addresses and secrets of the outlets that are played. */
type Played = Pick<Outside, 'wechat' | 'partner'>;

/** True in a new database, and in one that the demo was begun in. */
export async function isDemoWanted(): Promise<boolean> {
  const mark = await marks().findOne({});
  if (mark) return mark._id !== 'removed';
  return await mongoose.connection.collection('persons').countDocuments({}, { limit: 1 }) === 0
    && await mongoose.connection.collection('destinations').countDocuments({}, { limit: 1 }) === 0;
}

/**
 * Fills a new database with the demo, by the same verbs that people use: nothing gets round the review. Interrupted, it goes on
 * where it stopped; done, it does nothing.
 */
export async function seedDemo(ctx: Context, outside: Played, say: (line: string) => void): Promise<void> {
  await offerDemoAccounts(people.map(({ login, name, role }) => ({ login, name, role, password: demoPassword })));
  if (await marks().findOne({ _id: 'done' })) {
    await followOutlets(ctx, outside);
    return;
  }
  await marks().updateOne({ _id: 'begun' }, { $setOnInsert: { at: ctx.now() } }, { upsert: true });
  say('seeding the demo: units, people, topics …');
  const unitIds = await seedUnits(ctx);
  await seedPeople(ctx, unitIds);
  const topicIds = await seedTopics(ctx);
  await seedDestinations(ctx, outside);
  for (const [at, item] of items.entries()) {
    say(`seeding ${at + 1} of ${items.length}: ${item.title}`);
    await seedItem(ctx, item, unitIds, topicIds);
  }
  await marks().updateOne({ _id: 'done' }, { $setOnInsert: { at: ctx.now() } }, { upsert: true });
}

type Ids = ReadonlyMap<string, string>;

async function seedUnits(ctx: Context): Promise<Ids> {
  const kinds: Readonly<Record<string, UnitKind>> = { department: 'bureau', district: 'district', zone: 'zone' };
  const ids = new Map<string, string>();
  for (const [order, { slug, name, shortName, kind }] of units.entries()) {
    const known = await mongoose.connection.collection('units').findOne({ name });
    ids.set(slug, known ? String(known._id) : (await createUnit(ctx, { name, shortName, kind: kinds[kind]!, order }))._id);
  }
  return ids;
}

async function seedPeople(ctx: Context, unitIds: Ids): Promise<void> {
  for (const { login, name, role, unitSlug } of people) {
    if (await findPersonByLogin(login)) continue;
    await createPerson(ctx, { login, name, roles: [role], unitId: unitIds.get(unitSlug) }, { password: demoPassword, mustChangePassword: false });
  }
}

async function seedTopics(ctx: Context): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const [order, topic] of topics.entries()) {
    const parent = 'parent' in topic ? topic.parent : undefined;
    const known = await mongoose.connection.collection('topics').findOne({ slug: topic.slug });
    ids.set(topic.slug, known ? String(known._id) : (await createTopic(ctx, { slug: topic.slug, name: topic.name, order, ...(parent ? { parentId: ids.get(parent) } : {}) }))._id);
  }
  return ids;
}

async function seedDestinations(ctx: Context, outside: Played): Promise<void> {
  for (const { name, slug, channelId, settings } of demoDestinations) {
    const isKnown = await mongoose.connection.collection('destinations').countDocuments({ slug }) > 0;
    if (!isKnown && channels().some(({ id }) => id === channelId)) await createDestination(ctx, { name, slug, channelId, settings: settings(outside) });
  }
}

/** The outlets are played beside the server: when it has another port than before, their addresses follow. */
async function followOutlets(ctx: Context, outside: Played): Promise<void> {
  for (const { slug, settings } of demoDestinations) {
    const row = await mongoose.connection.collection<{ _id: string; settings: Record<string, unknown> }>('destinations').findOne({ slug });
    const now = Object.entries(settings(outside)).filter(([name]) => name === 'url' || name === 'apiBase');
    if (row && now.some(([name, url]) => row.settings[name] !== url)) await updateDestination(ctx, row._id, { settings: { ...row.settings, ...Object.fromEntries(now) } });
  }
}

async function seedItem(ctx: Context, item: DemoItem, unitIds: Ids, topicIds: Ids): Promise<void> {
  const known = await mongoose.connection.collection<ContentDocument>('contents').findOne({ 'draft.title': item.title });
  const unitId = unitIds.get(item.unitSlug)!;
  const author = await actAs(ctx, 'contributor', [], unitId);
  const content = known ?? await createItem(author, item, unitId, topicIds);
  if (item.stage === 'release' && content.publication === 'unpublished') await release(ctx, author, content, item);
}

async function createItem(ctx: Context, item: DemoItem, unitId: string, topicIds: Ids): Promise<ContentDocument> {
  const picture = async (name: string, alt: string): Promise<string> => (await storeAsset(ctx, { bytes: await drawIllustration(name), filename: `${name}.png`, alt, credit: '演示插图', license: '本项目自绘', unitId }))._id;
  const body = await bodyOf(item.body, picture);
  return createContent(ctx, item.kind, {
    title: item.title, shortTitle: item.shortTitle, summary: item.summary, body, coverId: await picture(item.cover, item.alt), author: item.author, source: item.source, isOriginal: item.isOriginal, unitId,
    topicIds: item.topicSlugs.map((slug) => topicIds.get(slug)!), tags: [...item.tags], place: item.place, importance: item.importance, occurredAt: new Date(item.occurredAt), details: { ...item.kindFields },
  });
}

/** A body from Markdown, by the road every import takes; its pictures are drawn first and travel inside the text. */
async function bodyOf(markdown: string, picture: (name: string, alt: string) => Promise<string>): Promise<Body> {
  const names = [...markdown.matchAll(/!\[([^\]]*)\]\(illustration:([\w-]+)\)/g)].map(([, alt, name]) => ({ alt: alt!, name: name! }));
  let text = markdown;
  for (const { name } of names) text = text.replace(`illustration:${name}`, `data:image/png;base64,${(await drawIllustration(name)).toString('base64')}`);
  const imported = await importDocument({ bytes: Buffer.from(text), filename: 'demo.md' });
  const ids = new Map<string, string>();
  for (const [at, image] of imported.images.entries()) ids.set(image.placeholderId, await picture(names[at]!.name, names[at]!.alt));
  return replaceAssetIds(imported.body, ids);
}

async function release(ctx: Context, author: Context, content: ContentDocument, item: DemoItem): Promise<void> {
  const { revisionId, contentHash, number } = content.head;
  if (content.workflow === 'draft') await submitForReview(author, { id: content._id, revision: number });
  const roles = { first: 'editor', second: 'reviewer', final: 'chiefEditor', leader: 'chiefEditor' } as const;
  const review = await mongoose.connection.collection<{ revisionId: string; state: string; signatures: { signedBy: string }[] }>('reviews').findOne({ revisionId, state: { $in: ['open', 'approved'] } });
  const signed = review?.signatures.map(({ signedBy }) => signedBy) ?? [];
  for (const { level, checklist } of chainFor({ kind: item.kind, importance: item.importance }).slice(signed.length)) {
    const signer = await actAs(ctx, roles[level], signed);
    signed.push(signer.actor.id);
    await signRevision(signer, { revisionId, contentHash, checklist });
  }
  await publishContent(await actAs(ctx, 'operator', []), { id: content._id });
}

/** A context in which a demo person of this role acts: not one of those named, and of this unit where one is named. */
async function actAs(ctx: Context, role: string, except: readonly string[], unitId?: string): Promise<Context> {
  for (const each of people.filter((person) => person.role === role)) {
    const person = await findPersonByLogin(each.login);
    if (!person || except.includes(person._id)) continue;
    const actor: Actor = { type: 'person', id: person._id, name: person.name, roles: person.roles, permissions: permissionsOf(person.roles), unitId: unitId ?? person.unitId ?? undefined };
    return createContext(ctx, { actor, requestId: ctx.requestId });
  }
  return createContext(ctx, { actor: system, requestId: ctx.requestId });
}

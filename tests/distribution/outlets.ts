import mongoose from 'mongoose';
import { Type } from 'typebox';
import { defineChannel, type Action, type Channel, type Delivery, type Host, type Receipt } from '../../src/distribution/channel.js';
import { createDestination, deliverNext, planDeliveries, registerChannels, type DestinationRow, type Rule } from '../../src/distribution/index.js';
import { DeliveryModel, type DeliveryRow } from '../../src/distribution/delivery.js';
import { ReleaseModel, type Release, type ReleaseAction } from '../../src/content/release.js';
import { newId, processAll, systemContext, type Services } from '../../src/kernel/index.js';
import { services } from '../kit/services.js';

/** One call of a fake outlet. */
export interface Call {
  readonly what: 'deliver' | 'confirm';
  readonly destinationId: string;
  readonly id: string;
  readonly contentId: string;
  readonly version: number;
  readonly action: Action;
  readonly delivery: Delivery;
}

type Answer = (delivery: Delivery, host: Host) => Receipt | Promise<Receipt>;

/** A fake outlet's script: what it answers, and what it was asked. */
export class Outlet {
  readonly calls: Call[] = [];
  answer: Answer = () => ({ outcome: 'delivered' });
  confirm: Answer = () => ({ outcome: 'delivered' });

  hear(what: Call['what'], delivery: Delivery, host: Host): Promise<Receipt> {
    const { id, action, publication: { contentId, version }, destination } = delivery;
    this.calls.push({ what, id, action, contentId, version, delivery, destinationId: destination.id });
    return Promise.resolve((what === 'deliver' ? this.answer : this.confirm)(delivery, host));
  }

  reset(): void {
    this.calls.length = 0;
    this.answer = () => ({ outcome: 'delivered' });
    this.confirm = () => ({ outcome: 'delivered' });
  }

  /** `publish 1`, `correct 2` … in the order they were sent. */
  get sent(): string[] {
    return this.calls.filter(({ what }) => what === 'deliver').map(({ action, version }) => `${action} ${version}`);
  }
}

export const outlet = new Outlet();

const settings = Type.Object({ title: Type.String({ minLength: 2, title: '标题' }), key: Type.Optional(Type.String({ writeOnly: true, minLength: 8, title: '密钥' })) }, { additionalProperties: false, examples: [{ title: '例子' }] });

const fake = (id: string, overrides: Partial<Channel> = {}): Channel => ({
  ...defineChannel({
    id, name: { zh: '假渠道', en: 'Fake' }, actions: ['publish', 'correct', 'retract'], settings,
    render(publication, action) {
      if (publication.title.includes('render fails')) throw new Error('标题不能这样写');
      return { contentType: 'text/plain', body: `${action} ${publication.version} ${publication.title}` };
    },
    deliver: (delivery, host) => outlet.hear('deliver', delivery, host),
  }),
  ...overrides,
});

const confirm = (delivery: Delivery, host: Host): Promise<Receipt> => outlet.hear('confirm', delivery, host);

const toFollowers: NonNullable<Channel['massSend']> = {
  quota: () => Promise.resolve({ rules: [] }), send: () => Promise.resolve({ outcome: 'failed', message: '不发' }), confirm: () => Promise.resolve({ outcome: 'failed', message: '不发' }),
};

/** `repeats` drops repeats by id, `asks` can be asked, `plain` can do neither, `reads` is a feed, `half` cannot retract, `bundles` takes eight at once and has followers. */
export const registerOutlets = (): void => registerChannels([
  fake('repeats', { isRepeatable: true }), fake('asks', { confirm }), fake('plain'), fake('half', { actions: ['publish'] }), fake('bundles', { isRepeatable: true, mostParts: 8, massSend: toFollowers }),
  fake('reads', { isPull: true, serve: async (_request, _at, host) => new Response((await host.delivered(100)).map(({ payload }) => payload.body).join('\n')) }),
]);

export const ctx = (on: Services = services) => systemContext(on, 'request-test');

let slugs = 0;

/** A destination of a fake channel, active. */
export function aDestination(channelId = 'repeats', overrides: { rule?: Rule; concurrency?: number; ratePerMinute?: number; slug?: string; name?: string; settings?: Record<string, unknown> } = {}): Promise<DestinationRow> {
  slugs += 1;
  return createDestination(ctx(), { name: `目的地 ${slugs}`, slug: `outlet-${slugs}`, channelId, settings: { title: '标题' }, ...overrides });
}

/** A release as content writes it. */
export function aRelease(overrides: Partial<Release> = {}): Release {
  const contentId = overrides.contentId ?? newId('article');
  const version = overrides.version ?? 1;
  return {
    _id: newId('release'), contentId, kind: 'article', version, action: 'publish', revisionId: newId('revision'), contentHash: 'hash', slug: `c-${contentId}`,
    title: `第 ${version} 版`, summary: '摘要', body: { type: 'doc', content: [] } as never, isOriginal: true, unitId: newId('unit'), topicIds: [], tags: [], importance: 2, attachmentIds: [], relatedIds: [],
    details: {}, html: '<p>正文</p>', text: `第 ${version} 版\n摘要\n正文`, firstPublishedAt: services.now(), releasedAt: services.now(), releasedBy: 'person', ...overrides,
  };
}

/** Writes the next release of a content, without planning it. */
export async function release(contentId: string, version: number, action: ReleaseAction = version === 1 ? 'publish' : 'correct', overrides: Partial<Release> = {}): Promise<Release> {
  const made = aRelease({ contentId, version, action, ...overrides });
  await ReleaseModel.create([made]);
  return made;
}

/** Writes and plans the next release of a content. */
export async function releaseAndPlan(contentId: string, version: number, action?: ReleaseAction, overrides?: Partial<Release>): Promise<void> {
  await release(contentId, version, action, overrides);
  await planDeliveries(ctx(), { contentId, version });
}

export const article = (): string => newId('article');

/** Does all deliveries that are due. */
export const deliverAll = (on: Services = services): Promise<void> => processAll(on, [deliverNext]);

/** How many commands `work` sends to the database. */
export async function countCommands(work: () => Promise<unknown>): Promise<number> {
  let commands = 0;
  const count = (): void => { commands += 1; };
  mongoose.connection.getClient().on('commandStarted', count);
  await work();
  mongoose.connection.getClient().off('commandStarted', count);
  return commands;
}

/** The ledger, oldest version first. */
export const ledger = (filter: object = {}): Promise<DeliveryRow[]> => DeliveryModel.find(filter).sort({ destinationId: 1, version: 1 }).lean<DeliveryRow[]>().exec();

/** `publish 1 delivered` … of the ledger. */
export const states = async (filter: object = {}): Promise<string[]> => (await ledger(filter)).map(({ action, version, state }) => `${action} ${version} ${state}`);

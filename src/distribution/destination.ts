import mongoose, { Schema } from 'mongoose';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType, DateTime, EntityCache, JsonObject, Node, runCommand } from '../kernel/index.js';
import type { Rule } from './rule.js';
import { RuleType } from './rule-type.js';

@ObjectType('Destination', { implements: Node, description: '发布目的地: one outlet: a feed, an account, a partner\'s system.', simpleResolvers: true })
export class DestinationRow extends Node {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its name in addresses, unique: /feeds/<slug>.rss.' })
  slug!: string;

  @Field(() => String, { description: 'The kind of outlet.' })
  channelId!: string;

  @Field(() => JsonObject, { description: 'Its settings as the channel\'s schema has them, without secrets.' })
  settings!: Record<string, unknown>;

  @Field(() => RuleType, { description: 'What it takes.' })
  rule!: Rule;

  @Field(() => Boolean, { description: 'Whether anything goes out to it.' })
  isActive!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is closed.' })
  deactivatedReason?: string;

  @Field(() => Int, { description: 'How many deliveries run at once, over all processes.' })
  concurrency!: number;

  @Field(() => Int, { nullable: true, description: 'How many attempts begin in one minute at most.' })
  ratePerMinute?: number;

  @Field(() => DateTime, { description: 'When it was set up.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it was changed last.' })
  updatedAt!: Date;

  /** Sealed secrets by the name of the setting. Never leaves the module. */
  secrets!: Record<string, string>;
}

export const DestinationConnection = connectionType('Destination', () => DestinationRow);

const destinationSchema = new Schema<DestinationRow>({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  slug: { type: String, required: true },
  channelId: { type: String, required: true },
  settings: { type: Schema.Types.Mixed, default: {} },
  secrets: { type: Schema.Types.Mixed, default: {} },
  rule: { type: Schema.Types.Mixed, default: { conditions: [] } },
  isActive: { type: Boolean, required: true },
  deactivatedReason: String,
  concurrency: { type: Number, default: 4 },
  ratePerMinute: Number,
  createdAt: { type: Date, required: true },
  updatedAt: { type: Date, required: true },
}, { collection: 'destinations', versionKey: false, minimize: false });
destinationSchema.index({ slug: 1 }, { unique: true });
destinationSchema.index({ name: 1, _id: 1 });

export const DestinationModel = mongoose.model<DestinationRow>('Destination', destinationSchema);

/** More than this are not listed in memory: one batch of a find. */
const mostDestinations = 5000;

/** All destinations in memory, so that planning, feeds and workers ask for none of them. */
class DestinationCache extends EntityCache<DestinationRow> {
  private all: Promise<readonly DestinationRow[]> | undefined;

  override forget(id: string): void {
    this.all = undefined;
    super.forget(id);
  }

  override clear(): void {
    this.all = undefined;
    super.clear();
  }

  /** Every destination, active or not. */
  async list(): Promise<readonly DestinationRow[]> {
    const list = this.all ?? runCommand<DestinationRow>({ find: 'destinations', filter: {}, limit: mostDestinations });
    this.all = list;
    list.catch(() => { if (this.all === list) this.all = undefined; });
    return list;
  }
}

export const destinationCache = new DestinationCache('destinations', ['name', 'slug', 'channelId', 'settings', 'secrets', 'rule', 'isActive', 'deactivatedReason', 'concurrency', 'ratePerMinute', 'createdAt', 'updatedAt']);

/** The destination with this id or slug, from memory. */
export async function findDestination(idOrSlug: string): Promise<DestinationRow | undefined> {
  return (await destinationCache.list()).find(({ _id, slug }) => _id === idOrSlug || slug === idOrSlug);
}

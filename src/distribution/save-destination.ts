import { record } from '../accounts/index.js';
import { assertId, inTransaction, InvalidInputError, isDuplicateKey, newId, NotFoundError, type Context } from '../kernel/index.js';
import { channelNamed } from './channels.js';
import { keepSettings } from './destination-settings.js';
import { destinationCache, DestinationModel, type DestinationRow } from './destination.js';
import { DuplicateDestinationSlugError } from './errors.js';
import { checkRule } from './check-rule.js';
import type { Rule } from './rule.js';

/** What can be said about a destination. Settings hold secrets too, as the channel's form sends them. */
export interface DestinationFields {
  readonly name: string;
  readonly slug: string;
  readonly settings: Record<string, unknown>;
  readonly rule?: Rule;
  readonly concurrency?: number;
  readonly ratePerMinute?: number | null;
}

/** Sets up an outlet, active from now on. Throws UnknownChannelError, InvalidSettingsError, DuplicateDestinationSlugError, InvalidInputError. */
export async function createDestination(ctx: Context, input: DestinationFields & { readonly channelId: string }): Promise<DestinationRow> {
  const channel = channelNamed(input.channelId);
  const { name, slug, ratePerMinute } = input;
  checkFields(input);
  const row: DestinationRow = {
    _id: newId('destination'), name: name.trim(), slug, channelId: channel.id, ...keepSettings(channel, input.settings, { settings: {}, secrets: {} }, ctx.vault),
    rule: checkRule(input.rule), isActive: true, concurrency: input.concurrency ?? 4, ...(ratePerMinute ? { ratePerMinute } : {}), createdAt: ctx.now(), updatedAt: ctx.now(),
  };
  return save(slug, async () => {
    await DestinationModel.create([row]);
    await record(ctx, { action: 'destination.create', subjectType: 'Destination', subjectId: row._id, summary: { name: row.name, slug, channel: channel.id } });
    return row;
  });
}

/** Changes what is given. Settings are replaced whole, but secrets left out are kept. Throws as createDestination does, and NotFoundError. */
export async function updateDestination(ctx: Context, id: string, input: Partial<DestinationFields>): Promise<DestinationRow> {
  assertId(id, 'destination');
  checkFields(input);
  return save(input.slug ?? '', async () => {
    const before = await DestinationModel.findById(id).lean<DestinationRow>();
    if (!before) throw new NotFoundError({ id });
    const { set, unset } = changesOf(ctx, before, input);
    const after = await DestinationModel.findOneAndUpdate({ _id: id }, { $set: { ...set, updatedAt: ctx.now() }, $unset: unset }, { returnDocument: 'after' }).lean<DestinationRow>();
    await record(ctx, { action: 'destination.update', subjectType: 'Destination', subjectId: id, summary: { name: before.name, fields: [...Object.keys(set), ...Object.keys(unset)] } });
    return after!;
  });
}

function changesOf(ctx: Context, before: DestinationRow, { name, slug, settings, rule, concurrency, ratePerMinute }: Partial<DestinationFields>): { set: Partial<DestinationRow>; unset: { ratePerMinute?: 1 } } {
  const set = {
    ...(name != null && { name: name.trim() }), ...(slug != null && { slug }), ...(concurrency != null && { concurrency }), ...(rule != null && { rule: checkRule(rule) }),
    ...(ratePerMinute != null && { ratePerMinute }), ...(settings != null && keepSettings(channelNamed(before.channelId), settings, before, ctx.vault)),
  };
  return { set, unset: ratePerMinute === null ? { ratePerMinute: 1 } : {} };
}

async function save(slug: string, work: () => Promise<DestinationRow>): Promise<DestinationRow> {
  try {
    return await inTransaction(async () => {
      const row = await work();
      destinationCache.drop(row._id);
      return row;
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw new DuplicateDestinationSlugError({ slug });
    throw error;
  }
}

function checkFields({ name, slug, concurrency, ratePerMinute }: Partial<DestinationFields>): void {
  if (name != null && (!name.trim() || name.length > 100)) throw new InvalidInputError({ field: 'name', reason: '应为 1–100 个字 (1 to 100 characters)' });
  if (slug != null && (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60)) throw new InvalidInputError({ field: 'slug', reason: '只能用小写字母、数字和连字符，最多 60 个 (lower-case letters, digits and hyphens, at most 60)' });
  inRange('concurrency', concurrency, 1, 100);
  inRange('ratePerMinute', ratePerMinute, 1, 100_000);
}

function inRange(field: string, value: number | null | undefined, min: number, max: number): void {
  if (value != null && (!Number.isInteger(value) || value < min || value > max)) throw new InvalidInputError({ field, reason: `应为 ${min}–${max} 的整数 (a whole number from ${min} to ${max})` });
}

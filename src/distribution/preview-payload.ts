import { Field, Int, ObjectType } from 'type-graphql';
import { findLatestReleases, findRelease, type Release } from '../content/index.js';
import { assertId, NotFoundError, type Context } from '../kernel/index.js';
import type { Action } from './channel.js';
import { channelNamed } from './channels.js';
import { keepSettings } from './destination-settings.js';
import { destinationCache, type DestinationRow } from './destination.js';
import { renderPayload } from './render-payload.js';
import { checkRule } from './check-rule.js';
import { lookUp, toPublication } from './to-publication.js';

@ObjectType({ description: 'What would go out with these settings. Nothing was saved or sent.', simpleResolvers: true })
export class PayloadPreview {
  @Field(() => String, { nullable: true, description: 'The title of what was rendered.' })
  title?: string;

  @Field(() => String, { nullable: true, description: 'The media type.' })
  contentType?: string;

  @Field(() => String, { nullable: true, description: 'The text itself.' })
  body?: string;

  @Field(() => Int, { nullable: true, description: 'How many bytes would go out.' })
  bytes?: number;

  @Field(() => String, { nullable: true, description: 'Why nothing could be rendered; an editor or the settings must change.' })
  problem?: string;
}

/** What to render, and with which settings. */
export interface PayloadQuestion {
  /** Settings left out here are the destination's; its secrets need not be typed again. */
  readonly destinationId?: string | null;
  readonly channelId?: string | null;
  readonly settings?: Record<string, unknown> | null;
  /** The newest release, when left out. */
  readonly contentId?: string | null;
  readonly version?: number | null;
  readonly action?: Action | null;
}

/** Renders a release with settings that are not saved yet. Throws UnknownChannelError, InvalidSettingsError, NotFoundError. */
export async function previewPayload(ctx: Context, question: PayloadQuestion): Promise<PayloadPreview> {
  const destination = await draftOf(ctx, question);
  const release = await findAsked(question);
  if (!release) return { problem: '还没有发布过的稿件可供预览 (there is no release to preview with)' };
  const publication = toPublication(release, await lookUp(release, ctx.config.publicUrl));
  const { payload, problem } = await renderPayload(ctx, destination, publication, question.action ?? 'publish');
  const { title } = release;
  return payload ? { title, ...payload, bytes: Buffer.byteLength(payload.body) } : { title, problem };
}

/** A destination as it would be, never stored. */
async function draftOf(ctx: Context, { destinationId, channelId, settings }: PayloadQuestion): Promise<DestinationRow> {
  if (destinationId) assertId(destinationId, 'destination');
  const stored = destinationId ? await destinationCache.get(destinationId) : undefined;
  if (destinationId && !stored) throw new NotFoundError({ id: destinationId });
  const channel = channelNamed(stored?.channelId ?? channelId ?? '');
  const kept = settings || !stored ? keepSettings(channel, settings ?? {}, stored ?? { settings: {}, secrets: {} }, ctx.vault) : stored;
  const fresh: DestinationRow = { _id: 'destination_000000000000000000000000', name: '预览', slug: 'preview', channelId: channel.id, settings: {}, secrets: {}, rule: checkRule(undefined), isActive: true, concurrency: 1, createdAt: ctx.now(), updatedAt: ctx.now() };
  return { ...fresh, ...stored, settings: kept.settings, secrets: kept.secrets };
}

async function findAsked({ contentId, version }: PayloadQuestion): Promise<Release | null | undefined> {
  if (!contentId) return (await findLatestReleases(1))[0];
  assertId(contentId);
  const latest = version ?? (await findLatestReleases(100)).find((release) => release.contentId === contentId)?.version ?? 1;
  const release = await findRelease(contentId, latest);
  if (!release) throw new NotFoundError({ id: contentId });
  return release;
}

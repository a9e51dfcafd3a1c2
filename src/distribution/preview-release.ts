import type { Release } from '../content/index.js';
import type { Context } from '../kernel/index.js';
import { findChannel } from './channels.js';
import { checkRule } from './check-rule.js';
import { DestinationModel, type DestinationRow } from './destination.js';
import { renderPayload, type Rendering } from './render-payload.js';
import { lookUp, toPublication } from './to-publication.js';

/** What a channel would be sent of this release, by the settings of its first destination that is open; nothing is stored or sent. Undefined where the channel is not installed. */
export async function previewRelease(ctx: Context, release: Release, channelId: string): Promise<Rendering | undefined> {
  if (!findChannel(channelId)) return undefined;
  const stored = await DestinationModel.findOne({ channelId, isActive: true }).sort({ createdAt: 1 }).lean<DestinationRow>();
  const publication = toPublication(release, await lookUp(release, ctx.config.publicUrl));
  return renderPayload(ctx, stored ?? blank(ctx, channelId), publication, 'publish');
}

const blank = (ctx: Context, channelId: string): DestinationRow => ({
  _id: 'destination_000000000000000000000000', name: '预览', slug: 'preview', channelId, settings: {}, secrets: {}, rule: checkRule(undefined), isActive: true, concurrency: 1, createdAt: ctx.now(), updatedAt: ctx.now(),
});

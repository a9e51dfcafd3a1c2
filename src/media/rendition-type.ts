import { Field, Int, ObjectType } from 'type-graphql';
import type { Context } from '../kernel/index.js';
import type { Asset } from './asset.js';
import { planRendition, planWidths, renditionPath } from './plan-rendition.js';
import { RenditionPresetEnum, type RenditionPreset } from './presets.js';
import { addressFor } from './signed-address.js';

@ObjectType({ description: 'A picture cut and encoded for one place. It is made when it is first asked for, and its address never shows other pixels.', simpleResolvers: true })
export class Rendition {
  @Field(() => RenditionPresetEnum, { description: 'What it is cut and encoded for.' })
  preset!: RenditionPreset;

  @Field(() => String, { description: 'Its path below the public address. Presets of the site answer AVIF, WebP or JPEG, as the reader accepts.' })
  url!: string;

  @Field(() => Int, { description: 'Width in pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Height in pixels.' })
  height!: number;

  @Field(() => String, { description: 'All widths of the preset, as the srcset of an img element.' })
  srcset!: string;
}

/** A picture for a preset, worked out without asking anybody; undefined for what is no picture. */
export function renditionOf(ctx: Context, asset: Asset, preset: RenditionPreset, width?: number): Rendition | undefined {
  const plan = planRendition(asset, preset, width);
  if (!plan) return undefined;
  return {
    preset, url: addressFor(ctx, renditionPath(asset._id, plan)), width: plan.size.width, height: plan.size.height,
    // Worked out only when it is asked for: a list of cards mostly needs one address each.
    get srcset() { return planWidths(asset, preset).map((each) => `${addressFor(ctx, renditionPath(asset._id, each))} ${each.size.width}w`).join(', '); },
  };
}

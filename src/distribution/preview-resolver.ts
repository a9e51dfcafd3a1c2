import { Arg, Authorized, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { JsonObject, type Context } from '../kernel/index.js';
import type { Action } from './channel.js';
import { ActionEnum } from './delivery.js';
import { PayloadPreview, previewPayload, type PayloadQuestion } from './preview-payload.js';

@InputType({ description: 'What to render, and with which settings.' })
export class PreviewPayloadInput implements PayloadQuestion {
  @Field(() => ID, { nullable: true, description: 'The destination whose settings and secrets are taken where none are given.' })
  destinationId?: string;

  @Field(() => String, { nullable: true, description: 'The kind of outlet, when no destination is named.' })
  channelId?: string;

  @Field(() => JsonObject, { nullable: true, description: 'All its settings, as they would be saved. Secrets left out are the destination\'s.' })
  settings?: Record<string, unknown>;

  @Field(() => ID, { nullable: true, description: 'The content; the newest release, when left out.' })
  contentId?: string;

  @Field(() => Int, { nullable: true, description: 'Its version; the newest, when left out.' })
  version?: number;

  @Field(() => ActionEnum, { nullable: true, description: 'What would be done; a publication, when left out.' })
  action?: Action;
}

@Resolver()
export class PreviewResolver {
  @Authorized('destination.manage')
  @Mutation(() => PayloadPreview, { description: '预览: what would go out with settings that are not saved yet, such as a field mapping. Saves and sends nothing.' })
  previewPayload(@Arg('input', () => PreviewPayloadInput, { description: 'What to render.' }) input: PreviewPayloadInput, @Ctx() ctx: Context): Promise<PayloadPreview> {
    return previewPayload(ctx, input);
  }
}

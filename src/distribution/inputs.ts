import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime, JsonObject } from '../kernel/index.js';
import type { Action } from './channel.js';
import { DeliveryStateEnum, type DeliveryState } from './delivery-states.js';
import { ActionEnum } from './delivery.js';
import type { DeliveryFilter } from './find-deliveries.js';
import { RuleType } from './rule-type.js';

@InputType({ description: 'An outlet to be set up.' })
export class CreateDestinationInput {
  @Field(() => String, { description: 'Its name, at most 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'Its name in addresses: lower-case letters, digits and hyphens, unique.' })
  slug!: string;

  @Field(() => String, { description: 'The kind of outlet: the id of a channel.' })
  channelId!: string;

  @Field(() => JsonObject, { description: 'Its settings, as the channel\'s schema has them, secrets among them. Secrets can be written, never read.' })
  settings!: Record<string, unknown>;

  @Field(() => RuleType, { nullable: true, description: 'What it takes; everything, when left out.' })
  rule?: RuleType;

  @Field(() => Int, { nullable: true, description: 'How many deliveries may run at once; 4 when left out.' })
  concurrency?: number;

  @Field(() => Int, { nullable: true, description: 'How many attempts may begin in one minute; no limit when left out.' })
  ratePerMinute?: number;
}

@InputType({ description: 'What to change about an outlet. What is left out stays.' })
export class UpdateDestinationInput {
  @Field(() => ID, { description: 'The destination.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string;

  @Field(() => String, { nullable: true, description: 'Its name in addresses. Readers of the old address find nothing there.' })
  slug?: string;

  @Field(() => JsonObject, { nullable: true, description: 'All its settings. A secret that is left out keeps its value; null removes it.' })
  settings?: Record<string, unknown>;

  @Field(() => RuleType, { nullable: true, description: 'What it takes from now on.' })
  rule?: RuleType;

  @Field(() => Int, { nullable: true, description: 'How many deliveries may run at once.' })
  concurrency?: number;

  @Field(() => Int, { nullable: true, description: 'How many attempts may begin in one minute; null for no limit.' })
  ratePerMinute?: number | null;
}

@InputType('DeliveryFilter', { description: 'Which deliveries to list.' })
export class DeliveryFilterInput implements DeliveryFilter {
  @Field(() => ID, { nullable: true, description: 'Of this destination.' })
  destinationId?: string;

  @Field(() => ID, { nullable: true, description: 'Of this content.' })
  contentId?: string;

  @Field(() => Int, { nullable: true, description: 'Of this version.' })
  version?: number;

  @Field(() => [DeliveryStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: DeliveryState[];

  @Field(() => ActionEnum, { nullable: true, description: 'With this action.' })
  action?: Action;

  @Field(() => DateTime, { nullable: true, description: 'Planned at or after.' })
  since?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Planned before.' })
  until?: Date;

  @Field(() => Boolean, { nullable: true, description: 'Only those that have been due for more than five minutes.' })
  isLate?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Only those that nothing but a person moves on: refused, given up, unclear, or waiting at a closed destination.' })
  needsPerson?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'True: only of destinations that are active. False: only of closed ones.' })
  isDestinationActive?: boolean;
}

@InputType({ description: 'What a person found out about a delivery.' })
export class SettleByHandInput {
  @Field(() => ID, { description: 'The delivery.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it arrived. If not, it is closed, and can be sent again.' })
  hasArrived!: boolean;

  @Field(() => String, { description: 'How it was found out.' })
  note!: string;

  @Field(() => String, { nullable: true, description: 'Where it ran.' })
  url?: string;
}

@InputType({ description: 'A time range of deliveries to send again.' })
export class ReplayDeliveriesInput {
  @Field(() => ID, { nullable: true, description: 'Of this destination only. Left out: of all that are active, after an outage of our own.' })
  destinationId?: string;

  @Field(() => DateTime, { description: 'Planned at or after.' })
  from!: Date;

  @Field(() => DateTime, { description: 'Planned before.' })
  until!: Date;

  @Field(() => Boolean, { nullable: true, description: 'Also what arrived: for a receiver that lost its data.' })
  withDelivered?: boolean;
}

import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../kernel/index.js';
import { ReceiptOutcomeEnum, type ReceiptOutcome } from './partner-receipt.js';
import type { ReceiptReport } from './report-receipt.js';

@InputType({ description: 'What became of a delivery: named by its id, or by content and version.' })
export class ReportReceiptInput implements ReceiptReport {
  @Field(() => ID, { nullable: true, description: 'The delivery: the `webhook-id` it came with.' })
  deliveryId?: string;

  @Field(() => ID, { nullable: true, description: 'The content, `altIds.docId` of the item, together with `version`; of your own destination.' })
  contentId?: string;

  @Field(() => Int, { nullable: true, description: 'The version of the item.' })
  version?: number;

  @Field(() => ReceiptOutcomeEnum, { description: 'What you did with it.' })
  outcome!: ReceiptOutcome;

  @Field(() => String, { nullable: true, description: 'Where it ran: an http or https address.' })
  url?: string;

  @Field(() => String, { nullable: true, description: 'Where on the page or in the programme, at most 100 characters.' })
  position?: string;

  @Field(() => String, { nullable: true, description: 'Your words, at most 1,000 characters.' })
  message?: string;

  @Field(() => DateTime, { nullable: true, description: 'When it ran; now, when left out.' })
  ranAt?: Date;
}

@InputType({ description: 'A time range of your deliveries to send again.' })
export class ReplayMyDeliveriesInput {
  @Field(() => DateTime, { description: 'Planned at or after.' })
  from!: Date;

  @Field(() => DateTime, { description: 'Planned before.' })
  until!: Date;

  @Field(() => Boolean, { nullable: true, description: 'Also what arrived: when you lost your data. Each has the webhook-id it had before.' })
  withDelivered?: boolean;
}

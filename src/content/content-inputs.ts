import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../kernel/index.js';
import type { GivenOptions } from './release-options.js';
import { TargetsInput } from './targets.js';

/** How a release goes out: what publications, corrections and scheduled ones have in common. */
@InputType({ description: 'How a release goes out.' })
abstract class ReleaseOptionsInput implements GivenOptions {
  @Field(() => DateTime, { nullable: true, description: '禁发至: receivers get it now but may not run it before; readers here see it then. Absent: no embargo.' })
  embargoedUntil?: Date | null;

  @Field(() => String, { nullable: true, description: 'The IANA time zone to show the embargo in; Asia/Shanghai when left out.' })
  embargoTimeZone?: string | null;

  @Field(() => TargetsInput, { nullable: true, description: '定向分发. Left out: by the rules alone; of a correction, as the version before it.' })
  targets?: TargetsInput | null;
}

@InputType({ description: 'A publication.' })
export class PublishContentInput extends ReleaseOptionsInput {
  @Field(() => ID, { description: 'The content. Its approved revision is published.' })
  id!: string;
}

@InputType({ description: 'A publication at a time to come: nothing leaves the house before. An embargo in it is another thing, and ends later.' })
export class ScheduleContentInput extends ReleaseOptionsInput {
  @Field(() => ID, { description: 'The content. Its approved revision is published.' })
  id!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { nullable: true, defaultValue: 'Asia/Shanghai', description: 'The IANA time zone to show the time in.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed when it corrects what is published: why; 1 to 500 characters.' })
  note?: string;
}

@InputType({ description: 'A correction of what is published.' })
export class CorrectContentInput extends ReleaseOptionsInput {
  @Field(() => ID, { description: 'The content. Its approved revision replaces the published one, everywhere.' })
  id!: string;

  @Field(() => String, { description: 'What was wrong, as receivers are told; 1 to 500 characters.' })
  note!: string;
}

@InputType({ description: 'A retraction.' })
export class RetractContentInput {
  @Field(() => ID, { description: 'The content. It is taken back, everywhere.' })
  id!: string;

  @Field(() => String, { description: 'Why, as receivers are told; 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'An earlier revision to bring back.' })
export class RestoreRevisionInput {
  @Field(() => ID, { description: 'The content.' })
  id!: string;

  @Field(() => Int, { description: 'The number of the revision to bring back.' })
  number!: number;

  @Field(() => Int, { description: 'The number of the newest revision, as you saw it.' })
  expectedRevision!: number;
}

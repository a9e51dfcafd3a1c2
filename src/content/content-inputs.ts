import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../kernel/index.js';

@InputType({ description: 'A publication.' })
export class PublishContentInput {
  @Field(() => ID, { description: 'The content. Its approved revision is published.' })
  id!: string;

  @Field(() => DateTime, { nullable: true, description: 'Embargo: receivers get it now but may not run it before.' })
  embargoedUntil?: Date;
}

@InputType({ description: 'A publication at a time to come.' })
export class ScheduleContentInput {
  @Field(() => ID, { description: 'The content. Its approved revision is published.' })
  id!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { nullable: true, defaultValue: 'Asia/Shanghai', description: 'The IANA time zone to show the time in.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed when it corrects what is published: why; 1 to 500 characters.' })
  note?: string;

  @Field(() => DateTime, { nullable: true, description: 'Embargo: receivers may not run it before.' })
  embargoedUntil?: Date;
}

@InputType({ description: 'A correction of what is published.' })
export class CorrectContentInput {
  @Field(() => ID, { description: 'The content. Its approved revision replaces the published one, everywhere.' })
  id!: string;

  @Field(() => String, { description: 'What was wrong, as receivers are told; 1 to 500 characters.' })
  note!: string;

  @Field(() => DateTime, { nullable: true, description: 'Embargo: receivers may not run it before.' })
  embargoedUntil?: Date;
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

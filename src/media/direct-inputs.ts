import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';

@InputType({ description: 'A file that is to go in parts straight to the storage.' })
export class BeginDirectUploadInput {
  @Field(() => String, { description: 'Its name.' })
  filename!: string;

  @Field(() => Float, { description: 'Its size in bytes.' })
  size!: number;

  @Field(() => String, { nullable: true, description: 'What the sender takes it for, such as video/mp4; its bytes decide in the end.' })
  contentType?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whose it is to be, for those who may send for other units; one\'s own unit\'s when absent.' })
  unitId?: string | null;
}

@InputType({ description: 'A part that the storage has taken.' })
export class ArrivedPartInput {
  @Field(() => Int, { description: 'Its number, from 1.' })
  number!: number;

  @Field(() => String, { description: 'The ETag that the storage answered with.' })
  etag!: string;
}

@InputType({ description: 'Which parts are to be sent next, and which have arrived since.' })
export class SignUploadPartsInput {
  @Field(() => ID, { description: 'The upload.' })
  id!: string;

  @Field(() => [Int], { description: 'The numbers of the parts to be sent, from 1, at most 100 at once.' })
  numbers!: number[];

  @Field(() => [ArrivedPartInput], { nullable: true, description: 'Parts that have arrived: they are noted, and need not be sent again after a break.' })
  arrived?: ArrivedPartInput[] | null;
}

@InputType({ description: 'An upload all of whose parts have arrived.' })
export class CompleteDirectUploadInput {
  @Field(() => ID, { description: 'The upload.' })
  id!: string;

  @Field(() => [ArrivedPartInput], { nullable: true, description: 'Parts that have arrived and were not told yet.' })
  arrived?: ArrivedPartInput[] | null;
}

@ObjectType({ description: 'Where one part of a file goes.', simpleResolvers: true })
export class UploadPartAddress {
  @Field(() => Int, { description: 'The number of the part, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Takes the part by PUT, for an hour, without any header of ours. The answer\'s ETag is to be told.' })
  url!: string;
}

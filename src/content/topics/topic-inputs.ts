import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A new topic.' })
export class CreateTopicInput {
  @Field(() => String, { description: 'Its name, 1 to 40 characters; no sibling has it.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The topic above it; none for a root.' })
  parentId?: string;

  @Field(() => String, { nullable: true, description: 'Its name in addresses; made from the name when absent.' })
  slug?: string;

  @Field(() => Int, { nullable: true, description: 'Its place among its siblings; the last when absent.' })
  order?: number;
}

@InputType({ description: 'A new name for a topic.' })
export class RenameTopicInput {
  @Field(() => ID, { description: 'The topic.' })
  id!: string;

  @Field(() => String, { description: 'Its name, 1 to 40 characters; no sibling has it. Its address stays.' })
  name!: string;
}

@InputType({ description: 'A new place for a topic, with all below it.' })
export class MoveTopicInput {
  @Field(() => ID, { description: 'The topic.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The topic it is to be below; none for a root. Never itself or one below it.' })
  parentId?: string;

  @Field(() => ID, { nullable: true, description: 'The sibling it is to stand before; the last when absent.' })
  beforeId?: string;
}

import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Condition, Rule } from './rule.js';

@ObjectType('RuleCondition', { description: 'One condition: all that is given must hold; within one list, any.', simpleResolvers: true })
@InputType('RuleConditionInput', { description: 'One condition: all that is given must hold; within one list, any.' })
export class ConditionType implements Condition {
  @Field(() => [String], { nullable: true, description: 'Kinds of content: article, case, video.' })
  kinds?: string[];

  @Field(() => [ID], { nullable: true, description: 'Topics, with all below them.' })
  topicIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'Units.' })
  unitIds?: string[];

  @Field(() => [String], { nullable: true, description: 'Tags.' })
  tags?: string[];

  @Field(() => [String], { nullable: true, description: 'Places, or parts of their names.' })
  places?: string[];

  @Field(() => Int, { nullable: true, description: 'The least importance, 1 to 5.' })
  minImportance?: number;

  @Field(() => [String], { nullable: true, description: 'Words of which one stands in title, summary or body.' })
  texts?: string[];

  @Field(() => Boolean, { nullable: true, description: 'Whether what it selects is kept out, whatever else holds.' })
  isBlocked?: boolean;
}

@ObjectType('Rule', { description: 'What a destination takes: what any condition selects (everything, when there is none) and no blocking one does.', simpleResolvers: true })
@InputType('RuleInput', { description: 'What a destination takes: what any condition selects (everything, when there is none) and no blocking one does.' })
export class RuleType implements Rule {
  @Field(() => [ConditionType], { description: 'Its conditions; one that holds is enough.' })
  conditions!: ConditionType[];
}

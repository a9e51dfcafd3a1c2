import { Field, ObjectType } from 'type-graphql';
import { DateTime, graphqlEnum } from '../kernel/index.js';

/** How bad a problem is: something does not work, or somebody should look. */
export const problemGrades = ['trouble', 'attention'] as const;
export type ProblemGrade = (typeof problemGrades)[number];
export const ProblemGradeEnum = graphqlEnum<ProblemGrade>('ProblemGrade', 'How bad a problem is.', {
  trouble: 'Something does not work.', attention: 'A person should look at something.',
});

@ObjectType({ description: 'Something that is wrong now, in words that say what to do.', simpleResolvers: true })
export class Problem {
  @Field(() => String, { description: 'What kind it is, such as `delivery.overdue`: stable, for rules of a monitor.' })
  kind!: string;

  @Field(() => ProblemGradeEnum, { description: 'How bad it is.' })
  grade!: ProblemGrade;

  @Field(() => String, { description: 'In Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'In English.' })
  en!: string;

  @Field(() => String, { nullable: true, description: 'What it is about: a destination, a content, a kind of job.' })
  subject?: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when, as far as that is known.' })
  since?: Date;
}

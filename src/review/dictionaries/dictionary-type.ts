import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, graphqlEnum } from '../../kernel/index.js';
import type { Severity } from '../checks/index.js';
import { SeverityEnum } from '../review.js';
import type { DictionaryName } from './dictionary-entry.js';

export const DictionaryNameEnum = graphqlEnum<DictionaryName>('DictionaryName', 'A dictionary of the checks.', {
  words: '错敏词: what is written wrongly, and what to write instead.', extremes: '极限词: absolute claims.',
  leaders: '领导姓名职务: names and posts, in their order of precedence.', sources: '来源白名单: who may be quoted without asking.',
});

@ObjectType('DictionaryEntry', { description: 'A line of a dictionary.', simpleResolvers: true })
export class DictionaryEntryType {
  @Field(() => String, { description: 'The word that is looked for; the name of a leader or a source.' })
  term!: string;

  @Field(() => String, { nullable: true, description: 'What to write instead.' })
  replacement?: string;

  @Field(() => SeverityEnum, { nullable: true, description: 'How much it weighs; of words only.' })
  severity?: Severity;

  @Field(() => [String], { description: 'Longer words that hold the term by chance and are right.' })
  exceptions!: readonly string[];

  @Field(() => [String], { description: 'A leader\'s posts, the highest first.' })
  posts!: readonly string[];

  @Field(() => [String], { description: 'Wrong ways in which a leader\'s name has been written.' })
  misspellings!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Why; shown with the finding.' })
  note?: string;
}

@ObjectType({ description: 'A version of a dictionary: who saved it, and what changed.', simpleResolvers: true })
export class DictionaryVersion {
  @Field(() => DictionaryNameEnum, { description: 'The dictionary.' })
  name!: DictionaryName;

  @Field(() => Int, { description: 'Counts from 1; 0 is what the product brings.' })
  number!: number;

  @Field(() => Int, { description: 'How many lines it has.' })
  size!: number;

  @Field(() => Int, { description: 'Lines that the version before did not have.' })
  added!: number;

  @Field(() => Int, { description: 'Lines that only the version before has.' })
  removed!: number;

  @Field(() => Int, { description: 'Lines that say something else than before.' })
  changed!: number;

  @Field(() => String, { nullable: true, description: 'What was said on saving.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'The version it brought back.' })
  restoredFrom?: number;

  @Field(() => ID, { nullable: true, description: 'Who saved it; nobody, for the product\'s own.' })
  savedBy?: string;

  @Field(() => String, { nullable: true, description: 'Their name.' })
  savedByName?: string;

  @Field(() => DateTime, { nullable: true, description: 'When.' })
  savedAt?: Date;
}

@ObjectType({ description: 'A dictionary of the checks, in one version.', simpleResolvers: true })
export class Dictionary extends DictionaryVersion {
  @Field(() => [DictionaryEntryType], { description: 'Its lines; leaders in their order of precedence.' })
  entries!: readonly DictionaryEntryType[];
}

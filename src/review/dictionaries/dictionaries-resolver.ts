import { Arg, Authorized, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/index.js';
import type { Severity } from '../checks/index.js';
import { asReviewFinding, CheckReport, SeverityEnum } from '../review.js';
import type { DictionaryName } from './dictionary-entry.js';
import { Dictionary, DictionaryNameEnum, DictionaryVersion } from './dictionary-type.js';
import { findDictionaries, findDictionary, findVersions } from './find-dictionaries.js';
import type { EntryInput } from './read-entries.js';
import { restoreDictionary, saveDictionary } from './save-dictionary.js';
import { tryDictionary } from './try-dictionary.js';

@InputType({ description: 'A line of a dictionary. What its dictionary does not have is left out.' })
export class DictionaryEntryInput implements EntryInput {
  @Field(() => String, { description: 'The word to look for, 2 to 60 characters; the name of a leader or a source.' })
  term!: string;

  @Field(() => String, { nullable: true, description: 'What to write instead; at most 100 characters.' })
  replacement?: string;

  @Field(() => SeverityEnum, { nullable: true, description: 'How much it weighs; it warns when absent.' })
  severity?: Severity;

  @Field(() => [String], { nullable: true, description: 'Longer words that hold the term and are right; at most 20.' })
  exceptions?: string[];

  @Field(() => [String], { nullable: true, description: 'A leader\'s posts, the highest first.' })
  posts?: string[];

  @Field(() => [String], { nullable: true, description: 'Wrong ways of writing a leader\'s name.' })
  misspellings?: string[];

  @Field(() => String, { nullable: true, description: 'Why; shown with the finding. At most 200 characters.' })
  note?: string;
}

@InputType({ description: 'A whole new version of a dictionary.' })
export class SaveDictionaryInput {
  @Field(() => DictionaryNameEnum, { description: 'The dictionary.' })
  name!: DictionaryName;

  @Field(() => Int, { description: 'The version that was changed, as you saw it; 0 for the product\'s own.' })
  expectedNumber!: number;

  @Field(() => [DictionaryEntryInput], { description: 'All lines, at most 5000; leaders in their order of precedence.' })
  entries!: DictionaryEntryInput[];

  @Field(() => String, { nullable: true, description: 'What was changed and why; at most 200 characters.' })
  note?: string;
}

@InputType({ description: 'An earlier version to bring back.' })
export class RestoreDictionaryInput {
  @Field(() => DictionaryNameEnum, { description: 'The dictionary.' })
  name!: DictionaryName;

  @Field(() => Int, { description: 'The version to bring back; 0 for the product\'s own.' })
  number!: number;

  @Field(() => Int, { description: 'The newest version, as you saw it.' })
  expectedNumber!: number;
}

@InputType({ description: 'A text to look through.' })
export class TryDictionaryInput {
  @Field(() => String, { description: 'The text, at most 20,000 characters.' })
  text!: string;

  @Field(() => DictionaryNameEnum, { nullable: true, description: 'The dictionary that `entries` stand for.' })
  name?: DictionaryName;

  @Field(() => [DictionaryEntryInput], { nullable: true, description: 'Lines that are not saved.' })
  entries?: DictionaryEntryInput[];
}

const theName = { description: 'The dictionary.' };
const theInput = { description: 'What to do.' };

@Resolver()
export class DictionariesResolver {
  @Authorized('dictionary.manage')
  @Query(() => [DictionaryVersion], { description: '词库: the dictionaries of the checks, each in its newest version.' })
  dictionaries(): Promise<DictionaryVersion[]> {
    return findDictionaries();
  }

  @Authorized('dictionary.manage')
  @Query(() => Dictionary, { description: 'A dictionary with its lines.' })
  dictionary(@Arg('name', () => DictionaryNameEnum, theName) name: DictionaryName, @Arg('number', () => Int, { nullable: true, description: 'The version; the newest when absent.' }) number?: number): Promise<Dictionary> {
    return findDictionary(name, number);
  }

  @Authorized('dictionary.manage')
  @Query(() => [DictionaryVersion], { description: 'The versions of a dictionary, the newest first, the product\'s own last.' })
  dictionaryVersions(@Arg('name', () => DictionaryNameEnum, theName) name: DictionaryName): Promise<DictionaryVersion[]> {
    return findVersions(name);
  }

  @Authorized('dictionary.manage')
  @Query(() => CheckReport, { description: 'What the dictionaries find in a text, also with lines that are not saved.' })
  async tryDictionary(@Arg('input', () => TryDictionaryInput, theInput) input: TryDictionaryInput, @Ctx() ctx: Context): Promise<CheckReport> {
    const { findings, dictionaryVersion } = await tryDictionary(ctx, input);
    return { findings: findings.map(asReviewFinding), dictionaryVersion };
  }

  @Authorized('dictionary.manage')
  @Mutation(() => DictionaryVersion, { description: 'Saves the next version of a dictionary. Checks read it from then on; what was found before keeps the version it names.' })
  saveDictionary(@Arg('input', () => SaveDictionaryInput, theInput) input: SaveDictionaryInput, @Ctx() ctx: Context): Promise<DictionaryVersion> {
    return saveDictionary(ctx, input);
  }

  @Authorized('dictionary.manage')
  @Mutation(() => DictionaryVersion, { description: 'Brings an earlier version back as the next one.' })
  restoreDictionary(@Arg('input', () => RestoreDictionaryInput, theInput) input: RestoreDictionaryInput, @Ctx() ctx: Context): Promise<DictionaryVersion> {
    return restoreDictionary(ctx, input);
  }
}

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A line of a dictionary. What its dictionary does not have is left out. */
export type DictionaryEntryInput = {
  /** Longer words that hold the term and are right; at most 20. */
  readonly exceptions?: ReadonlyArray<string> | null | undefined;
  /** Wrong ways of writing a leader's name. */
  readonly misspellings?: ReadonlyArray<string> | null | undefined;
  /** Why; shown with the finding. At most 200 characters. */
  readonly note?: string | null | undefined;
  /** A leader's posts, the highest first. */
  readonly posts?: ReadonlyArray<string> | null | undefined;
  /** What to write instead; at most 100 characters. */
  readonly replacement?: string | null | undefined;
  /** How much it weighs; it warns when absent. */
  readonly severity?: FindingSeverity | null | undefined;
  /** The word to look for, 2 to 60 characters; the name of a leader or a source. */
  readonly term: string;
};

/** A dictionary of the checks. */
export type DictionaryName =
  /** 极限词: absolute claims. */
  | 'EXTREMES'
  /** 领导姓名职务: names and posts, in their order of precedence. */
  | 'LEADERS'
  /** 来源白名单: who may be quoted without asking. */
  | 'SOURCES'
  /** 错敏词: what is written wrongly, and what to write instead. */
  | 'WORDS';

/** How much a finding weighs. */
export type FindingSeverity =
  /** Nothing is signed until it is mended or overridden. */
  | 'BLOCK'
  /** To be looked at. */
  | 'WARN';

/** An earlier version to bring back. */
export type RestoreDictionaryInput = {
  /** The newest version, as you saw it. */
  readonly expectedNumber: number;
  /** The dictionary. */
  readonly name: DictionaryName;
  /** The version to bring back; 0 for the product's own. */
  readonly number: number;
};

/** A whole new version of a dictionary. */
export type SaveDictionaryInput = {
  /** All lines, at most 5000; leaders in their order of precedence. */
  readonly entries: ReadonlyArray<DictionaryEntryInput>;
  /** The version that was changed, as you saw it; 0 for the product's own. */
  readonly expectedNumber: number;
  /** The dictionary. */
  readonly name: DictionaryName;
  /** What was changed and why; at most 200 characters. */
  readonly note?: string | null | undefined;
};

/** A text to look through. */
export type TryDictionaryInput = {
  /** Lines that are not saved. */
  readonly entries?: ReadonlyArray<DictionaryEntryInput> | null | undefined;
  /** The dictionary that `entries` stand for. */
  readonly name?: DictionaryName | null | undefined;
  /** The text, at most 20,000 characters. */
  readonly text: string;
};

export type DictionariesQueryVariables = Exact<{ [key: string]: never; }>;


export type DictionariesQuery = { readonly dictionaries: ReadonlyArray<{ readonly name: Schema.DictionaryName, readonly number: number, readonly size: number, readonly savedAt: string | null, readonly savedByName: string | null }> };

export type DictionaryLinesQueryVariables = Exact<{
  name: Schema.DictionaryName;
  number?: number | null | undefined;
}>;


export type DictionaryLinesQuery = { readonly dictionary: { readonly name: Schema.DictionaryName, readonly number: number, readonly size: number, readonly note: string | null, readonly restoredFrom: number | null, readonly savedAt: string | null, readonly savedByName: string | null, readonly entries: ReadonlyArray<{ readonly term: string, readonly replacement: string | null, readonly severity: Schema.FindingSeverity | null, readonly exceptions: ReadonlyArray<string>, readonly posts: ReadonlyArray<string>, readonly misspellings: ReadonlyArray<string>, readonly note: string | null }> } };

export type DictionaryVersionsQueryVariables = Exact<{
  name: Schema.DictionaryName;
}>;


export type DictionaryVersionsQuery = { readonly dictionaryVersions: ReadonlyArray<{ readonly name: Schema.DictionaryName, readonly number: number, readonly size: number, readonly added: number, readonly removed: number, readonly changed: number, readonly note: string | null, readonly restoredFrom: number | null, readonly savedAt: string | null, readonly savedByName: string | null }> };

export type TryDictionaryQueryVariables = Exact<{
  input: Schema.TryDictionaryInput;
}>;


export type TryDictionaryQuery = { readonly tryDictionary: { readonly findings: ReadonlyArray<{ readonly key: string, readonly severity: Schema.FindingSeverity, readonly start: number, readonly end: number, readonly excerpt: string, readonly message: string, readonly messageEn: string, readonly dictionaryVersion: string | null }> } };

export type SaveDictionaryMutationVariables = Exact<{
  input: Schema.SaveDictionaryInput;
}>;


export type SaveDictionaryMutation = { readonly saveDictionary: { readonly name: Schema.DictionaryName, readonly number: number } };

export type RestoreDictionaryMutationVariables = Exact<{
  input: Schema.RestoreDictionaryInput;
}>;


export type RestoreDictionaryMutation = { readonly restoreDictionary: { readonly name: Schema.DictionaryName, readonly number: number } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const DictionariesDocument = new TypedDocumentString(`
    query Dictionaries {
  dictionaries {
    name
    number
    size
    savedAt
    savedByName
  }
}
    `) as unknown as TypedDocumentString<DictionariesQuery, DictionariesQueryVariables>;
export const DictionaryLinesDocument = new TypedDocumentString(`
    query DictionaryLines($name: DictionaryName!, $number: Int) {
  dictionary(name: $name, number: $number) {
    name
    number
    size
    note
    restoredFrom
    savedAt
    savedByName
    entries {
      term
      replacement
      severity
      exceptions
      posts
      misspellings
      note
    }
  }
}
    `) as unknown as TypedDocumentString<DictionaryLinesQuery, DictionaryLinesQueryVariables>;
export const DictionaryVersionsDocument = new TypedDocumentString(`
    query DictionaryVersions($name: DictionaryName!) {
  dictionaryVersions(name: $name) {
    name
    number
    size
    added
    removed
    changed
    note
    restoredFrom
    savedAt
    savedByName
  }
}
    `) as unknown as TypedDocumentString<DictionaryVersionsQuery, DictionaryVersionsQueryVariables>;
export const TryDictionaryDocument = new TypedDocumentString(`
    query TryDictionary($input: TryDictionaryInput!) {
  tryDictionary(input: $input) {
    findings {
      key
      severity
      start
      end
      excerpt
      message
      messageEn
      dictionaryVersion
    }
  }
}
    `) as unknown as TypedDocumentString<TryDictionaryQuery, TryDictionaryQueryVariables>;
export const SaveDictionaryDocument = new TypedDocumentString(`
    mutation SaveDictionary($input: SaveDictionaryInput!) {
  saveDictionary(input: $input) {
    name
    number
  }
}
    `) as unknown as TypedDocumentString<SaveDictionaryMutation, SaveDictionaryMutationVariables>;
export const RestoreDictionaryDocument = new TypedDocumentString(`
    mutation RestoreDictionary($input: RestoreDictionaryInput!) {
  restoreDictionary(input: $input) {
    name
    number
  }
}
    `) as unknown as TypedDocumentString<RestoreDictionaryMutation, RestoreDictionaryMutationVariables>;
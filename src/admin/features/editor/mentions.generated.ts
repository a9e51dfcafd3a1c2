/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type MyMentionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyMentionsQuery = { readonly mentions: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly contentId: string, readonly title: string, readonly quote: string, readonly text: string, readonly byName: string, readonly at: string }> } };

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

export const MyMentionsDocument = new TypedDocumentString(`
    query MyMentions {
  mentions(first: 10) {
    totalCount
    nodes {
      id
      contentId
      title
      quote
      text
      byName
      at
    }
  }
}
    `) as unknown as TypedDocumentString<MyMentionsQuery, MyMentionsQueryVariables>;
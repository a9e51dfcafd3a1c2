/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type HomeReturnedQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeReturnedQuery = { readonly contents: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly savedAt: string, readonly savedByName: string } | null }
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly savedAt: string, readonly savedByName: string } | null }
      | { readonly id: string, readonly title: string, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly editorial: { readonly savedAt: string, readonly savedByName: string } | null }
    > } };

export type HomeScheduledQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeScheduledQuery = { readonly contents: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly editorial: { readonly schedule: { readonly at: string, readonly timeZone: string } | null } | null }
      | { readonly id: string, readonly title: string, readonly editorial: { readonly schedule: { readonly at: string, readonly timeZone: string } | null } | null }
      | { readonly id: string, readonly title: string, readonly editorial: { readonly schedule: { readonly at: string, readonly timeZone: string } | null } | null }
    > } };

export type HomeNewestQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeNewestQuery = { readonly contents: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly title: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly unit: { readonly id: string, readonly shortName: string } | null }
      | { readonly id: string, readonly slug: string, readonly title: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly unit: { readonly id: string, readonly shortName: string } | null }
      | { readonly id: string, readonly slug: string, readonly title: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly unit: { readonly id: string, readonly shortName: string } | null }
    > } };

export type HomeFirstStepsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeFirstStepsQuery = { readonly drafts: { readonly totalCount: number | null }, readonly waiting: { readonly totalCount: number | null }, readonly approved: { readonly totalCount: number | null }, readonly published: { readonly totalCount: number | null } };

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

export const HomeReturnedDocument = new TypedDocumentString(`
    query HomeReturned {
  contents(
    perspective: DRAFT
    filter: {workflow: [RETURNED]}
    orderBy: UPDATED_AT_DESC
    first: 6
  ) {
    totalCount
    nodes {
      id
      title
      unit {
        id
        shortName
      }
      editorial {
        savedAt
        savedByName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeReturnedQuery, HomeReturnedQueryVariables>;
export const HomeScheduledDocument = new TypedDocumentString(`
    query HomeScheduled {
  contents(perspective: DRAFT, filter: {workflow: [SCHEDULED]}, first: 100) {
    totalCount
    nodes {
      id
      title
      editorial {
        schedule {
          at
          timeZone
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeScheduledQuery, HomeScheduledQueryVariables>;
export const HomeNewestDocument = new TypedDocumentString(`
    query HomeNewest {
  contents(
    perspective: DRAFT
    filter: {publication: [PUBLISHED]}
    orderBy: UPDATED_AT_DESC
    first: 8
  ) {
    nodes {
      id
      slug
      title
      publishedAt
      updatedAt
      unit {
        id
        shortName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeNewestQuery, HomeNewestQueryVariables>;
export const HomeFirstStepsDocument = new TypedDocumentString(`
    query HomeFirstSteps {
  drafts: contents(
    perspective: DRAFT
    filter: {workflow: [DRAFT, RETURNED]}
    first: 1
  ) {
    totalCount
  }
  waiting: contents(perspective: DRAFT, filter: {workflow: [IN_REVIEW]}, first: 1) {
    totalCount
  }
  approved: contents(
    perspective: DRAFT
    filter: {workflow: [APPROVED, SCHEDULED]}
    first: 1
  ) {
    totalCount
  }
  published: contents(
    perspective: DRAFT
    filter: {publication: [PUBLISHED]}
    first: 1
  ) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<HomeFirstStepsQuery, HomeFirstStepsQueryVariables>;
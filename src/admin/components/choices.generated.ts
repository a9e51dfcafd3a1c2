/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type UnitNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type UnitNamesQuery = { readonly units: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly shortName: string, readonly name: string, readonly isActive: boolean }> } };

export type AssetPlaceQueryVariables = Exact<{
  id: string;
}>;


export type AssetPlaceQuery = { readonly asset: { readonly id: string, readonly url: string, readonly alt: string } | null };

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

export const UnitNamesDocument = new TypedDocumentString(`
    query UnitNames {
  units(first: 100) {
    nodes {
      id
      shortName
      name
      isActive
    }
  }
}
    `) as unknown as TypedDocumentString<UnitNamesQuery, UnitNamesQueryVariables>;
export const AssetPlaceDocument = new TypedDocumentString(`
    query AssetPlace($id: ID!) {
  asset(id: $id) {
    id
    url
    alt
  }
}
    `) as unknown as TypedDocumentString<AssetPlaceQuery, AssetPlaceQueryVariables>;
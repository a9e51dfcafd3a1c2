/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How bad a problem is. */
export type ProblemGrade =
  /** A person should look at something. */
  | 'ATTENTION'
  /** Something does not work. */
  | 'TROUBLE';

export type SystemHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type SystemHealthQuery = { readonly systemHealth: { readonly isWell: boolean, readonly at: string, readonly problems: ReadonlyArray<{ readonly kind: string, readonly grade: Schema.ProblemGrade, readonly zh: string, readonly en: string, readonly subject: string | null, readonly since: string | null }> } };

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

export const SystemHealthDocument = new TypedDocumentString(`
    query SystemHealth {
  systemHealth {
    isWell
    at
    problems {
      kind
      grade
      zh
      en
      subject
      since
    }
  }
}
    `) as unknown as TypedDocumentString<SystemHealthQuery, SystemHealthQueryVariables>;
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A change of one's own password. */
export type ChangePasswordInput = {
  /** The password used until now. */
  readonly currentPassword: string;
  /** The new one: 10 to 128 characters, not easily guessed, without the login. */
  readonly newPassword: string;
};

/** What somebody is here. The table of permissions says what each role may do. */
export type Role =
  /** 管理员: Administrator. */
  | 'ADMINISTRATOR'
  /** 签发（终审）: Chief editor (third review and release). */
  | 'CHIEF_EDITOR'
  /** 报送员: Contributor. */
  | 'CONTRIBUTOR'
  /** 编辑（初审）: Editor (first review). */
  | 'EDITOR'
  /** 运营: Operator. */
  | 'OPERATOR'
  /** 合作媒体: Partner outlet. */
  | 'PARTNER'
  /** 审核（复审）: Reviewer (second review). */
  | 'REVIEWER';

/** Who signs in. */
export type SignInInput = {
  /** The login, in any case. */
  readonly login: string;
  /** The password. */
  readonly password: string;
};

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly permissions: ReadonlyArray<string>, readonly person: { readonly id: string, readonly name: string, readonly login: string, readonly roles: ReadonlyArray<Schema.Role>, readonly mustChangePassword: boolean, readonly unitId: string | null, readonly unit: { readonly id: string, readonly name: string, readonly shortName: string } | null } | null } | null };

export type SignInMutationVariables = Exact<{
  input: Schema.SignInInput;
}>;


export type SignInMutation = { readonly signIn: { readonly person: { readonly id: string, readonly name: string, readonly mustChangePassword: boolean } } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: boolean };

export type ChangePasswordMutationVariables = Exact<{
  input: Schema.ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword: { readonly id: string, readonly mustChangePassword: boolean } };

export type DemoAccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoAccountsQuery = { readonly demoAccounts: ReadonlyArray<{ readonly login: string, readonly name: string, readonly role: Schema.Role, readonly password: string }> };

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

export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    permissions
    person {
      id
      name
      login
      roles
      mustChangePassword
      unitId
      unit {
        id
        name
        shortName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    person {
      id
      name
      mustChangePassword
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    id
    mustChangePassword
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const DemoAccountsDocument = new TypedDocumentString(`
    query DemoAccounts {
  demoAccounts {
    login
    name
    role
    password
  }
}
    `) as unknown as TypedDocumentString<DemoAccountsQuery, DemoAccountsQueryVariables>;
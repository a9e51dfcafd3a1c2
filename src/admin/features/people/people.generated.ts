/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What kind of actor did something. */
export type ActorType =
  /** Somebody who was not signed in. */
  | 'ANONYMOUS'
  /** A machine with an API key. */
  | 'API_KEY'
  /** A person who was signed in. */
  | 'PERSON'
  /** The product itself, in a job or a reaction. */
  | 'SYSTEM';

/** Which entries of the audit trail to list. Every condition must hold. */
export type AuditFilter = {
  /** Only this action, such as content.publish. */
  readonly action?: string | null | undefined;
  /** Only what this actor did. */
  readonly actorId?: string | null | undefined;
  /** Only before this time. */
  readonly before?: string | null | undefined;
  /** Only from this time on. */
  readonly from?: string | null | undefined;
  /** Only what was done to this thing. */
  readonly subjectId?: string | null | undefined;
  /** Only what was done to things of this type, such as Article. */
  readonly subjectType?: string | null | undefined;
};

/** A new API key. */
export type CreateApiKeyInput = {
  /** Makes it the key of a partner outlet, which speaks for this destination. Needs destination.manage. */
  readonly destinationId?: string | null | undefined;
  /** When it ends by itself, within 730 days. A year from now when left out. */
  readonly expiresAt?: string | null | undefined;
  /** What it is for, at most 60 characters. */
  readonly name: string;
  /** The permissions it carries: some of your own (or of the role PARTNER, with a destination). Signing reviews and managing people or keys cannot be among them. */
  readonly scopes: ReadonlyArray<string>;
};

/** A new person. */
export type CreatePersonInput = {
  /** Their e-mail address. */
  readonly email?: string | null | undefined;
  /** What they sign in with: 3 to 32 letters, digits, dots, underscores and hyphens; lower-cased; never changed. */
  readonly login: string;
  /** Their name, at most 30 characters. */
  readonly name: string;
  /** Their telephone number. */
  readonly phone?: string | null | undefined;
  /** Their roles, at least one; PARTNER is not a person's. */
  readonly roles: ReadonlyArray<Role>;
  /** The active unit they belong to. Contributors need one. */
  readonly unitId?: string | null | undefined;
};

/** A new unit. */
export type CreateUnitInput = {
  /** What kind of unit it is. */
  readonly kind: UnitKind;
  /** Its full name, unique, 2 to 60 characters. */
  readonly name: string;
  /** Where it stands in lists: smaller numbers first. 0 when left out. */
  readonly order?: number | null | undefined;
  /** Its name in lists, at most 20 characters. The full name when left out. */
  readonly shortName?: string | null | undefined;
};

/** Which people to list. Every condition must hold. */
export type PersonFilter = {
  /** Only those who may sign in, or only those who may not. */
  readonly isActive?: boolean | null | undefined;
  /** Only people with this role. */
  readonly role?: Role | null | undefined;
  /** Only people whose name or login contains this text. */
  readonly text?: string | null | undefined;
  /** Only people of this unit. */
  readonly unitId?: string | null | undefined;
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

/** What kind of unit it is. */
export type UnitKind =
  /** 委办局: a department of the city. */
  | 'BUREAU'
  /** 区县市: a district, a county or a county-level city. */
  | 'DISTRICT'
  /** 开发区: a development zone. */
  | 'ZONE';

/** How one can be reached. What is left out stays. */
export type UpdateOwnContactInput = {
  /** One's e-mail address; null for none. */
  readonly email?: string | null | undefined;
  /** One's telephone number; null for none. */
  readonly phone?: string | null | undefined;
};

/** Changes of a person. What is left out stays as it is; null empties it where that is allowed. */
export type UpdatePersonInput = {
  /** Their e-mail address; null for none. */
  readonly email?: string | null | undefined;
  /** The person. */
  readonly id: string;
  /** Their name, at most 30 characters. */
  readonly name?: string | null | undefined;
  /** Their telephone number; null for none. */
  readonly phone?: string | null | undefined;
  /** All their roles from now on. */
  readonly roles?: ReadonlyArray<Role> | null | undefined;
  /** The unit they belong to; null for none. */
  readonly unitId?: string | null | undefined;
};

/** Changes of a unit. What is left out stays as it is. */
export type UpdateUnitInput = {
  /** The unit. */
  readonly id: string;
  /** Whether it takes new people and content. */
  readonly isActive?: boolean | null | undefined;
  /** What kind of unit it is. */
  readonly kind?: UnitKind | null | undefined;
  /** Its full name, unique, 2 to 60 characters. */
  readonly name?: string | null | undefined;
  /** Where it stands in lists: smaller numbers first. */
  readonly order?: number | null | undefined;
  /** Its name in lists, at most 20 characters. */
  readonly shortName?: string | null | undefined;
};

export type PeopleQueryVariables = Exact<{
  filter?: Schema.PersonFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type PeopleQuery = { readonly people: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly login: string, readonly email: string | null, readonly phone: string | null, readonly roles: ReadonlyArray<Schema.Role>, readonly isActive: boolean, readonly mustChangePassword: boolean, readonly lastSignInAt: string | null, readonly createdAt: string, readonly lockedUntil: string | null, readonly unitId: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type PersonLineFragment = { readonly id: string, readonly name: string, readonly login: string, readonly email: string | null, readonly phone: string | null, readonly roles: ReadonlyArray<Schema.Role>, readonly isActive: boolean, readonly mustChangePassword: boolean, readonly lastSignInAt: string | null, readonly createdAt: string, readonly lockedUntil: string | null, readonly unitId: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null };

export type ActorNamesQueryVariables = Exact<{
  filter?: Schema.PersonFilter | null | undefined;
}>;


export type ActorNamesQuery = { readonly people: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly login: string }> } };

export type AllUnitsQueryVariables = Exact<{ [key: string]: never; }>;


export type AllUnitsQuery = { readonly units: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly shortName: string, readonly kind: Schema.UnitKind, readonly isActive: boolean, readonly order: number }> } };

export type UnitLineFragment = { readonly id: string, readonly name: string, readonly shortName: string, readonly kind: Schema.UnitKind, readonly isActive: boolean, readonly order: number };

export type CreatePersonMutationVariables = Exact<{
  input: Schema.CreatePersonInput;
}>;


export type CreatePersonMutation = { readonly createPerson: { readonly oneTimePassword: string | null, readonly person: { readonly id: string, readonly name: string, readonly login: string, readonly email: string | null, readonly phone: string | null, readonly roles: ReadonlyArray<Schema.Role>, readonly isActive: boolean, readonly mustChangePassword: boolean, readonly lastSignInAt: string | null, readonly createdAt: string, readonly lockedUntil: string | null, readonly unitId: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null } } };

export type UpdatePersonMutationVariables = Exact<{
  input: Schema.UpdatePersonInput;
}>;


export type UpdatePersonMutation = { readonly updatePerson: { readonly id: string, readonly name: string, readonly login: string, readonly email: string | null, readonly phone: string | null, readonly roles: ReadonlyArray<Schema.Role>, readonly isActive: boolean, readonly mustChangePassword: boolean, readonly lastSignInAt: string | null, readonly createdAt: string, readonly lockedUntil: string | null, readonly unitId: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null } };

export type DeactivatePersonMutationVariables = Exact<{
  id: string;
}>;


export type DeactivatePersonMutation = { readonly deactivatePerson: { readonly id: string, readonly name: string, readonly login: string, readonly email: string | null, readonly phone: string | null, readonly roles: ReadonlyArray<Schema.Role>, readonly isActive: boolean, readonly mustChangePassword: boolean, readonly lastSignInAt: string | null, readonly createdAt: string, readonly lockedUntil: string | null, readonly unitId: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null } };

export type ReactivatePersonMutationVariables = Exact<{
  id: string;
}>;


export type ReactivatePersonMutation = { readonly reactivatePerson: { readonly id: string, readonly name: string, readonly login: string, readonly email: string | null, readonly phone: string | null, readonly roles: ReadonlyArray<Schema.Role>, readonly isActive: boolean, readonly mustChangePassword: boolean, readonly lastSignInAt: string | null, readonly createdAt: string, readonly lockedUntil: string | null, readonly unitId: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null } };

export type ResetPasswordMutationVariables = Exact<{
  id: string;
}>;


export type ResetPasswordMutation = { readonly resetPassword: { readonly oneTimePassword: string | null, readonly person: { readonly id: string, readonly name: string, readonly login: string, readonly email: string | null, readonly phone: string | null, readonly roles: ReadonlyArray<Schema.Role>, readonly isActive: boolean, readonly mustChangePassword: boolean, readonly lastSignInAt: string | null, readonly createdAt: string, readonly lockedUntil: string | null, readonly unitId: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null } } };

export type CreateUnitMutationVariables = Exact<{
  input: Schema.CreateUnitInput;
}>;


export type CreateUnitMutation = { readonly createUnit: { readonly id: string, readonly name: string, readonly shortName: string, readonly kind: Schema.UnitKind, readonly isActive: boolean, readonly order: number } };

export type UpdateUnitMutationVariables = Exact<{
  input: Schema.UpdateUnitInput;
}>;


export type UpdateUnitMutation = { readonly updateUnit: { readonly id: string, readonly name: string, readonly shortName: string, readonly kind: Schema.UnitKind, readonly isActive: boolean, readonly order: number } };

export type PermissionMatrixQueryVariables = Exact<{ [key: string]: never; }>;


export type PermissionMatrixQuery = { readonly permissionMatrix: ReadonlyArray<{ readonly permission: string, readonly zh: string, readonly en: string, readonly roles: ReadonlyArray<Schema.Role>, readonly isPersonal: boolean }> };

export type AuditTrailQueryVariables = Exact<{
  filter?: Schema.AuditFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AuditTrailQuery = { readonly auditEntries: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly at: string, readonly actorId: string, readonly actorName: string, readonly actorType: Schema.ActorType, readonly apiKeyId: string | null, readonly action: string, readonly subjectType: string | null, readonly subjectId: string | null, readonly summary: Record<string, unknown>, readonly requestId: string, readonly ip: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { readonly sessions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly createdAt: string, readonly lastSeenAt: string, readonly expiresAt: string, readonly ip: string | null, readonly isCurrent: boolean }> } };

export type OwnContactQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnContactQuery = { readonly me: { readonly person: { readonly id: string, readonly email: string | null, readonly phone: string | null } | null } | null };

export type UpdateOwnContactMutationVariables = Exact<{
  input: Schema.UpdateOwnContactInput;
}>;


export type UpdateOwnContactMutation = { readonly updateOwnContact: { readonly id: string } };

export type OwnPermissionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnPermissionsQuery = { readonly ownPermissions: ReadonlyArray<{ readonly permission: string, readonly zh: string, readonly en: string, readonly isPersonal: boolean }> };

export type EndSessionMutationVariables = Exact<{
  id: string;
}>;


export type EndSessionMutation = { readonly endSession: boolean };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { readonly endOtherSessions: number };

export type OwnApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnApiKeysQuery = { readonly apiKeys: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null }> } };

export type CreateApiKeyMutationVariables = Exact<{
  input: Schema.CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { readonly createApiKey: { readonly bearer: string, readonly apiKey: { readonly id: string } } };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string;
}>;


export type RevokeApiKeyMutation = { readonly revokeApiKey: { readonly id: string, readonly revokedAt: string | null } };

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
export const PersonLineFragmentDoc = new TypedDocumentString(`
    fragment PersonLine on Person {
  id
  name
  login
  email
  phone
  roles
  isActive
  mustChangePassword
  lastSignInAt
  createdAt
  lockedUntil
  unitId
  unit {
    id
    shortName
  }
}
    `, {"fragmentName":"PersonLine"}) as unknown as TypedDocumentString<PersonLineFragment, unknown>;
export const UnitLineFragmentDoc = new TypedDocumentString(`
    fragment UnitLine on Unit {
  id
  name
  shortName
  kind
  isActive
  order
}
    `, {"fragmentName":"UnitLine"}) as unknown as TypedDocumentString<UnitLineFragment, unknown>;
export const PeopleDocument = new TypedDocumentString(`
    query People($filter: PersonFilter, $first: Int, $after: String, $last: Int, $before: String) {
  people(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    nodes {
      ...PersonLine
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment PersonLine on Person {
  id
  name
  login
  email
  phone
  roles
  isActive
  mustChangePassword
  lastSignInAt
  createdAt
  lockedUntil
  unitId
  unit {
    id
    shortName
  }
}`) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const ActorNamesDocument = new TypedDocumentString(`
    query ActorNames($filter: PersonFilter) {
  people(filter: $filter, first: 20) {
    nodes {
      id
      name
      login
    }
  }
}
    `) as unknown as TypedDocumentString<ActorNamesQuery, ActorNamesQueryVariables>;
export const AllUnitsDocument = new TypedDocumentString(`
    query AllUnits {
  units(first: 100) {
    totalCount
    nodes {
      ...UnitLine
    }
  }
}
    fragment UnitLine on Unit {
  id
  name
  shortName
  kind
  isActive
  order
}`) as unknown as TypedDocumentString<AllUnitsQuery, AllUnitsQueryVariables>;
export const CreatePersonDocument = new TypedDocumentString(`
    mutation CreatePerson($input: CreatePersonInput!) {
  createPerson(input: $input) {
    oneTimePassword
    person {
      ...PersonLine
    }
  }
}
    fragment PersonLine on Person {
  id
  name
  login
  email
  phone
  roles
  isActive
  mustChangePassword
  lastSignInAt
  createdAt
  lockedUntil
  unitId
  unit {
    id
    shortName
  }
}`) as unknown as TypedDocumentString<CreatePersonMutation, CreatePersonMutationVariables>;
export const UpdatePersonDocument = new TypedDocumentString(`
    mutation UpdatePerson($input: UpdatePersonInput!) {
  updatePerson(input: $input) {
    ...PersonLine
  }
}
    fragment PersonLine on Person {
  id
  name
  login
  email
  phone
  roles
  isActive
  mustChangePassword
  lastSignInAt
  createdAt
  lockedUntil
  unitId
  unit {
    id
    shortName
  }
}`) as unknown as TypedDocumentString<UpdatePersonMutation, UpdatePersonMutationVariables>;
export const DeactivatePersonDocument = new TypedDocumentString(`
    mutation DeactivatePerson($id: ID!) {
  deactivatePerson(id: $id) {
    ...PersonLine
  }
}
    fragment PersonLine on Person {
  id
  name
  login
  email
  phone
  roles
  isActive
  mustChangePassword
  lastSignInAt
  createdAt
  lockedUntil
  unitId
  unit {
    id
    shortName
  }
}`) as unknown as TypedDocumentString<DeactivatePersonMutation, DeactivatePersonMutationVariables>;
export const ReactivatePersonDocument = new TypedDocumentString(`
    mutation ReactivatePerson($id: ID!) {
  reactivatePerson(id: $id) {
    ...PersonLine
  }
}
    fragment PersonLine on Person {
  id
  name
  login
  email
  phone
  roles
  isActive
  mustChangePassword
  lastSignInAt
  createdAt
  lockedUntil
  unitId
  unit {
    id
    shortName
  }
}`) as unknown as TypedDocumentString<ReactivatePersonMutation, ReactivatePersonMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($id: ID!) {
  resetPassword(id: $id) {
    oneTimePassword
    person {
      ...PersonLine
    }
  }
}
    fragment PersonLine on Person {
  id
  name
  login
  email
  phone
  roles
  isActive
  mustChangePassword
  lastSignInAt
  createdAt
  lockedUntil
  unitId
  unit {
    id
    shortName
  }
}`) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const CreateUnitDocument = new TypedDocumentString(`
    mutation CreateUnit($input: CreateUnitInput!) {
  createUnit(input: $input) {
    ...UnitLine
  }
}
    fragment UnitLine on Unit {
  id
  name
  shortName
  kind
  isActive
  order
}`) as unknown as TypedDocumentString<CreateUnitMutation, CreateUnitMutationVariables>;
export const UpdateUnitDocument = new TypedDocumentString(`
    mutation UpdateUnit($input: UpdateUnitInput!) {
  updateUnit(input: $input) {
    ...UnitLine
  }
}
    fragment UnitLine on Unit {
  id
  name
  shortName
  kind
  isActive
  order
}`) as unknown as TypedDocumentString<UpdateUnitMutation, UpdateUnitMutationVariables>;
export const PermissionMatrixDocument = new TypedDocumentString(`
    query PermissionMatrix {
  permissionMatrix {
    permission
    zh
    en
    roles
    isPersonal
  }
}
    `) as unknown as TypedDocumentString<PermissionMatrixQuery, PermissionMatrixQueryVariables>;
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {
  auditEntries(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      at
      actorId
      actorName
      actorType
      apiKeyId
      action
      subjectType
      subjectId
      summary
      requestId
      ip
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const OwnSessionsDocument = new TypedDocumentString(`
    query OwnSessions {
  sessions(first: 50) {
    nodes {
      id
      createdAt
      lastSeenAt
      expiresAt
      ip
      isCurrent
    }
  }
}
    `) as unknown as TypedDocumentString<OwnSessionsQuery, OwnSessionsQueryVariables>;
export const OwnContactDocument = new TypedDocumentString(`
    query OwnContact {
  me {
    person {
      id
      email
      phone
    }
  }
}
    `) as unknown as TypedDocumentString<OwnContactQuery, OwnContactQueryVariables>;
export const UpdateOwnContactDocument = new TypedDocumentString(`
    mutation UpdateOwnContact($input: UpdateOwnContactInput!) {
  updateOwnContact(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateOwnContactMutation, UpdateOwnContactMutationVariables>;
export const OwnPermissionsDocument = new TypedDocumentString(`
    query OwnPermissions {
  ownPermissions {
    permission
    zh
    en
    isPersonal
  }
}
    `) as unknown as TypedDocumentString<OwnPermissionsQuery, OwnPermissionsQueryVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($id: ID!) {
  endSession(id: $id)
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = new TypedDocumentString(`
    mutation EndOtherSessions {
  endOtherSessions
}
    `) as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const OwnApiKeysDocument = new TypedDocumentString(`
    query OwnApiKeys {
  apiKeys(first: 50) {
    nodes {
      id
      name
      scopes
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
    }
  }
}
    `) as unknown as TypedDocumentString<OwnApiKeysQuery, OwnApiKeysQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    bearer
    apiKey {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id) {
    id
    revokedAt
  }
}
    `) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
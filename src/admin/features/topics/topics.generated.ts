/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A new topic. */
export type CreateTopicInput = {
  /** Its name, 1 to 40 characters; no sibling has it. */
  readonly name: string;
  /** Its place among its siblings; the last when absent. */
  readonly order?: number | null | undefined;
  /** The topic above it; none for a root. */
  readonly parentId?: string | null | undefined;
  /** Its name in addresses; made from the name when absent. */
  readonly slug?: string | null | undefined;
};

/** A new place for a topic, with all below it. */
export type MoveTopicInput = {
  /** The sibling it is to stand before; the last when absent. */
  readonly beforeId?: string | null | undefined;
  /** The topic. */
  readonly id: string;
  /** The topic it is to be below; none for a root. Never itself or one below it. */
  readonly parentId?: string | null | undefined;
};

/** A new name for a topic. */
export type RenameTopicInput = {
  /** The topic. */
  readonly id: string;
  /** Its name, 1 to 40 characters; no sibling has it. Its address stays. */
  readonly name: string;
};

export type TopicTreeQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicTreeQuery = { readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string, readonly slug: string, readonly parentId: string | null, readonly path: ReadonlyArray<string>, readonly order: number, readonly archivedAt: string | null }> };

export type TopicCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicCountsQuery = { readonly topicCounts: ReadonlyArray<{ readonly topicId: string, readonly contents: number }> };

export type TopicLineFragment = { readonly id: string, readonly name: string, readonly slug: string, readonly parentId: string | null, readonly path: ReadonlyArray<string>, readonly order: number, readonly archivedAt: string | null };

export type CreateTopicMutationVariables = Exact<{
  input: Schema.CreateTopicInput;
}>;


export type CreateTopicMutation = { readonly createTopic: { readonly id: string, readonly name: string, readonly slug: string, readonly parentId: string | null, readonly path: ReadonlyArray<string>, readonly order: number, readonly archivedAt: string | null } };

export type RenameTopicMutationVariables = Exact<{
  input: Schema.RenameTopicInput;
}>;


export type RenameTopicMutation = { readonly renameTopic: { readonly id: string, readonly name: string, readonly slug: string, readonly parentId: string | null, readonly path: ReadonlyArray<string>, readonly order: number, readonly archivedAt: string | null } };

export type MoveTopicMutationVariables = Exact<{
  input: Schema.MoveTopicInput;
}>;


export type MoveTopicMutation = { readonly moveTopic: { readonly id: string, readonly name: string, readonly slug: string, readonly parentId: string | null, readonly path: ReadonlyArray<string>, readonly order: number, readonly archivedAt: string | null } };

export type ArchiveTopicMutationVariables = Exact<{
  id: string;
}>;


export type ArchiveTopicMutation = { readonly archiveTopic: { readonly id: string, readonly name: string, readonly slug: string, readonly parentId: string | null, readonly path: ReadonlyArray<string>, readonly order: number, readonly archivedAt: string | null } };

export type RestoreTopicMutationVariables = Exact<{
  id: string;
}>;


export type RestoreTopicMutation = { readonly restoreTopic: { readonly id: string, readonly name: string, readonly slug: string, readonly parentId: string | null, readonly path: ReadonlyArray<string>, readonly order: number, readonly archivedAt: string | null } };

export type TopicRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicRulesQuery = { readonly destinations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly isActive: boolean, readonly rule: { readonly conditions: ReadonlyArray<{ readonly topicIds: ReadonlyArray<string> | null }> } }> } };

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
export const TopicLineFragmentDoc = new TypedDocumentString(`
    fragment TopicLine on Topic {
  id
  name
  slug
  parentId
  path
  order
  archivedAt
}
    `, {"fragmentName":"TopicLine"}) as unknown as TypedDocumentString<TopicLineFragment, unknown>;
export const TopicTreeDocument = new TypedDocumentString(`
    query TopicTree {
  topics(withArchived: true) {
    ...TopicLine
  }
}
    fragment TopicLine on Topic {
  id
  name
  slug
  parentId
  path
  order
  archivedAt
}`) as unknown as TypedDocumentString<TopicTreeQuery, TopicTreeQueryVariables>;
export const TopicCountsDocument = new TypedDocumentString(`
    query TopicCounts {
  topicCounts {
    topicId
    contents
  }
}
    `) as unknown as TypedDocumentString<TopicCountsQuery, TopicCountsQueryVariables>;
export const CreateTopicDocument = new TypedDocumentString(`
    mutation CreateTopic($input: CreateTopicInput!) {
  createTopic(input: $input) {
    ...TopicLine
  }
}
    fragment TopicLine on Topic {
  id
  name
  slug
  parentId
  path
  order
  archivedAt
}`) as unknown as TypedDocumentString<CreateTopicMutation, CreateTopicMutationVariables>;
export const RenameTopicDocument = new TypedDocumentString(`
    mutation RenameTopic($input: RenameTopicInput!) {
  renameTopic(input: $input) {
    ...TopicLine
  }
}
    fragment TopicLine on Topic {
  id
  name
  slug
  parentId
  path
  order
  archivedAt
}`) as unknown as TypedDocumentString<RenameTopicMutation, RenameTopicMutationVariables>;
export const MoveTopicDocument = new TypedDocumentString(`
    mutation MoveTopic($input: MoveTopicInput!) {
  moveTopic(input: $input) {
    ...TopicLine
  }
}
    fragment TopicLine on Topic {
  id
  name
  slug
  parentId
  path
  order
  archivedAt
}`) as unknown as TypedDocumentString<MoveTopicMutation, MoveTopicMutationVariables>;
export const ArchiveTopicDocument = new TypedDocumentString(`
    mutation ArchiveTopic($id: ID!) {
  archiveTopic(id: $id) {
    ...TopicLine
  }
}
    fragment TopicLine on Topic {
  id
  name
  slug
  parentId
  path
  order
  archivedAt
}`) as unknown as TypedDocumentString<ArchiveTopicMutation, ArchiveTopicMutationVariables>;
export const RestoreTopicDocument = new TypedDocumentString(`
    mutation RestoreTopic($id: ID!) {
  restoreTopic(id: $id) {
    ...TopicLine
  }
}
    fragment TopicLine on Topic {
  id
  name
  slug
  parentId
  path
  order
  archivedAt
}`) as unknown as TypedDocumentString<RestoreTopicMutation, RestoreTopicMutationVariables>;
export const TopicRulesDocument = new TypedDocumentString(`
    query TopicRules {
  destinations(first: 100) {
    nodes {
      id
      name
      isActive
      rule {
        conditions {
          topicIds
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TopicRulesQuery, TopicRulesQueryVariables>;
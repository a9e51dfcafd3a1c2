/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Several contents that go to one destination as one. */
export type CreateDeliveryBundleInput = {
  /** The contents, in their order: what readers see of them now. The first leads. */
  readonly contentIds: ReadonlyArray<string>;
  /** The destination. Its channel must take bundles (`Channel.mostParts`). */
  readonly destinationId: string;
};

/** Where a delivery stands. */
export type DeliveryState =
  /** 对方已受理: the receiver works on it and is asked again at dueAt. */
  | 'ACCEPTED'
  /** 已取消. */
  | 'CANCELLED'
  /** 多次失败: its tries are used up; it can be tried again by hand. */
  | 'DEAD'
  /** 已送达: the receiver confirmed it. */
  | 'DELIVERED'
  /** 等前一版: an earlier version is not settled there yet. */
  | 'HELD'
  /** 被拒，需人工处理: a person must act. */
  | 'REFUSED'
  /** 发送中: a worker is at it. */
  | 'RUNNING'
  /** 已被新版取代: a later version took its place before it arrived. */
  | 'SUPERSEDED'
  /** 结果不明: it may have arrived. It is asked about at dueAt, or waits for a person. */
  | 'UNCLEAR'
  /** 待发: due, or to be tried again at dueAt. */
  | 'WAITING';

export type BundlesQueryVariables = Exact<{
  destinationId?: string | null | undefined;
}>;


export type BundlesQuery = { readonly deliveryBundles: ReadonlyArray<{ readonly id: string, readonly destinationId: string, readonly createdAt: string, readonly createdByName: string, readonly parts: ReadonlyArray<{ readonly contentId: string, readonly version: number, readonly title: string, readonly deliveryId: string }>, readonly delivery: { readonly id: string, readonly state: Schema.DeliveryState, readonly lastMessage: string | null, readonly url: string | null, readonly isStuck: boolean, readonly dueAt: string | null, readonly settledAt: string | null } | null }>, readonly destinations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly channelId: string, readonly isActive: boolean }> }, readonly channels: ReadonlyArray<{ readonly id: string, readonly mostParts: number, readonly canMassSend: boolean }> };

export type BundleLineFragment = { readonly id: string, readonly destinationId: string, readonly createdAt: string, readonly createdByName: string, readonly parts: ReadonlyArray<{ readonly contentId: string, readonly version: number, readonly title: string, readonly deliveryId: string }>, readonly delivery: { readonly id: string, readonly state: Schema.DeliveryState, readonly lastMessage: string | null, readonly url: string | null, readonly isStuck: boolean, readonly dueAt: string | null, readonly settledAt: string | null } | null };

export type BundleContentsQueryVariables = Exact<{
  text?: string | null | undefined;
  ids?: ReadonlyArray<string> | string | null | undefined;
}>;


export type BundleContentsQuery = { readonly contents: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly cover: { readonly url: string, readonly alt: string } | null }
      | { readonly id: string, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly cover: { readonly url: string, readonly alt: string } | null }
      | { readonly id: string, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly cover: { readonly url: string, readonly alt: string } | null }
    > } };

export type CreateBundleMutationVariables = Exact<{
  input: Schema.CreateDeliveryBundleInput;
}>;


export type CreateBundleMutation = { readonly createDeliveryBundle: { readonly id: string, readonly deliveryId: string } };

export type BundlePartTextQueryVariables = Exact<{
  id: string;
}>;


export type BundlePartTextQuery = { readonly content:
    | { readonly id: string, readonly author: string | null, readonly html: string }
    | { readonly id: string, readonly author: string | null, readonly html: string }
    | { readonly id: string, readonly author: string | null, readonly html: string }
   };

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
export const BundleLineFragmentDoc = new TypedDocumentString(`
    fragment BundleLine on DeliveryBundle {
  id
  destinationId
  createdAt
  createdByName
  parts {
    contentId
    version
    title
    deliveryId
  }
  delivery {
    id
    state
    lastMessage
    url
    isStuck
    dueAt
    settledAt
  }
}
    `, {"fragmentName":"BundleLine"}) as unknown as TypedDocumentString<BundleLineFragment, unknown>;
export const BundlesDocument = new TypedDocumentString(`
    query Bundles($destinationId: ID) {
  deliveryBundles(destinationId: $destinationId) {
    ...BundleLine
  }
  destinations(first: 100) {
    nodes {
      id
      name
      channelId
      isActive
    }
  }
  channels {
    id
    mostParts
    canMassSend
  }
}
    fragment BundleLine on DeliveryBundle {
  id
  destinationId
  createdAt
  createdByName
  parts {
    contentId
    version
    title
    deliveryId
  }
  delivery {
    id
    state
    lastMessage
    url
    isStuck
    dueAt
    settledAt
  }
}`) as unknown as TypedDocumentString<BundlesQuery, BundlesQueryVariables>;
export const BundleContentsDocument = new TypedDocumentString(`
    query BundleContents($text: String, $ids: [ID!]) {
  contents(perspective: PUBLISHED, filter: {text: $text, ids: $ids}, first: 30) {
    nodes {
      id
      title
      summary
      publishedAt
      cover {
        url
        alt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BundleContentsQuery, BundleContentsQueryVariables>;
export const CreateBundleDocument = new TypedDocumentString(`
    mutation CreateBundle($input: CreateDeliveryBundleInput!) {
  createDeliveryBundle(input: $input) {
    id
    deliveryId
  }
}
    `) as unknown as TypedDocumentString<CreateBundleMutation, CreateBundleMutationVariables>;
export const BundlePartTextDocument = new TypedDocumentString(`
    query BundlePartText($id: ID!) {
  content(id: $id, perspective: PUBLISHED) {
    id
    author
    html
  }
}
    `) as unknown as TypedDocumentString<BundlePartTextQuery, BundlePartTextQueryVariables>;
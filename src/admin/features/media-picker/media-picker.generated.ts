/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which assets a list shows. All conditions must hold. */
export type AssetFilter = {
  /** Uploaded before this time. */
  readonly createdBefore?: string | null | undefined;
  /** Uploaded at or after this time. */
  readonly createdFrom?: string | null | undefined;
  /** True for pictures without alt text. */
  readonly isWithoutAlt?: boolean | null | undefined;
  /** Of one of these kinds. */
  readonly kinds?: ReadonlyArray<AssetKind> | null | undefined;
  /** How long it may be used. */
  readonly rights?: RightsState | null | undefined;
  /** Words of its name, alt text, credit, author or source, at most 100 characters. */
  readonly text?: string | null | undefined;
  /** Of this unit. */
  readonly unitId?: string | null | undefined;
};

/** What a file is, judged by its bytes. */
export type AssetKind =
  /** An attachment. */
  | 'FILE'
  /** A picture. */
  | 'IMAGE'
  /** A film. */
  | 'VIDEO';

/** The part of a picture for a preset, in fractions of its sides. */
export type CropInput = {
  /** Its height, above 0 and up to 1. */
  readonly height: number;
  /** Its left edge, from 0 to 1. */
  readonly left: number;
  /** The preset it is for. */
  readonly preset: RenditionPreset;
  /** Its upper edge, from 0 to 1. */
  readonly top: number;
  /** Its width, above 0 and up to 1. */
  readonly width: number;
};

/** How far a film is. */
export type FilmState =
  /** Somebody stopped the work. */
  | 'CANCELLED'
  /** It cannot be made; the problem says why. */
  | 'FAILED'
  /** It can be played. */
  | 'READY'
  /** It is being worked on. */
  | 'RUNNING'
  /** Its turn has not come. */
  | 'WAITING';

/** The point of a picture that no crop may lose. */
export type FocalPointInput = {
  /** From the left edge (0) to the right edge (1). */
  readonly x: number;
  /** From the upper edge (0) to the lower edge (1). */
  readonly y: number;
};

/** What a picture is cut and encoded for. */
export type RenditionPreset =
  /** Uncut, inside an article on the site. */
  | 'BODY'
  /** 16:10, for the site's cards. */
  | 'CARD'
  /** Uncut, with its credit written into the lower edge: JPEG. */
  | 'CREDITED'
  /** Uncut, for feeds: JPEG. */
  | 'FEED'
  /** 16:9, wide, for the head of a page. */
  | 'HERO'
  /** 4:3, small, for lists. */
  | 'LIST'
  /** Uncut, large, for partner media: JPEG. */
  | 'PARTNER'
  /** 1.91:1, where a page is shared. */
  | 'SHARE'
  /** Uncut, a picture inside a WeChat article: JPEG below 1 MB. */
  | 'WECHAT_BODY'
  /** 2.35:1, the cover of a WeChat article. */
  | 'WECHAT_COVER'
  /** 1:1, the small cover of a WeChat article. */
  | 'WECHAT_SQUARE';

/** How long an asset may be used. */
export type RightsState =
  /** No longer. */
  | 'EXPIRED'
  /** For 30 days at most. */
  | 'EXPIRING'
  /** No end is known. */
  | 'UNLIMITED'
  /** For more than 30 days. */
  | 'VALID';

/** A change of one asset. */
export type UpdateAssetInput = {
  /** What a reader who cannot see it is told, at most 500 characters. */
  readonly alt?: string | null | undefined;
  /** Who made it, at most 200 characters. */
  readonly author?: string | null | undefined;
  /** Whose work it is, as shown beside it, at most 200 characters. */
  readonly credit?: string | null | undefined;
  /** The parts chosen for presets, all of them: what is not named is cut by the focal point. */
  readonly crops?: ReadonlyArray<CropInput> | null | undefined;
  /** Its name, at most 200 characters. */
  readonly filename?: string | null | undefined;
  /** The point that no crop may lose; null for the middle. */
  readonly focus?: FocalPointInput | null | undefined;
  /** The asset. */
  readonly id: string;
  /** By what right it may be used, at most 500 characters. */
  readonly license?: string | null | undefined;
  /** When the right to use it ends. */
  readonly rightsExpireAt?: string | null | undefined;
  /** Where it comes from, at most 200 characters. */
  readonly source?: string | null | undefined;
};

/** How far an upload is. */
export type UploadState =
  /** A part of another upload. */
  | 'PART'
  /** All bytes are here and being judged. */
  | 'RECEIVED'
  /** Bytes are still to come. */
  | 'RECEIVING'
  /** It cannot be used; the problem says why. */
  | 'REFUSED'
  /** It is an asset. */
  | 'STORED';

export type PickerAssetsQueryVariables = Exact<{
  filter?: Schema.AssetFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PickerAssetsQuery = { readonly assets: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: Schema.AssetKind, readonly filename: string, readonly alt: string, readonly credit: string | null, readonly url: string, readonly bytes: number, readonly width: number | null, readonly height: number | null, readonly placeholder: string | null, readonly focus: { readonly x: number, readonly y: number } | null, readonly small: { readonly url: string } | null, readonly video: { readonly state: Schema.FilmState, readonly duration: number | null, readonly posters: ReadonlyArray<{ readonly url: string }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PickedAssetFragment = { readonly id: string, readonly kind: Schema.AssetKind, readonly filename: string, readonly alt: string, readonly credit: string | null, readonly url: string, readonly bytes: number, readonly width: number | null, readonly height: number | null, readonly placeholder: string | null, readonly focus: { readonly x: number, readonly y: number } | null, readonly small: { readonly url: string } | null, readonly video: { readonly state: Schema.FilmState, readonly duration: number | null, readonly posters: ReadonlyArray<{ readonly url: string }> } | null };

export type PickerUploadQueryVariables = Exact<{
  id: string;
}>;


export type PickerUploadQuery = { readonly node:
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly state: Schema.UploadState, readonly id: string, readonly problem: { readonly zh: string, readonly en: string } | null, readonly asset: { readonly id: string, readonly kind: Schema.AssetKind, readonly filename: string, readonly alt: string, readonly credit: string | null, readonly url: string, readonly bytes: number, readonly width: number | null, readonly height: number | null, readonly placeholder: string | null, readonly focus: { readonly x: number, readonly y: number } | null, readonly small: { readonly url: string } | null, readonly video: { readonly state: Schema.FilmState, readonly duration: number | null, readonly posters: ReadonlyArray<{ readonly url: string }> } | null } | null }
    | { readonly id: string }
   };

export type PickerAssetQueryVariables = Exact<{
  id: string;
}>;


export type PickerAssetQuery = { readonly asset: { readonly id: string, readonly kind: Schema.AssetKind, readonly filename: string, readonly alt: string, readonly credit: string | null, readonly url: string, readonly bytes: number, readonly width: number | null, readonly height: number | null, readonly placeholder: string | null, readonly focus: { readonly x: number, readonly y: number } | null, readonly small: { readonly url: string } | null, readonly video: { readonly state: Schema.FilmState, readonly duration: number | null, readonly posters: ReadonlyArray<{ readonly url: string }> } | null } | null };

export type PickerUpdateAssetMutationVariables = Exact<{
  input: Schema.UpdateAssetInput;
}>;


export type PickerUpdateAssetMutation = { readonly updateAsset: { readonly id: string, readonly kind: Schema.AssetKind, readonly filename: string, readonly alt: string, readonly credit: string | null, readonly url: string, readonly bytes: number, readonly width: number | null, readonly height: number | null, readonly placeholder: string | null, readonly focus: { readonly x: number, readonly y: number } | null, readonly small: { readonly url: string } | null, readonly video: { readonly state: Schema.FilmState, readonly duration: number | null, readonly posters: ReadonlyArray<{ readonly url: string }> } | null } };

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
export const PickedAssetFragmentDoc = new TypedDocumentString(`
    fragment PickedAsset on Asset {
  id
  kind
  filename
  alt
  credit
  url
  bytes
  width
  height
  placeholder
  focus {
    x
    y
  }
  small: rendition(preset: LIST) {
    url
  }
  video {
    state
    duration
    posters {
      url
    }
  }
}
    `, {"fragmentName":"PickedAsset"}) as unknown as TypedDocumentString<PickedAssetFragment, unknown>;
export const PickerAssetsDocument = new TypedDocumentString(`
    query PickerAssets($filter: AssetFilter, $first: Int, $after: String) {
  assets(filter: $filter, first: $first, after: $after) {
    totalCount
    nodes {
      ...PickedAsset
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PickedAsset on Asset {
  id
  kind
  filename
  alt
  credit
  url
  bytes
  width
  height
  placeholder
  focus {
    x
    y
  }
  small: rendition(preset: LIST) {
    url
  }
  video {
    state
    duration
    posters {
      url
    }
  }
}`) as unknown as TypedDocumentString<PickerAssetsQuery, PickerAssetsQueryVariables>;
export const PickerUploadDocument = new TypedDocumentString(`
    query PickerUpload($id: ID!) {
  node(id: $id) {
    id
    ... on Upload {
      state
      problem {
        zh
        en
      }
      asset {
        ...PickedAsset
      }
    }
  }
}
    fragment PickedAsset on Asset {
  id
  kind
  filename
  alt
  credit
  url
  bytes
  width
  height
  placeholder
  focus {
    x
    y
  }
  small: rendition(preset: LIST) {
    url
  }
  video {
    state
    duration
    posters {
      url
    }
  }
}`) as unknown as TypedDocumentString<PickerUploadQuery, PickerUploadQueryVariables>;
export const PickerAssetDocument = new TypedDocumentString(`
    query PickerAsset($id: ID!) {
  asset(id: $id) {
    ...PickedAsset
  }
}
    fragment PickedAsset on Asset {
  id
  kind
  filename
  alt
  credit
  url
  bytes
  width
  height
  placeholder
  focus {
    x
    y
  }
  small: rendition(preset: LIST) {
    url
  }
  video {
    state
    duration
    posters {
      url
    }
  }
}`) as unknown as TypedDocumentString<PickerAssetQuery, PickerAssetQueryVariables>;
export const PickerUpdateAssetDocument = new TypedDocumentString(`
    mutation PickerUpdateAsset($input: UpdateAssetInput!) {
  updateAsset(input: $input) {
    ...PickedAsset
  }
}
    fragment PickedAsset on Asset {
  id
  kind
  filename
  alt
  credit
  url
  bytes
  width
  height
  placeholder
  focus {
    x
    y
  }
  small: rendition(preset: LIST) {
    url
  }
  video {
    state
    duration
    posters {
      url
    }
  }
}`) as unknown as TypedDocumentString<PickerUpdateAssetMutation, PickerUpdateAssetMutationVariables>;
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

/** Gives an asset the file of another one, under its own id: whatever uses it shows the new file. */
export type ReplaceAssetInput = {
  /** The asset with the new file, just uploaded and used nowhere. It is gone afterwards. */
  readonly byAssetId: string;
  /** The asset that is used. */
  readonly id: string;
  /** Why, at most 500 characters: receivers of corrections are told. */
  readonly note?: string | null | undefined;
};

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

/** One change of several assets. */
export type UpdateAssetsInput = {
  /** What a reader who cannot see it is told, at most 500 characters. */
  readonly alt?: string | null | undefined;
  /** Who made it, at most 200 characters. */
  readonly author?: string | null | undefined;
  /** Whose work it is, as shown beside it, at most 200 characters. */
  readonly credit?: string | null | undefined;
  /** The assets, at most 100. */
  readonly ids: ReadonlyArray<string>;
  /** By what right it may be used, at most 500 characters. */
  readonly license?: string | null | undefined;
  /** When the right to use it ends. */
  readonly rightsExpireAt?: string | null | undefined;
  /** Where it comes from, at most 200 characters. */
  readonly source?: string | null | undefined;
};

export type MediaLibraryQueryVariables = Exact<{
  filter?: Schema.AssetFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MediaLibraryQuery = { readonly assets: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: Schema.AssetKind, readonly filename: string, readonly contentType: string, readonly bytes: number, readonly width: number | null, readonly height: number | null, readonly alt: string, readonly rightsExpireAt: string | null, readonly dominantColor: string | null, readonly small: { readonly url: string } | null, readonly video: { readonly state: Schema.FilmState, readonly progress: number, readonly duration: number | null, readonly posters: ReadonlyArray<{ readonly number: number, readonly url: string, readonly isChosen: boolean }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type MediaCardFragment = { readonly id: string, readonly kind: Schema.AssetKind, readonly filename: string, readonly contentType: string, readonly bytes: number, readonly width: number | null, readonly height: number | null, readonly alt: string, readonly rightsExpireAt: string | null, readonly dominantColor: string | null, readonly small: { readonly url: string } | null, readonly video: { readonly state: Schema.FilmState, readonly progress: number, readonly duration: number | null, readonly posters: ReadonlyArray<{ readonly number: number, readonly url: string, readonly isChosen: boolean }> } | null };

export type MediaAssetQueryVariables = Exact<{
  id: string;
}>;


export type MediaAssetQuery = { readonly asset: { readonly url: string, readonly credit: string | null, readonly author: string | null, readonly source: string | null, readonly license: string | null, readonly createdAt: string, readonly id: string, readonly kind: Schema.AssetKind, readonly filename: string, readonly contentType: string, readonly bytes: number, readonly width: number | null, readonly height: number | null, readonly alt: string, readonly rightsExpireAt: string | null, readonly dominantColor: string | null, readonly unit: { readonly id: string, readonly shortName: string } | null, readonly focus: { readonly x: number, readonly y: number } | null, readonly crops: ReadonlyArray<{ readonly preset: Schema.RenditionPreset, readonly left: number, readonly top: number, readonly width: number, readonly height: number }> | null, readonly usedBy: ReadonlyArray<{ readonly id: string, readonly title: string, readonly isPublished: boolean }>, readonly video: { readonly mp4Url: string | null, readonly state: Schema.FilmState, readonly progress: number, readonly duration: number | null, readonly problem: { readonly message: string } | null, readonly posters: ReadonlyArray<{ readonly number: number, readonly url: string, readonly isChosen: boolean }> } | null, readonly small: { readonly url: string } | null } | null };

export type UpdateMediaAssetMutationVariables = Exact<{
  input: Schema.UpdateAssetInput;
}>;


export type UpdateMediaAssetMutation = { readonly updateAsset: { readonly id: string } };

export type UpdateMediaAssetsMutationVariables = Exact<{
  input: Schema.UpdateAssetsInput;
}>;


export type UpdateMediaAssetsMutation = { readonly updateAssets: ReadonlyArray<{ readonly id: string }> };

export type ReplaceMediaAssetMutationVariables = Exact<{
  input: Schema.ReplaceAssetInput;
}>;


export type ReplaceMediaAssetMutation = { readonly replaceAsset: { readonly id: string } };

export type DeleteMediaAssetMutationVariables = Exact<{
  id: string;
}>;


export type DeleteMediaAssetMutation = { readonly deleteAsset: string };

export type ChooseMediaPosterMutationVariables = Exact<{
  assetId: string;
  number: number;
}>;


export type ChooseMediaPosterMutation = { readonly choosePoster: { readonly id: string } };

export type RetryMediaFilmMutationVariables = Exact<{
  assetId: string;
}>;


export type RetryMediaFilmMutation = { readonly retryTranscoding: { readonly id: string } };

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
export const MediaCardFragmentDoc = new TypedDocumentString(`
    fragment MediaCard on Asset {
  id
  kind
  filename
  contentType
  bytes
  width
  height
  alt
  rightsExpireAt
  dominantColor
  small: rendition(preset: CARD, width: 480) {
    url
  }
  video {
    state
    progress
    duration
    posters {
      number
      url
      isChosen
    }
  }
}
    `, {"fragmentName":"MediaCard"}) as unknown as TypedDocumentString<MediaCardFragment, unknown>;
export const MediaLibraryDocument = new TypedDocumentString(`
    query MediaLibrary($filter: AssetFilter, $first: Int, $after: String, $last: Int, $before: String) {
  assets(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    nodes {
      ...MediaCard
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment MediaCard on Asset {
  id
  kind
  filename
  contentType
  bytes
  width
  height
  alt
  rightsExpireAt
  dominantColor
  small: rendition(preset: CARD, width: 480) {
    url
  }
  video {
    state
    progress
    duration
    posters {
      number
      url
      isChosen
    }
  }
}`) as unknown as TypedDocumentString<MediaLibraryQuery, MediaLibraryQueryVariables>;
export const MediaAssetDocument = new TypedDocumentString(`
    query MediaAsset($id: ID!) {
  asset(id: $id) {
    ...MediaCard
    url
    credit
    author
    source
    license
    createdAt
    unit {
      id
      shortName
    }
    focus {
      x
      y
    }
    crops {
      preset
      left
      top
      width
      height
    }
    usedBy {
      id
      title
      isPublished
    }
    video {
      mp4Url
      problem {
        message
      }
    }
  }
}
    fragment MediaCard on Asset {
  id
  kind
  filename
  contentType
  bytes
  width
  height
  alt
  rightsExpireAt
  dominantColor
  small: rendition(preset: CARD, width: 480) {
    url
  }
  video {
    state
    progress
    duration
    posters {
      number
      url
      isChosen
    }
  }
}`) as unknown as TypedDocumentString<MediaAssetQuery, MediaAssetQueryVariables>;
export const UpdateMediaAssetDocument = new TypedDocumentString(`
    mutation UpdateMediaAsset($input: UpdateAssetInput!) {
  updateAsset(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateMediaAssetMutation, UpdateMediaAssetMutationVariables>;
export const UpdateMediaAssetsDocument = new TypedDocumentString(`
    mutation UpdateMediaAssets($input: UpdateAssetsInput!) {
  updateAssets(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateMediaAssetsMutation, UpdateMediaAssetsMutationVariables>;
export const ReplaceMediaAssetDocument = new TypedDocumentString(`
    mutation ReplaceMediaAsset($input: ReplaceAssetInput!) {
  replaceAsset(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<ReplaceMediaAssetMutation, ReplaceMediaAssetMutationVariables>;
export const DeleteMediaAssetDocument = new TypedDocumentString(`
    mutation DeleteMediaAsset($id: ID!) {
  deleteAsset(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteMediaAssetMutation, DeleteMediaAssetMutationVariables>;
export const ChooseMediaPosterDocument = new TypedDocumentString(`
    mutation ChooseMediaPoster($assetId: ID!, $number: Int!) {
  choosePoster(assetId: $assetId, number: $number) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChooseMediaPosterMutation, ChooseMediaPosterMutationVariables>;
export const RetryMediaFilmDocument = new TypedDocumentString(`
    mutation RetryMediaFilm($assetId: ID!) {
  retryTranscoding(assetId: $assetId) {
    id
  }
}
    `) as unknown as TypedDocumentString<RetryMediaFilmMutation, RetryMediaFilmMutationVariables>;
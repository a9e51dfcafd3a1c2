import './nodes.js';
import './sweep-remains.js';
import './watch-rights.js';
import { AssetResolver } from './resolver.js';
import { MediaStreamResolver } from './media-stream-resolver.js';
import { UploadsResolver } from './uploads-resolver.js';

/** This module's part of the GraphQL schema. */
export const mediaResolvers = [AssetResolver, UploadsResolver, MediaStreamResolver] as const;

export { Asset, asAsset, assetCache, assetUrl, findAssets, type AssetKind } from './asset.js';
export { storage, useStorage, type ByteRange, type Storage } from './storage.js';
export { folderStorage } from './folder-storage.js';
export { gridfsStorage } from './gridfs-storage.js';
export { s3Storage, type S3Settings } from './s3-storage.js';
export { storageFrom, storageNames } from './media-config.js';
export { hashOfFile, maxImageBytes, readAsset, storeAsset, storeAssetFile, type AssetNotes, type NewAsset, type NewAssetFile } from './store-asset.js';
export { withTemporaryFile } from './files-at-hand.js';
export { fileTypes, type FileType } from './file-type.js';

export { AssetResolver };
export { watchMedia } from './asset-news.js';
export { deleteAsset } from './delete-asset.js';
export { takeIntoUse } from './take-into-use.js';
export { listAssets } from './list-assets.js';
export { replaceAsset } from './replace-asset.js';
export { updateAsset, updateAssets } from './update-asset.js';
export { findExpiredMedia, type ExpiredMedia } from './find-expired-media.js';
export { watchRights } from './watch-rights.js';
export { AssetUse, findUses, forgetPorts, isPublicAsset, registerUsage, registerVisibility, type FindUses, type IsPublic } from './ports.js';
export { addressFor, isSigned, seesUnpublished, signedAddress } from './signed-address.js';
export { findPicture, readPicturePath, takesFormat, type Picture } from './find-picture.js';
export { openRange } from './range.js';
export { planRendition, planWidths, renditionPath, type RenditionPlan } from './plan-rendition.js';
export { findRendition } from './kept-renditions.js';
export { renditionPresets, type RenditionFormat, type RenditionPreset } from './presets.js';
export * from './events.js';
export * from './errors.js';
export { Upload } from './upload.js';
export { beginUpload, type NewUpload } from './begin-upload.js';
export { findUpload } from './find-upload.js';
export { receiveUpload, withUpload, type Delivery } from './receive-upload.js';
export { cancelUpload, readUpload, sweepUploads } from './end-upload.js';
export { beginDirectUpload, completeDirectUpload, signUploadParts, type PartAddress } from './direct-upload.js';
export { maxUploadBytes } from './upload-rules.js';
export * from './video/index.js';

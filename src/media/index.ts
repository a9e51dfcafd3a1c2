import './nodes.js';
export { Asset, asAsset, assetCache, assetUrl, findAssets, type AssetKind } from './asset.js';
export { folderStorage, storage, useStorage, type Storage } from './storage.js';
export { readAsset, storeAsset, maxImageBytes, type NewAsset } from './store-asset.js';
export { AssetResolver } from './resolver.js';
export { UnsupportedMediaError, MediaTooLargeError } from './errors.js';

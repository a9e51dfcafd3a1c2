import { assertMay, defineNode } from '../kernel/index.js';
import { asAsset, assetCache } from './asset.js';

defineNode('asset', { typeName: 'Asset', find: async (ctx, id) => {
  assertMay(ctx.actor, 'asset.read');
  const asset = await assetCache.get(id);
  return asset && asAsset(asset);
} });

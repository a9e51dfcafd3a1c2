import { assertMay, defineNode } from '../kernel/index.js';
import { mayReadAsset } from './access.js';
import { asAsset, assetCache } from './asset.js';

defineNode('asset', { typeName: 'Asset', find: async (ctx, id) => {
  assertMay(ctx.actor, 'asset.read');
  const asset = await assetCache.get(id);
  return asset && mayReadAsset(ctx, asset) ? asAsset(asset) : undefined;
} });

import { findRelease, topicPaths } from '../content/index.js';
import { findBlocks, type BlockRow } from './block.js';
import { blockAt, blocksOf } from './choose-destinations.js';
import type { DeliveryRow } from './delivery.js';

/** The block that keeps this version from its destination now. */
export async function findBlockFor({ contentId, version, destinationId, channelId }: Pick<DeliveryRow, 'contentId' | 'version' | 'destinationId' | 'channelId'>): Promise<BlockRow | undefined> {
  const [release, blocks] = await Promise.all([findRelease(contentId, version), findBlocks()]);
  if (!release || blocks.length === 0) return undefined;
  return blockAt(blocksOf(blocks, release, await topicPaths(release.topicIds)), { _id: destinationId, channelId });
}

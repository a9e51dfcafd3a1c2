import { defineJob } from '../../kernel/index.js';
import { ContentModel, type ContentDocument } from '../content.js';
import { usedAssetIds } from '../asset-uses.js';
import { PublishedModel, type PublishedContent } from '../published.js';
import { searchTokens } from './searchable-text.js';
import { tokensVersion } from './tokens.js';

const batch = 100;
const isOlder = { tokensVersion: { $not: { $gte: tokensVersion } } };

/**
 * Gives tokens, and the list of its assets, to what was kept before there were any, or was cut another way: a migration that only goes forward, may stop
 * anywhere, and finds nothing to do once it is through. A document that changed meanwhile has got its tokens by that change.
 */
export const backfillTokens = defineJob({
  name: 'content.backfillTokens',
  cron: '*/5 * * * *',
  leaseMs: 120_000,
  run: async (_ctx, _payload, signal) => {
    while (!signal.aborted && await backfillPublished() + await backfillContents() > 0);
  },
});

async function backfillPublished(): Promise<number> {
  const documents = await PublishedModel.find(isOlder).limit(batch).lean<PublishedContent[]>();
  for (const document of documents) {
    const { _id, version, kind, topicPath } = document;
    await PublishedModel.updateOne({ _id, version }, { $set: { ...await searchTokens(kind, document, topicPath ?? []), assetIds: usedAssetIds(kind, document) } });
  }
  return documents.length;
}

async function backfillContents(): Promise<number> {
  const documents = await ContentModel.find(isOlder).limit(batch).lean<ContentDocument[]>();
  for (const { _id, kind, draft, topicPath, head } of documents) {
    await ContentModel.updateOne({ _id, 'head.revisionId': head.revisionId }, { $set: { ...await searchTokens(kind, draft, topicPath ?? []), assetIds: usedAssetIds(kind, draft) } });
  }
  return documents.length;
}

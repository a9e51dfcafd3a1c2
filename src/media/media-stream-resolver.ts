import { Arg, Authorized, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../kernel/index.js';
import { assetNews, uploadNews, type SeenAsset } from './asset-news.js';
import { asAsset, Asset } from './asset.js';
import { Upload } from './upload.js';

@Resolver()
export class MediaStreamResolver {
  @Authorized('asset.read')
  @Subscription(() => Asset, {
    description: '素材动态: each asset of the library as it changes, a film with its progress, by server-sent events at /graphql/stream. The stream ends after ten minutes; open it again.',
    subscribe: ({ context, args }: { context: unknown; args: unknown }) => assetNews(context as Context, (args as { id?: string | null }).id),
  })
  assetChanged(@Root() { asset }: SeenAsset, @Arg('id', () => ID, { nullable: true, description: 'This asset only.' }) _id: string | undefined): Asset {
    return asAsset(asset);
  }

  @Authorized('asset.create')
  @Subscription(() => Upload, {
    description: '上传动态: one\'s own uploads as their bytes come in and they are judged, by server-sent events at /graphql/stream. The stream ends after ten minutes; open it again.',
    subscribe: ({ context }: { context: unknown }) => uploadNews(context as Context),
  })
  uploadChanged(@Root() upload: Upload): Upload {
    return upload;
  }
}

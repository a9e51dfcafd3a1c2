import { Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionType, defineNode, findPage, PageArgs, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { asAsset, Asset, assetCache } from './asset.js';
import { findUpload } from './find-upload.js';
import { Upload } from './upload.js';

const UploadConnection = connectionType('Upload', () => Upload);

defineNode('upload', { typeName: 'Upload', find: (ctx, id) => findUpload(ctx, id) });

@Resolver(() => Upload)
export class UploadsResolver {
  @Authorized('asset.create')
  @Query(() => UploadConnection, { description: 'One\'s own uploads of the last day, newest first: how far they are, what became of them.' })
  uploads(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Connection<Upload>> {
    return findPage<Upload>({
      collection: 'uploads', filter: { createdBy: ctx.actor.id }, orderBy: [['createdAt', -1]], args, withTotal: 'totalCount' in selectionOf(info),
      projection: { filename: 1, state: 1, offset: 1, size: 1, problem: 1, expiresAt: 1, createdAt: 1, assetId: 1 },
    });
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'What it has become.' })
  async asset(@Root() { assetId }: Upload): Promise<Asset | undefined> {
    const asset = assetId ? await assetCache.get(assetId) : undefined;
    return asset && asAsset(asset);
  }
}

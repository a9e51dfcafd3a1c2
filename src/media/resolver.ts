import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { assertId, connectionType, findPage, may, NotFoundError, PageArgs, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { Asset, AssetModel, assetUrl } from './asset.js';

const AssetConnection = connectionType('Asset', () => Asset);

@Resolver(() => Asset)
export class AssetResolver {
  @Authorized('asset.read')
  @Query(() => Asset, { nullable: true, description: 'One asset of the library.' })
  async asset(@Arg('id', () => ID, { description: 'Its identifier.' }) id: string): Promise<Asset> {
    assertId(id, 'asset');
    const found = await AssetModel.findById(id).lean<Asset>();
    if (!found) throw new NotFoundError({ id });
    return found;
  }

  @Authorized('asset.read')
  @Query(() => AssetConnection, { description: 'The media library, newest first: one\'s own unit\'s, or all with the right to read any content.' })
  assets(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Connection<Asset>> {
    const filter = may(ctx.actor, 'content.readAny') ? {} : { unitId: ctx.actor.unitId ?? null };
    return findPage<Asset>({ collection: 'assets', filter, orderBy: [['createdAt', -1]], args, withTotal: 'totalCount' in selectionOf(info) });
  }

  @FieldResolver(() => String, { description: 'Where its bytes are; it changes when they do.' })
  url(@Root() asset: Asset): string {
    return assetUrl(asset);
  }
}

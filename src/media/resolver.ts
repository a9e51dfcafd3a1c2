import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Unit, unitCache } from '../accounts/index.js';
import { assertId, connectionType, NotFoundError, PageArgs, publicRead, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { mayReadAsset } from './access.js';
import { asAsset, Asset, assetCache, assetUrl } from './asset.js';
import { deleteAsset } from './delete-asset.js';
import { AssetFilter, ReplaceAssetInput, UpdateAssetInput, UpdateAssetsInput } from './inputs.js';
import { listAssets } from './list-assets.js';
import { AssetUse, findUses } from './ports.js';
import { RenditionPresetEnum, type RenditionPreset } from './presets.js';
import { Rendition, renditionOf } from './rendition-type.js';
import { replaceAsset } from './replace-asset.js';
import { addressFor } from './signed-address.js';
import { updateAsset, updateAssets } from './update-asset.js';

const AssetConnection = connectionType('Asset', () => Asset);

@Resolver(() => Asset)
export class AssetResolver {
  @Authorized('asset.read')
  @Query(() => Asset, { nullable: true, description: 'One asset of the library.' })
  async asset(@Arg('id', () => ID, { description: 'Its identifier.' }) id: string, @Ctx() ctx: Context): Promise<Asset> {
    assertId(id, 'asset');
    const found = await assetCache.get(id);
    if (!found || !mayReadAsset(ctx, found)) throw new NotFoundError({ id });
    return asAsset(found);
  }

  @Authorized('asset.read')
  @Query(() => AssetConnection, { description: 'The media library, newest first: one\'s own unit\'s, or all with the right to read any content.' })
  assets(
    @Args(() => PageArgs) args: PageArgs, @Arg('filter', () => AssetFilter, { nullable: true, description: 'Which of them.' }) filter: AssetFilter | null,
    @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Asset>> {
    return listAssets(ctx, filter ?? {}, args, 'totalCount' in selectionOf(info));
  }

  @Authorized('asset.update')
  @Mutation(() => Asset, { description: 'Changes what is told of an asset, its rights, its focal point and crops.' })
  updateAsset(@Arg('input', () => UpdateAssetInput, { description: 'The change.' }) input: UpdateAssetInput, @Ctx() ctx: Context): Promise<Asset> {
    return updateAsset(ctx, input);
  }

  @Authorized('asset.update')
  @Mutation(() => [Asset], { description: 'Makes one change to several assets, all or none.' })
  updateAssets(@Arg('input', () => UpdateAssetsInput, { description: 'The change.' }) input: UpdateAssetsInput, @Ctx() ctx: Context): Promise<Asset[]> {
    return updateAssets(ctx, input);
  }

  @Authorized('asset.update')
  @Mutation(() => Asset, { description: 'Gives an asset the file of another one, under its own id.' })
  replaceAsset(@Arg('input', () => ReplaceAssetInput, { description: 'Which, by which, and why.' }) input: ReplaceAssetInput, @Ctx() ctx: Context): Promise<Asset> {
    return replaceAsset(ctx, input);
  }

  @Authorized('asset.delete')
  @Mutation(() => ID, { description: 'Deletes an asset that nothing uses, and answers its id. Refused with ASSET_IN_USE otherwise.' })
  async deleteAsset(@Arg('id', () => ID, { description: 'The asset.' }) id: string, @Ctx() ctx: Context): Promise<string> {
    await deleteAsset(ctx, id);
    return id;
  }

  @Extensions(publicRead)
  @FieldResolver(() => String, { description: 'Where its bytes are, below the public address; it changes when they do. Staff get an address that opens before publication.' })
  url(@Root() asset: Asset, @Ctx() ctx: Context): string {
    return addressFor(ctx, assetUrl(asset));
  }

  @Extensions(publicRead)
  @FieldResolver(() => Rendition, { nullable: true, description: 'The picture cut and encoded for a place; null for what is no picture.' })
  rendition(
    @Root() asset: Asset, @Ctx() ctx: Context, @Arg('preset', () => RenditionPresetEnum, { description: 'The place.' }) preset: RenditionPreset,
    @Arg('width', () => Int, { nullable: true, description: 'Pixels that are needed: the next larger width of the preset is given, its largest when absent.' }) width?: number | null,
  ): Rendition | undefined {
    return renditionOf(ctx, asset, preset, width ?? undefined);
  }

  @Authorized('asset.read')
  @FieldResolver(() => Unit, { nullable: true, description: '单位: whose it is.' })
  async unit(@Root() { unitId }: Asset): Promise<object | undefined> {
    return unitId ? unitCache.get(unitId) : undefined;
  }

  @Authorized('asset.read')
  @FieldResolver(() => [AssetUse], { description: 'Where it is used.' })
  async usedBy(@Root() { _id }: Asset, @Ctx() ctx: Context): Promise<AssetUse[]> {
    const loader = ctx.loader<string, AssetUse[]>('media.uses', (ids) => findUses(ctx, ids));
    loader.clear(_id); // A stream's context lives for minutes.
    return (await loader.load(_id)) ?? [];
  }
}

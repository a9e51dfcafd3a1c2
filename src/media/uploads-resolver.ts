import { Arg, Args, Authorized, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionType, defineNode, findPage, PageArgs, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { asAsset, Asset, assetCache } from './asset.js';
import { BeginDirectUploadInput, CompleteDirectUploadInput, SignUploadPartsInput, UploadPartAddress } from './direct-inputs.js';
import { beginDirectUpload, completeDirectUpload, signUploadParts, type PartAddress } from './direct-upload.js';
import { findUpload } from './find-upload.js';
import { DirectParts, Upload } from './upload.js';

const UploadConnection = connectionType('Upload', () => Upload);

defineNode('upload', { typeName: 'Upload', find: (ctx, id) => findUpload(ctx, id) });

@Resolver(() => Upload)
export class UploadsResolver {
  @Authorized('asset.create')
  @Query(() => UploadConnection, { description: 'One\'s own uploads of the last day, newest first: how far they are, what became of them.' })
  uploads(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Connection<Upload>> {
    return findPage<Upload>({
      collection: 'uploads', filter: { createdBy: ctx.actor.id }, orderBy: [['createdAt', -1]], args, withTotal: 'totalCount' in selectionOf(info),
      projection: { filename: 1, state: 1, offset: 1, size: 1, problem: 1, expiresAt: 1, createdAt: 1, assetId: 1, direct: 1 },
    });
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'What it has become.' })
  async asset(@Root() { assetId }: Upload): Promise<Asset | undefined> {
    const asset = assetId ? await assetCache.get(assetId) : undefined;
    return asset && asAsset(asset);
  }

  @FieldResolver(() => DirectParts, { nullable: true, description: 'How its parts go straight to the storage; null for what goes to /uploads.' })
  parts(@Root() { direct }: Upload): DirectParts | undefined {
    return direct && { partBytes: direct.partBytes, partCount: direct.partCount, arrived: Object.keys(direct.etags).map(Number) };
  }

  @Authorized('asset.create')
  @Mutation(() => Upload, { description: 'Begins an upload whose bytes go in parts straight to the storage (S3), past this server. DIRECT_UPLOAD_UNAVAILABLE where the storage is another.' })
  beginDirectUpload(@Arg('input', () => BeginDirectUploadInput, { description: 'The file.' }) input: BeginDirectUploadInput, @Ctx() ctx: Context): Promise<Upload> {
    return beginDirectUpload(ctx, input);
  }

  @Authorized('asset.create')
  @Mutation(() => [UploadPartAddress], { description: 'Addresses that take parts of an upload, for an hour.' })
  signUploadParts(@Arg('input', () => SignUploadPartsInput, { description: 'Which.' }) input: SignUploadPartsInput, @Ctx() ctx: Context): Promise<PartAddress[]> {
    return signUploadParts(ctx, input);
  }

  @Authorized('asset.create')
  @Mutation(() => Upload, { description: 'Puts the parts of an upload together; a job then judges the file and makes it an asset. May be repeated.' })
  completeDirectUpload(@Arg('input', () => CompleteDirectUploadInput, { description: 'Which.' }) input: CompleteDirectUploadInput, @Ctx() ctx: Context): Promise<Upload> {
    return completeDirectUpload(ctx, input);
  }
}

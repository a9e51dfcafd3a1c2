import { Field, ID, ObjectType } from 'type-graphql';
import type { Context } from '../kernel/index.js';

@ObjectType({ description: 'A place where an asset is used.', simpleResolvers: true })
export class AssetUse {
  @Field(() => ID, { description: 'What uses it.' })
  id!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => Boolean, { description: 'Whether readers see it there now.' })
  isPublished!: boolean;
}

/** Answers where these assets are used; an id without use may be absent. One question for a whole page of assets. */
export type FindUses = (ctx: Context, assetIds: readonly string[]) => Promise<ReadonlyMap<string, readonly AssetUse[]>>;

/** Answers whether something published uses the asset. Must not throw for unknown ids. */
export type IsPublic = (assetId: string) => Promise<boolean>;

const usages: FindUses[] = [];
const visibilities: IsPublic[] = [];

/** Lets a module that holds asset ids answer where they are used. Called once per module, by the composition root. */
export const registerUsage = (find: FindUses): void => { usages.push(find); };

/** Lets a module answer which assets readers may see. Until one does, everybody may see every asset. */
export const registerVisibility = (isPublic: IsPublic): void => { visibilities.push(isPublic); };

/** For tests: forgets what was registered. */
export const forgetPorts = (): void => { usages.length = 0; visibilities.length = 0; };

/** Whether anybody answers for visibility: if not, nothing is hidden. */
export const hasVisibility = (): boolean => visibilities.length > 0;

/** True when readers may see the asset. */
export async function isPublicAsset(assetId: string): Promise<boolean> {
  if (!hasVisibility()) return true;
  return (await Promise.all(visibilities.map((isPublic) => isPublic(assetId)))).some(Boolean);
}

/** Where each of these assets is used, in their order. */
export async function findUses(ctx: Context, assetIds: readonly string[]): Promise<AssetUse[][]> {
  const answers = await Promise.all(usages.map((find) => find(ctx, assetIds)));
  return assetIds.map((id) => answers.flatMap((answer) => answer.get(id) ?? []));
}

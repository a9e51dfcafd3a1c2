import { Arg, Args, Authorized, Ctx, Extensions, ID, Info, Mutation, Query, Resolver, type ClassType } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { InvalidInputError, PageArgs, publicRead, selectionOf, type Connection, type Context } from '../kernel/index.js';
import type { Content, Perspective } from './content-type.js';
import { PerspectiveEnum } from './content-type.js';
import { createContent } from './create-content.js';
import type { ContentFilter, ContentOrder } from './filters.js';
import { ContentOrderEnum } from './filters.js';
import { draftViewOf, findContent, findContents } from './find-contents.js';
import { kindTypes, patchOf, type KindTypes, type UpdateInput } from './kind-types.js';
import { updateContent } from './update-content.js';

/** The queries and mutations of one kind: `article`, `articles`, `createArticle`, `updateArticle`. */
function kindResolver({ kind, type, connection, filter: filterType, createInput, updateInput }: KindTypes): ClassType<object> {
  const { name, plural, typeName, label } = kind;
  const filterArg = (): ClassType<ContentFilter> => filterType;

  @Resolver(() => type)
  class KindResolver {
    @Extensions(publicRead)
    @Query(() => type, { name, description: `One ${name}, by id or slug.` })
    one(
      @Arg('id', () => ID, { nullable: true, description: 'Its identifier.' }) id: string | undefined,
      @Arg('slug', () => String, { nullable: true, description: 'Its name in addresses.' }) slug: string | undefined,
      @Arg('perspective', () => PerspectiveEnum, { defaultValue: 'published', description: 'Which of its faces.' }) perspective: Perspective,
      @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo,
    ): Promise<Content> {
      assertIdOrSlug(id, slug);
      return findContent(ctx, { id, slug, perspective, kind, selection: selectionOf(info) });
    }

    @Extensions(publicRead)
    @Query(() => connection, { name: plural, description: `${label.zh}, newest first.` })
    many(
      @Args(() => PageArgs) page: PageArgs,
      @Arg('filter', filterArg, { nullable: true, description: 'Which to list.' }) filter: ContentFilter | undefined,
      @Arg('orderBy', () => ContentOrderEnum, { nullable: true, description: 'How to sort them.' }) orderBy: ContentOrder | undefined,
      @Arg('perspective', () => PerspectiveEnum, { defaultValue: 'published', description: 'Which of their faces.' }) perspective: Perspective,
      @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo,
    ): Promise<Connection<Content>> {
      return findContents(ctx, { perspective, kind, filter, orderBy, page, selection: selectionOf(info) });
    }

    @Authorized('content.create')
    @Mutation(() => type, { name: `create${typeName}`, description: `Begins a ${name} as a draft.` })
    async create(@Arg('input', () => createInput, { description: 'Its first fields.' }) input: object, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
      return draftViewOf(ctx, await createContent(ctx, name, patchOf(kind, input)), selectionOf(info));
    }

    @Authorized('content.update')
    @Mutation(() => type, { name: `update${typeName}`, description: `Saves a new revision of a ${name}: only what changes. What was signed before is void.` })
    async update(@Arg('input', () => updateInput, { description: 'What changes.' }) input: UpdateInput, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Content> {
      const { id, expectedRevision, ...changes } = input;
      return draftViewOf(ctx, await updateContent(ctx, { id, expectedRevision, patch: patchOf(kind, changes) }), selectionOf(info));
    }
  }
  return KindResolver;
}

export function assertIdOrSlug(id: string | undefined, slug: string | undefined): void {
  if ((id == null) === (slug == null)) throw new InvalidInputError({ field: 'id, slug', reason: '请给出其中一个 (give exactly one of them)' });
}

export const kindResolvers = kindTypes.map(kindResolver);


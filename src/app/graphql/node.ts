import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { findNode, Node, selectionOf, type Context } from '../../kernel/index.js';

@Resolver()
export class NodeResolver {
  @Query(() => Node, { description: 'Anything by its identifier. What is absent and what you may not see answer alike.' })
  node(@Arg('id', () => ID, { description: 'The identifier.' }) id: string, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<object> {
    return findNode(ctx, id, selectionOf(info));
  }
}

import { Arg, Extensions, Info, Int, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { publicRead, selectionOf, type Connection } from '../kernel/index.js';
import { ContentConnection } from './content-resolver.js';
import type { Content } from './content-type.js';
import { ContentFilter } from './filters.js';
import { searchPublished } from './search/index.js';

@Resolver()
export class SearchResolver {
  @Extensions(publicRead)
  @Query(() => ContentConnection, { description: '全文检索: what readers see and holds all words of the question, titles first. The newest 500 matches are sorted by likeness; totalCount counts no further.' })
  search(
    @Arg('query', () => String, { description: 'The question, at most 100 characters.' }) query: string,
    @Arg('first', () => Int, { nullable: true, description: 'How many to return; at most 100, 20 when absent.' }) first: number | undefined,
    @Arg('after', () => String, { nullable: true, description: 'Return what comes after this cursor of the same search.' }) after: string | undefined,
    @Arg('filter', () => ContentFilter, { nullable: true, description: 'Among which contents.' }) filter: ContentFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Content>> {
    return searchPublished({ query, selection: selectionOf(info), ...(first == null ? {} : { first }), ...(after == null ? {} : { after }), ...(filter ? { filter } : {}) });
  }
}

import { Arg, Authorized, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../kernel/index.js';
import { DeliveryRow } from '../delivery.js';
import { deliveryNews, type NewsFilter } from './delivery-news.js';

@Resolver()
export class StreamResolver {
  @Authorized('delivery.read')
  @Subscription(() => DeliveryRow, {
    description: '分发动态: each delivery as it changes, by server-sent events at /graphql/stream. A partner hears of its own. The stream ends after ten minutes; open it again.',
    subscribe: ({ context, args }: { context: unknown; args: unknown }) => deliveryNews(context as Context, args as NewsFilter),
  })
  deliveryChanged(
    @Root() row: DeliveryRow,
    @Arg('destinationId', () => ID, { nullable: true, description: 'Of this destination only.' }) _destinationId: string | undefined,
    @Arg('contentId', () => ID, { nullable: true, description: 'Of this content only.' }) _contentId: string | undefined,
  ): DeliveryRow {
    return row;
  }
}

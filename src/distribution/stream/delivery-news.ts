import { assertMay, ChangeNews, type Changes, type Context } from '../../kernel/index.js';
import { DeliveryModel, type DeliveryRow } from '../delivery.js';

const news = new ChangeNews(['deliveries']);

/** Hears of every change in the ledger, whichever process made it; before `changes.start()`. */
export const watchDeliveries = (changes: Changes): void => news.watch(changes);

/** Which deliveries to hear of. */
export interface NewsFilter {
  readonly destinationId?: string | null;
  readonly contentId?: string | null;
}

/** Deliveries as they change. A partner hears of its own only. Throws ForbiddenError, UnauthenticatedError, TooManyRequestsError. */
export function deliveryNews(ctx: Context, filter: NewsFilter): AsyncIterableIterator<DeliveryRow> {
  assertMay(ctx.actor, 'delivery.read');
  const { destinationId: own } = ctx.actor;
  const wanted = { ...(filter.contentId ? { contentId: filter.contentId } : {}), ...(filter.destinationId ? { destinationId: filter.destinationId } : {}), ...(own ? { $and: [{ destinationId: own }] } : {}) };
  return news.follow<DeliveryRow>({
    load: async ({ id }) => DeliveryModel.find({ ...wanted, _id: id }).lean<DeliveryRow[]>(),
    idOf: ({ _id }) => _id,
    sightOf: ({ state, attempts, dueAt, url, lastMessage }) => [state, attempts, state === 'running' ? null : dueAt, url, lastMessage],
  });
}

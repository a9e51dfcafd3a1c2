import { ContentDeliveriesResolver, DeliveryResolver } from './delivery-resolver.js';
import { DestinationResolver } from './destination-resolver.js';
import { MassSendResolver } from './mass-send/index.js';
import { OperationResolver } from './operation-resolver.js';
import './reseal-secrets.js';

/** This module's part of the GraphQL schema. */
export const distributionResolvers = [DeliveryResolver, ContentDeliveriesResolver, DestinationResolver, MassSendResolver, OperationResolver] as const;

export type * from './channel.js';
export { actions, defineChannel } from './channel.js';
export { channelNamed, channels, findChannel, registerChannels } from './channels.js';
export { configureDistribution } from './metrics.js';
export { askReach, destinationsWithReach } from './ask-reach.js';
export { planDeliveries } from './plan-deliveries.js';
export { deliverNext } from './deliver-next.js';
export { serveChannel, serveFeed } from './serve.js';
export { DestinationRow, findDestination } from './destination.js';
export { createDestination, updateDestination, type DestinationFields } from './save-destination.js';
export { activateDestination, deactivateDestination } from './close-destination.js';
export { testDestination } from './test-destination.js';
export { currentInput, runOperation } from './run-operation.js';
export { resealSecrets } from './reseal-secrets.js';
export { acceptHubRequest, type HubAnswer } from './hub/accept-hub-request.js';
export { announceToSubscribers } from './hub/distribute.js';
export { DeliveryRow } from './delivery.js';
export { deliveryStates, deliveryMoves, nextState, type DeliveryState, type DeliveryMove } from './delivery-states.js';
export { cancelDelivery, retryDelivery, settleByHand, type HandSettlement } from './steer-delivery.js';
export { replayDeliveries, type Replay, type ReplayRange } from './replay-deliveries.js';
export { countByState, findDeliveries, findDeliveriesOf, type DeliveryFilter } from './find-deliveries.js';
export { findProgress } from './find-progress.js';
export { matches, type Condition, type Rule } from './rule.js';
export { previewRule } from './preview-rule.js';
export { DeliverySettled, DeliveryStuck, DestinationDeactivated } from './events.js';
export * from './errors.js';
export * from './mass-send/index.js';

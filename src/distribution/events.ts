import { Type, type Static } from 'typebox';
import { defineEvent, nounOfId } from '../kernel/index.js';

const delivery = {
  deliveryId: Type.String(),
  destinationId: Type.String(),
  contentId: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  action: Type.String({ description: 'publish, correct or retract' }),
};

/** A delivery came to an end; it may be opened again by a person, and settle again. */
export const DeliverySettled = defineEvent('delivery.settled', 'A delivery came to an end: it arrived, or it will not be tried again by itself.', Type.Object({
  ...delivery,
  channelId: Type.Optional(Type.String({ description: 'The kind of outlet' })),
  outcome: Type.String({ description: 'delivered, refused, dead, cancelled or superseded' }),
  url: Type.Optional(Type.String({ description: 'Where it ran, as the receiver says' })),
}));

/** Whether a person must act: it was refused, or its tries are used up. */
export const needsPerson = ({ outcome }: Static<typeof DeliverySettled.payload>): boolean => outcome === 'dead' || outcome === 'refused';

/** Whether it arrived, and the receiver said where it stands. A bundle's contents tell each its own. */
export const hasAddress = ({ outcome, url, contentId }: Static<typeof DeliverySettled.payload>): boolean => outcome === 'delivered' && url !== undefined && nounOfId(contentId) !== 'bundle';

/** Only a person can say whether it arrived. */
export const DeliveryStuck = defineEvent('delivery.stuck', 'A delivery may have arrived, and nothing but a person can find out.', Type.Object({
  ...delivery, message: Type.String(),
}));

/** A destination takes nothing more until somebody activates it. */
export const DestinationDeactivated = defineEvent('destination.deactivated', 'A destination was closed, by a person, by its receiver or after long failure.', Type.Object({
  destinationId: Type.String(), name: Type.String(), reason: Type.String(),
}));

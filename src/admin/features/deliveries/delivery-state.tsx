import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Badge, type Tone } from '../../components/badge.js';
import type { DeliveryState } from '../../graphql/generated/schema-types.js';
import { deliveriesWords } from './deliveries-words.js';

const tones: Readonly<Record<DeliveryState, Tone>> = {
  WAITING: 'info', RUNNING: 'info', ACCEPTED: 'info', HELD: 'quiet', DELIVERED: 'ok', REFUSED: 'bad', UNCLEAR: 'warn', DEAD: 'bad', CANCELLED: 'quiet', SUPERSEDED: 'quiet',
};

export const deliveryStates = Object.keys(tones) as readonly DeliveryState[];

export const toneOf = (state: DeliveryState): Tone => tones[state];

/** Where a delivery stands, by colour and word. */
export function DeliveryBadge({ state }: { readonly state: DeliveryState }): ReactNode {
  const say = useWords(deliveriesWords);
  return <Badge tone={tones[state]}>{say(state)}</Badge>;
}

import type { HoldersQuery } from './publishing.generated.js';

type DeliveryOfContent = HoldersQuery['content']['deliveries'][number];

/** An outlet that has, or may have, a version of the content. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly channelId: string;
  readonly isActive: boolean;
  readonly version: number;
  /** False when nobody knows whether it arrived. */
  readonly isSure: boolean;
}

const mayHaveIt = ({ state, mayHaveArrived }: DeliveryOfContent): boolean => mayHaveArrived || state === 'DELIVERED' || state === 'ACCEPTED' || state === 'UNCLEAR' || state === 'RUNNING';

/** Who is to hear of a correction or retraction: every outlet whose last word was not a retraction, by name. */
export function holdersOf(deliveries: readonly DeliveryOfContent[]): Holder[] {
  const last = new Map<string, DeliveryOfContent>();
  for (const delivery of deliveries.filter(mayHaveIt)) {
    const { destination, version } = delivery;
    if (destination && version > (last.get(destination.id)?.version ?? 0)) last.set(destination.id, delivery);
  }
  return [...last.values()].filter(({ action, state }) => action !== 'RETRACT' || state !== 'DELIVERED')
    .map(({ destination, version, state }) => ({ ...destination!, version, isSure: state === 'DELIVERED' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}

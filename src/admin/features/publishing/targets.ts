import type { DeliveryTargetsInput } from '../../graphql/generated/schema-types.js';
import type { ProspectsQuery } from './publishing.generated.js';

type Prospect = ProspectsQuery['destinationsFor'][number];

/** Who gets a release beside, instead of, or without what the rules say. */
export interface Targets {
  readonly also: readonly string[];
  readonly only: readonly string[];
  readonly except: readonly string[];
}

export const noTargets: Targets = { also: [], only: [], except: [] };

/** Whether it goes there; to a closed outlet that must be told, it goes as a person's task. */
export const isTaken = ({ receives }: Prospect): boolean => receives;

/** Whether a person may choose. Who has an earlier version is always told; a block and a closed outlet are stronger than a choice. */
export const mayChoose = ({ reason }: Prospect): boolean => reason !== 'EARLIER_VERSION' && reason !== 'BLOCKED' && reason !== 'CLOSED' && reason !== 'NOTHING_THERE';

/** The targets after the box of this outlet was pressed: it joins what the rules say, leaves it, or its earlier choice is taken back. Pure. */
export function turned({ also, only, except }: Targets, { destination: { id }, receives, reason }: Prospect): Targets {
  const without = (ids: readonly string[]): string[] => ids.filter((each) => each !== id);
  if (receives) return { also: without(also), only: without(only), except: reason === 'TARGET' && only.length === 0 ? without(except) : [...without(except), id] };
  return { also: reason === 'EXCLUDED' ? [...also] : [...without(also), id], only, except: without(except) };
}

/** The targets as the API takes them; nothing when nothing was chosen. Pure. */
export const asTargets = (targets: Targets): DeliveryTargetsInput | undefined =>
  (Object.values(targets).some((ids: readonly string[]) => ids.length > 0) ? { also: [...targets.also], only: [...targets.only], except: [...targets.except] } : undefined);

import { useInAddress, type InAddress } from '../../components/use-in-address.js';
import type { DeliveryFilter, DeliveryState } from '../../graphql/generated/schema-types.js';
import { deliveryStates } from './delivery-state.js';

/** What of the ledger is looked at: one state, or what is late, or what needs a person. */
export type Look = DeliveryState | 'late' | 'stuck';

export interface BoardView {
  readonly look: Look | undefined;
  readonly destinationId: string | undefined;
  readonly filter: DeliveryFilter;
  /** What waits is read from its oldest, history from its newest. */
  readonly orderBy: 'NEWEST' | 'OLDEST';
  readonly isFiltered: boolean;
  set(changes: Parameters<InAddress['set']>[0]): void;
}

const looks: readonly Look[] = [...deliveryStates, 'late', 'stuck'];

/** The board's filters as the address holds them, so that a link shows the same rows. */
export function useBoardView(): BoardView {
  const { get, set } = useInAddress();
  const look = looks.find((each) => each === get('state'));
  const destinationId = /^destination_[0-9a-f]{24}$/.exec(get('destination') ?? '')?.[0];
  return { look, destinationId, filter: filterOf(look, destinationId), orderBy: look === 'late' ? 'OLDEST' : 'NEWEST', isFiltered: look !== undefined || destinationId !== undefined, set };
}

/** The filter as the API takes it. */
export function filterOf(look: Look | undefined, destinationId: string | undefined): DeliveryFilter {
  const at = destinationId ? { destinationId } : {};
  if (look === 'late') return { ...at, isLate: true };
  if (look === 'stuck') return { ...at, needsPerson: true };
  return look ? { ...at, states: [look] } : at;
}

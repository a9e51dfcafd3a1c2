import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import type { Tone } from '../../components/badge.js';
import { useRead } from '../../graphql/use-graphql.js';
import { filterOf, type BoardView, type Look } from './board-view.js';
import { DeliveryAlarmsDocument, type DeliveriesQuery } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import { deliveryStates, toneOf } from './delivery-state.js';
import styles from './state-strip.module.css';

/** How many stand where, by colour, word and number; pressing one shows just those. */
export function StateStrip({ counts, view, everyMs }: { readonly counts: DeliveriesQuery['deliveryCounts'] | undefined; readonly view: BoardView; readonly everyMs: number }): ReactNode {
  const say = useWords(deliveriesWords);
  const { data } = useRead(DeliveryAlarmsDocument, { late: filterOf('late', view.destinationId), stuck: filterOf('stuck', view.destinationId) }, { keepsLast: true, everyMs, isAside: true });
  const countOf = (look: Look): number | undefined => (look === 'late' || look === 'stuck' ? data?.[look].totalCount ?? undefined : counts?.find(({ state }) => state === look)?.count);
  const tile = (look: Look, tone: Tone): ReactNode => {
    const count = countOf(look);
    const isOn = view.look === look;
    return (
      <button key={look} type="button" className={`${styles.tile} ${styles[tone]} ${count ? '' : styles.zero}`} aria-pressed={isOn} onClick={() => { view.set({ state: isOn ? undefined : look }); }}>
        <span className={`${styles.count} figures`}>{count ?? '–'}</span><span>{say(look)}</span>
      </button>
    );
  };
  return (
    <div role="group" aria-label={say('states')} className={styles.strip}>
      {tile('stuck', 'bad')}{tile('late', 'warn')}
      <span className={styles.divider} aria-hidden="true" />
      {deliveryStates.map((state) => tile(state, toneOf(state)))}
    </div>
  );
}

import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { formatTime } from '../../components/time.js';
import type { DeliveryLineFragment } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import styles from './deliveries.module.css';

/** Until when the outlet is left alone and why, for a delivery that waits for it; nothing for any other. */
export function PauseNote({ pause }: Pick<DeliveryLineFragment, 'pause'>): ReactNode {
  const say = useWords(deliveriesWords);
  if (!pause) return null;
  return <p className={styles.pause}>{say(pause.isAskedFor ? 'pauseAsked' : 'pauseFailing', { until: formatTime(pause.until, 'exact') })}</p>;
}

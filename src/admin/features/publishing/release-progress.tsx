import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ReleaseProgressDocument, type ReleaseProgressQuery } from './publishing.generated.js';
import { publishingWords } from './publishing-words.js';
import styles from './publishing.module.css';

/** "Confirmed by n of m", and who has not confirmed yet, in the receivers' words. Looks again while something is under way. */
export function ReleaseProgress({ contentId, version }: { readonly contentId: string; readonly version: number }): ReactNode {
  const say = useWords(publishingWords);
  const may = useMay();
  const { data } = useRead(ReleaseProgressDocument, { contentId, version }, { isEnabled: may('delivery.read'), everyMs: 3000, isAside: true });
  const progress = data?.deliveryProgress;
  if (!progress) return null;
  const { confirmed, total, isPlanned, missing } = progress;
  if (!isPlanned) return <p><Badge tone="info">{say('planning')}</Badge></p>;
  if (total === 0) return <p><Badge tone="quiet">{say('nobody')}</Badge></p>;
  return (
    <div>
      <Badge tone={confirmed === total ? 'ok' : 'warn'}>{say('progress', { version, confirmed, count: total })}</Badge>
      {missing.length > 0 ? <ul className={styles.missing} aria-label={say('waiting')}>{missing.map((delivery) => <Missing key={delivery.id} delivery={delivery} />)}</ul> : null}
    </div>
  );
}

function Missing({ delivery }: { readonly delivery: ReleaseProgressQuery['deliveryProgress']['missing'][number] }): ReactNode {
  const to = addressOf('deliveries.delivery', { id: delivery.id });
  const name = delivery.destination?.name ?? '';
  return <li>{to ? <Link to={to}>{name}</Link> : name}{delivery.lastMessage ? `：${delivery.lastMessage}` : null}</li>;
}

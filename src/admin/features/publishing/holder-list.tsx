import type { ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { useRead } from '../../graphql/use-graphql.js';
import { HoldersDocument, type HoldersQuery } from './publishing.generated.js';
import { publishingWords } from './publishing-words.js';
import styles from './publishing.module.css';
import { holdersOf, type Holder } from './who-has-it.js';

type Channel = HoldersQuery['channels'][number];

/** Who will be told, which version each has, and where a person must do it by hand. */
export function HolderList({ contentId, action }: { readonly contentId: string; readonly action: 'CORRECT' | 'RETRACT' }): ReactNode {
  const say = useWords(publishingWords);
  const { data, error, refetch } = useRead(HoldersDocument, { contentId });
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => { void refetch(); }} /> : <Loading lines={3} />;
  const holders = holdersOf(data.content.deliveries);
  if (holders.length === 0) return <p className={styles.hint}>{say('toldNobody')}</p>;
  return (
    <>
      <p>{say('told', { count: holders.length })}</p>
      <ul className={styles.holders}>
        {holders.map((holder) => <li key={holder.id}><HolderLine holder={holder} action={action} channel={data.channels.find(({ id }) => id === holder.channelId)} /></li>)}
      </ul>
    </>
  );
}

function HolderLine({ holder: { name, version, isSure, isActive }, action, channel }: { readonly holder: Holder; readonly action: 'CORRECT' | 'RETRACT'; readonly channel: Channel | undefined }): ReactNode {
  const say = useWords(publishingWords);
  const { language } = useAppearance();
  const isByHand = !isActive || channel?.actions.includes(action) === false;
  return (
    <>
      <span className={styles.holder}><strong>{name}</strong> <span className={styles.hint}>{language === 'zh' ? channel?.name : channel?.nameEn}</span></span>
      <span className={styles.hint}>{say(isSure ? 'has' : 'mayHave', { version })}</span>
      {isByHand ? <Badge tone="warn">{say(isActive ? 'byHand' : 'closed')}</Badge> : <Badge tone="info">{say(channel?.isPull ? 'byFeed' : 'byPush')}</Badge>}
    </>
  );
}

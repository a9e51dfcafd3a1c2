import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ProspectsDocument, type ProspectsQuery } from './publishing.generated.js';
import { publishingWords } from './publishing-words.js';
import styles from './publishing.module.css';
import { asTargets, isTaken, mayChoose, turned, type Targets } from './targets.js';

type Prospect = ProspectsQuery['destinationsFor'][number];
type Channel = ProspectsQuery['channels'][number];

export interface ProspectListProps {
  readonly contentId: string;
  /** What is done; a publication or its correction, whichever is next, when left out. */
  readonly action?: 'CORRECT' | 'RETRACT';
  /** Who is taken beside, or left out of, what the rules say; not to be chosen when left out. */
  readonly targets?: Targets;
  readonly onTargets?: (targets: Targets) => void;
}

/** Who will get it and who will not, each with the reason; where it may be chosen, by a box for each. */
export function ProspectList({ contentId, action, targets, onTargets }: ProspectListProps): ReactNode {
  const say = useWords(publishingWords);
  const [isWhole, setWhole] = useState(false);
  const asked = targets && asTargets(targets);
  const { data, error, refetch } = useRead(ProspectsDocument, { contentId, ...(action ? { action } : {}), ...(asked ? { targets: asked } : {}) }, { keepsLast: true });
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => { void refetch(); }} /> : <Loading lines={3} />;
  const taken = data.destinationsFor.filter(isTaken);
  const others = data.destinationsFor.filter((each) => !isTaken(each));
  const line = (prospect: Prospect): ReactNode => (
    <li key={prospect.destination.id}>
      <ProspectLine prospect={prospect} action={action} channel={data.channels.find(({ id }) => id === prospect.destination.channelId)} {...(targets && onTargets ? { onTurn: () => { onTargets(turned(targets, prospect)); } } : {})} />
    </li>
  );
  return (
    <div className={styles.prospects}>
      <p role="status"><strong>{taken.length > 0 ? say('told', { count: taken.length }) : say(action === 'RETRACT' ? 'toldNobody' : 'nobody')}</strong></p>
      {taken.length > 0 ? <ul className={styles.holders}>{taken.map(line)}</ul> : null}
      {others.length > 0 && action !== 'RETRACT' ? <button type="button" className={styles.more} aria-expanded={isWhole} onClick={() => { setWhole(!isWhole); }}>{say('notTold', { count: others.length })}</button> : null}
      {isWhole && others.length > 0 ? <ul className={styles.holders}>{others.map(line)}</ul> : null}
    </div>
  );
}

function ProspectLine({ prospect, action, channel, onTurn }: { readonly prospect: Prospect; readonly action: 'CORRECT' | 'RETRACT' | undefined; readonly channel: Channel | undefined; readonly onTurn?: () => void }): ReactNode {
  const say = useWords(publishingWords);
  const { language } = useAppearance();
  const { destination: { name, isActive }, reason, block } = prospect;
  const taken = isTaken(prospect);
  const isByHand = taken && (!isActive || (action && channel?.actions.includes(action) === false));
  const title = <><strong>{name}</strong> <span className={styles.hint}>{language === 'zh' ? channel?.name : channel?.nameEn}</span></>;
  return (
    <>
      <span className={styles.holder}>{onTurn ? <Checkbox checked={taken} disabled={!mayChoose(prospect)} onChange={onTurn}>{title}</Checkbox> : title}</span>
      <span className={styles.hint}>{block ? say('BLOCKED_BY', { reason: block.reason }) : say(reason)}</span>
      {!taken ? null : isByHand ? <Badge tone="warn">{say(isActive ? 'byHand' : 'closed')}</Badge> : <Badge tone="info">{say(channel?.isPull ? 'byFeed' : 'byPush')}</Badge>}
    </>
  );
}

import { Button, Switch } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { useContentNames } from '../../components/content-state.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { FilterRow } from '../../components/filter-row.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { BlockPlacesDocument, DeliveryBlocksDocument, RuleChoicesDocument, type DeliveryBlocksQuery } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import { toFormCondition } from './rule-form.js';
import { sayCondition } from './say-condition.js';
import styles from './destinations.module.css';

type Block = DeliveryBlocksQuery['deliveryBlocks'][number];

const BlockDialog = lazy(async () => ({ default: (await import('./block-dialog.js')).BlockDialog }));
const LiftDialog = lazy(async () => ({ default: (await import('./lift-dialog.js')).LiftDialog }));

/** What is kept back from every outlet, or from some, by whom and why. */
export function Component(): ReactNode {
  const say = useWords(destinationsWords);
  const may = useMay();
  const [withLifted, setWithLifted] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useRead(DeliveryBlocksDocument, { withLifted }, { keepsLast: true });
  const blocks = data?.deliveryBlocks;
  const add = may('destination.manage') ? <Button type="primary" onClick={() => { setAdding(true); }}>{say('addBlock')}</Button> : null;
  return (
    <>
      <PageHeader note={say('blocksNote')} actions={add} />
      <FilterRow><label className={styles.meta}><Switch size="small" checked={withLifted} onChange={setWithLifted} />{say('withLifted')}</label></FilterRow>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        {blocks ? blocks.length > 0
          ? <ul className={styles.list}>{blocks.map((block) => <li key={block.id}><BlockLine block={block} mayLift={may('destination.manage')} /></li>)}</ul>
          : <EmptyState title={say('blocksNone')} text={say('blocksNoneText')} action={add} />
          : error ? null : <div className={styles.padded}><Loading lines={3} /></div>}
      </Panel>
      {isAdding ? <Suspense fallback={null}><BlockDialog onClose={() => { setAdding(false); }} /></Suspense> : null}
    </>
  );
}

function BlockLine({ block, mayLift }: { readonly block: Block; readonly mayLift: boolean }): ReactNode {
  const say = useWords(destinationsWords);
  const names = useContentNames();
  const where = useWhere(block);
  const { data } = useRead(RuleChoicesDocument, {}, { isAside: true });
  const [isLifting, setLifting] = useState(false);
  const { id, reason, condition, createdAt, createdByName, liftedAt, liftedByName, liftedReason } = block;
  return (
    <div className={styles.line}>
      <div>
        <div className={styles.name}>{reason}</div>
        <p>{sayCondition(toFormCondition(condition), say, names, data)}</p>
        <div className={styles.meta}><span>{where}</span><span>{say('blockBy', { name: createdByName })} <Time at={createdAt} look="ago" /></span>{liftedAt ? <span>{say('liftedBy', { name: liftedByName ?? '', reason: liftedReason ?? '' })}</span> : null}</div>
        {mayLift && !liftedAt ? <Button size="small" onClick={() => { setLifting(true); }}>{say('lift')}</Button> : null}
      </div>
      <Badge tone={liftedAt ? 'quiet' : 'bad'}>{say(liftedAt ? 'lifted' : 'active')}</Badge>
      {isLifting ? <Suspense fallback={null}><LiftDialog id={id} onClose={() => { setLifting(false); }} /></Suspense> : null}
    </div>
  );
}

/** The outlets that a block holds for, by name. */
function useWhere({ channelIds, destinationIds }: Block): string {
  const say = useWords(destinationsWords);
  const { language } = useAppearance();
  const { data } = useRead(BlockPlacesDocument, {}, { isAside: true });
  if (channelIds.length + destinationIds.length === 0) return say('everywhere');
  const kinds = (data?.channels ?? []).filter(({ id }) => channelIds.includes(id)).map(({ name, nameEn }) => (language === 'zh' ? name : nameEn));
  const outlets = (data?.destinations.nodes ?? []).filter(({ id }) => destinationIds.includes(id)).map(({ name }) => name);
  return [...kinds, ...outlets].join('、');
}

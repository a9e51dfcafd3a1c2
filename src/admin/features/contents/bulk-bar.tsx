import { Button } from 'antd';
import type { ReactNode } from 'react';
import { addressOf } from '../../app/registry.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { LinkButton } from '../../components/link-button.js';
import type { ContentLineFragment } from './contents.generated.js';
import { contentsWords } from './contents-words.js';
import { ableTo, bulkVerbs, permissionOf, useBulk, type BulkVerb } from './use-bulk.js';
import styles from './contents.module.css';

export interface BulkBarProps {
  readonly chosen: readonly ContentLineFragment[];
  readonly onChoose: (rows: readonly ContentLineFragment[]) => void;
}

/** What can be done with the chosen rows; there while some are chosen. Each button says with how many of them. */
export function BulkBar({ chosen, onChoose }: BulkBarProps): ReactNode {
  const say = useWords(contentsWords);
  const may = useMay();
  const { progress, run } = useBulk();
  const bundle = addressOf('bundles.new');
  if (chosen.length === 0) return null;

  const start = async (verb: BulkVerb, rows: readonly ContentLineFragment[]): Promise<void> => { onChoose(await run(verb, rows)); };
  const begin = (verb: BulkVerb, rows: readonly ContentLineFragment[]): void => {
    if (verb !== 'publish') void start(verb, rows);
    else ask({ title: say('publishAsk', { count: rows.length }), why: say('publishWhy', { titles: titlesOf(rows) }), ok: say('publish', { count: rows.length }), onOk: () => start(verb, rows) });
  };
  return (
    <div className={styles.bulk} role="status">
      <span>{say('chosen', { count: chosen.length })}</span>
      {bulkVerbs.map((verb) => {
        const rows = ableTo(verb, chosen);
        if (rows.length === 0 || !may(permissionOf(verb))) return null;
        const isRunning = progress?.verb === verb;
        return <Button key={verb} size="small" loading={isRunning} disabled={progress !== undefined && !isRunning} onClick={() => { begin(verb, rows); }}>{isRunning ? say('underWay', progress) : say(verb, { count: rows.length })}</Button>;
      })}
      {bundle && chosen.length > 1 && may('delivery.retry') ? <LinkButton size="small" to={`${bundle}?contents=${chosen.map(({ id }) => id).join(',')}`}>{say('bundle')}</LinkButton> : null}
      <Button size="small" type="text" onClick={() => { onChoose([]); }}>{say('unchoose')}</Button>
    </div>
  );
}

/** The first few titles. */
const titlesOf = (rows: readonly ContentLineFragment[]): string => rows.slice(0, 3).map(({ title }) => `《${title}》`).join('') + (rows.length > 3 ? '…' : '');

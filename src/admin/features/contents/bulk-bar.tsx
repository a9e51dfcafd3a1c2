import { Button } from 'antd';
import type { ReactNode } from 'react';
import { addressOf } from '../../app/registry.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { LinkButton } from '../../components/link-button.js';
import { contentsWords } from './contents-words.js';
import { useArchive } from './use-archive.js';
import styles from './contents.module.css';

export interface BulkBarProps {
  readonly chosen: readonly string[];
  readonly isArchived: boolean;
  readonly onDone: () => void;
}

/** What can be done to the chosen rows; there while some are chosen. */
export function BulkBar({ chosen, isArchived, onDone }: BulkBarProps): ReactNode {
  const say = useWords(contentsWords);
  const may = useMay();
  const { progress, run } = useArchive();
  const bundle = addressOf('bundles.new');
  const isAllowed = may(isArchived ? 'content.restore' : 'content.archive');
  if (chosen.length === 0) return null;
  const label = progress ? say('archiving', progress) : say(isArchived ? 'restoreMany' : 'archiveMany', { count: chosen.length });
  return (
    <div className={styles.bulk} role="status">
      <span>{say('chosen', { count: chosen.length })}</span>
      {isAllowed ? <Button size="small" loading={progress !== undefined} onClick={() => { void run(chosen, isArchived ? 'restore' : 'archive').then(onDone); }}>{label}</Button> : null}
      {bundle && chosen.length > 1 && may('delivery.retry') ? <LinkButton size="small" to={`${bundle}?contents=${chosen.join(',')}`}>{say('bundle')}</LinkButton> : null}
      <Button size="small" type="text" onClick={onDone}>{say('unchoose')}</Button>
    </div>
  );
}

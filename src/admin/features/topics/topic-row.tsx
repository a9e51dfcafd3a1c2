import { CaretDownOutlined, EditOutlined, HolderOutlined, MoreOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { topicsWords } from './topics-words.js';
import { steps, type DropSide, type Row, type Step } from './tree-rows.js';
import styles from './topics.module.css';

/** How a dragged topic says which one it is. */
export const dragType = 'application/x-yici-topic';

export interface TopicRowProps {
  readonly row: Row;
  readonly isFolded: boolean;
  /** Whether Tab comes to this row: one of the tree is. */
  readonly isCurrent: boolean;
  readonly contents: number | undefined;
  readonly isAboveArchived: boolean;
  /** Which steps lead somewhere. */
  readonly open: ReadonlySet<Step>;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFold: () => void;
  readonly onRename: () => void;
  readonly onAdd: () => void;
  readonly onStep: (step: Step) => void;
  readonly onMoveTo: () => void;
  readonly onArchive: () => void;
  readonly onRestore: () => void;
  readonly onDrop: (id: string, side: DropSide) => void;
}

/** One topic: what it is called, how much is in it, and what can be done to it. */
export function TopicRow(props: TopicRowProps): ReactNode {
  const say = useWords(topicsWords);
  const { row: { topic, level, position, siblings, hasChildren }, isFolded, isCurrent } = props;
  const [over, setOver] = useState<DropSide>();
  const tabIndex = isCurrent ? 0 : -1;
  const hover = (event: DragEvent): void => { if (!event.dataTransfer.types.includes(dragType)) return; event.preventDefault(); setOver(sideOf(event)); };
  return (
    <div
      role="row" aria-level={level} aria-posinset={position} aria-setsize={siblings} {...(hasChildren ? { 'aria-expanded': !isFolded } : {})} aria-selected={isCurrent} data-topic={topic.id}
      tabIndex={tabIndex} className={`${styles.row} ${over ? styles[over] : ''} ${topic.archivedAt ? styles.archived : ''}`} style={{ '--level': level } as React.CSSProperties}
      draggable onDragStart={(event) => { event.dataTransfer.setData(dragType, topic.id); event.dataTransfer.effectAllowed = 'move'; }}
      onDragOver={hover} onDragLeave={() => { setOver(undefined); }} onDrop={(event) => { event.preventDefault(); setOver(undefined); props.onDrop(event.dataTransfer.getData(dragType), sideOf(event)); }}
      onFocus={props.onFocus} onKeyDown={props.onKeyDown} onDoubleClick={props.onRename}
    >
      <span role="gridcell" className={styles.main}>
        <HolderOutlined className={styles.grip!} title={say('drag', { name: topic.name })} aria-hidden />
        {hasChildren ? <button type="button" tabIndex={-1} className={`${styles.caret} ${isFolded ? styles.folded : ''}`} aria-label={say(isFolded ? 'unfold' : 'fold', { name: topic.name })} onClick={props.onFold}><CaretDownOutlined aria-hidden /></button> : <span className={styles.caret} />}
        <span className={styles.name}><span data-name>{topic.name}</span>{topic.archivedAt ? <Badge tone="quiet">{say('archived')}</Badge> : null}</span>
      </span>
      <Contents {...props} tabIndex={tabIndex} />
      <Actions {...props} tabIndex={tabIndex} />
    </div>
  );
}

/** The upper quarter of a row is the place before it, the lower one after it. */
function sideOf(event: DragEvent): DropSide {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const at = (event.clientY - top) / height;
  return at < 0.28 ? 'before' : at > 0.72 ? 'after' : 'inside';
}

function Contents({ row: { topic: { id, name } }, contents: count, tabIndex }: TopicRowProps & { readonly tabIndex: number }): ReactNode {
  const say = useWords(topicsWords);
  const list = addressOf('contents');
  if (count === undefined) return <span role="gridcell" className={styles.count} />;
  const shown = count >= 10_000 ? say('contentsMany') : say('contents', { count });
  return <span role="gridcell" className={styles.count}>{list && count > 0 ? <Link tabIndex={tabIndex} to={`${list}?topic=${id}`} aria-label={say('contentsOf', { name, count })}>{shown}</Link> : shown}</span>;
}

function Actions({ row: { topic }, open, isAboveArchived, onAdd, onRename, onStep, onMoveTo, onArchive, onRestore, tabIndex }: TopicRowProps & { readonly tabIndex: number }): ReactNode {
  const say = useWords(topicsWords);
  const [isArchived, { name }] = [Boolean(topic.archivedAt), topic];
  return (
    <span role="gridcell" className={styles.actions} onDoubleClick={(event) => { event.stopPropagation(); }}>
      <Button size="small" type="text" tabIndex={tabIndex} disabled={isArchived} icon={<PlusOutlined />} aria-label={say('addBelowOf', { name })} title={say('addBelow')} onClick={onAdd} />
      <Button size="small" type="text" tabIndex={tabIndex} icon={<EditOutlined />} aria-label={say('renameOf', { name })} title={say('rename')} onClick={onRename} />
      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: [
        { key: 'rename', label: say('rename'), onClick: onRename },
        ...steps.map((step) => ({ key: step, label: say(step), disabled: !open.has(step), onClick: () => { onStep(step); } })),
        { key: 'moveTo', label: say('moveTo'), onClick: onMoveTo },
        { type: 'divider' as const },
        isArchived
          ? { key: 'restore', label: isAboveArchived ? say('archiveFirst') : say('restore'), disabled: isAboveArchived, onClick: onRestore }
          : { key: 'archive', label: say('archive'), onClick: onArchive },
      ] }}>
        <Button size="small" type="text" tabIndex={tabIndex} icon={<MoreOutlined />} aria-label={say('more', { name })} />
      </Dropdown>
    </span>
  );
}

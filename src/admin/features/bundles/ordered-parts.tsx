import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, HolderOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { useToast } from '../../components/use-toast.js';
import type { BundleContentsQuery } from './bundles.generated.js';
import { bundlesWords } from './bundles-words.js';
import { reordered } from './order.js';
import styles from './bundles.module.css';

export type Part = BundleContentsQuery['contents']['nodes'][number];

/** How a dragged part says which place it had. */
const dragType = 'application/x-yici-part';

/** The chosen contents in their order, to drag or to move by keys. */
export function OrderedParts({ parts, onChange }: { readonly parts: readonly Part[]; readonly onChange: (parts: readonly Part[]) => void }): ReactNode {
  const say = useWords(bundlesWords);
  const toast = useToast();
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<string>(undefined);
  const [over, setOver] = useState<number>();
  // A row that moves in the page loses the focus; it gets it back where it has come to.
  useEffect(() => {
    const row = focused.current && list.current?.querySelector<HTMLElement>(`[data-part="${focused.current}"]`);
    if (row && document.activeElement === document.body) row.focus();
  });
  const move = (from: number, to: number): void => { focused.current = parts[from]?.id; onChange(reordered(parts, from, to)); };
  const remove = (at: number): void => { focused.current = parts[at + 1]?.id ?? parts[at - 1]?.id; onChange(parts.toSpliced(at, 1)); toast.done(say('removed', { title: parts[at]!.title }), { undo: () => { onChange(parts); } }); };
  function press(event: KeyboardEvent, at: number): void {
    if (isComposing(event) || event.target !== event.currentTarget) return;
    const way = { ArrowUp: at - 1, ArrowDown: at + 1 }[event.key];
    if (way !== undefined && event.altKey) move(at, way);
    else if (way !== undefined) list.current?.querySelectorAll<HTMLElement>('[data-part]')[way]?.focus();
    else if (event.key === 'Delete') remove(at);
    else return;
    event.preventDefault();
  }
  return (
    <ol ref={list} className={styles.order} aria-label={say('chosen')}>
      {parts.map((part, at) => (
        <li
          key={part.id} data-part={part.id} tabIndex={0} draggable className={`${styles.part} ${over === at ? styles.over : ''}`} onKeyDown={(event) => { press(event, at); }}
          onDragStart={(event) => { event.dataTransfer.setData(dragType, String(at)); event.dataTransfer.effectAllowed = 'move'; }} onDragOver={(event) => { if (event.dataTransfer.types.includes(dragType)) { event.preventDefault(); setOver(at); } }}
          onDragLeave={() => { setOver(undefined); }} onDrop={(event) => { event.preventDefault(); setOver(undefined); move(Number(event.dataTransfer.getData(dragType)), at); }}
        >
          <HolderOutlined className={styles.grip!} aria-hidden />
          <span className={styles.number}>{at + 1}</span>
          <span className={styles.partTitle}>{part.title} {at === 0 ? <Badge tone="info">{say('lead')}</Badge> : null}{part.cover ? null : <small>{say('noCover')}</small>}</span>
          <span className={styles.partActs}>
            <Button size="small" type="text" icon={<ArrowUpOutlined />} aria-label={say('up', { title: part.title })} disabled={at === 0} onClick={() => { move(at, at - 1); }} />
            <Button size="small" type="text" icon={<ArrowDownOutlined />} aria-label={say('down', { title: part.title })} disabled={at === parts.length - 1} onClick={() => { move(at, at + 1); }} />
            <Button size="small" type="text" icon={<CloseOutlined />} aria-label={say('remove', { title: part.title })} onClick={() => { remove(at); }} />
          </span>
        </li>
      ))}
    </ol>
  );
}

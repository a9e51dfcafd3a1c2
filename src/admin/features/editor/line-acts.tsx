import { CloseOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { editorWords } from './editor-words.js';
import styles from './panels.module.css';

export interface LineActsProps {
  /** What the line is about, for who hears it. */
  readonly name: string;
  readonly isFirst: boolean;
  readonly onUp: () => void;
  readonly onRemove: () => void;
}

/** What can be done with a line of a list: move it up, take it away. */
export function LineActs({ name, isFirst, onUp, onRemove }: LineActsProps): ReactNode {
  const say = useWords(editorWords);
  return (
    <span className={styles.lineActs}>
      <Button type="text" size="small" disabled={isFirst} icon={<UpOutlined />} aria-label={say('moveUp', { name })} title={say('moveUp', { name })} onClick={onUp} />
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={say('removeLine', { name })} title={say('removeLine', { name })} onClick={onRemove} />
    </span>
  );
}

/** The list with the item of this place one place earlier. */
export const moved = <T,>(list: readonly T[], at: number): readonly T[] => [...list.slice(0, at - 1), list[at]!, list[at - 1]!, ...list.slice(at + 1)];

/** The list without the item of this place. */
export const without = <T,>(list: readonly T[], at: number): readonly T[] => list.filter((_, other) => other !== at);

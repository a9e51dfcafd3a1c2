import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useKept } from '../../app/use-kept.js';
import { useWords } from '../../app/words.js';
import { columnKeys, type ColumnKey } from './content-table.js';
import { contentsWords } from './contents-words.js';
import styles from './contents.module.css';

/** The columns of the list that this person wants, kept on this computer. */
export interface ShownColumns {
  readonly shown: readonly ColumnKey[];
  set(shown: readonly ColumnKey[]): void;
}

/** The columns as they were chosen last; all of them at first. */
export function useShownColumns(): ShownColumns {
  const [hidden, setHidden] = useKept<readonly string[]>('contents.hidden', []);
  return { shown: columnKeys.filter((key) => !hidden.includes(key)), set: (shown) => { setHidden(columnKeys.filter((key) => !shown.includes(key))); } };
}

/** Ticks for the columns beside the title; each is heeded at once. */
export function ColumnChoice({ columns: { shown, set } }: { readonly columns: ShownColumns }): ReactNode {
  const say = useWords(contentsWords);
  const ticks = columnKeys.map((key) => <Checkbox key={key} checked={shown.includes(key)} onChange={(event) => { set(columnKeys.filter((each) => (each === key ? event.target.checked : shown.includes(each)))); }}>{say(key)}</Checkbox>);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<SettingOutlined />} aria-haspopup="dialog" aria-label={say('columns')} title={say('columns')} onClick={() => { setOpen(true); }} />
      {isOpen ? <Modal open width={280} title={say('columns')} footer={null} onCancel={() => { setOpen(false); }}><div className={styles.columns}>{ticks}</div></Modal> : null}
    </>
  );
}

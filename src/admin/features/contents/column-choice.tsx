import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import type { ReactNode } from 'react';
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

/** Ticks for the columns beside the title. */
export function ColumnChoice({ columns: { shown, set } }: { readonly columns: ShownColumns }): ReactNode {
  const say = useWords(contentsWords);
  const ticks = columnKeys.map((key) => <Checkbox key={key} checked={shown.includes(key)} onChange={(event) => { set(columnKeys.filter((each) => (each === key ? event.target.checked : shown.includes(each)))); }}>{say(key)}</Checkbox>);
  return <Popover destroyOnHidden trigger="click" placement="bottomRight" content={<div className={styles.columns}>{ticks}</div>}><Button icon={<SettingOutlined />} aria-label={say('columns')} title={say('columns')} /></Popover>;
}

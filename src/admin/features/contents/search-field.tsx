import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useShortcut } from '../../app/keyboard/use-shortcut.js';
import { contentsWords } from './contents-words.js';
import styles from './contents.module.css';

/** Milliseconds after the last key until what was typed is looked for. */
const restMs = 450;

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSet: (words: string) => void;
}

/** Words to look for, found as they are typed once the keys rest; never half-typed Chinese. `/` leads here. */
export function SearchField({ label, value, onSet }: SearchFieldProps): ReactNode {
  const field = useRef<InputRef>(null);
  const [text, setText] = useState(value);
  const [composes, setComposes] = useState(false);
  const sent = useRef(value);
  useShortcut('/', { zh: contentsWords.zh.focusSearch, en: contentsWords.en.focusSearch }, () => { field.current?.focus({ cursor: 'all' }); });

  const set = (): void => {
    const words = text.trim();
    if (composes || words === sent.current) return;
    sent.current = words;
    onSet(words);
  };
  const latest = useRef(set);
  useEffect(() => { latest.current = set; });
  useEffect(() => {
    const timer = setTimeout(() => { latest.current(); }, text === '' ? 0 : restMs);
    return () => { clearTimeout(timer); };
  }, [text, composes]);
  // The address may change by itself: a saved view, Back.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  return (
    <Input
      ref={field} allowClear className={styles.filter!} type="search" prefix={<SearchOutlined aria-hidden="true" />} aria-label={label} placeholder={label} maxLength={100} value={text}
      onChange={(event) => { setText(event.target.value); }} onBlur={set} onPressEnter={(event) => { if (!isComposing(event)) set(); }}
      onCompositionStart={() => { setComposes(true); }} onCompositionEnd={() => { setComposes(false); }}
    />
  );
}

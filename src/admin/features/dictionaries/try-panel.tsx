import { Button, Input } from 'antd';
import { useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { useDictionaryLabel } from '../../components/dictionary-label.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Panel } from '../../components/panel.js';
import { request, type RequestError } from '../../graphql/request.js';
import type { DictionaryName } from '../../graphql/generated/schema-types.js';
import { TryDictionaryDocument, type TryDictionaryQuery } from './dictionaries.generated.js';
import { dictionariesWords } from './dictionaries-words.js';
import { asInput, type Entry } from './entries.js';
import styles from './dictionaries.module.css';

export interface TryPanelProps {
  readonly name: DictionaryName;
  /** Lines that are not saved; the saved ones are tried when left out. */
  readonly typed: readonly Entry[] | undefined;
  /** The version that is shown: a new one is tried anew. */
  readonly number: number;
}

type Finding = TryDictionaryQuery['tryDictionary']['findings'][number];

/** A place to paste a text and see what would be found, with the changes that are not saved yet. */
export function TryPanel({ name, typed, number }: TryPanelProps): ReactNode {
  const say = useWords(dictionariesWords);
  const [text, setText] = useState('');
  const { findings, error, of } = useTrial(name, useDeferredValue(text), typed, number);
  return (
    <div className={styles.side}>
      <Panel title={say('try')} actions={text ? null : <Button size="small" onClick={() => { setText(say('exampleText')); }}>{say('example')}</Button>}>
        <div className={styles.try}>
          <Input.TextArea aria-label={say('tryHint')} placeholder={say('tryHint')} autoSize={{ minRows: 4, maxRows: 12 }} maxLength={20_000} value={text} onChange={(event) => { setText(event.target.value); }} />
          {typed ? <p className={styles.quiet}>{say('tryUnsaved')}</p> : null}
          <ErrorNotice error={error} />
          {findings && text.trim() ? <Found text={of} findings={findings} /> : null}
        </div>
      </Panel>
    </div>
  );
}

function Found({ text, findings }: { readonly text: string; readonly findings: readonly Finding[] }): ReactNode {
  const say = useWords(dictionariesWords);
  const dictionaryLabel = useDictionaryLabel();
  const { language } = useAppearance();
  if (findings.length === 0) return <p role="status"><Badge tone="ok">{say('tryClean')}</Badge></p>;
  return (
    <>
      <p role="status" className={styles.quiet}>{say('tryFound', { count: findings.length })}</p>
      <p className={styles.marked}>{marked(text, findings)}</p>
      <ul className={styles.found}>
        {findings.map(({ key, severity, message, messageEn, dictionaryVersion }) => (
          <li key={key}>
            <p><Badge tone={severity === 'BLOCK' ? 'bad' : 'warn'}>{say(severity)}</Badge> {language === 'zh' ? message : messageEn}</p>
            <p className={styles.quiet}>{dictionaryLabel(dictionaryVersion)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The text with a mark on every place; of places that overlap the first is marked. */
function marked(text: string, findings: readonly Finding[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { key, start, end, severity } of [...findings].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start) continue;
    parts.push(text.slice(at, start), <mark key={key} className={severity === 'BLOCK' ? styles.block : undefined}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, text.slice(at)];
}

interface Trial {
  readonly of: string;
  readonly findings?: readonly Finding[];
  readonly error?: RequestError;
}

const restMs = 400;

/** What is found, a moment after the last change; the last answer stays until the next one. */
function useTrial(name: DictionaryName, text: string, typed: readonly Entry[] | undefined, number: number): Trial {
  const [trial, setTrial] = useState<Trial>({ of: '' });
  useEffect(() => {
    if (!text.trim()) return undefined;
    const control = new AbortController();
    const timer = window.setTimeout(() => {
      request(TryDictionaryDocument, { input: { text, ...(typed ? { name, entries: typed.map(asInput) } : {}) } }, { signal: control.signal })
        .then(({ tryDictionary: { findings } }) => { setTrial({ of: text, findings }); }, (error: RequestError) => { if (!control.signal.aborted) setTrial({ of: text, error }); });
    }, restMs);
    return () => { window.clearTimeout(timer); control.abort(); };
  }, [name, text, typed, number]);
  return trial;
}

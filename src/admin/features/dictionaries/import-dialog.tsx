import { Button, Modal, Radio } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { fromCsv, readText } from '../../components/read-csv.js';
import type { DictionaryName } from '../../graphql/generated/schema-types.js';
import { dictionariesWords } from './dictionaries-words.js';
import type { Entry } from './entries.js';
import { fromRows, type LineProblem, type ReadEntries } from './entry-csv.js';
import { useColumnNames } from './use-column-names.js';
import styles from './dictionaries.module.css';

export interface ImportDialogProps {
  readonly name: DictionaryName;
  readonly entries: readonly Entry[];
  /** With all lines as they are to be, and how many were read. */
  readonly onDone: (entries: readonly Entry[], count: number) => void;
  readonly onClose: () => void;
}

const mostShown = 20;

/** Reads lines from a file, says what could not be read, and puts them among the changes; nothing is saved by it. */
export function ImportDialog({ name, entries, onDone, onClose }: ImportDialogProps): ReactNode {
  const say = useWords(dictionariesWords);
  const [read, setRead] = useState<ReadEntries & { readonly file: string }>();
  const [way, setWay] = useState<'merge' | 'replace'>('merge');
  const picker = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => { if (file) setRead({ file: file.name, ...fromRows(name, fromCsv(await readText(file))) }); };
  const count = read?.entries.length ?? 0;
  return (
    <Modal
      open title={say('importTitle')} width="min(520px, 100vw)" okText={say('importGo', { count })} okButtonProps={{ disabled: count === 0 }} cancelText={say('cancel')} onCancel={onClose}
      onOk={() => { if (read) onDone(way === 'replace' ? read.entries : merged(entries, read.entries), count); }}
    >
      <div className={styles.import}>
        <p className={styles.quiet}>{say('importWhy')}</p>
        <input ref={picker} type="file" hidden accept=".csv,text/csv,text/plain" aria-label={say('choose')} onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />
        <p><Button onClick={() => { picker.current?.click(); }}>{say('choose')}</Button> {read ? <>{read.file} · {say('importRead', { count })}</> : null}</p>
        {read ? <Problems name={name} problems={read.problems} /> : null}
        {count > 0 ? <Radio.Group className={styles.ways!} value={way} onChange={(event) => { setWay(event.target.value as 'merge' | 'replace'); }} options={[{ value: 'merge', label: say('importMerge') }, { value: 'replace', label: say('importReplace') }]} /> : null}
      </div>
    </Modal>
  );
}

function Problems({ name, problems }: { readonly name: DictionaryName; readonly problems: readonly LineProblem[] }): ReactNode {
  const say = useWords(dictionariesWords);
  const columnName = useColumnNames(name);
  if (problems.length === 0) return null;
  return <ul role="alert" className={styles.problems}>{problems.slice(0, mostShown).map(({ line, kind, term }) => <li key={line}>{say('importSkip', { line, reason: say(kind, { term, column: columnName('term') }) })}</li>)}{problems.length > mostShown ? <li>…</li> : null}</ul>;
}

/** What is there, with the lines of the file in the places of those of the same term, and the others after them. */
function merged(entries: readonly Entry[], read: readonly Entry[]): Entry[] {
  const byTerm = new Map(read.map((entry) => [entry.term, entry]));
  const known = new Set(entries.map(({ term }) => term));
  return [...entries.map((entry) => byTerm.get(entry.term) ?? entry), ...read.filter(({ term }) => !known.has(term))];
}

import { HistoryOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useUnsaved } from '../../app/use-unsaved.js';
import { useWords } from '../../app/words.js';
import { saveFile, toCsv } from '../../components/csv.js';
import { EmptyState } from '../../components/empty-state.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import type { DictionaryLinesQuery } from './dictionaries.generated.js';
import { dictionariesWords } from './dictionaries-words.js';
import { holds, type Entry } from './entries.js';
import { toRows } from './entry-csv.js';
import { EntryForm } from './entry-form.js';
import { EntryTable } from './entry-table.js';
import { HistoryDrawer } from './history-drawer.js';
import { ImportDialog } from './import-dialog.js';
import { TryPanel } from './try-panel.js';
import { UnsavedBar } from './unsaved-bar.js';
import { useColumnNames } from './use-column-names.js';
import { useDraft } from './use-draft.js';
import styles from './dictionaries.module.css';

export interface DictionaryDeskProps {
  readonly dictionary: DictionaryLinesQuery['dictionary'];
  /** Resolves once the new version is shown. */
  readonly onSaved: () => Promise<void>;
}

type Open = { readonly kind: 'entry'; readonly index?: number } | { readonly kind: 'history' | 'import' };

/** One dictionary: its lines, changes to them, its versions, and a place to try it. */
export function DictionaryDesk({ dictionary, onSaved }: DictionaryDeskProps): ReactNode {
  const say = useWords(dictionariesWords);
  const toast = useToast();
  const { name } = dictionary;
  const draft = useDraft(name, dictionary);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<Open>();
  useUnsaved(draft.isDirty);
  const close = (): void => { setOpen(undefined); };
  const add = <Button type="primary" icon={<PlusOutlined />} onClick={() => { setOpen({ kind: 'entry' }); }}>{say('add')}</Button>;
  const importButton = <Button onClick={() => { setOpen({ kind: 'import' }); }}>{say('importCsv')}</Button>;

  function put(entry: Entry, index: number | undefined): void {
    draft.change(index === undefined ? (name === 'LEADERS' ? [...draft.entries, entry] : [entry, ...draft.entries]) : draft.entries.with(index, entry));
    close();
  }
  return (
    <div className={styles.desk}>
      <div className={styles.main}>
        <Panel isFlush title={<Standing dictionary={dictionary} size={draft.entries.length} />} actions={<Tools dictionary={dictionary} entries={draft.entries} onOpen={setOpen} add={add} />}>
          <p className={styles.why}>{say(`${name}Why`)}</p>
          {draft.entries.length > 0 ? (
            <>
              <div className={styles.search}><Input allowClear type="search" aria-label={say('search')} placeholder={say('search')} value={query} onChange={(event) => { setQuery(event.target.value); }} /></div>
              <EntryTable
                name={name} entries={draft.entries} difference={draft.difference} isShown={query.trim() ? holds(query.trim()) : undefined}
                onEdit={(index) => { setOpen({ kind: 'entry', index }); }} onRemove={(index) => { draft.change(draft.entries.toSpliced(index, 1)); }} onMove={(from, to) => { draft.change(moved(draft.entries, from, to)); }}
              />
            </>
          ) : <EmptyState title={say('none')} text={say(name === 'LEADERS' ? 'LEADERSNone' : 'noneWhy')} action={<>{add}{importButton}</>} />}
        </Panel>
        {draft.isDirty ? <UnsavedBar name={name} draft={draft} onSaved={onSaved} /> : null}
      </div>
      <TryPanel name={name} typed={draft.isDirty ? draft.entries : undefined} number={dictionary.number} />
      {open?.kind === 'entry' ? <EntryForm name={name} entries={draft.entries} index={open.index} onDone={put} onClose={close} /> : null}
      {open?.kind === 'history' ? <HistoryDrawer dictionary={dictionary} isDirty={draft.isDirty} onSaved={onSaved} onClose={close} /> : null}
      {open?.kind === 'import' ? <ImportDialog name={name} entries={draft.entries} onDone={(entries, count) => { draft.change(entries); close(); toast.done(say('imported', { count })); }} onClose={close} /> : null}
    </div>
  );
}

const moved = (entries: readonly Entry[], from: number, to: number): Entry[] => entries.toSpliced(from, 1).toSpliced(to, 0, entries[from]!);

function Standing({ dictionary: { number, savedAt, savedByName }, size }: { readonly dictionary: DictionaryLinesQuery['dictionary']; readonly size: number }): ReactNode {
  const say = useWords(dictionariesWords);
  return (
    <span className={styles.standing}>
      {number === 0 ? say('shipped') : say('version', { number })}
      <small>{say('count', { count: size })}{savedAt ? <> · {say('savedBy', { name: savedByName ?? '' })} <Time at={savedAt} look="ago" /></> : null}</small>
    </span>
  );
}

interface ToolsProps {
  readonly dictionary: DictionaryLinesQuery['dictionary'];
  readonly entries: readonly Entry[];
  readonly onOpen: (open: Open) => void;
  readonly add: ReactNode;
}

function Tools({ dictionary: { name, number }, entries, onOpen, add }: ToolsProps): ReactNode {
  const say = useWords(dictionariesWords);
  const columnName = useColumnNames(name);
  const save = (): void => { saveFile(`${say(name)}-${number}.csv`, toCsv(toRows(name, entries, columnName, (severity) => say(severity)))); };
  return (
    <>
      <Button icon={<HistoryOutlined />} onClick={() => { onOpen({ kind: 'history' }); }}>{say('history')}</Button>
      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: [{ key: 'import', label: say('importCsv'), onClick: () => { onOpen({ kind: 'import' }); } }, { key: 'export', label: say('exportCsv'), onClick: save }] }}><Button>CSV</Button></Dropdown>
      {add}
    </>
  );
}

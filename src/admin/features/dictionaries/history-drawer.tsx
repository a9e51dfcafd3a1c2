import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { Time } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { DictionaryLinesDocument, DictionaryVersionsDocument, RestoreDictionaryDocument, type DictionaryLinesQuery, type DictionaryVersionsQuery } from './dictionaries.generated.js';
import { dictionariesWords } from './dictionaries-words.js';
import { differenceOf, type Entry } from './entries.js';
import styles from './dictionaries.module.css';

export interface HistoryDrawerProps {
  readonly dictionary: DictionaryLinesQuery['dictionary'];
  readonly isDirty: boolean;
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}

type Version = DictionaryVersionsQuery['dictionaryVersions'][number];

/** The versions of a dictionary: who, when, what; to compare with the present one, and to bring back. */
export function HistoryDrawer({ dictionary, isDirty, onSaved, onClose }: HistoryDrawerProps): ReactNode {
  const say = useWords(dictionariesWords);
  const toast = useToast();
  const { name } = dictionary;
  const { data, error, refetch } = useRead(DictionaryVersionsDocument, { name });
  const [compared, setCompared] = useState<number>();
  const restore = useAct(RestoreDictionaryDocument, { onDone: async ({ restoreDictionary: { number } }) => { await onSaved(); toast.done(say('restored', { number })); onClose(); } });
  const bringBack = ({ number }: Version): void => {
    ask({ title: number === 0 ? say('restoreAskShipped') : say('restoreAsk', { number }), why: say('restoreWhy'), ok: say('restore'), onOk: () => restore.mutateAsync({ input: { name, number, expectedNumber: dictionary.number } }).catch(() => undefined) });
  };
  return (
    <Drawer open size="min(520px, 100vw)" title={`${say(name)} · ${say('history')}`} onClose={onClose}>
      <ErrorNotice error={error ?? restore.error} onRetry={() => { void refetch(); }} />
      {data ? (
        <ol className={styles.versions}>
          {data.dictionaryVersions.map((version) => (
            <li key={version.number}>
              <VersionLine version={version} />
              {version.number === dictionary.number ? <Badge tone="ok">{say('current')}</Badge> : (
                <span className={styles.actions}>
                  <Button size="small" aria-expanded={compared === version.number} onClick={() => { setCompared(compared === version.number ? undefined : version.number); }}>{say('compare')}</Button>
                  <Button size="small" disabled={isDirty} title={isDirty ? say('unsavedFirst') : undefined} onClick={() => { bringBack(version); }}>{say('restore')}</Button>
                </span>
              )}
              {compared === version.number ? <Comparison dictionary={dictionary} number={version.number} /> : null}
            </li>
          ))}
        </ol>
      ) : error ? null : <Loading lines={6} />}
    </Drawer>
  );
}

function VersionLine({ version: { number, added, changed, removed, savedAt, savedByName, note, restoredFrom } }: { readonly version: Version }): ReactNode {
  const say = useWords(dictionariesWords);
  return (
    <div className={styles.version}>
      <strong>{number === 0 ? say('shipped') : say('version', { number })}</strong>
      {savedAt ? <span className={styles.quiet}>{savedByName} <Time at={savedAt} look="exact" /></span> : null}
      {note ? <p>{note}</p> : null}
      <span className={styles.quiet}>{restoredFrom === null ? '' : `${restoredFrom === 0 ? say('restoredFromShipped') : say('restoredFrom', { number: restoredFrom })} · `}{number === 0 ? say('count', { count: added }) : say('delta', { added, changed, removed })}</span>
    </div>
  );
}

const mostShown = 60;

function Comparison({ dictionary, number }: { readonly dictionary: DictionaryLinesQuery['dictionary']; readonly number: number }): ReactNode {
  const say = useWords(dictionariesWords);
  const { data, error } = useRead(DictionaryLinesDocument, { name: dictionary.name, number });
  if (!data) return error ? <ErrorNotice error={error} /> : <Loading lines={2} />;
  const { added, removed, changed } = differenceOf(dictionary.name, dictionary.entries, data.dictionary.entries);
  const parts = ([['onlyThere', added], ['onlyHere', removed], ['differs', changed]] as const).filter(([, entries]) => entries.length > 0);
  if (parts.length === 0) return <p className={styles.quiet}>{say('same')}</p>;
  return <dl className={styles.comparison} aria-label={say('compareTitle')}>{parts.map(([label, entries]) => <div key={label}><dt>{say(label)}（{entries.length}）</dt><dd>{entries.slice(0, mostShown).map(briefly).join('、')}{entries.length > mostShown ? ' …' : ''}</dd></div>)}</dl>;
}

const briefly = ({ term, replacement, posts }: Entry): string => (replacement ? `${term} → ${replacement}` : posts.length > 0 ? `${term}（${posts.join('、')}）` : term);

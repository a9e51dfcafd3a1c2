import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { useRead } from '../../graphql/use-graphql.js';
import { DictionariesDocument, DictionaryLinesDocument } from './dictionaries.generated.js';
import { dictionariesWords } from './dictionaries-words.js';
import { DictionaryDesk } from './dictionary-desk.js';
import { dictionaryNames } from './entries.js';
import styles from './dictionaries.module.css';

/** 校对词库: what the checks look for, to change and to try. */
export function Component(): ReactNode {
  const say = useWords(dictionariesWords);
  const { name: inAddress = 'words' } = useParams();
  const name = dictionaryNames.find((each) => each.toLowerCase() === inAddress) ?? 'WORDS';
  const { data: listed } = useRead(DictionariesDocument, {}, { isAside: true });
  const { data, error, refetch } = useRead(DictionaryLinesDocument, { name });
  const sizes = new Map(listed?.dictionaries.map((each) => [each.name, each.size]));
  return (
    <>
      <PageHeader note={say('note')} />
      <nav aria-label={say('which')} className={styles.tabs}>
        {dictionaryNames.map((each) => <Link key={each} to={`/dictionaries/${each.toLowerCase()}`} className={styles.tab!} aria-current={each === name ? 'page' : undefined}>{say(each)}<span className={styles.size}>{sizes.get(each) ?? ''}</span></Link>)}
      </nav>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {data?.dictionary.name === name ? <DictionaryDesk key={name} dictionary={data.dictionary} onSaved={async () => { await refetch(); }} /> : error ? null : <Panel><Loading lines={10} /></Panel>}
    </>
  );
}

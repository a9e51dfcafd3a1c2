import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Panel } from '../../components/panel.js';
import { useAct } from '../../graphql/use-graphql.js';
import { TestDestinationDocument } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import styles from './destinations.module.css';

/** Tests the connection: a sentence for each thing that is missing. Nothing is published. */
export function TestButton({ id }: { readonly id: string }): ReactNode {
  const say = useWords(destinationsWords);
  const test = useAct(TestDestinationDocument);
  const findings = test.data?.testDestination;
  return (
    <Panel title={say('test')} actions={<Button size="small" loading={test.isPending} onClick={() => { test.mutate({ id }); }}>{say('testNow')}</Button>}>
      <ErrorNotice error={test.error} />
      <div role="status">
        {test.isPending ? <p className={styles.hint}>{say('testing')}</p> : findings === undefined ? <p className={styles.hint}>{say('testHint')}</p> : findings.length === 0
          ? <p><Badge tone="ok">{say('testWell')}</Badge></p>
          : <ul className={styles.findings}>{findings.map((finding) => <li key={finding}>{finding}</li>)}</ul>}
      </div>
    </Panel>
  );
}

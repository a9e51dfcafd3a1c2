import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { useContentNames } from '../../components/content-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { LineList } from '../../components/line-list.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { RulePreviewDocument } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import { toRule, type Condition } from './rule-form.js';
import styles from './destinations.module.css';

/** So many are listed; the rest are counted. */
const mostShown = 8;

/** Which of the last hundred releases the rule would have taken, as it is being built. */
export function RulePreview({ conditions }: { readonly conditions: readonly Condition[] }): ReactNode {
  const say = useWords(destinationsWords);
  const names = useContentNames();
  const rule = useSettled(JSON.stringify(toRule(conditions)), 350);
  const { data, error, refetch } = useRead(RulePreviewDocument, { rule: JSON.parse(rule) as ReturnType<typeof toRule> }, { keepsLast: true });
  const taken = data?.previewRule;
  return (
    <Panel title={say('preview')} isFlush actions={taken ? <span role="status" className="figures">{say('previewCount', { count: taken.length })}</span> : null}>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {taken ? taken.length > 0
        ? <LineList lines={taken.slice(0, mostShown).map(({ contentId, kind, title, releasedAt }, at) => ({ id: `${contentId}-${at}`, title, to: addressOfContent(contentId), note: <>{names.kind(kind)} · <Time at={releasedAt} look="ago" /></> }))} />
        : <p className={styles.padded}>{say('previewNone')}</p>
        : error ? null : <div className={styles.padded}><Loading lines={4} /></div>}
      {taken && taken.length > mostShown ? <p className={styles.more}>{say('previewMore', { count: taken.length - mostShown })}</p> : null}
    </Panel>
  );
}

/** The value once it has not changed for a while, so that typing does not ask for every letter. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => { setSettled(value); }, ms);
    return () => { clearTimeout(timer); };
  }, [value, ms]);
  return settled;
}

import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { useContentNames } from '../../components/content-state.js';
import { Panel } from '../../components/panel.js';
import { useRead } from '../../graphql/use-graphql.js';
import { RuleChoicesDocument, type RuleWholeFragment } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import { toForm } from './rule-form.js';
import { sayCondition } from './say-condition.js';
import styles from './destinations.module.css';

/** What an outlet takes, in words. */
export function RulePanel({ rule }: { readonly rule: RuleWholeFragment }): ReactNode {
  const say = useWords(destinationsWords);
  const names = useContentNames();
  const { data } = useRead(RuleChoicesDocument, {}, { isAside: true });
  const conditions = toForm(rule);
  const takesAll = conditions.every(({ isBlocked }) => isBlocked);
  return (
    <Panel title={say('rule')}>
      {takesAll ? <p>{say('takesAll')}</p> : null}
      <ul className={styles.conditions}>
        {conditions.map((condition, at) => <li key={at}><Badge tone={condition.isBlocked ? 'bad' : 'info'}>{say(condition.isBlocked ? 'block' : 'take')}</Badge> {sayCondition(condition, say, names, data)}</li>)}
      </ul>
    </Panel>
  );
}

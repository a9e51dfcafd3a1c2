import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { addressOf } from '../../app/registry.js';
import { mayOneOf, useMe } from '../../app/session/me.js';
import { useKept } from '../../app/use-kept.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { LinkButton } from '../../components/link-button.js';
import { Panel } from '../../components/panel.js';
import { homeWords } from './home-words.js';
import styles from './home.module.css';

interface Step {
  readonly id: 'write' | 'submit' | 'sign' | 'publish' | 'deliver';
  readonly who: 'writeWho' | 'signWho' | 'publishWho' | 'deliverWho';
  readonly permissions: readonly string[];
  /** Where it is done; absent while no feature offers it. */
  readonly to: string | undefined;
}

const steps = (): readonly Step[] => [
  { id: 'write', who: 'writeWho', permissions: ['content.create'], to: addressOf('editor.new', { kind: 'article' }) },
  { id: 'submit', who: 'writeWho', permissions: ['content.submit'], to: '/contents?workflow=DRAFT' },
  { id: 'sign', who: 'signWho', permissions: ['revision.sign.first', 'revision.sign.second', 'revision.sign.final'], to: '/reviews' },
  { id: 'publish', who: 'publishWho', permissions: ['content.publish'], to: '/contents?workflow=APPROVED' },
  { id: 'deliver', who: 'deliverWho', permissions: ['delivery.retry'], to: addressOf('deliveries') },
];

/** The way of a text for newcomers: each step, who does it, and where. Ticks are this person's own notes. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const me = useMe();
  const [isHidden, setHidden] = useKept(`firstSteps.hidden.${me.person.id}`, false);
  const [done, setDone] = useKept<readonly string[]>(`firstSteps.done.${me.person.id}`, []);
  if (isHidden) return null;
  return (
    <Panel title={say('firstSteps')} actions={<><span>{say('progress', { done: done.length, total: steps().length })}</span><Button size="small" onClick={() => { setHidden(true); }}>{say('hide')}</Button></>}>
      <p className={styles.why}>{say('firstStepsWhy')}</p>
      <ol className={styles.steps}>
        {steps().map(({ id, who, permissions, to }) => {
          const isMine = mayOneOf(me, permissions);
          const isDone = done.includes(id);
          return (
            <li key={id} className={`${styles.step} ${isMine ? styles.mine : ''} ${isDone ? styles.isDone : ''}`}>
              <Checkbox checked={isDone} aria-label={`${say('done')}：${say(id)}`} onChange={() => { setDone(isDone ? done.filter((each) => each !== id) : [...done, id]); }} />
              <div>
                <h3>{say(id)} <small>{say(who)}</small>{isMine ? <Badge tone="info">{say('yours')}</Badge> : null}</h3>
                <p>{say(`${id}How`)}</p>
              </div>
              {isMine && to ? <LinkButton to={to} size="small" aria-label={`${say('goThere')}：${say(id)}`}>{say('goThere')}</LinkButton> : null}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useMe } from '../../app/session/me.js';
import { useKept } from '../../app/use-kept.js';
import { useWords } from '../../app/words.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { castOf, firstStepIds, type FirstStepId, type OfferedAccount } from './first-steps.js';
import styles from './first-steps.module.css';
import { homeWords } from './home-words.js';
import { Standing } from './standing.js';
import { useFirstRun, type FirstRun } from './use-first-run.js';
import { useOffered, WayThere } from './way-there.js';

/** The way of a first text to its delivery: what is done, what is next, who does it, and the way there. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const me = useMe();
  const [isHidden, setHidden] = useKept(`firstSteps.hidden.${me.person.id}`, false);
  const run = useFirstRun();
  if (isHidden) return null;
  const done = run?.step ? firstStepIds.indexOf(run.step) : firstStepIds.length;
  return (
    <Panel title={say('firstSteps')} actions={<><span>{run ? say('progress', { done, total: firstStepIds.length }) : null}</span><Button size="small" onClick={() => { setHidden(true); }}>{say('hide')}</Button></>}>
      <p className={styles.why}>{say('firstStepsWhy')}</p>
      {run ? <Steps run={run} done={done} /> : <Loading lines={5} />}
    </Panel>
  );
}

function Steps({ run, done }: { readonly run: FirstRun; readonly done: number }): ReactNode {
  const say = useWords(homeWords);
  const accounts = useOffered();
  return (
    <>
      <ol className={styles.steps}>
        {firstStepIds.map((id, at) => (
          <li key={id} className={`${styles.step} ${at < done ? styles.isDone : at === done ? styles.isNow : ''}`} aria-current={at === done ? 'step' : undefined}>
            <span className={styles.number} aria-hidden="true">{at < done ? '✓' : at + 1}</span>
            <div>
              <h3>{say(id)}{at < done ? <span className="only-read">{say('doneStep')}</span> : null}{at === done ? <Standing run={run} /> : null}</h3>
              {at === done ? <p>{say(`${id}How`)}</p> : null}
              {at < done ? null : <Cast step={id} run={run} accounts={accounts} />}
            </div>
            {at === done ? <WayThere step={id} run={run} /> : null}
          </li>
        ))}
      </ol>
      {accounts[0] && run.step ? <p className={styles.password}>{say('demoPassword')} <code>{accounts[0].password}</code></p> : null}
      {run.step || !run.text ? null : <div className={styles.finished}><strong>{say('finished', { title: run.text.title })}</strong><p>{say('finishedHow')}</p><Button size="small" type="link" onClick={run.startAgain}>{say('again')}</Button></div>}
    </>
  );
}

/** In the demo: which accounts to sign in as for a step. Nothing elsewhere. */
function Cast({ step, run, accounts }: { readonly step: FirstStepId; readonly run: FirstRun; readonly accounts: readonly OfferedAccount[] }): ReactNode {
  const say = useWords(homeWords);
  const cast = castOf(step, run.review, accounts);
  if (cast.length === 0) return null;
  return (
    <ul className={styles.cast} aria-label={say('cast')}>
      {cast.map(({ login, name, role, level, isDone }) => (
        <li key={login} className={isDone ? styles.hasSigned : undefined}>{level ? `${say(level)} ` : ''}{name} <small>{level ? '' : `${say(role)} · `}{login}</small>{isDone ? <> ✓<span className="only-read">{say('doneStep')}</span></> : null}</li>
      ))}
    </ul>
  );
}

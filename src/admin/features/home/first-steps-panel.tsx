import { Button } from 'antd';
import type { ReactNode } from 'react';
import { addressOf } from '../../app/registry.js';
import { useMay, useMe } from '../../app/session/me.js';
import { enterAs } from '../../app/session/enter-as.js';
import { DemoAccountsDocument } from '../../app/session/session.generated.js';
import { useKept } from '../../app/use-kept.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { LinkButton } from '../../components/link-button.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { useToast } from '../../components/use-toast.js';
import { useRead } from '../../graphql/use-graphql.js';
import { doerOf, firstStepIds, handsIn, type FirstStepId } from './first-steps.js';
import { homeWords } from './home-words.js';
import styles from './home.module.css';
import { useFirstRun, type FirstRun } from './use-first-run.js';

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
  return (
    <>
      <ol className={styles.steps}>
        {firstStepIds.map((id, at) => (
          <li key={id} className={`${styles.step} ${at < done ? styles.isDone : at === done ? styles.isNow : ''}`} aria-current={at === done ? 'step' : undefined}>
            <span className={styles.number} aria-hidden="true">{at < done ? '✓' : at + 1}</span>
            <div>
              <h3>{say(id)}{at < done ? <span className="only-read">{say('doneStep')}</span> : null}{at === done ? <Standing run={run} /> : null}</h3>
              {at === done ? <p>{say(`${id}How`)}</p> : null}
            </div>
            {at === done ? <WayThere step={id} run={run} /> : null}
          </li>
        ))}
      </ol>
      {run.step || !run.text ? null : <div className={styles.finished}><strong>{say('finished', { title: run.text.title })}</strong><p>{say('finishedHow')}</p><Button size="small" type="link" onClick={run.startAgain}>{say('again')}</Button></div>}
    </>
  );
}

function Standing({ run: { step, review, arrival } }: { readonly run: FirstRun }): ReactNode {
  const say = useWords(homeWords);
  if (step === 'sign' && review) return <Badge tone="info">{say('signed', { count: review.signatures.length, total: review.steps.length })}</Badge>;
  if (step === 'deliver' && arrival) return <Badge tone="info">{say('arrived', { confirmed: arrival.confirmed, total: arrival.total })}</Badge>;
  return null;
}

/** A link for whoever may do the step; in the demo, a change to somebody who may; else who to ask. */
function WayThere({ step, run: { text, review } }: { readonly step: FirstStepId; readonly run: FirstRun }): ReactNode {
  const say = useWords(homeWords);
  const may = useMay();
  const toast = useToast();
  const { person } = useMe();
  const { data } = useRead(DemoAccountsDocument, {});
  const { role, permission } = doerOf(step, review);
  const to = placeOf(step, text?.id, review?.id);
  const hands = step === 'sign' ? handsIn(review) : [];
  if (may(permission) && !hands.includes(person.name)) return <LinkButton to={to} type="primary">{say('goThere')}</LinkButton>;
  const account = data?.demoAccounts.find((each) => each.role === role && !hands.includes(each.name));
  if (!account) return <Badge tone="quiet">{say('askColleague', { role: say(role) })}</Badge>;
  return <Button type="primary" onClick={() => { enterAs(account, to).catch(toast.failed); }}>{say('switchTo', { name: account.name, role: say(role) })}</Button>;
}

function placeOf(step: FirstStepId, contentId: string | undefined, reviewId: string | undefined): string {
  const places: Readonly<Record<FirstStepId, string | undefined>> = {
    write: addressOf('editor.new', { kind: 'article' }),
    submit: `/contents?open=${contentId ?? ''}`, publish: `/contents?open=${contentId ?? ''}`,
    sign: `/reviews/${reviewId ?? ''}`, deliver: addressOf('deliveries'),
  };
  return places[step] ?? '/';
}

import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../../app/words.js';
import { firstStepIds } from './first-steps.js';
import styles from './first-steps.module.css';
import { homeWords } from './home-words.js';
import { Standing } from './standing.js';
import { useFirstRun } from './use-first-run.js';
import { useIsWalking, WayThere } from './way-there.js';

/** Once a newcomer has set out from the home page, the step to do goes along above every page, until the text has arrived or they close it. */
export function Component(): ReactNode {
  const { pathname } = useLocation();
  const [isWalking, setWalking] = useIsWalking();
  return isWalking && pathname !== '/' ? <Strip onLeave={() => { setWalking(false); }} /> : null;
}

function Strip({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const say = useWords(homeWords);
  const run = useFirstRun();
  const { step, text } = run ?? {};
  if (!run) return null;
  return (
    <section className={`${styles.strip} no-print`} aria-label={say('firstSteps')}>
      <span className={styles.number} aria-hidden="true">{step ? firstStepIds.indexOf(step) + 1 : '✓'}</span>
      <div aria-live="polite">
        {step ? <><strong>{say(step)}</strong> <Standing run={run} /><p>{say(`${step}How`)}</p></> : <><strong>{say('finished', { title: text?.title ?? '' })}</strong><p>{say('finishedHow')} <Link to="/" onClick={onLeave}>{say('backHome')}</Link></p></>}
      </div>
      {step ? <WayThere step={step} run={run} /> : null}
      <Button type="text" className={styles.leave!} icon={<CloseOutlined />} aria-label={say('leaveStrip')} title={say('leaveStrip')} onClick={onLeave} />
    </section>
  );
}

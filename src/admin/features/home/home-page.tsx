import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import type { HomePanel } from '../../app/feature.js';
import { allFeatures } from '../../app/registry.js';
import { mayOneOf, useMe } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { newsroomZone } from '../../components/time.js';
import { homeWords } from './home-words.js';
import styles from './home.module.css';
import { useTogether } from './use-together.js';

interface LazyPanel extends HomePanel {
  readonly Lazy: ComponentType;
}

const panels: readonly LazyPanel[] = allFeatures().flatMap((feature) => feature.home ?? []).sort((a, b) => a.order - b.order)
  .map((panel) => ({ ...panel, Lazy: lazyFrom(panel.load()) }));

// The panels' code comes beside the page's own, and not after it is known who looks: together they are a few kilobytes.
function lazyFrom(code: ReturnType<HomePanel['load']>): ComponentType {
  code.catch(() => undefined); // Told where the panel is drawn, not to the console.
  return lazy(async () => ({ default: (await code).Component }));
}

/** What waits for this person, and what is good to know. */
export function Component(): ReactNode {
  const me = useMe();
  const { language } = useAppearance();
  const [box, isTogether] = useTogether();
  const shown = panels.filter((panel) => mayOneOf(me, panel.permissions));
  const today = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'full', timeZone: newsroomZone }).format(new Date());
  return (
    <>
      <PageHeader title={useGreeting(me.person.name)} note={<>{today}{me.person.unit ? ` · ${me.person.unit.shortName}` : ''}</>} />
      <div className={styles.desk}>
        {isTogether ? null : <div className={styles.waiting}><Panel><Loading /></Panel></div>}
        <div ref={box} className={styles.columns} data-hidden={isTogether ? undefined : true}>
          {(['main', 'side'] as const).map((column) => (
            <div key={column} className={styles.column}>
              {shown.filter((panel) => panel.column === column).map(({ id, Lazy }) => <Suspense key={id} fallback={<Panel><Loading lines={3} /></Panel>}><Lazy /></Suspense>)}
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

function useGreeting(name: string): string {
  const say = useWords(homeWords);
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: newsroomZone }).format(new Date()));
  return say(hour >= 5 && hour < 11 ? 'morning' : hour >= 11 && hour < 14 ? 'noon' : hour >= 14 && hour < 18 ? 'afternoon' : 'evening', { name });
}

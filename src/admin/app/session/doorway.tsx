import type { ReactNode } from 'react';
import { Logo } from '../../components/logo.js';
import { changeAppearance, languages, useAppearance } from '../appearance.js';
import { useWords } from '../words.js';
import { sessionWords } from './session-words.js';
import styles from './doorway.module.css';

/** The frame of the pages in front of the workplace. */
export function Doorway({ title, why, children }: { readonly title?: string; readonly why?: string; readonly children: ReactNode }): ReactNode {
  const say = useWords(sessionWords);
  return (
    <div className={styles.page}>
      <main className={styles.middle}>
        <div className={styles.card}>
          <div className={styles.head}>
            <Logo size={44} />
            <div>
              <h1>{say('product')}</h1>
              <p>{say('motto')}</p>
            </div>
          </div>
          {title ? <h2 className={styles.title}>{title}</h2> : null}
          {why ? <p className={styles.why}>{why}</p> : null}
          {children}
        </div>
      </main>
      <footer><LanguageSwitch /></footer>
    </div>
  );
}

const languageNames = { zh: '中文', en: 'English' } as const;

function LanguageSwitch(): ReactNode {
  const { language } = useAppearance();
  return (
    <div className={styles.languages}>
      {languages.map((each) => (
        <button key={each} type="button" lang={each === 'zh' ? 'zh-CN' : 'en'} aria-pressed={each === language} onClick={() => { changeAppearance({ language: each }); }}>{languageNames[each]}</button>
      ))}
    </div>
  );
}

/** A small line under a form. */
export const DoorwayFoot = ({ children }: { readonly children: ReactNode }): ReactNode => <div className={styles.foot}>{children}</div>;

import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Logo } from '../../components/logo.js';
import { allFeatures } from '../registry.js';
import { sessionWords } from '../session/session-words.js';
import { useWords } from '../words.js';
import { Navigation } from './navigation.js';
import { shellWords } from './shell-words.js';
import { TopBar } from './top-bar.js';
import styles from './shell.module.css';

const strips = allFeatures().flatMap(({ id, strip }) => (strip ? [{ id, Lazy: lazy(async () => ({ default: (await strip()).Component })) }] : []));

/** The frame of the workplace: navigation at the side (a drawer on phones), a bar on top, the page. */
export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useWords(shellWords);
  const drawer = useRef<HTMLDialogElement>(null);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const [isDrawn, setDrawn] = useState(false);
  const lastPath = useRef(pathname);

  useEffect(() => {
    drawer.current?.close();
    // On a new page, the keyboard and the screen reader begin at its start.
    if (lastPath.current !== pathname) main.current?.focus({ preventScroll: true });
    lastPath.current = pathname;
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{say('skip')}</a>
      <div className={styles.side}>
        <Brand />
        <Navigation />
      </div>
      <dialog ref={drawer} className={styles.drawer} aria-label={say('navigation')} onClose={() => { setDrawn(false); }} onClick={(event) => { if (event.target === drawer.current) drawer.current.close(); }}>
        <div className={styles.drawerInside}>
          <Brand />
          {isDrawn ? <Navigation /> : null}
          <button type="button" className={styles.close} onClick={() => { drawer.current?.close(); }}>{say('closeMenu')}</button>
        </div>
      </dialog>
      <div className={styles.rest}>
        <TopBar onMenu={() => { setDrawn(true); drawer.current?.showModal(); }} />
        <Offline />
        <Suspense fallback={null}>{strips.map(({ id, Lazy }) => <Lazy key={id} />)}</Suspense>
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>{children}</main>
      </div>
    </div>
  );
}

function Brand(): ReactNode {
  const say = useWords(sessionWords);
  return <Link to="/" className={styles.brand}><Logo size={28} /><span>{say('product')}</span></Link>;
}

const onNetwork = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

function Offline(): ReactNode {
  const say = useWords(shellWords);
  const isOnline = useSyncExternalStore(onNetwork, () => navigator.onLine);
  return <div role="status">{isOnline ? null : <p className={styles.offline}>{say('offline')}</p>}</div>;
}

import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useAppearance } from '../appearance.js';
import { menuGroups, type MenuEntry, type MenuGroup } from '../feature.js';
import { allFeatures, findPage } from '../registry.js';
import { mayOneOf, useMe } from '../session/me.js';
import { said, useWords } from '../words.js';
import { shellWords } from './shell-words.js';
import styles from './navigation.module.css';

const entries = allFeatures().flatMap((feature) => feature.menu ?? []);

/** The navigation: what this person may open, in groups. */
export function Navigation(): ReactNode {
  const say = useWords(shellWords);
  return <nav aria-label={say('navigation')} className={styles.nav}>{menuGroups.map((group) => <Group key={group} group={group} />)}</nav>;
}

function Group({ group }: { readonly group: MenuGroup }): ReactNode {
  const say = useWords(shellWords);
  const me = useMe();
  const shown = entries.filter((entry) => entry.group === group && mayOneOf(me, findPage(entry.page)?.permissions)).sort((a, b) => a.order - b.order);
  if (shown.length === 0) return null;
  return (
    <div>
      <h2 className={styles.group}>{say(group)}</h2>
      <ul className={styles.list}>{shown.map((entry) => <li key={entry.page}><Entry entry={entry} /></li>)}</ul>
    </div>
  );
}

const noCount = (): undefined => undefined;

function Entry({ entry: { page: id, icon: Icon, useCount = noCount } }: { readonly entry: MenuEntry }): ReactNode {
  const say = useWords(shellWords);
  const { language } = useAppearance();
  const count = useCount();
  const page = findPage(id)!;
  return (
    <NavLink to={`/${page.path}`} end={page.path === ''} className={styles.entry!}>
      <span className={styles.icon} aria-hidden="true"><Icon /></span>
      <span>{said(page.title, language)}</span>
      {count ? <span className={styles.count}><span aria-hidden="true">{count > 99 ? '99+' : count}</span><span className="only-read">{say('waiting', { count })}</span></span> : null}
    </NavLink>
  );
}

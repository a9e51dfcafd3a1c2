import { BgColorsOutlined, MenuOutlined, SearchOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { MenuButton, type MenuGroup } from '../../components/menu-button.js';
import { changeAppearance, colourModes, densities, useAppearance } from '../appearance.js';
import { useKeyboard } from '../keyboard/keyboard-provider.js';
import { keyNames } from '../keyboard/shortcut.js';
import { leave } from '../session/leave.js';
import { useMe } from '../session/me.js';
import { useWords } from '../words.js';
import { shellWords } from './shell-words.js';
import styles from './top-bar.module.css';

/** The bar on top: the way to everything by keyboard, the look of the page, the person. */
export function TopBar({ onMenu }: { readonly onMenu: () => void }): ReactNode {
  const say = useWords(shellWords);
  const { openPalette } = useKeyboard();
  return (
    <header className={styles.bar}>
      <button type="button" className={`${styles.icon} ${styles.menu}`} aria-label={say('menu')} onClick={onMenu}><MenuOutlined /></button>
      <button type="button" className={styles.search} onClick={openPalette}>
        <SearchOutlined aria-hidden="true" />
        <span>{say('search')}</span>
        <kbd aria-hidden="true">{keyNames('mod+k').join(' ')}</kbd>
      </button>
      <div className={styles.right}>
        <LookMenu />
        <PersonMenu />
      </div>
    </header>
  );
}

function LookMenu(): ReactNode {
  const say = useWords(shellWords);
  const { colourMode, density, language } = useAppearance();
  const groups: readonly MenuGroup[] = [
    { key: 'look', title: say('look'), choices: colourModes.map((mode) => ({ key: mode, label: say(mode), isChosen: mode === colourMode, onChoose: () => { changeAppearance({ colourMode: mode }); } })) },
    { key: 'density', title: say('density'), choices: densities.map((each) => ({ key: each, label: say(each), isChosen: each === density, onChoose: () => { changeAppearance({ density: each }); } })) },
    { key: 'language', title: say('language'), choices: [
      { key: 'zh', label: <span lang="zh-CN">中文</span>, isChosen: language === 'zh', onChoose: () => { changeAppearance({ language: 'zh' }); } },
      { key: 'en', label: <span lang="en">English</span>, isChosen: language === 'en', onChoose: () => { changeAppearance({ language: 'en' }); } },
    ] },
  ];
  return <MenuButton label={say('look')} className={styles.icon} groups={groups}><BgColorsOutlined /></MenuButton>;
}

function PersonMenu(): ReactNode {
  const say = useWords(shellWords);
  const { person } = useMe();
  const navigate = useNavigate();
  const { openList } = useKeyboard();
  const groups: readonly MenuGroup[] = [
    { key: 'own', choices: [
      { key: 'account', label: say('account'), onChoose: () => { void navigate('/account'); } },
      { key: 'shortcuts', label: say('shortcuts'), end: '?', onChoose: openList },
    ] },
    { key: 'leave', choices: [{ key: 'signOut', label: say('signOut'), onChoose: () => { void leave(); } }] },
  ];
  return (
    <MenuButton className={styles.person} groups={groups}>
      <span className={styles.face} aria-hidden="true">{person.name.slice(0, 1)}</span>
      <span className={styles.name}>{person.name}{person.unit ? <small>{person.unit.shortName}</small> : null}</span>
    </MenuButton>
  );
}

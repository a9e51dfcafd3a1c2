import { BgColorsOutlined, MenuOutlined, SearchOutlined } from '@ant-design/icons';
import { Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
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
  const items: MenuProps['items'] = [
    { type: 'group', key: 'look', label: say('look'), children: colourModes.map((mode) => ({ key: mode, label: say(mode), onClick: () => { changeAppearance({ colourMode: mode }); } })) },
    { type: 'group', key: 'density', label: say('density'), children: densities.map((each) => ({ key: each, label: say(each), onClick: () => { changeAppearance({ density: each }); } })) },
    { type: 'group', key: 'language', label: say('language'), children: [
      { key: 'zh', label: <span lang="zh-CN">中文</span>, onClick: () => { changeAppearance({ language: 'zh' }); } },
      { key: 'en', label: <span lang="en">English</span>, onClick: () => { changeAppearance({ language: 'en' }); } },
    ] },
  ];
  return (
    <Dropdown menu={{ items, selectedKeys: [colourMode, density, language] }} trigger={['click']} placement="bottomRight">
      <button type="button" className={styles.icon} aria-label={say('look')}><BgColorsOutlined /></button>
    </Dropdown>
  );
}

function PersonMenu(): ReactNode {
  const say = useWords(shellWords);
  const { person } = useMe();
  const navigate = useNavigate();
  const { openList } = useKeyboard();
  const items: MenuProps['items'] = [
    { key: 'account', label: say('account'), onClick: () => { void navigate('/account'); } },
    { key: 'shortcuts', label: say('shortcuts'), extra: '?', onClick: openList },
    { type: 'divider' },
    { key: 'signOut', label: say('signOut'), onClick: () => { void leave(); } },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className={styles.person} aria-label={person.name}>
        <span className={styles.face} aria-hidden="true">{person.name.slice(0, 1)}</span>
        <span className={styles.name}>{person.name}{person.unit ? <small>{person.unit.shortName}</small> : null}</span>
      </button>
    </Dropdown>
  );
}

import { Modal } from 'antd';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { changeAppearance, useAppearance } from '../appearance.js';
import { allFeatures, findPage } from '../registry.js';
import { mayOneOf, useMe } from '../session/me.js';
import { useWords } from '../words.js';
import { isComposing } from './is-composing.js';
import { keyboardWords } from './keyboard-words.js';
import styles from './keyboard.module.css';

interface Choice {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  /** Lower case: both languages and further words, so that either finds it. */
  readonly search: string;
  readonly run: () => void;
}

/** Goes anywhere and starts anything by a few letters. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(keyboardWords);
  const choices = useChoices();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const needle = text.trim().toLowerCase();
  const found = choices.filter(({ search }) => search.includes(needle));

  function choose(choice: Choice | undefined): void {
    if (!choice) return;
    onClose();
    choice.run();
  }
  function press(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((at + step + found.length) % Math.max(found.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[at]);
    }
  }
  return (
    <Modal open onCancel={onClose} footer={null} closable={false} width={560} style={{ top: '12vh' }} styles={{ container: { padding: 0, overflow: 'hidden' } }} title={<span className="only-read">{say('palette')}</span>}>
      <div className={styles.palette}>
        <input
          className={styles.search} placeholder={say('placeholder')} aria-label={say('palette')} autoFocus value={text}
          role="combobox" aria-expanded="true" aria-controls={listId} aria-activedescendant={found[at] ? `${listId}-${found[at].id}` : undefined} aria-autocomplete="list"
          onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={press}
        />
        {found.length === 0 ? <div className={styles.nothing} role="status">{say('nothing')}</div> : null}
        <div id={listId} role="listbox" aria-label={say('palette')} className={styles.options}>
          {found.map((choice, index) => (
            <ChoiceLine key={choice.id} choice={choice} id={`${listId}-${choice.id}`} isSelected={index === at} isFirstOfGroup={found[index - 1]?.group !== choice.group} onHover={() => { setAt(index); }} onChoose={() => { choose(choice); }} />
          ))}
        </div>
        <div className={styles.foot}>{say('hint')}</div>
      </div>
    </Modal>
  );
}

interface ChoiceLineProps {
  readonly choice: Choice;
  readonly id: string;
  readonly isSelected: boolean;
  readonly isFirstOfGroup: boolean;
  readonly onHover: () => void;
  readonly onChoose: () => void;
}

function ChoiceLine({ choice, id, isSelected, isFirstOfGroup, onHover, onChoose }: ChoiceLineProps): ReactNode {
  return (
    <>
      {isFirstOfGroup ? <div className={styles.group} role="presentation">{choice.group}</div> : null}
      <div id={id} role="option" aria-selected={isSelected} className={styles.option} onMouseMove={onHover} onClick={onChoose} ref={isSelected ? (line) => { line?.scrollIntoView({ block: 'nearest' }); } : null}>{choice.title}</div>
    </>
  );
}

function useChoices(): readonly Choice[] {
  const say = useWords(keyboardWords);
  const me = useMe();
  const navigate = useNavigate();
  const { language, colourMode, density } = useAppearance();
  return useMemo(() => {
    const go = (to: string) => (): void => { void navigate(to); };
    const menu = allFeatures().flatMap((feature) => feature.menu ?? []).flatMap((entry) => findPage(entry.page) ?? []).filter((page) => mayOneOf(me, page.permissions));
    const commands = allFeatures().flatMap((feature) => feature.commands ?? []).filter((command) => mayOneOf(me, command.permissions));
    const looks = ([
      ['dark', { colourMode: 'dark' }], ['light', { colourMode: 'light' }], ['auto', { colourMode: 'auto' }],
      [density === 'compact' ? 'comfortable' : 'compact', { density: density === 'compact' ? 'comfortable' : 'compact' }],
      [language === 'zh' ? 'toEnglish' : 'toChinese', { language: language === 'zh' ? 'en' : 'zh' }],
    ] as const).filter(([, change]) => !('colourMode' in change) || change.colourMode !== colourMode);
    return [
      ...menu.map((page): Choice => ({ id: page.id, group: say('pages'), title: page.title[language], search: `${page.title.zh} ${page.title.en} ${page.path}`.toLowerCase(), run: go(`/${page.path}`) })),
      ...commands.map((command): Choice => ({ id: command.id, group: say('actions'), title: command.title[language], search: `${command.title.zh} ${command.title.en} ${command.search ?? ''}`.toLowerCase(), run: go(command.to) })),
      ...looks.map(([word, change]): Choice => ({ id: `look-${word}`, group: say('look'), title: say(word), search: `${keyboardWords.zh[word]} ${keyboardWords.en[word]}`.toLowerCase(), run: () => { changeAppearance(change); } })),
    ];
  }, [say, me, navigate, language, colourMode, density]);
}

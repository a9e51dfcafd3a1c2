import { Modal } from 'antd';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { describeError } from '../errors/describe-error.js';
import { useWords } from '../words.js';
import { isComposing } from './is-composing.js';
import { keyboardWords } from './keyboard-words.js';
import styles from './keyboard.module.css';
import { useCommands, type Choice } from './use-commands.js';
import { useFound } from './use-found.js';

/** Goes anywhere, starts anything and finds texts by a few letters. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(keyboardWords);
  const [text, setText] = useState('');
  const [composes, setComposes] = useState(false);
  const [at, setAt] = useState(0);
  const listId = useId();
  const things = useFound(text, composes);
  const commands = useCommands(text);
  const found = [...commands, ...things.choices];
  const told = things.error ? describeError(things.error).message : things.isPending ? say('finding') : things.isNone && commands.length === 0 ? say('nothing') : null;

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
          onCompositionStart={() => { setComposes(true); }} onCompositionEnd={() => { setComposes(false); }}
        />
        <div id={listId} role="listbox" aria-label={say('palette')} className={styles.options}>
          {found.map((choice, index) => (
            <ChoiceLine key={choice.id} choice={choice} id={`${listId}-${choice.id}`} isSelected={index === at} isFirstOfGroup={found[index - 1]?.group !== choice.group} onHover={() => { setAt(index); }} onChoose={() => { choose(choice); }} />
          ))}
        </div>
        <div className={styles.told} role="status">{told}</div>
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
      <div id={id} role="option" aria-selected={isSelected} className={styles.option} onMouseMove={onHover} onClick={onChoose} ref={isSelected ? (line) => { line?.scrollIntoView({ block: 'nearest' }); } : null}><span>{choice.title}</span>{choice.note ? <small>{choice.note}</small> : null}</div>
    </>
  );
}

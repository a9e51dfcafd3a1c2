import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../app/keyboard/is-composing.js';
import styles from './menu-button.module.css';

export interface MenuChoice {
  readonly key: string;
  readonly label: ReactNode;
  readonly onChoose: () => void;
  /** Of choices of which one holds: whether it is this one. Left out for what is simply done. */
  readonly isChosen?: boolean;
  /** Something quiet at the end, such as a shortcut. */
  readonly end?: string;
}

export interface MenuGroup {
  readonly key: string;
  readonly title?: string;
  readonly choices: readonly MenuChoice[];
}

export interface MenuButtonProps {
  readonly label?: string;
  readonly className?: string | undefined;
  readonly groups: readonly MenuGroup[];
  readonly children: ReactNode;
}

/** A button that opens a short menu, by mouse and by arrow keys. For the frame of every page; elsewhere Ant Design's Dropdown serves. */
export function MenuButton({ label, className, groups, children }: MenuButtonProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const lines = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];

  useEffect(() => {
    if (!isOpen) return undefined;
    lines()[0]?.focus();
    const hear = (event: PointerEvent): void => { if (!box.current?.contains(event.target as Node)) setOpen(false); };
    document.addEventListener('pointerdown', hear);
    return () => { document.removeEventListener('pointerdown', hear); };
  }, [isOpen]);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }
  function press(event: KeyboardEvent): void {
    if (!isOpen || isComposing(event)) return;
    const all = lines();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) all[to % all.length]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    if (to !== undefined || event.key === 'Escape') event.preventDefault();
  }
  return (
    <div ref={box} className={styles.box} onKeyDown={press}>
      <button ref={button} type="button" className={className} aria-label={label} aria-haspopup="menu" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={() => { setOpen(!isOpen); }}>{children}</button>
      {isOpen ? (
        <div id={id} role="menu" aria-label={label} className={styles.menu}>
          {groups.map(({ key, title, choices }) => (
            <div key={key} role="group" aria-label={title} className={styles.group}>
              {title ? <div className={styles.title} aria-hidden="true">{title}</div> : null}
              {choices.map((choice) => <Choice key={choice.key} choice={choice} onClose={close} />)}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function Choice({ choice: { label, onChoose, isChosen, end }, onClose }: { readonly choice: MenuChoice; readonly onClose: () => void }): ReactNode {
  const kind = isChosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': isChosen };
  return (
    <button type="button" {...kind} tabIndex={-1} className={styles.choice} onClick={() => { onClose(); onChoose(); }}>
      {isChosen === undefined ? null : <span className={styles.tick} aria-hidden="true">{isChosen ? '✓' : ''}</span>}
      <span>{label}</span>
      {end ? <kbd>{end}</kbd> : null}
    </button>
  );
}

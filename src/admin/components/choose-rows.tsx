import { useRef, type ReactNode } from 'react';
import { useWords } from '../app/words.js';
import { componentWords } from './component-words.js';
import styles from './data-table.module.css';

/** Which rows of a table are chosen, by their keys. */
export interface Choice<Row> {
  readonly chosen: readonly string[];
  readonly onChoose: (keys: readonly string[]) => void;
  /** What the box before a row is called. */
  readonly nameOf: (row: Row) => string;
}

interface Choosing {
  readonly isAll: boolean;
  readonly isSome: boolean;
  isChosen(at: number): boolean;
  /** Chooses a row or lets it go; with `toHere`, all from the row that was ticked last. */
  choose(at: number, isChosen: boolean, toHere: boolean): void;
  chooseAll(isChosen: boolean): void;
}

/** Choosing among the rows of these keys. */
export function useChoosing<Row>(keys: readonly string[], choice: Choice<Row> | undefined): Choosing {
  const last = useRef<string>(undefined);
  const chosen = new Set(choice?.chosen);
  const set = (some: readonly string[], isChosen: boolean): void => {
    for (const key of some) if (isChosen) chosen.add(key); else chosen.delete(key);
    choice?.onChoose([...chosen]);
  };
  return {
    isAll: keys.length > 0 && keys.every((key) => chosen.has(key)),
    isSome: keys.some((key) => chosen.has(key)),
    isChosen: (at) => chosen.has(keys[at]!),
    choose(at, isChosen, toHere) {
      const before = toHere && last.current !== undefined ? keys.indexOf(last.current) : -1;
      const from = before < 0 ? at : before;
      last.current = keys[at];
      set(keys.slice(Math.min(from, at), Math.max(from, at) + 1), isChosen);
    },
    chooseAll: (isChosen) => { set(keys, isChosen); },
  };
}

/** The box above the rows. */
export function ChooseAll({ choosing: { isAll, isSome, chooseAll } }: { readonly choosing: Choosing }): ReactNode {
  const say = useWords(componentWords);
  return (
    <label className={styles.box}>
      <input type="checkbox" aria-label={say('chooseAll')} checked={isAll} ref={(box) => { if (box) box.indeterminate = isSome && !isAll; }} onChange={() => { chooseAll(!isAll); }} />
    </label>
  );
}

/** The box before a row. Shift takes all from the one that was ticked last. */
export function ChooseOne({ choosing, at, name }: { readonly choosing: Choosing; readonly at: number; readonly name: string }): ReactNode {
  const isChosen = choosing.isChosen(at);
  return (
    <label className={styles.box}>
      <input type="checkbox" aria-label={name} checked={isChosen} onChange={({ nativeEvent }) => { choosing.choose(at, !isChosen, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey); }} />
    </label>
  );
}

import { useState } from 'react';
import type { DictionaryName } from '../../graphql/generated/schema-types.js';
import { differenceOf, type Difference, type Entry } from './entries.js';

/** A version of a dictionary that changes are made to. */
export interface Base {
  readonly number: number;
  readonly entries: readonly Entry[];
}

export interface Draft {
  readonly entries: readonly Entry[];
  /** The version that was there when the first change was made: a later one of somebody else is not overwritten. */
  readonly base: Base;
  readonly difference: Difference;
  readonly isDirty: boolean;
  readonly change: (entries: readonly Entry[]) => void;
  /** Takes the last change back. */
  readonly undo: () => void;
  readonly clear: () => void;
}

/** Changes to a dictionary that are not saved, one above the other. */
export function useDraft(name: DictionaryName, shown: Base): Draft {
  const [kept, setKept] = useState<{ readonly base: Base; readonly steps: readonly (readonly Entry[])[] }>();
  const base = kept?.base ?? shown;
  const entries = kept?.steps.at(-1) ?? base.entries;
  const difference = differenceOf(name, base.entries, entries);
  return {
    entries, base, difference, isDirty: difference.added.length + difference.removed.length + difference.changed.length > 0,
    change: (next) => { setKept({ base, steps: [...(kept?.steps ?? []), next] }); },
    undo: () => { setKept(kept && kept.steps.length > 1 ? { base, steps: kept.steps.slice(0, -1) } : undefined); },
    clear: () => { setKept(undefined); },
  };
}

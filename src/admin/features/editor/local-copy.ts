/** What was typed into a content and is no revision yet, as this browser keeps it: a closed lid or a cut line loses nothing. */
export interface TypedCopy {
  readonly baseRevision: number;
  /** The changed fields as an update takes them. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** ISO 8601. */
  readonly at: string;
}

const keyOf = (personId: string, contentId: string): string => `yici.typed.${personId}.${contentId}`;

/** The copy of this browser, or undefined. What cannot be read is no copy. */
export function readLocalCopy(personId: string, contentId: string): TypedCopy | undefined {
  try {
    const copy = JSON.parse(localStorage.getItem(keyOf(personId, contentId)) ?? 'null') as TypedCopy | null;
    return copy && typeof copy.baseRevision === 'number' && typeof copy.changes === 'object' ? copy : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a copy, or forgets it when nothing is typed. False where the browser has no room. */
export function writeLocalCopy(personId: string, contentId: string, copy: TypedCopy | undefined): boolean {
  try {
    if (copy) localStorage.setItem(keyOf(personId, contentId), JSON.stringify(copy));
    else localStorage.removeItem(keyOf(personId, contentId));
    return true;
  } catch {
    return false;
  }
}

/** Of what this browser and the server have, what was typed last. */
export function newerCopy(here: TypedCopy | undefined, there: TypedCopy | undefined): TypedCopy | undefined {
  if (!here || !there) return here ?? there;
  return Date.parse(here.at) >= Date.parse(there.at) ? here : there;
}

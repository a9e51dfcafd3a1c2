/** A short message at the top of the page. */
export interface ShownToast {
  readonly id: number;
  readonly tone: 'ok' | 'bad';
  readonly text: string;
  /** Takes back what was done; the message then offers it. */
  readonly undo?: (() => void) | undefined;
}

const mostShown = 3;
let shown: readonly ShownToast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly ShownToast[]): void {
  shown = next;
  listeners.forEach((listener) => { listener(); });
}

/** Shows a message for so many seconds; the oldest gives way to a fourth. */
export function showToast(toast: Omit<ShownToast, 'id'>, seconds: number): void {
  const id = (lastId += 1);
  change([...shown, { ...toast, id }].slice(-mostShown));
  window.setTimeout(() => { hideToast(id); }, seconds * 1000);
}

export function hideToast(id: number): void {
  if (shown.some((toast) => toast.id === id)) change(shown.filter((toast) => toast.id !== id));
}

export const shownToasts = (): readonly ShownToast[] => shown;

/** Hears of every change; undo with the answer. */
export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

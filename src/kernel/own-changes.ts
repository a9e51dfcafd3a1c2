import { afterCommit } from './transaction.js';

type Listener = (collection: string) => void;

const listeners = new Set<Listener>();

/**
 * Tells this process that it changed something in a collection: at once, or with the running transaction's commit. The change
 * stream brings the same news a moment later; who reads their own write must not wait for it.
 */
export function tellChanged(collection: string): void {
  afterCommit(() => { for (const listener of listeners) listener(collection); });
}

/** Hears of this process's own changes. The returned function ends that. */
export function onOwnChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

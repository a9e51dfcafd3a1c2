import { describeError } from '../app/errors/describe-error.js';
import { showToast } from './toast-store.js';

export interface Toast {
  /** Says that something was done; with `undo`, offers for eight seconds to take it back. */
  readonly done: (text: string, options?: { readonly undo?: () => Promise<void> | void }) => void;
  /** Says that something failed, where there is no better place on the page for it. */
  readonly failed: (error: unknown) => void;
}

const failed = (error: unknown): void => { showToast({ tone: 'bad', text: describeError(error).message }, 6); };

const toast: Toast = {
  failed,
  done(text, { undo } = {}) {
    const takeBack = undo && ((): void => { void Promise.resolve(undo()).catch(failed); });
    showToast({ tone: 'ok', text, undo: takeBack }, undo ? 8 : 3);
  },
};

/** Short messages at the top of the page, read out by screen readers. */
export const useToast = (): Toast => toast;

import { describeError } from '../app/errors/describe-error.js';
import { showToast } from './toast-store.js';

export interface Toast {
  /** Says that something was done, for three seconds unless others are given; with `undo`, offers for eight seconds to take it back. */
  readonly done: (text: string, options?: { readonly undo?: () => Promise<void> | void; readonly seconds?: number }) => void;
  /** Says that something failed, where there is no better place on the page for it. */
  readonly failed: (error: unknown) => void;
}

const failed = (error: unknown): void => { showToast({ tone: 'bad', text: describeError(error).message }, 6); };

const toast: Toast = {
  failed,
  done(text, { undo, seconds = undo ? 8 : 3 } = {}) {
    const takeBack = undo && ((): void => { void Promise.resolve(undo()).catch(failed); });
    showToast({ tone: 'ok', text, undo: takeBack }, seconds);
  },
};

/** Short messages at the top of the page, read out by screen readers. */
export const useToast = (): Toast => toast;

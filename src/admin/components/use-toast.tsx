import { App, Button } from 'antd';
import { useMemo } from 'react';
import { describeError } from '../app/errors/describe-error.js';
import { useWords } from '../app/words.js';
import { componentWords } from './component-words.js';

export interface Toast {
  /** Says that something was done; with `undo`, offers for eight seconds to take it back. */
  readonly done: (text: string, options?: { readonly undo?: () => Promise<void> | void }) => void;
  /** Says that something failed, where there is no better place on the page for it. */
  readonly failed: (error: unknown) => void;
}

/** Short messages at the top of the page, read out by screen readers. */
export function useToast(): Toast {
  const { message } = App.useApp();
  const say = useWords(componentWords);
  return useMemo(() => {
    const failed = (error: unknown): void => { void message.error(describeError(error).message, 6); };
    return {
      failed,
      done(text, { undo } = {}) {
        const key = `${Date.now()}-${text}`;
        const takeBack = (): void => {
          message.destroy(key);
          void Promise.resolve(undo?.()).catch(failed);
        };
        void message.open({ key, type: 'success', duration: undo ? 8 : 3, content: undo ? <>{text} <Button type="link" size="small" onClick={takeBack}>{say('undo')}</Button></> : text });
      },
    };
  }, [message, say]);
}

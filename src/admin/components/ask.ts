/** A question before something that is not simply taken back. */
export interface Question {
  readonly title: string;
  /** What follows. */
  readonly why: string;
  /** The verb on the button. */
  readonly ok: string;
  readonly cancel?: string;
  readonly isDanger?: boolean;
  /** The dialog stays, busy, until this is done; it is to show its own failures. */
  readonly onOk: () => Promise<unknown> | void;
  readonly onCancel?: () => void;
}

let open: Question | undefined;
const listeners = new Set<() => void>();

function show(question: Question | undefined): void {
  open = question;
  listeners.forEach((listener) => { listener(); });
}

/** Asks; the dialog's code comes with the first question. A later question takes the place of an open one. */
export const ask = (question: Question): void => { show(question); };

export const openQuestion = (): Question | undefined => open;

export const closeQuestion = (): void => { show(undefined); };

/** Hears of every question and its end; undo with the answer. */
export function onQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

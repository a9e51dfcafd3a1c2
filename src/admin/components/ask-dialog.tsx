import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { closeQuestion, type Question } from './ask.js';

/** One question of `ask`. */
export function AskDialog({ question: { title, why, ok, cancel, isDanger = false, onOk, onCancel } }: { readonly question: Question }): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const agree = (): void => {
    setBusy(true);
    void Promise.resolve(onOk()).finally(closeQuestion);
  };
  const refuse = (): void => {
    closeQuestion();
    onCancel?.();
  };
  return (
    <Modal open width={416} title={title} okText={ok} {...(cancel ? { cancelText: cancel } : {})} okButtonProps={{ danger: isDanger, loading: isBusy }} onOk={agree} onCancel={refuse}>
      <p>{why}</p>
    </Modal>
  );
}

import { Button, Form, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import { endOfDay, NotesFields, type Notes } from './asset-form.js';
import { UpdateMediaAssetsDocument } from './media.generated.js';
import { mediaWords } from './media-words.js';
import styles from './media.module.css';

/** What can be done with the chosen assets together. Nothing is drawn while none is chosen. */
export function BulkEdit({ chosen, onDone }: { readonly chosen: readonly string[]; readonly onDone: () => void }): ReactNode {
  const say = useWords(mediaWords);
  const [isOpen, setOpen] = useState(false);
  if (chosen.length === 0) return null;
  return (
    <div className={styles.bulk} role="status">
      <span>{say('chosen', { count: chosen.length })}</span>
      <Button size="small" type="primary" onClick={() => { setOpen(true); }}>{say('editChosen')}</Button>
      <Button size="small" type="text" onClick={onDone}>{say('clearChosen')}</Button>
      {isOpen ? <BulkDialog chosen={chosen} onClose={() => { setOpen(false); }} onDone={onDone} /> : null}
    </div>
  );
}

function BulkDialog({ chosen, onClose, onDone }: { readonly chosen: readonly string[]; readonly onClose: () => void; readonly onDone: () => void }): ReactNode {
  const say = useWords(mediaWords);
  const toast = useToast();
  const [form] = Form.useForm<Notes>();
  const update = useAct(UpdateMediaAssetsDocument, { onDone: () => { toast.done(say('saved')); onClose(); onDone(); } });
  const save = ({ expires, ...texts }: Notes): void => {
    const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => typeof text === 'string' && text.trim() !== ''));
    update.mutate({ input: { ids: chosen, ...filled, ...(expires ? { rightsExpireAt: endOfDay(expires) } : {}) } });
  };
  return (
    <Modal open title={say('bulkTitle', { count: chosen.length })} okText={say('save')} confirmLoading={update.isPending} onOk={() => { form.submit(); }} onCancel={onClose}>
      <p className={styles.quiet}>{say('bulkWhy')}</p>
      <Form<Notes> form={form} layout="vertical" onFinish={save}><NotesFields isImage /></Form>
      <ErrorNotice error={update.error} />
    </Modal>
  );
}

import { Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { MassSendersDocument, RequestMassSendDocument, SendableContentsDocument, SendOutlookDocument } from './mass-sends.generated.js';
import { massSendsWords } from './mass-sends-words.js';
import { Quota } from './quota.js';
import styles from './mass-sends.module.css';

export interface RequestDialogProps {
  /** What is to be sent and where, when that is known already: a bundle. */
  readonly preset?: { readonly destinationId: string; readonly contentId: string; readonly title: string };
  readonly onClose: () => void;
}

/** Asks for a mass send: where, what, to whom and why; beside it, what is left of the quota. */
export function RequestDialog({ preset, onClose }: RequestDialogProps): ReactNode {
  const say = useWords(massSendsWords);
  const toast = useToast();
  const [destinationId, setDestinationId] = useState(preset?.destinationId);
  const [contentId, setContentId] = useState(preset?.contentId);
  const [tagId, setTagId] = useState<string>();
  const [note, setNote] = useState('');
  const outlook = useRead(SendOutlookDocument, { destinationId: destinationId ?? '' }, { isEnabled: destinationId !== undefined });
  const request = useAct(RequestMassSendDocument, { onDone: () => { toast.done(say('requested')); onClose(); } });
  const start = (): void => { if (destinationId && contentId) request.mutate({ input: { destinationId, contentId, ...(tagId ? { tagId } : {}), ...(note.trim() ? { note: note.trim() } : {}) } }); };
  return (
    <Modal open width={600} title={say('request')} okText={say('request')} cancelText={say('close')} okButtonProps={{ disabled: !destinationId || !contentId, loading: request.isPending }} onOk={start} onCancel={onClose}>
      <div className={styles.form}>
        <p className={styles.said}>{say('requestWhy')}</p>
        {preset ? <p><strong>{preset.title}</strong></p> : <Senders value={destinationId} onChange={(id) => { setDestinationId(id); setTagId(undefined); }} />}
        {destinationId ? <Quota outlook={outlook.data?.massSendOutlook} error={outlook.error} /> : null}
        {preset ? null : <Contents value={contentId} onChange={setContentId} />}
        <Select allowClear aria-label={say('audience')} placeholder={say('toAll')} value={tagId ?? null} onChange={(id: string | null | undefined) => { setTagId(id ?? undefined); }} options={(outlook.data?.massSendOutlook.audiences ?? []).map(({ tagId: value, name, size }) => ({ value, label: size === null ? name : say('tagSize', { name, count: size }) }))} />
        <Input.TextArea aria-label={say('note')} placeholder={say('note')} autoSize={{ minRows: 2 }} maxLength={500} showCount value={note} onChange={(event) => { setNote(event.target.value); }} />
        <ErrorNotice error={request.error} />
      </div>
    </Modal>
  );
}

function Senders({ value, onChange }: { readonly value: string | undefined; readonly onChange: (id: string) => void }): ReactNode {
  const say = useWords(massSendsWords);
  const { data } = useRead(MassSendersDocument, {}, { isAside: true });
  const able = new Set((data?.channels ?? []).filter(({ canMassSend }) => canMassSend).map(({ id }) => id));
  const senders = (data?.destinations.nodes ?? []).filter(({ channelId, isActive }) => isActive && able.has(channelId));
  if (data && senders.length === 0) return <p role="alert">{say('noSender')}</p>;
  return <Select aria-label={say('sender')} placeholder={say('sender')} value={value ?? null} onChange={(id: string | null) => { if (id) onChange(id); }} options={senders.map(({ id, name }) => ({ value: id, label: name }))} />;
}

function Contents({ value, onChange }: { readonly value: string | undefined; readonly onChange: (id: string) => void }): ReactNode {
  const say = useWords(massSendsWords);
  const [text, setText] = useState('');
  const { data } = useRead(SendableContentsDocument, text.trim() ? { text: text.trim() } : {}, { keepsLast: true, isAside: true });
  return <Select showSearch={{ filterOption: false, onSearch: setText }} aria-label={say('content')} placeholder={say('content')} value={value ?? null} onChange={(id: string | null) => { if (id) onChange(id); }} options={(data?.contents.nodes ?? []).map(({ id, title }) => ({ value: id, label: title }))} />;
}

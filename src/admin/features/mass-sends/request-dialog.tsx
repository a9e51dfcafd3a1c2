import { Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { MassSendersDocument, RequestMassSendDocument, SendableContentsDocument, SendOutlookDocument, type SendOutlookQuery } from './mass-sends.generated.js';
import { massSendsWords } from './mass-sends-words.js';
import styles from './mass-sends.module.css';

/** Asks for a mass send: where, what, to whom and why; beside it, what is left of the quota. */
export function RequestDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(massSendsWords);
  const toast = useToast();
  const [destinationId, setDestinationId] = useState<string>();
  const [contentId, setContentId] = useState<string>();
  const [tagId, setTagId] = useState<string>();
  const [note, setNote] = useState('');
  const outlook = useRead(SendOutlookDocument, { destinationId: destinationId ?? '' }, { isEnabled: destinationId !== undefined });
  const request = useAct(RequestMassSendDocument, { onDone: () => { toast.done(say('requested')); onClose(); } });
  const start = (): void => { if (destinationId && contentId) request.mutate({ input: { destinationId, contentId, ...(tagId ? { tagId } : {}), ...(note.trim() ? { note: note.trim() } : {}) } }); };
  return (
    <Modal open width={600} title={say('request')} okText={say('request')} cancelText={say('close')} okButtonProps={{ disabled: !destinationId || !contentId, loading: request.isPending }} onOk={start} onCancel={onClose}>
      <div className={styles.form}>
        <p className={styles.said}>{say('requestWhy')}</p>
        <Senders value={destinationId} onChange={(id) => { setDestinationId(id); setTagId(undefined); }} />
        {destinationId ? <Quota outlook={outlook.data?.massSendOutlook} error={outlook.error} /> : null}
        <Contents value={contentId} onChange={setContentId} />
        <Select allowClear aria-label={say('audience')} placeholder={say('toAll')} value={tagId ?? null} onChange={(id: string | null | undefined) => { setTagId(id ?? undefined); }} options={(outlook.data?.massSendOutlook.audiences ?? []).map(({ tagId: value, name, size }) => ({ value, label: size === null ? name : say('tagSize', { name, count: size }) }))} />
        <Input.TextArea aria-label={say('note')} placeholder={say('note')} autoSize={{ minRows: 2 }} maxLength={500} showCount value={note} onChange={(event) => { setNote(event.target.value); }} />
        <ErrorNotice error={request.error} />
      </div>
    </Modal>
  );
}

function Senders({ value, onChange }: { readonly value: string | undefined; readonly onChange: (id: string) => void }): ReactNode {
  const say = useWords(massSendsWords);
  const { data } = useRead(MassSendersDocument, {});
  const able = new Set((data?.channels ?? []).filter(({ canMassSend }) => canMassSend).map(({ id }) => id));
  const senders = (data?.destinations.nodes ?? []).filter(({ channelId, isActive }) => isActive && able.has(channelId));
  if (data && senders.length === 0) return <p role="alert">{say('noSender')}</p>;
  return <Select aria-label={say('sender')} placeholder={say('sender')} value={value ?? null} onChange={(id: string | null) => { if (id) onChange(id); }} options={senders.map(({ id, name }) => ({ value: id, label: name }))} />;
}

function Contents({ value, onChange }: { readonly value: string | undefined; readonly onChange: (id: string) => void }): ReactNode {
  const say = useWords(massSendsWords);
  const [text, setText] = useState('');
  const { data } = useRead(SendableContentsDocument, text.trim() ? { text: text.trim() } : {}, { keepsLast: true });
  return <Select showSearch={{ filterOption: false, onSearch: setText }} aria-label={say('content')} placeholder={say('content')} value={value ?? null} onChange={(id: string | null) => { if (id) onChange(id); }} options={(data?.contents.nodes ?? []).map(({ id, title }) => ({ value: id, label: title }))} />;
}

function Quota({ outlook, error }: { readonly outlook: SendOutlookQuery['massSendOutlook'] | undefined; readonly error: unknown }): ReactNode {
  const say = useWords(massSendsWords);
  if (error) return <ErrorNotice error={error} />;
  if (!outlook) return <Loading lines={2} />;
  const { limit, used, sentToday, sentThisMonth, rules, problem } = outlook;
  return (
    <div className={styles.quota} role="status">
      <p><strong>{limit === null ? say('quotaOwn', { today: sentToday, month: sentThisMonth }) : say('quota', { left: Math.max(0, limit - (used ?? 0)), limit })}</strong></p>
      <ul>{rules.map((rule) => <li key={rule}>{rule}</li>)}</ul>
      {problem ? <p>{problem}</p> : null}
    </div>
  );
}

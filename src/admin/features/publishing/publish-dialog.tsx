import { Checkbox, Input, Modal, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { inNewsroom, NewsroomPicker } from '../../components/newsroom-picker.js';
import { formatRelative, formatTime } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import type { ReleaseDialogProps } from './release-dialog.js';
import { ReleaseOutcome } from './release-outcome.js';
import { PublishContentDocument, ScheduleContentDocument } from './publishing.generated.js';
import { publishingWords } from './publishing-words.js';
import styles from './publishing.module.css';

/** Publishes now or at a time, with an embargo apart from it; afterwards tells how far the outlets are. */
export function PublishDialog({ step, content, onClose }: ReleaseDialogProps): ReactNode {
  const say = useWords(publishingWords);
  const form = usePublication({ step, content, onClose });
  if (form.publishedVersion !== undefined) return <ReleaseOutcome title={say('published')} contentId={content.id} version={form.publishedVersion} onClose={onClose} />;
  return (
    <Modal
      open width={600} title={say('publishTitle', { title: content.title })} okText={say(form.isTimed ? 'schedule' : 'publish')} cancelText={say('cancel')}
      okButtonProps={{ disabled: !form.isReady, loading: form.isPending }} onOk={form.start} onCancel={onClose}
    >
      <div className={styles.form}>
        {form.mayChoose ? <Segmented aria-label={say('when')} value={form.isTimed ? 'later' : 'now'} options={[{ value: 'now', label: say('now') }, { value: 'later', label: say('later') }]} onChange={(value) => { form.setTimed(value === 'later'); }} /> : null}
        <p className={styles.hint}>{say(form.isTimed ? 'scheduleHint' : 'publishAsk')}</p>
        {form.isTimed ? <When at={form.at} onChange={form.setAt} /> : null}
        {form.needsNote ? <Input.TextArea aria-label={say('correctNote')} placeholder={say('correctNote')} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount value={form.note} onChange={(event) => { form.setNote(event.target.value); }} /> : null}
        <Embargo until={form.embargo} onChange={form.setEmbargo} />
        <ErrorNotice error={form.error} />
      </div>
    </Modal>
  );
}

function When({ at, onChange }: { readonly at: string | undefined; readonly onChange: (at: string | undefined) => void }): ReactNode {
  const say = useWords(publishingWords);
  const today = inNewsroom(new Date()).startOf('day');
  const presets = [
    { label: say('tomorrowMorning'), at: today.add(1, 'day').hour(9).toISOString() },
    { label: say('tomorrowEvening'), at: today.add(1, 'day').hour(17).toISOString() },
    { label: say('nextMonday'), at: today.add((8 - today.day()) % 7 || 7, 'day').hour(9).toISOString() },
  ];
  return (
    <div className={styles.when}>
      <NewsroomPicker isFuture label={say('at')} value={at} onChange={onChange} presets={presets} />
      <span className={styles.hint}>{say('zone')}{at ? ` · ${formatRelative(at) ?? formatTime(at, 'day')}` : ''}</span>
    </div>
  );
}

/** Receivers get it at once and may not run it before: another thing than when we publish. */
function Embargo({ until, onChange }: { readonly until: string | undefined | null; readonly onChange: (until: string | undefined | null) => void }): ReactNode {
  const say = useWords(publishingWords);
  return (
    <div className={styles.embargo}>
      <Checkbox checked={until !== null} onChange={(event) => { onChange(event.target.checked ? undefined : null); }}>{say('embargo')}</Checkbox>
      {until === null ? null : <div className={styles.when}><NewsroomPicker isFuture label={say('embargoUntil')} value={until} onChange={onChange} /><span className={styles.hint}>{say('embargoHint')}</span></div>}
    </div>
  );
}

function usePublication({ step, content: { id, editorial }, onClose }: ReleaseDialogProps) {
  const say = useWords(publishingWords);
  const toast = useToast();
  const [isTimed, setTimed] = useState(step === 'schedule');
  const [at, setAt] = useState<string | undefined>(editorial?.schedule?.at);
  // null: none is wanted; undefined: wanted, and its time is not chosen yet.
  const [embargo, setEmbargo] = useState<string | undefined | null>(null);
  const [note, setNote] = useState('');
  const [publishedVersion, setPublishedVersion] = useState<number>();
  const publish = useAct(PublishContentDocument, { onDone: ({ publishContent: { version } }) => { setPublishedVersion(version ?? 1); } });
  const schedule = useAct(ScheduleContentDocument, { onDone: () => { toast.done(say('scheduled')); onClose(); } });
  const needsNote = isTimed && editorial?.publication === 'PUBLISHED';
  const words = note.trim();
  const base = { id, ...(embargo ? { embargoedUntil: embargo } : {}) };
  const start = (): void => {
    if (!isTimed) publish.mutate({ input: base });
    else if (at) schedule.mutate({ input: { ...base, at, timeZone: 'Asia/Shanghai', ...(words ? { note: words } : {}) } });
  };
  const act = isTimed ? schedule : publish;
  const mayChoose = editorial?.possibleActions.includes('PUBLISH') === true && editorial.possibleActions.includes('SCHEDULE');
  return {
    start, isPending: act.isPending, error: act.error, mayChoose, isTimed, setTimed, at, setAt, embargo, setEmbargo, note, setNote, needsNote, publishedVersion,
    isReady: (!isTimed || at !== undefined) && (!needsNote || words !== '') && embargo !== undefined,
  };
}

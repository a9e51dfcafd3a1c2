import { DatePicker, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import type { ActedContent } from './content-actions.js';
import { CorrectContentDocument, PublishContentDocument, RetractContentDocument, ScheduleContentDocument } from './publishing.generated.js';
import { publishingWords } from './publishing-words.js';
import styles from './publishing.module.css';

dayjs.extend(utc);
dayjs.extend(timezone);

const newsroomZone = 'Asia/Shanghai';

/** A step that readers or outlets notice. */
export type ReleaseStep = 'publish' | 'schedule' | 'correct' | 'retract';

export interface ReleaseDialogProps {
  readonly step: ReleaseStep;
  readonly content: ActedContent;
  readonly onClose: () => void;
}

/** Asks before a step that readers or outlets notice; says what follows and what cannot be undone. */
export function ReleaseDialog({ step, content, onClose }: ReleaseDialogProps): ReactNode {
  const say = useWords(publishingWords);
  const release = useRelease(step, content, onClose);
  const titles = { publish: say('publishTitle', { title: content.title }), schedule: say('scheduleTitle'), correct: say('correctTitle'), retract: say('retractTitle') };
  const hints = { publish: say('publishAsk'), schedule: say('scheduleHint'), correct: say('correctHint'), retract: say('retractHint') };
  const confirms = { publish: say('publish'), schedule: say('schedule'), correct: say('correct'), retract: say('retractConfirm') };
  return (
    <Modal open title={titles[step]} okText={confirms[step]} cancelText={say('cancel')} okButtonProps={{ disabled: !release.isReady, loading: release.isPending, danger: step === 'retract' }} onOk={release.start} onCancel={onClose}>
      <div className={styles.form}>
        <p className={styles.hint}>{hints[step]}</p>
        {step === 'schedule' ? <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" aria-label={say('at')} placeholder={say('at')} value={release.at} onChange={release.setAt} minDate={dayjs().tz(newsroomZone)} /> : null}
        {release.needsNote ? <Input.TextArea autoFocus aria-label={step === 'retract' ? say('retractReason') : say('correctNote')} placeholder={step === 'retract' ? say('retractReason') : say('correctNote')} autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} showCount value={release.note} onChange={(event) => { release.setNote(event.target.value); }} /> : null}
        <ErrorNotice error={release.error} />
      </div>
    </Modal>
  );
}

function useRelease(step: ReleaseStep, { id, editorial }: ActedContent, onClose: () => void) {
  const say = useWords(publishingWords);
  const toast = useToast();
  const [note, setNote] = useState('');
  const [at, setAt] = useState<Dayjs | null>(null);
  const done = (word: 'published' | 'scheduled' | 'corrected' | 'retracted') => ({ onDone: () => { toast.done(say(word)); onClose(); } });
  const publish = useAct(PublishContentDocument, done('published'));
  const schedule = useAct(ScheduleContentDocument, done('scheduled'));
  const correct = useAct(CorrectContentDocument, done('corrected'));
  const retract = useAct(RetractContentDocument, done('retracted'));
  const words = note.trim();
  const needsNote = step === 'correct' || step === 'retract' || (step === 'schedule' && editorial?.publication === 'PUBLISHED');
  const starts: Readonly<Record<ReleaseStep, () => void>> = {
    publish: () => { publish.mutate({ input: { id } }); },
    // The picker's figures are Hangzhou's, wherever the computer stands.
    schedule: () => { schedule.mutate({ input: { id, at: at!.tz(newsroomZone, true).toISOString(), timeZone: newsroomZone, ...(words ? { note: words } : {}) } }); },
    correct: () => { correct.mutate({ input: { id, note: words } }); },
    retract: () => { retract.mutate({ input: { id, reason: words } }); },
  };
  const act = { publish, schedule, correct, retract }[step];
  return { start: starts[step], isPending: act.isPending, error: act.error, needsNote, isReady: (!needsNote || words !== '') && (step !== 'schedule' || at !== null), note, setNote, at, setAt };
}

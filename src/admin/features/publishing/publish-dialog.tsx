import { Checkbox, Input, Modal, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { inNewsroom, NewsroomPicker } from '../../components/newsroom-picker.js';
import { formatRelative, formatTime, newsroomZone } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import type { PublishContentInput } from '../../graphql/generated/schema-types.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import type { ReleaseDialogProps } from './release-dialog.js';
import { ReleaseOutcome } from './release-outcome.js';
import { ProspectList } from './prospect-list.js';
import { PublishContentDocument, ReleaseStartDocument, ScheduleContentDocument, type ReleaseStartQuery } from './publishing.generated.js';
import { publishingWords } from './publishing-words.js';
import styles from './publishing.module.css';
import { asTargets, noTargets, type Targets } from './targets.js';

/** Publishes now or at a time, with an embargo apart from it, to whom rules and choice say; afterwards tells how far the outlets are. */
export function PublishDialog(props: ReleaseDialogProps): ReactNode {
  const say = useWords(publishingWords);
  const { id, title } = props.content;
  const { data, error, refetch } = useRead(ReleaseStartDocument, { id });
  if (data) return <Form {...props} start={data.content.editorial?.schedule ?? undefined} />;
  return <Modal open width={600} title={say('publishTitle', { title })} footer={null} onCancel={props.onClose}>{error ? <ErrorNotice error={error} onRetry={() => { void refetch(); }} /> : <Loading lines={4} />}</Modal>;
}

type Schedule = NonNullable<NonNullable<ReleaseStartQuery['content']['editorial']>['schedule']>;

interface FormProps extends ReleaseDialogProps {
  /** What was set before, when it has a time already. */
  readonly start: Schedule | undefined;
}

function Form({ step, content, onClose, start }: FormProps): ReactNode {
  const say = useWords(publishingWords);
  const form = usePublication({ step, content, onClose, start });
  if (form.publishedVersion !== undefined) return <ReleaseOutcome title={say('published')} contentId={content.id} version={form.publishedVersion} onClose={onClose} />;
  return (
    <Modal
      open width={600} title={say('publishTitle', { title: content.title })} okText={say(form.draft.isTimed ? 'schedule' : 'publish')} cancelText={say('cancel')}
      okButtonProps={{ disabled: !form.isReady, loading: form.isPending }} onOk={form.start} onCancel={onClose}
    >
      <div className={styles.form}>
        {form.mayChoose ? <Segmented aria-label={say('when')} value={form.draft.isTimed ? 'later' : 'now'} options={[{ value: 'now', label: say('now') }, { value: 'later', label: say('later') }]} onChange={(value) => { form.set({ isTimed: value === 'later' }); }} /> : null}
        <p className={styles.hint}>{say(form.draft.isTimed ? 'scheduleHint' : 'publishAsk')}</p>
        {form.draft.isTimed ? <When at={form.draft.at} onChange={(at) => { form.set({ at }); }} /> : null}
        {form.needsNote ? <Input.TextArea aria-label={say('correctNote')} placeholder={say('correctNote')} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount value={form.draft.note} onChange={(event) => { form.set({ note: event.target.value }); }} /> : null}
        <Embargo until={form.draft.embargo} onChange={(embargo) => { form.set({ embargo }); }} />
        <ProspectList contentId={content.id} targets={form.draft.targets} onTargets={(targets) => { form.set({ targets }); }} />
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

/** What is being said about a publication. */
interface Draft {
  readonly isTimed: boolean;
  readonly at: string | undefined;
  /** null: none is wanted; undefined: wanted, and its time is not chosen yet. */
  readonly embargo: string | undefined | null;
  readonly note: string;
  readonly targets: Targets;
}

const draftOf = (step: FormProps['step'], before: Schedule | undefined): Draft =>
  ({ isTimed: step === 'schedule', at: before?.at, embargo: before?.embargoedUntil ?? null, note: before?.note ?? '', targets: before?.targets ?? noTargets });

/** What both ways of publishing send. */
function inputOf(id: string, { embargo, targets }: Draft): PublishContentInput {
  const chosen = asTargets(targets);
  return { id, ...(embargo ? { embargoedUntil: embargo } : {}), ...(chosen ? { targets: chosen } : {}) };
}

function usePublication({ step, content: { id, editorial }, onClose, start: before }: FormProps) {
  const say = useWords(publishingWords);
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(step, before));
  const [publishedVersion, setPublishedVersion] = useState<number>();
  const publish = useAct(PublishContentDocument, { onDone: ({ publishContent: { version } }) => { setPublishedVersion(version ?? 1); } });
  const schedule = useAct(ScheduleContentDocument, { onDone: () => { toast.done(say('scheduled')); onClose(); } });
  const { isTimed, at, embargo } = draft;
  const note = draft.note.trim();
  const can = editorial?.possibleActions ?? [];
  const needsNote = isTimed && editorial?.publication === 'PUBLISHED';
  const start = (): void => {
    if (!isTimed) publish.mutate({ input: inputOf(id, draft) });
    else if (at) schedule.mutate({ input: { ...inputOf(id, draft), at, timeZone: newsroomZone, ...(note ? { note } : {}) } });
  };
  const { isPending, error } = isTimed ? schedule : publish;
  return {
    draft, set: (change: Partial<Draft>) => { setDraft({ ...draft, ...change }); }, start, isPending, error, needsNote, publishedVersion, mayChoose: can.includes('PUBLISH') && can.includes('SCHEDULE'),
    isReady: (!isTimed || at !== undefined) && (!needsNote || note !== '') && embargo !== undefined,
  };
}

import { Button, Checkbox, Input, Modal, Steps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { focusOnceShown } from '../../components/focus-once-shown.js';
import { useAct } from '../../graphql/use-graphql.js';
import { ProspectList } from './prospect-list.js';
import { CorrectContentDocument, RetractContentDocument } from './publishing.generated.js';
import { publishingWords } from './publishing-words.js';
import styles from './publishing.module.css';
import type { ReleaseDialogProps } from './release-dialog.js';
import { ReleaseOutcome } from './release-outcome.js';

const stages = ['why', 'who'] as const;
type Stage = (typeof stages)[number];

/** Corrects or retracts in three steps: why, who will be told and what cannot be undone, and how many have confirmed. */
export function TellDialog({ step, content, onClose }: ReleaseDialogProps): ReactNode {
  const say = useWords(publishingWords);
  const isRetraction = step === 'retract';
  const { version, ...act } = useTelling(content.id, isRetraction);
  const [stage, setStage] = useState<Stage>('why');
  const [note, setNote] = useState('');
  const [isAware, setAware] = useState(false);
  if (version !== undefined) return <ReleaseOutcome title={say(isRetraction ? 'retracted' : 'corrected')} contentId={content.id} version={version} onClose={onClose} />;
  const isReady = note.trim() !== '';
  return (
    <Modal
      open width={600} title={say(isRetraction ? 'retractTitle' : 'correctTitle', { title: content.title })} onCancel={onClose}
      footer={stage === 'why'
        ? <><Button onClick={onClose}>{say('cancel')}</Button><Button type="primary" disabled={!isReady} onClick={() => { setStage('who'); }}>{say('goOn')}</Button></>
        : <><Button onClick={() => { setStage('why'); }}>{say('back')}</Button><Button type="primary" danger={isRetraction} disabled={!isAware} loading={act.isPending} onClick={() => { act.start(note.trim()); }}>{say(isRetraction ? 'retractConfirm' : 'correctConfirm')}</Button></>}
    >
      <div className={styles.form}>
        <Steps size="small" responsive={false} current={stages.indexOf(stage)} items={[{ title: say('stepWhy') }, { title: say('stepWho') }, { title: say('stepDone') }]} />
        {stage === 'why' ? (
          <>
            <p className={styles.hint}>{say(isRetraction ? 'retractHint' : 'correctHint')}</p>
            <Input.TextArea ref={focusOnceShown} aria-label={say(isRetraction ? 'retractReason' : 'correctNote')} placeholder={say(isRetraction ? 'retractReason' : 'correctNote')} autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} showCount value={note} onChange={(event) => { setNote(event.target.value); }} />
          </>
        ) : (
          <>
            <ProspectList contentId={content.id} action={isRetraction ? 'RETRACT' : 'CORRECT'} />
            <div className={styles.warning}>
              <strong>{say('cannotUndo')}</strong>
              <ul>{([1, 2, 3] as const).map((at) => <li key={at}>{say(`${isRetraction ? 'retractLoss' : 'correctLoss'}${at}`)}</li>)}</ul>
              <Checkbox checked={isAware} onChange={(event) => { setAware(event.target.checked); }}>{say('aware')}</Checkbox>
            </div>
            <ErrorNotice error={act.error} />
          </>
        )}
      </div>
    </Modal>
  );
}

interface Telling {
  readonly start: (note: string) => void;
  readonly isPending: boolean;
  readonly error: unknown;
  /** The version that tells it, once it is under way. */
  readonly version: number | undefined;
}

function useTelling(id: string, isRetraction: boolean): Telling {
  const [version, setVersion] = useState<number>();
  const correct = useAct(CorrectContentDocument, { onDone: ({ correctContent: { editorial } }) => { setVersion(editorial?.releasedVersion ?? 1); } });
  const retract = useAct(RetractContentDocument, { onDone: ({ retractContent: { editorial } }) => { setVersion(editorial?.releasedVersion ?? 1); } });
  const { isPending, error } = isRetraction ? retract : correct;
  return { isPending, error, version, start: (note) => { if (isRetraction) retract.mutate({ input: { id, reason: note } }); else correct.mutate({ input: { id, note } }); } };
}

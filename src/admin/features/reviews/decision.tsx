import { Button, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMe, useMay } from '../../app/session/me.js';
import { useUnsaved } from '../../app/use-unsaved.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import type { ChecklistItem } from '../../graphql/generated/schema-types.js';
import { useAct } from '../../graphql/use-graphql.js';
import { openBlocks } from './open-blocks.js';
import { useReviewNames } from './review-names.js';
import { ReturnRevisionDocument, SignRevisionDocument, type ReviewDeskFragment } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';
import styles from './reviews.module.css';

/** Whether the next signature may be this person's, as far as the page can tell: the server also knows who wrote the text. */
export function useMaySign(review: ReviewDeskFragment): boolean {
  const { person, permissions } = useMe();
  const step = review.steps.find(({ level }) => level === review.nextLevel);
  return review.state === 'OPEN' && step !== undefined && permissions.has(step.permission) && review.signatures.every(({ signedBy }) => signedBy !== person.id);
}

export interface DecisionProps {
  readonly review: ReviewDeskFragment;
  readonly onDone: () => void;
}

/** Sign the next level after its checklist, or send the text back with a reason. */
export function Decision({ review, onDone }: DecisionProps): ReactNode {
  const [isReturning, setReturning] = useState(false);
  const cancel = (): void => { setReturning(false); };
  return isReturning ? <ReturnForm review={review} onDone={onDone} onCancel={cancel} /> : <SignForm review={review} onDone={onDone} onReturn={() => { setReturning(true); }} />;
}

function SignForm({ review, onDone, onReturn }: DecisionProps & { readonly onReturn: () => void }): ReactNode {
  const say = useWords(reviewsWords);
  const names = useReviewNames();
  const may = useMay();
  const toast = useToast();
  const step = review.steps.find(({ level }) => level === review.nextLevel)!;
  const [checked, setChecked] = useState<readonly ChecklistItem[]>([]);
  const [opinion, setOpinion] = useState('');
  const sign = useAct(SignRevisionDocument, { onDone: ({ signRevision }) => {
    toast.done(signRevision.state === 'APPROVED' ? say('signedLast') : say('signed', { level: names.level(step.level) }));
    onDone();
  } });
  const blocks = openBlocks(review).length;
  const missing = step.checklist.filter((item) => !checked.includes(item)).length;
  useUnsaved(opinion.trim() !== '' && !sign.isSuccess);
  return (
    <div className={styles.decision}>
      <fieldset className={`${styles.fieldset} ${styles.checks}`}>
        <legend>{say('checklist')}</legend>
        {step.checklist.map((item) => (
          <Checkbox key={item} checked={checked.includes(item)} onChange={(event) => { setChecked(event.target.checked ? [...checked, item] : checked.filter((each) => each !== item)); }}>
            {names.item(item).word} <span className={styles.hint}>{names.item(item).hint}</span>
          </Checkbox>
        ))}
      </fieldset>
      <Input.TextArea aria-label={say('opinion')} placeholder={say('opinion')} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} value={opinion} onChange={(event) => { setOpinion(event.target.value); }} />
      {blocks > 0 ? <div className={`${styles.notice} ${styles.bad}`}>{say('blockedBy', { count: blocks })}</div> : null}
      <ErrorNotice error={sign.error} />
      <div className={styles.buttons}>
        <Button type="primary" disabled={blocks > 0 || missing > 0} loading={sign.isPending} onClick={() => { sign.mutate({ input: { revisionId: review.revisionId, contentHash: review.contentHash, checklist: checked, ...(opinion.trim() ? { opinion: opinion.trim() } : {}) } }); }}>
          {sign.isPending ? say('signing') : say('sign', { level: names.level(step.level) })}
        </Button>
        {may('revision.return') ? <Button onClick={onReturn}>{say('returnIt')}</Button> : null}
      </div>
      {blocks === 0 && missing > 0 ? <p className={styles.hint} role="status">{say('checkAll', { count: missing })}</p> : null}
    </div>
  );
}

function ReturnForm({ review, onDone, onCancel }: DecisionProps & { readonly onCancel: () => void }): ReactNode {
  const say = useWords(reviewsWords);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const back = useAct(ReturnRevisionDocument, { onDone: () => {
    toast.done(say('returnedDone', { name: review.submittedByName }));
    onDone();
  } });
  useUnsaved(reason.trim() !== '' && !back.isSuccess);
  return (
    <div className={styles.decision}>
      <Input.TextArea autoFocus aria-label={say('returnTitle')} placeholder={say('returnHint')} autoSize={{ minRows: 4, maxRows: 12 }} maxLength={1000} showCount value={reason} onChange={(event) => { setReason(event.target.value); }} />
      <ErrorNotice error={back.error} />
      <div className={styles.buttons}>
        <Button type="primary" danger disabled={reason.trim().length < 2} loading={back.isPending} onClick={() => { back.mutate({ input: { revisionId: review.revisionId, reason: reason.trim() } }); }}>{say('confirmReturn')}</Button>
        <Button onClick={onCancel}>{say('cancel')}</Button>
      </div>
    </div>
  );
}

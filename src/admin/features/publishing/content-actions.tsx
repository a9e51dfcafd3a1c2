import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import type { ContentAction } from '../../graphql/generated/schema-types.js';
import { useAct } from '../../graphql/use-graphql.js';
import type { ReleaseStep } from './release-dialog.js';
import { ReleaseProgress } from './release-progress.js';
import { UnscheduleContentDocument } from './publishing.generated.js';
import { publishingWords } from './publishing-words.js';
import { useSubmit } from './use-submit.js';
import styles from './publishing.module.css';

// Its pickers and steps are the heaviest part of the admin; they come when somebody is about to publish.
const ReleaseDialog = lazy(async () => ({ default: (await import('./release-dialog.js')).ReleaseDialog }));

/** What the actions need to know of a content. */
export interface ActedContent {
  readonly id: string;
  readonly title: string;
  readonly editorial?: {
    readonly revision: number;
    readonly possibleActions: readonly ContentAction[];
    readonly releasedVersion?: number | null;
    readonly workflow: string;
    readonly publication: string;
  } | null;
}

const permissionFor: Readonly<Partial<Record<ContentAction, string>>> = {
  SUBMIT: 'content.submit', PUBLISH: 'content.publish', SCHEDULE: 'content.schedule', UNSCHEDULE: 'content.schedule', CORRECT: 'content.correct', RETRACT: 'content.retract',
};

/** The steps of a content's way that this person may take now, and how far the outlets are. */
export function ContentActions({ content }: { readonly content: ActedContent }): ReactNode {
  const say = useWords(publishingWords);
  const may = useMay();
  const toast = useToast();
  const [step, setStep] = useState<ReleaseStep>();
  const { submit, ...submission } = useSubmit(content.id);
  const unschedule = useAct(UnscheduleContentDocument, { onDone: () => { toast.done(say('unscheduled')); } });
  const { id, editorial } = content;
  if (!editorial) return null;
  const can = (action: ContentAction): boolean => editorial.possibleActions.includes(action) && may(permissionFor[action] ?? '');
  if (!editorial.releasedVersion && !step && !(Object.keys(permissionFor) as ContentAction[]).some(can)) return null;
  const isScheduled = editorial.workflow === 'SCHEDULED';
  return (
    <section aria-label={say('next')}>
      <div className={styles.actions}>
        {can('SUBMIT') ? <Button type="primary" loading={submission.isPending} onClick={() => { submit(editorial.revision); }}>{say('submit')}</Button> : null}
        {can('PUBLISH') ? <Button type="primary" onClick={() => { setStep('publish'); }}>{say('publish')}</Button> : null}
        {can('CORRECT') ? <Button type="primary" onClick={() => { setStep('correct'); }}>{say('correct')}</Button> : null}
        {can('SCHEDULE') ? <Button onClick={() => { setStep('schedule'); }}>{isScheduled ? say('reschedule') : say('schedule')}</Button> : null}
        {can('UNSCHEDULE') ? <Button loading={unschedule.isPending} onClick={() => { unschedule.mutate({ id }); }}>{say('unschedule')}</Button> : null}
        {can('RETRACT') ? <Button danger onClick={() => { setStep('retract'); }}>{say('retract')}</Button> : null}
      </div>
      <ErrorNotice error={submission.error ?? unschedule.error} />
      {editorial.releasedVersion ? <ReleaseProgress contentId={id} version={editorial.releasedVersion} /> : null}
      {step ? <Suspense fallback={null}><ReleaseDialog step={step} content={content} onClose={() => { setStep(undefined); }} /></Suspense> : null}
    </section>
  );
}

import { EyeOutlined, HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import { useShortcut } from '../../app/keyboard/use-shortcut.js';
import { useMay, useMe } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { WorkflowBadge } from '../../components/content-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ContentActions } from '../publishing/content-actions.js';
import { useSubmit } from '../publishing/use-submit.js';
import { LatestReview } from '../reviews/latest-review.js';
import { BodyEditor } from './body/body-editor.js';
import { ConflictDialog } from './conflict-dialog.js';
import { countCharacters } from './count-characters.js';
import { EditorContentDocument, EditorWorkingCopyDocument, type EditedContentFragment } from './editor.generated.js';
import { editorWords } from './editor-words.js';
import { fieldId } from './field-id.js';
import { HistoryDrawer } from './history-drawer.js';
import { newerCopy, readLocalCopy, type TypedCopy } from './local-copy.js';
import { PreviewPane } from './preview-pane.js';
import { SavingState } from './saving-state.js';
import { SidePanels } from './side-panels.js';
import { useDesk, type Desk } from './use-desk.js';
import { useHead } from './use-head.js';
import { useLock, type EditLock } from './use-lock.js';
import { Warnings } from './warnings.js';
import styles from './editor.module.css';

/** How often to ask whether somebody else has let go. */
const heldMs = 20_000;

/** Writes one content: title, body and fields, with what the checks find and colleagues say beside it. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  return <Editing key={id} id={id} />;
}

function Editing({ id }: { readonly id: string }): ReactNode {
  const mayWrite = useMay()('content.update');
  const { person } = useMe();
  const [loads, setLoads] = useState(0);
  const { data, error, refetch, isFetchedAfterMount } = useRead(EditorContentDocument, { id }, { isEnabled: mayWrite, everyMs: heldMs });
  // Held here, as the desk is set up anew whenever it is loaded: what was taken stays taken.
  const lock = useLock(id, data?.content.editorial?.lock);
  const kept = useRead(EditorWorkingCopyDocument, { contentId: id }, { isEnabled: mayWrite });
  // Whoever may read but not write looks at it beside the list.
  if (!mayWrite) return <Navigate to={`/contents?open=${encodeURIComponent(id)}`} replace />;
  if (error && !data) return <><PageHeader /><ErrorNotice error={error} onRetry={() => { void refetch(); }} /></>;
  if (!data || !isFetchedAfterMount || !(kept.isFetchedAfterMount || kept.error)) return <><PageHeader /><Panel><Loading lines={12} /></Panel></>;
  const reload = (): void => { void Promise.all([refetch(), kept.refetch()]).then(() => { setLoads((now) => now + 1); }); };
  const there = kept.data?.workingCopy;
  const copy = newerCopy(readLocalCopy(person.id, id), there ? { baseRevision: there.baseRevision, changes: parsed(there.changes), at: there.savedAt } : undefined);
  return <WritingDesk key={`${id}.${loads}`} content={data.content} copy={copy} lock={lock} onReload={reload} />;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

interface WritingDeskProps {
  readonly content: EditedContentFragment;
  readonly copy: TypedCopy | undefined;
  readonly lock: EditLock;
  readonly onReload: () => void;
}

function WritingDesk({ content, copy, lock, onReload }: WritingDeskProps): ReactNode {
  const say = useWords(editorWords);
  const desk = useDesk(content, copy, lock, onReload);
  const { draft, isDirty, isEditable, save } = desk;
  const parts = useHead();
  // The line is back, and what could not be saved is kept.
  const isOver = save.error?.code === 'NETWORK' && desk.autosave.state.kind === 'kept';
  const [isPreviewing, setPreviewing] = useState(false);
  const [isLookingBack, setLookingBack] = useState(false);
  useShortcut('mod+s', { zh: editorWords.zh.save, en: editorWords.en.save }, desk.saveNow);
  return (
    <>
      <div ref={parts.head} className={styles.head}>
        <PageHeader
          title={draft.title || say('title')} documentTitle={draft.title}
          note={<><WorkflowBadge state={content.editorial!.workflow} /> <SavingState state={desk.autosave.state} isDirty={isDirty} revision={desk.base.revision} /> · {say('words', { count: countCharacters(desk.body) })}</>}
          actions={<DeskActions content={content} desk={desk} isPreviewing={isPreviewing} onPreview={() => { setPreviewing(!isPreviewing); }} onHistory={() => { setLookingBack(true); }} />}
        />
        <Warnings content={content} lock={lock} isDirty={isDirty} resumedAt={desk.resumedAt} isOutdated={desk.isOutdated} onDiscard={desk.discard} onReload={onReload} />
        <ErrorNotice error={desk.conflict || isOver ? null : save.error} />
      </div>
      <LatestReview contentId={content.id} workflow={content.editorial!.workflow} />
      <div ref={parts.desk} className={`${styles.desk} ${isPreviewing ? styles.split : ''}`}>
        <div className={styles.left}>
          <Panel>
            <Title title={draft.title} isEditable={isEditable} onChange={(title) => { desk.change({ title }); }} />
            <BodyEditor editor={desk.editor} uploads={desk.uploads} />
          </Panel>
        </div>
        {isPreviewing ? <PreviewPane id={content.id} changes={desk.changes} /> : (
          <div className={styles.side}>
            {isDirty || content.editorial!.revision !== desk.base.revision ? null : <ContentActions content={content} />}
            <SidePanels content={content} desk={desk} />
          </div>
        )}
      </div>
      {desk.conflict ? <ConflictDialog conflict={desk.conflict} onKeepMine={desk.keepMine} onTakeTheirs={desk.discard} onClose={desk.closeConflict} /> : null}
      {isLookingBack ? <HistoryDrawer contentId={content.id} newest={Math.max(content.editorial!.revision, desk.base.revision)} mayRestore={!isDirty && isEditable} onRestored={onReload} onClose={() => { setLookingBack(false); }} /> : null}
    </>
  );
}

interface TitleProps {
  readonly title: string;
  readonly isEditable: boolean;
  readonly onChange: (title: string) => void;
}

/** The title in as many lines as it takes: the box gets its height from the same words behind it. */
function Title({ title, isEditable, onChange }: TitleProps): ReactNode {
  const say = useWords(editorWords);
  return (
    <div className={styles.title} data-words={title || say('titleHint')}>
      <textarea id={fieldId('title')} aria-label={say('title')} placeholder={say('titleHint')} rows={1} readOnly={!isEditable} maxLength={100} value={title} onChange={(event) => { onChange(event.target.value.replace(/\n/g, '')); }} />
    </div>
  );
}

interface DeskActionsProps {
  readonly content: EditedContentFragment;
  readonly desk: Desk;
  readonly isPreviewing: boolean;
  readonly onPreview: () => void;
  readonly onHistory: () => void;
}

function DeskActions({ content, desk, isPreviewing, onPreview, onHistory }: DeskActionsProps): ReactNode {
  const say = useWords(editorWords);
  const may = useMay();
  const { submit, ...submission } = useSubmit(content.id);
  const { isDirty, isEditable, save } = desk;
  const { workflow } = content.editorial!;
  const maySubmit = may('content.submit') && (workflow === 'DRAFT' || workflow === 'RETURNED');
  const saveAndSubmit = (): void => { desk.saveNow(submit); };
  return (
    <>
      <ErrorNotice error={submission.error} />
      <Button icon={<EyeOutlined />} aria-pressed={isPreviewing} onClick={onPreview}>{say(isPreviewing ? 'closePreview' : 'preview')}</Button>
      <Button icon={<HistoryOutlined />} onClick={onHistory}>{say('history')}</Button>
      {isDirty && maySubmit ? <Button disabled={!isEditable} loading={submission.isPending} onClick={saveAndSubmit}>{say('saveAndSubmit')}</Button> : null}
      <Button type="primary" disabled={!isDirty || !isEditable} loading={save.isPending} onClick={() => { desk.saveNow(); }}>{save.isPending ? say('saving') : say('save')}</Button>
    </>
  );
}

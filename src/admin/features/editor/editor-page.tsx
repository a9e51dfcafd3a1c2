import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import { useShortcut } from '../../app/keyboard/use-shortcut.js';
import { useMay, useMe } from '../../app/session/me.js';
import { useUnsaved } from '../../app/use-unsaved.js';
import { useWords } from '../../app/words.js';
import { WorkflowBadge } from '../../components/content-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ContentActions } from '../publishing/content-actions.js';
import { useUploads } from '../media-picker/use-uploads.js';
import { BodyEditor } from './body/body-editor.js';
import { useBodyEditor } from './body/use-body-editor.js';
import { Checks } from './checks.js';
import { ConflictDialog } from './conflict-dialog.js';
import { ContentFields, type Draft } from './content-fields.js';
import { changesBetween, draftOf, kindOf } from './draft-of.js';
import { EditorContentDocument, type EditedContentFragment } from './editor.generated.js';
import { editorWords } from './editor-words.js';
import { useSave } from './use-save.js';
import styles from './editor.module.css';

/** Writes one content: title, body and fields, with what the checks find and the next steps beside it. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const mayWrite = useMay()('content.update');
  const { data, error, refetch } = useRead(EditorContentDocument, { id }, { isEnabled: mayWrite });
  const [loads, setLoads] = useState(0);
  // Whoever may read but not write looks at it beside the list.
  if (!mayWrite) return <Navigate to={`/contents?open=${encodeURIComponent(id)}`} replace />;
  if (!data) return <><PageHeader /><ErrorNotice error={error} onRetry={() => { void refetch(); }} />{error ? null : <Panel><Loading lines={12} /></Panel>}</>;
  const reload = (): void => { void refetch().then(() => { setLoads((now) => now + 1); }); };
  return <Desk key={`${id}.${loads}`} content={data.content} onReload={reload} />;
}

function Desk({ content, onReload }: { readonly content: EditedContentFragment; readonly onReload: () => void }): ReactNode {
  const say = useWords(editorWords);
  const [base, setBase] = useState(() => ({ revision: content.editorial!.revision, draft: draftOf(content) }));
  const [draft, setDraft] = useState<Draft>(base.draft);
  const changes = changesBetween(base.draft, draft);
  const isDirty = Object.keys(changes).length > 0;
  const save = useSave(content.id, (revision) => { setBase({ revision, draft }); });
  const start = (expectedRevision = base.revision): void => { if (isDirty) save.start(expectedRevision, changes); };
  const change = (part: Partial<Draft>): void => { setDraft((now) => ({ ...now, ...part })); };
  const uploads = useUploads();
  const editor = useBodyEditor({ body: base.draft.body, isEditable: true, uploads, onType: () => { change({ body: editor.getJSON() }); } });
  useUnsaved(isDirty);
  useShortcut('mod+s', { zh: editorWords.zh.save, en: editorWords.en.save }, start);
  return (
    <>
      <PageHeader title={draft.title || say('title')} documentTitle={draft.title} note={<><WorkflowBadge state={content.editorial!.workflow} /> <span role="status">{isDirty ? say('unsaved') : say('upToDate', { revision: base.revision })}</span></>} actions={<Button type="primary" disabled={!isDirty} loading={save.isPending} onClick={() => { start(); }}>{save.isPending ? say('saving') : say('save')}</Button>} />
      <Warnings content={content} isDirty={isDirty} />
      <ErrorNotice error={save.conflict ? null : save.error} />
      <div className={styles.desk}>
        <div className={styles.left}>
          <Panel>
            <Input.TextArea aria-label={say('title')} placeholder={say('titleHint')} autoSize maxLength={100} variant="borderless" className={styles.title} value={draft.title} onChange={(event) => { change({ title: event.target.value.replace(/\n/g, '') }); }} />
            <BodyEditor editor={editor} uploads={uploads} />
          </Panel>
        </div>
        <div className={styles.side}>
          {isDirty ? null : <ContentActions content={content} />}
          <Panel title={say('checks')}><Checks id={content.id} /></Panel>
          <Panel title={say('fields')}><ContentFields draft={draft} kind={kindOf(content.id)} onChange={change} /></Panel>
        </div>
      </div>
      {save.conflict ? <ConflictDialog conflict={save.conflict} onKeepMine={(revision) => { start(revision); }} onTakeTheirs={onReload} onClose={save.dismiss} /> : null}
    </>
  );
}

/** What a person should know before they change it. */
function Warnings({ content: { editorial }, isDirty }: { readonly content: EditedContentFragment; readonly isDirty: boolean }): ReactNode {
  const say = useWords(editorWords);
  const { person } = useMe();
  const { lock, workflow } = editorial!;
  const isVoiding = isDirty && (workflow === 'IN_REVIEW' || workflow === 'APPROVED' || workflow === 'SCHEDULED');
  return (
    <>
      {lock && lock.personId !== person.id && new Date(lock.until) > new Date() ? <p className={styles.warning} role="status">{say('lockedBy', { name: lock.name })}</p> : null}
      {isVoiding ? <p className={styles.warning} role="status">{say('voids')}</p> : null}
    </>
  );
}

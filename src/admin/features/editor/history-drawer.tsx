import { Button, Drawer, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { RevisionChanges } from '../../components/revision-changes.js';
import { Time } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import { request } from '../../graphql/request.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { EditorDiffDocument, EditorHistoryDocument, RestoreRevisionDocument } from './editor.generated.js';
import { editorWords } from './editor-words.js';
import compared from './compare.module.css';
import panels from './panels.module.css';

export interface HistoryDrawerProps {
  readonly contentId: string;
  /** The newest revision, as the page has it. */
  readonly newest: number;
  /** False while something typed would be lost, or somebody else is editing. */
  readonly mayRestore: boolean;
  readonly onRestored: () => void;
  readonly onClose: () => void;
}

/** Every revision, the difference between any two, and the way back to an earlier one, which can itself be undone. */
export function HistoryDrawer({ contentId, newest, mayRestore, onRestored, onClose }: HistoryDrawerProps): ReactNode {
  const say = useWords(editorWords);
  const [size, setSize] = useState(50);
  const [chosen, setChosen] = useState<{ readonly from: number; readonly to: number }>({ from: Math.max(1, newest - 1), to: newest });
  const { data, error } = useRead(EditorHistoryDocument, { contentId, first: size }, { keepsLast: true });
  const diff = useRead(EditorDiffDocument, { contentId, ...chosen }, { isEnabled: chosen.from !== chosen.to, keepsLast: true });
  const restore = useRestore(contentId, newest, onRestored);
  const numbers = Array.from({ length: newest }, (_, at) => ({ value: newest - at, label: say('revisionNo', { number: newest - at }) }));
  return (
    <Drawer open size="min(980px, 100vw)" title={say('history')} onClose={onClose}>
      <ErrorNotice error={error ?? restore.error} />
      <div className={compared.history}>
        <div>
          {data ? <ol className={compared.revisions}>{data.revisions.nodes.map(({ id, number, createdByName, createdAt, restoredFrom }) => (
            <li key={id}>
              <button type="button" aria-current={number === chosen.to} onClick={() => { setChosen({ from: Math.max(1, number - 1), to: number }); }}>
                <strong>{say('revisionNo', { number })}</strong> <span>{createdByName}</span> <Time at={createdAt} />{restoredFrom ? <small>{say('restoredFrom', { number: restoredFrom })}</small> : null}
              </button>
              {number === newest ? null : <Button size="small" disabled={!mayRestore} loading={restore.isPending} onClick={() => { restore.start(number); }}>{say('restore')}</Button>}
            </li>
          ))}</ol> : <Loading lines={6} />}
          {data?.revisions.pageInfo.hasNextPage && size < 100 ? <Button size="small" type="link" onClick={() => { setSize(100); }}>{say('older')}</Button> : null}
          {mayRestore ? null : <p className={panels.hint}>{say('restoreLater')}</p>}
        </div>
        <section aria-label={say('compare')}>
          <div className={compared.compare}>
            <Select size="small" aria-label={say('compareFrom')} value={chosen.from} options={numbers} onChange={(from: number) => { setChosen({ ...chosen, from }); }} /> → <Select size="small" aria-label={say('compareTo')} value={chosen.to} options={numbers} onChange={(to: number) => { setChosen({ ...chosen, to }); }} />
          </div>
          <ErrorNotice error={diff.error} />
          {chosen.from === chosen.to ? <p className={panels.hint}>{say(chosen.to === 1 ? 'firstRevision' : 'sameRevision')}</p> : diff.data ? <RevisionChanges diff={diff.data.revisionDiff} /> : diff.error ? null : <Loading lines={8} />}
        </section>
      </div>
    </Drawer>
  );
}

function useRestore(contentId: string, newest: number, onRestored: () => void) {
  const say = useWords(editorWords);
  const toast = useToast();
  const act = useAct(RestoreRevisionDocument, { onDone: ({ restoreRevision }, ) => {
    const made = restoreRevision.editorial!.revision;
    const undo = async (): Promise<void> => {
      await request(RestoreRevisionDocument, { input: { id: contentId, number: newest, expectedRevision: made } });
      onRestored();
    };
    toast.done(say('restored', { revision: made }), { undo });
    onRestored();
  } });
  return { error: act.error, isPending: act.isPending, start: (number: number) => { act.mutate({ input: { id: contentId, number, expectedRevision: newest } }); } };
}

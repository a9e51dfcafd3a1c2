import { Checkbox, Input, Select, TreeSelect } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { useRead } from '../../graphql/use-graphql.js';
import { AssetField } from './asset-field.js';
import { topicTree } from '../../components/topic-tree.js';
import { EditorTopicsDocument } from './editor.generated.js';
import { editorWords } from './editor-words.js';
import { fieldId } from './field-id.js';
import styles from './editor.module.css';

/** What an editor types around the body. Absent fields are empty texts. */
export interface Draft {
  readonly title: string;
  readonly shortTitle: string;
  readonly summary: string;
  readonly author: string;
  readonly source: string;
  readonly place: string;
  readonly isOriginal: boolean;
  readonly importance: number;
  readonly tags: readonly string[];
  readonly topicIds: readonly string[];
  readonly body: object;
  readonly coverId: string;
  /** ISO 8601. */
  readonly occurredAt: string;
  readonly shareTitle: string;
  readonly shareDescription: string;
  readonly problem?: string;
  readonly measure?: string;
  readonly effect?: string;
  readonly isRepeatable?: boolean;
  readonly transcript?: string;
  readonly videoId?: string;
}

export interface ContentFieldsProps {
  readonly draft: Draft;
  readonly kind: string;
  readonly isEditable: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
}

type TextName = 'shortTitle' | 'summary' | 'author' | 'source' | 'place' | 'problem' | 'measure' | 'effect' | 'transcript' | 'shareTitle' | 'shareDescription';

/** The fields beside the body. */
export function ContentFields({ draft, kind, isEditable, onChange }: ContentFieldsProps): ReactNode {
  const say = useWords(editorWords);
  const topics = useRead(EditorTopicsDocument, {}).data?.topics ?? [];
  const line = (name: TextName, max: number): ReactNode => <Field label={say(name)}><Input id={fieldId(name)} aria-label={say(name)} readOnly={!isEditable} maxLength={max} value={draft[name] ?? ''} onChange={(event) => { onChange({ [name]: event.target.value }); }} /></Field>;
  const area = (name: TextName, max: number): ReactNode => <Field label={say(name)}><Input.TextArea id={fieldId(name)} aria-label={say(name)} readOnly={!isEditable} autoSize={{ minRows: 2, maxRows: 12 }} maxLength={max} value={draft[name] ?? ''} onChange={(event) => { onChange({ [name]: event.target.value }); }} /></Field>;
  const day = new Date(draft.occurredAt);
  return (
    <div className={styles.fields}>
      {area('summary', 500)}
      {kind === 'video' ? <Field label={say('film')}><AssetField kind="VIDEO" name="videoId" value={draft.videoId ?? ''} isEditable={isEditable} onChange={(videoId) => { onChange({ videoId }); }} /></Field> : null}
      <Field label={say('cover')}><AssetField kind="IMAGE" name="coverId" value={draft.coverId} isEditable={isEditable} onChange={(coverId) => { onChange({ coverId }); }} /></Field>
      {kind === 'case' ? <>{area('problem', 2000)}{area('measure', 4000)}{area('effect', 2000)}<Checkbox disabled={!isEditable} checked={draft.isRepeatable ?? false} onChange={(event) => { onChange({ isRepeatable: event.target.checked }); }}>{say('isRepeatable')}</Checkbox></> : null}
      {kind === 'video' ? area('transcript', 40_000) : null}
      {line('shortTitle', 32)}{line('author', 60)}{line('source', 100)}
      <Checkbox disabled={!isEditable} checked={draft.isOriginal} onChange={(event) => { onChange({ isOriginal: event.target.checked }); }}>{say('isOriginal')}</Checkbox>
      {line('place', 60)}
      <Field label={say('occurredAt')}><Input id={fieldId('occurredAt')} type="date" aria-label={say('occurredAt')} readOnly={!isEditable} value={draft.occurredAt ? new Date(day.getTime() + hangzhouMs).toISOString().slice(0, 10) : ''} onChange={(event) => { onChange({ occurredAt: event.target.value ? new Date(`${event.target.value}T00:00:00+08:00`).toISOString() : '' }); }} /></Field>
      <Field label={say('importance')}><Select disabled={!isEditable} aria-label={say('importance')} value={draft.importance} options={[1, 2, 3, 4, 5].map((value) => ({ value, label: say(`importance${value as 1 | 2 | 3 | 4 | 5}`) }))} onChange={(importance: number) => { onChange({ importance }); }} /></Field>
      <Field label={say('topics')}><TreeSelect multiple treeDefaultExpandAll allowClear disabled={!isEditable} aria-label={say('topics')} value={[...draft.topicIds]} treeData={topicTree(topics, draft.topicIds)} onChange={(topicIds: string[]) => { onChange({ topicIds }); }} /></Field>
      <Field label={say('tags')}><Select mode="tags" disabled={!isEditable} aria-label={say('tags')} tokenSeparators={[',', '，', ' ']} value={[...draft.tags]} onChange={(tags: string[]) => { onChange({ tags }); }} /></Field>
      {line('shareTitle', 64)}{area('shareDescription', 200)}
    </div>
  );
}

/** Days are Hangzhou's, wherever the computer stands. */
const hangzhouMs = 8 * 3_600_000;

const Field = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode => <div className={styles.field}><span className={styles.label} aria-hidden="true">{label}</span>{children}</div>;

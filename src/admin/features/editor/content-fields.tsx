import { Checkbox, Input, InputNumber, Select, TreeSelect } from 'antd';
import type { ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { UnitNamesDocument } from '../../components/choices.generated.js';
import { fieldWords } from '../../components/field-words.js';
import { topicTree } from '../../components/topic-tree.js';
import { useRead } from '../../graphql/use-graphql.js';
import { AssetField } from './asset-field.js';
import { AttachmentsField } from './attachments-field.js';
import type { Draft } from './draft.js';
import { EditorTopicsDocument } from './editor.generated.js';
import { fieldId } from './field-id.js';
import { FiguresField } from './figures-field.js';
import { RelatedField } from './related-field.js';
import styles from './panels.module.css';

export interface ContentFieldsProps {
  readonly id: string;
  readonly draft: Draft;
  readonly kind: string;
  readonly isEditable: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
}

type TextName = 'shortTitle' | 'summary' | 'author' | 'source' | 'place' | 'problem' | 'measure' | 'effect' | 'transcript' | 'shareTitle' | 'shareDescription';

/** The fields beside the body. */
export function ContentFields(props: ContentFieldsProps): ReactNode {
  const { id, draft, kind, isEditable, onChange } = props;
  const say = useWords(fieldWords);
  const { line, area } = useTextFields(props);
  const day = new Date(draft.occurredAt);
  return (
    <div className={styles.fields}>
      {area('summary', 500)}
      {kind === 'video' ? <FilmFields {...props} /> : null}
      <Field label={say('coverId')}><AssetField kind="IMAGE" name="coverId" value={draft.coverId} isEditable={isEditable} onChange={(coverId) => { onChange({ coverId }); }} /></Field>
      {kind === 'case' ? <CaseFields {...props} /> : null}
      {kind === 'video' ? area('transcript', 40_000) : null}
      {line('shortTitle', 32)}{line('author', 60)}{line('source', 100)}
      <Checkbox disabled={!isEditable} checked={draft.isOriginal} onChange={(event) => { onChange({ isOriginal: event.target.checked }); }}>{say('isOriginal')}</Checkbox>
      <UnitField {...props} />
      {line('place', 60)}
      <Field label={say('occurredAt')}><Input id={fieldId('occurredAt')} type="date" aria-label={say('occurredAt')} readOnly={!isEditable} value={draft.occurredAt ? new Date(day.getTime() + hangzhouMs).toISOString().slice(0, 10) : ''} onChange={(event) => { onChange({ occurredAt: event.target.value ? new Date(`${event.target.value}T00:00:00+08:00`).toISOString() : '' }); }} /></Field>
      <Field label={say('importance')}><Select disabled={!isEditable} aria-label={say('importance')} value={draft.importance} options={[1, 2, 3, 4, 5].map((value) => ({ value, label: say(`importance${value as 1 | 2 | 3 | 4 | 5}`) }))} onChange={(importance: number) => { onChange({ importance }); }} /></Field>
      <TopicsField {...props} />
      <Field label={say('tags')}><Select mode="tags" disabled={!isEditable} aria-label={say('tags')} tokenSeparators={[',', '，', ' ']} value={[...draft.tags]} onChange={(tags: string[]) => { onChange({ tags }); }} /></Field>
      <Field label={say('attachmentIds')}><AttachmentsField ids={draft.attachmentIds} isEditable={isEditable} onChange={(attachmentIds) => { onChange({ attachmentIds }); }} /></Field>
      <Field label={say('relatedIds')}><RelatedField id={id} ids={draft.relatedIds} isEditable={isEditable} onChange={(relatedIds) => { onChange({ relatedIds }); }} /></Field>
      {line('shareTitle', 64)}{area('shareDescription', 200)}
      <Field label={say('shareImageId')}><AssetField kind="IMAGE" name="shareImageId" value={draft.shareImageId} isEditable={isEditable} onChange={(shareImageId) => { onChange({ shareImageId }); }} /></Field>
    </div>
  );
}

/** Fields of text: of one line, and of several. */
function useTextFields({ draft, isEditable, onChange }: ContentFieldsProps): { line(name: TextName, max: number): ReactNode; area(name: TextName, max: number): ReactNode } {
  const say = useWords(fieldWords);
  const common = (name: TextName, max: number) => ({ id: fieldId(name), 'aria-label': say(name), readOnly: !isEditable, maxLength: max, value: draft[name] ?? '' });
  return {
    line: (name, max) => <Field label={say(name)}><Input {...common(name, max)} onChange={(event) => { onChange({ [name]: event.target.value }); }} /></Field>,
    area: (name, max) => <Field label={say(name)}><Input.TextArea {...common(name, max)} autoSize={{ minRows: 2, maxRows: 12 }} onChange={(event) => { onChange({ [name]: event.target.value }); }} /></Field>,
  };
}

function CaseFields(props: ContentFieldsProps): ReactNode {
  const { draft, isEditable, onChange } = props;
  const say = useWords(fieldWords);
  const { area } = useTextFields(props);
  return (
    <>
      {area('problem', 2000)}{area('measure', 4000)}{area('effect', 2000)}
      <Field label={say('figures')}><FiguresField figures={draft.figures ?? []} isEditable={isEditable} onChange={(figures) => { onChange({ figures }); }} /></Field>
      <Checkbox disabled={!isEditable} checked={draft.isRepeatable ?? false} onChange={(event) => { onChange({ isRepeatable: event.target.checked }); }}>{say('isRepeatable')}</Checkbox>
    </>
  );
}

function FilmFields({ draft, isEditable, onChange }: ContentFieldsProps): ReactNode {
  const say = useWords(fieldWords);
  return (
    <>
      <Field label={say('videoId')}><AssetField kind="VIDEO" name="videoId" value={draft.videoId ?? ''} isEditable={isEditable} onChange={(videoId) => { onChange({ videoId }); }} /></Field>
      <Field label={say('durationSeconds')}><InputNumber id={fieldId('durationSeconds')} aria-label={say('durationSeconds')} readOnly={!isEditable} min={1} max={36_000} precision={0} value={draft.durationSeconds === '' ? null : draft.durationSeconds ?? null} onChange={(seconds) => { onChange({ durationSeconds: seconds ?? '' }); }} /></Field>
    </>
  );
}

/** Another unit's is only for who may edit everybody's. */
function UnitField({ draft, isEditable, onChange }: ContentFieldsProps): ReactNode {
  const say = useWords(fieldWords);
  const may = useMay();
  const { data, error, refetch } = useRead(UnitNamesDocument, {});
  const options = (data?.units.nodes ?? []).filter(({ id, isActive }) => isActive || id === draft.unitId).map(({ id, name, shortName }) => ({ value: id, label: name, search: `${name}${shortName}` }));
  return (
    <Field label={say('unitId')}>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Select id={fieldId('unitId')} showSearch={{ optionFilterProp: 'search' }} disabled={!isEditable || !may('content.updateAny')} aria-label={say('unitId')} loading={!data && !error} value={data ? draft.unitId : undefined} options={options} onChange={(unitId: string) => { onChange({ unitId }); }} />
    </Field>
  );
}

function TopicsField({ draft, isEditable, onChange }: ContentFieldsProps): ReactNode {
  const say = useWords(fieldWords);
  const { data, error, refetch } = useRead(EditorTopicsDocument, {});
  return (
    <Field label={say('topicIds')}>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <TreeSelect multiple treeDefaultExpandAll allowClear disabled={!isEditable} aria-label={say('topicIds')} value={[...draft.topicIds]} treeData={topicTree(data?.topics ?? [])} onChange={(topicIds: string[]) => { onChange({ topicIds }); }} />
    </Field>
  );
}

/** Days are Hangzhou's, wherever the computer stands. */
const hangzhouMs = 8 * 3_600_000;

const Field = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode => <div className={styles.field}><span className={styles.label} aria-hidden="true">{label}</span>{children}</div>;

import { Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { fieldWords } from '../../components/field-words.js';
import { useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import type { IdsFieldProps } from './attachments-field.js';
import { EditorFindRelatedDocument, EditorRelatedDocument } from './editor.generated.js';
import { editorWords } from './editor-words.js';
import { fieldId } from './field-id.js';
import { LineActs, moved, without } from './line-acts.js';
import styles from './panels.module.css';

const most = 30;

/** 相关内容: other contents that readers of this one are led to. */
export function RelatedField({ id, ids, isEditable, onChange }: IdsFieldProps & { readonly id: string }): ReactNode {
  const words = useWords(fieldWords);
  return (
    <div className={styles.lines} id={fieldId('relatedIds')} role="group" aria-label={words('relatedIds')}>
      {ids.map((each, at) => <Related key={each} id={each} isEditable={isEditable} isFirst={at === 0} onUp={() => { onChange(moved(ids, at)); }} onRemove={() => { onChange(without(ids, at)); }} />)}
      {isEditable && ids.length < most ? <Finder without={[id, ...ids]} onPick={(picked) => { onChange([...ids, picked]); }} /> : null}
    </div>
  );
}

interface RelatedProps {
  readonly id: string;
  readonly isEditable: boolean;
  readonly isFirst: boolean;
  readonly onUp: () => void;
  readonly onRemove: () => void;
}

function Related({ id, isEditable, ...acts }: RelatedProps): ReactNode {
  const say = useWords(editorWords);
  const { data, error } = useRead(EditorRelatedDocument, { id });
  const name = data?.content.title ?? (error ? say('unreadable') : '…');
  return (
    <div className={styles.line}>
      <span>{data ? <Link to={addressOfContent(id)} target="_blank">{name}</Link> : name}</span>
      {isEditable ? <LineActs name={name} {...acts} /> : null}
    </div>
  );
}

/** Finds a content by its words, newest first. */
function Finder({ without: taken, onPick }: { readonly without: readonly string[]; readonly onPick: (id: string) => void }): ReactNode {
  const say = useWords(editorWords);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const asked = useDeferredValue(text.trim());
  const { data, error, isFetching, refetch } = useRead(EditorFindRelatedDocument, { text: asked || null }, { isEnabled: isOpen, keepsLast: true });
  const options = (data?.contents.nodes ?? []).filter(({ id }) => !taken.includes(id)).map(({ id, title, unit }) => ({ value: id, label: <>{title} <small className={styles.hint}>{unit?.shortName}</small></> }));
  return (
    <>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Select<string | null>
        aria-label={say('addRelated')} placeholder={say('addRelated')} value={null} loading={isFetching} options={options} showSearch={{ searchValue: text, filterOption: false, onSearch: setText }}
        notFoundContent={data ? say('noneFound') : null} onOpenChange={setOpen} onSelect={(id) => { if (id) onPick(id); setText(''); }}
      />
    </>
  );
}

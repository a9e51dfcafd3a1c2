import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { fieldWords } from '../../components/field-words.js';
import { useRead } from '../../graphql/use-graphql.js';
import { sizeOf } from '../media/media-format.js';
import { MediaPicker } from '../media-picker/media-picker.js';
import { PickerAssetDocument } from '../media-picker/media-picker.generated.js';
import { editorWords } from './editor-words.js';
import { fieldId } from './field-id.js';
import { LineActs, moved, without } from './line-acts.js';
import styles from './panels.module.css';

const most = 30;

export interface IdsFieldProps {
  readonly ids: readonly string[];
  readonly isEditable: boolean;
  readonly onChange: (ids: readonly string[]) => void;
}

/** 附件: files of the library that readers can load down. */
export function AttachmentsField({ ids, isEditable, onChange }: IdsFieldProps): ReactNode {
  const say = useWords(editorWords);
  const words = useWords(fieldWords);
  const [isChoosing, setChoosing] = useState(false);
  const add = (id: string): void => {
    if (!ids.includes(id)) onChange([...ids, id]);
    setChoosing(false);
  };
  return (
    <div className={styles.lines} id={fieldId('attachmentIds')} role="group" aria-label={words('attachmentIds')}>
      {ids.map((id, at) => <Attachment key={id} id={id} isEditable={isEditable} isFirst={at === 0} onUp={() => { onChange(moved(ids, at)); }} onRemove={() => { onChange(without(ids, at)); }} />)}
      {isEditable && ids.length < most ? <div><Button size="small" icon={<PaperClipOutlined />} onClick={() => { setChoosing(true); }}>{say('addAttachment')}</Button></div> : null}
      {isChoosing ? <MediaPicker kind="FILE" onPick={({ id }) => { add(id); }} onClose={() => { setChoosing(false); }} /> : null}
    </div>
  );
}

interface AttachmentProps {
  readonly id: string;
  readonly isEditable: boolean;
  readonly isFirst: boolean;
  readonly onUp: () => void;
  readonly onRemove: () => void;
}

function Attachment({ id, isEditable, ...acts }: AttachmentProps): ReactNode {
  const say = useWords(editorWords);
  const { data, error } = useRead(PickerAssetDocument, { id });
  const asset = data?.asset;
  const name = asset?.filename ?? say(data ?? error ? 'missing' : 'loadingAsset');
  return (
    <div className={styles.line}>
      <span>{asset ? <a href={asset.url} target="_blank" rel="noreferrer">{name}</a> : name} {asset ? <small className={styles.hint}>{sizeOf(asset.bytes)}</small> : null}</span>
      {isEditable ? <LineActs name={name} {...acts} /> : null}
    </div>
  );
}

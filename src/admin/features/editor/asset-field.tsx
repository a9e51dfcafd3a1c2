import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { useRead } from '../../graphql/use-graphql.js';
import { FocalPoint } from '../media-picker/focal-point.js';
import { MediaPicker } from '../media-picker/media-picker.js';
import { PickerAssetDocument, type PickedAssetFragment } from '../media-picker/media-picker.generated.js';
import { editorWords } from './editor-words.js';
import { fieldId } from './field-id.js';
import styles from './panels.module.css';

export interface AssetFieldProps {
  readonly kind: 'IMAGE' | 'VIDEO';
  readonly name: string;
  /** An asset's id, or empty. */
  readonly value: string;
  readonly isEditable: boolean;
  readonly onChange: (id: string) => void;
}

/** A field that holds one picture or film of the library. */
export function AssetField({ kind, name, value, isEditable, onChange }: AssetFieldProps): ReactNode {
  const [open, setOpen] = useState<'picker' | 'focus'>();
  const { data } = useRead(PickerAssetDocument, { id: value }, { isEnabled: value !== '', isAside: true });
  const asset = value ? data?.asset ?? undefined : undefined;
  const close = (): void => { setOpen(undefined); };
  return (
    <div className={styles.assetField} id={fieldId(name)}>
      <Shown asset={asset} />
      {isEditable ? <Acts kind={kind} asset={asset} isSet={value !== ''} onOpen={setOpen} onEmpty={() => { onChange(''); }} /> : null}
      {open === 'picker' ? <MediaPicker kind={kind} onClose={close} onPick={({ id }) => { onChange(id); close(); }} /> : null}
      {open === 'focus' && asset ? <FocusDialog asset={asset} onClose={close} /> : null}
    </div>
  );
}

function Shown({ asset }: { readonly asset: PickedAssetFragment | undefined }): ReactNode {
  const picture = asset?.small?.url ?? asset?.video?.posters[0]?.url;
  if (!asset) return null;
  return picture ? <img src={picture} alt={asset.alt} /> : <span className={styles.hint}>{asset.filename}</span>;
}

interface ActsProps {
  readonly kind: 'IMAGE' | 'VIDEO';
  readonly asset: PickedAssetFragment | undefined;
  readonly isSet: boolean;
  readonly onOpen: (what: 'picker' | 'focus') => void;
  readonly onEmpty: () => void;
}

function Acts({ kind, asset, isSet, onOpen, onEmpty }: ActsProps): ReactNode {
  const say = useWords(editorWords);
  const choose = kind === 'IMAGE' ? 'choosePicture' : 'chooseFilm';
  return (
    <div className={styles.figureActs}>
      <Button size="small" onClick={() => { onOpen('picker'); }}>{say(isSet ? 'replace' : choose)}</Button>
      {asset && kind === 'IMAGE' ? <Button size="small" onClick={() => { onOpen('focus'); }}>{say('focus')}</Button> : null}
      {isSet ? <Button size="small" onClick={onEmpty}>{say('remove')}</Button> : null}
    </div>
  );
}

function FocusDialog({ asset, onClose }: { readonly asset: PickedAssetFragment; readonly onClose: () => void }): ReactNode {
  const say = useWords(editorWords);
  return <Modal open width={760} title={say('focus')} footer={null} onCancel={onClose}><FocalPoint asset={asset} /></Modal>;
}

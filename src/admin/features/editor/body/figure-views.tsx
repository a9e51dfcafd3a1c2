import { AimOutlined, DeleteOutlined, SwapOutlined } from '@ant-design/icons';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../../app/words.js';
import { focusOnceShown } from '../../../components/focus-once-shown.js';
import { useRead } from '../../../graphql/use-graphql.js';
import { FocalPoint } from '../../media-picker/focal-point.js';
import { MediaPicker } from '../../media-picker/media-picker.js';
import { PickerAssetDocument, type PickedAssetFragment } from '../../media-picker/media-picker.generated.js';
import { editorWords } from '../editor-words.js';
import bodyStyles from './body.module.css';
import panels from '../panels.module.css';

interface WordsProps extends Pick<ReactNodeViewProps, 'node' | 'updateAttributes' | 'editor'> {
  readonly name: string;
  readonly label: string;
  readonly max: number;
  /** What readers get while nothing is written. */
  readonly otherwise?: string | null | undefined;
}

const Words = ({ node, updateAttributes, editor, name, label, max, otherwise }: WordsProps): ReactNode =>
  <Input size="small" aria-label={label} placeholder={otherwise ? `${label}：${otherwise}` : label} maxLength={max} readOnly={!editor.isEditable} value={String(node.attrs[name] ?? '')} onChange={(event) => { updateAttributes({ [name]: event.target.value }); }} />;

function useAsset(id: string): PickedAssetFragment | null | undefined {
  const { data } = useRead(PickerAssetDocument, { id }, { isEnabled: id !== '', isAside: true });
  return data?.asset;
}

/** A picture with its words; its focal point is set on it. */
export function PictureView(view: ReactNodeViewProps): ReactNode {
  const say = useWords(editorWords);
  const { node, editor, updateAttributes, deleteNode, selected } = view;
  const asset = useAsset(String(node.attrs.assetId));
  const [open, setOpen] = useState<'focus' | 'picker'>();
  const close = (): void => { setOpen(undefined); };
  return (
    <NodeViewWrapper className={`${bodyStyles.figure} ${selected ? bodyStyles.selected : ''}`} data-drag-handle="">
      {asset ? <img src={asset.url} alt={String(node.attrs.alt) || asset.alt} {...(asset.width && asset.height ? { width: asset.width, height: asset.height } : {})} /> : <p className={panels.hint}>{say(asset === null ? 'missing' : 'loadingAsset')}</p>}
      <div className={bodyStyles.figureWords} contentEditable={false}>
        <Words {...view} name="caption" label={say('caption')} max={500} />
        <Words {...view} name="alt" label={say('alt')} max={500} otherwise={asset?.alt} />
        <Words {...view} name="credit" label={say('credit')} max={100} otherwise={asset?.credit} />
      </div>
      {editor.isEditable ? (
        <div className={panels.figureActs} contentEditable={false}>
          {asset ? <Button size="small" icon={<AimOutlined />} onClick={() => { setOpen('focus'); }}>{say('focus')}</Button> : null}
          <Button size="small" icon={<SwapOutlined />} onClick={() => { setOpen('picker'); }}>{say('replace')}</Button>
          <Button size="small" icon={<DeleteOutlined />} onClick={deleteNode}>{say('remove')}</Button>
        </div>
      ) : null}
      {open === 'focus' && asset ? <Modal open width={760} title={say('focus')} footer={null} onCancel={close}><FocalPoint asset={asset} /></Modal> : null}
      {open === 'picker' ? <MediaPicker kind="IMAGE" onClose={close} onPick={(picked) => { updateAttributes({ assetId: picked.id, alt: picked.alt, credit: picked.credit ?? '' }); close(); }} /> : null}
    </NodeViewWrapper>
  );
}

/** A film with its caption. */
export function FilmView(view: ReactNodeViewProps): ReactNode {
  const say = useWords(editorWords);
  const asset = useAsset(String(view.node.attrs.assetId));
  return (
    <NodeViewWrapper className={`${bodyStyles.figure} ${view.selected ? bodyStyles.selected : ''}`} data-drag-handle="">
      {asset ? <video src={asset.url} controls preload="none" {...(asset.video?.posters[0] ? { poster: asset.video.posters[0].url } : {})} /> : <p className={panels.hint}>{say(asset === null ? 'missing' : 'loadingAsset')}</p>}
      <div className={bodyStyles.figureWords} contentEditable={false}><Words {...view} name="caption" label={say('caption')} max={500} /></div>
      {view.editor.isEditable ? <div className={panels.figureActs} contentEditable={false}><Button size="small" icon={<DeleteOutlined />} onClick={view.deleteNode}>{say('remove')}</Button></div> : null}
    </NodeViewWrapper>
  );
}

/** A note in the text: a sign that shows what it says, in a dialog where it can be changed. */
export function FootnoteView({ node, updateAttributes, deleteNode, editor }: ReactNodeViewProps): ReactNode {
  const say = useWords(editorWords);
  const [isOpen, setOpen] = useState(false);
  const text = String(node.attrs.text);
  const close = (): void => { setOpen(false); };
  return (
    <NodeViewWrapper as="span" className={bodyStyles.noteSign}>
      <button type="button" aria-label={`${say('footnote')}：${text}`} title={text} onClick={() => { setOpen(true); }}>{say('noteSign')}</button>
      {isOpen ? <NoteDialog text={text} isEditable={editor.isEditable} onChange={(words) => { updateAttributes({ text: words }); close(); }} onRemove={deleteNode} onClose={close} /> : null}
    </NodeViewWrapper>
  );
}

interface NoteDialogProps {
  readonly text: string;
  readonly isEditable: boolean;
  readonly onChange: (text: string) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

function NoteDialog({ text, isEditable, onChange, onRemove, onClose }: NoteDialogProps): ReactNode {
  const say = useWords(editorWords);
  const [words, setWords] = useState(text);
  const acts = [
    <Button key="remove" danger onClick={onRemove}>{say('remove')}</Button>, <Button key="cancel" onClick={onClose}>{say('cancel')}</Button>,
    <Button key="ok" type="primary" disabled={words.trim() === ''} onClick={() => { onChange(words.trim()); }}>{say('ok')}</Button>,
  ];
  return (
    <Modal open title={say('footnote')} onCancel={onClose} footer={isEditable ? acts : null}>
      <Input.TextArea ref={focusOnceShown} aria-label={say('footnoteText')} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} readOnly={!isEditable} value={words} onChange={(event) => { setWords(event.target.value); }} />
    </Modal>
  );
}

import { Button, Input, Modal } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import { UploadList } from '../media-picker/upload-list.js';
import { useUploads } from '../media-picker/use-uploads.js';
import type { DetailedAsset } from './asset-drawer.js';
import { ReplaceMediaAssetDocument } from './media.generated.js';
import { mediaWords } from './media-words.js';
import styles from './media.module.css';

const accepts = { IMAGE: 'image/*', VIDEO: 'video/*', FILE: '' } as const;

/** Gives an asset another file under its own id: whatever uses it shows the new one. */
export function ReplaceDialog({ asset, onClose }: { readonly asset: DetailedAsset; readonly onClose: () => void }): ReactNode {
  const say = useWords(mediaWords);
  const toast = useToast();
  const uploads = useUploads();
  const chooser = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('');
  const replace = useAct(ReplaceMediaAssetDocument, { onDone: () => { toast.done(say('replaced')); onClose(); } });
  const send = async (file: File | undefined): Promise<void> => {
    const by = file && await uploads.add(file);
    if (by) replace.mutate({ input: { id: asset.id, byAssetId: by.id, ...(note.trim() ? { note: note.trim() } : {}) } });
  };
  return (
    <Modal open title={say('replaceTitle')} onCancel={onClose} footer={<Button onClick={onClose}>{say('cancel')}</Button>}>
      <div className={styles.form}>
        <p className={styles.quiet}>{say('replaceWhy')}</p>
        <Input.TextArea aria-label={say('replaceNote')} placeholder={say('replaceNote')} autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} value={note} onChange={(event) => { setNote(event.target.value); }} />
        <div><Button type="primary" loading={replace.isPending || uploads.shown.some(({ problem }) => !problem)} onClick={() => { chooser.current?.click(); }}>{say('replaceChoose')}</Button></div>
        <input ref={chooser} type="file" hidden accept={accepts[asset.kind]} onChange={(event) => { void send(event.target.files?.[0]); event.target.value = ''; }} />
        <UploadList uploads={uploads} />
        <ErrorNotice error={replace.error} />
      </div>
    </Modal>
  );
}

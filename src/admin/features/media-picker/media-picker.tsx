import { UploadOutlined, VideoCameraOutlined, FileOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useDeferredValue, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { focusOnceShown } from '../../components/focus-once-shown.js';
import { Loading } from '../../components/loading.js';
import type { AssetKind } from '../../graphql/generated/schema-types.js';
import { useRead } from '../../graphql/use-graphql.js';
import { PickerAssetsDocument, type PickedAssetFragment } from './media-picker.generated.js';
import { mediaPickerWords } from './media-picker-words.js';
import { UploadList } from './upload-list.js';
import { useUploads } from './use-uploads.js';
import styles from './media-picker.module.css';

export interface MediaPickerProps {
  readonly kind: AssetKind;
  readonly onPick: (asset: PickedAssetFragment) => void;
  readonly onClose: () => void;
}

const accepts: Readonly<Record<AssetKind, string>> = { IMAGE: 'image/*', VIDEO: 'video/*', FILE: '' };
const titles = { IMAGE: 'pickImage', VIDEO: 'pickVideo', FILE: 'pickFile' } as const;
const pageSize = 24;

/** Chooses one asset: from the library, or by uploading it now. */
export function MediaPicker({ kind, onPick, onClose }: MediaPickerProps): ReactNode {
  const say = useWords(mediaPickerWords);
  const may = useMay();
  const uploads = useUploads();
  const chooser = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const send = (files: Iterable<File>): void => { for (const file of files) void uploads.add(file).then((asset) => { if (asset?.kind === kind) onPick(asset); }); };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (may('asset.create')) send(event.dataTransfer.files);
  };
  return (
    <Modal open width={860} title={say(titles[kind])} footer={null} onCancel={onClose} destroyOnHidden>
      <div className={styles.picker} onDragOver={(event) => { event.preventDefault(); }} onDrop={drop}>
        <div className={styles.bar}>
          <Input.Search allowClear ref={focusOnceShown} aria-label={say('search')} placeholder={say('search')} maxLength={100} onChange={(event) => { setText(event.target.value.trim()); }} />
          {may('asset.create') ? <Button icon={<UploadOutlined />} onClick={() => { chooser.current?.click(); }}>{say('upload')}</Button> : null}
          <input ref={chooser} type="file" hidden multiple accept={accepts[kind]} data-testid="media-file" onChange={(event) => { send([...event.target.files ?? []]); event.target.value = ''; }} />
        </div>
        <UploadList uploads={uploads} />
        <Library kind={kind} text={text} onPick={onPick} />
        {may('asset.create') ? <p className={styles.hint}>{say('dropHere')}</p> : null}
      </div>
    </Modal>
  );
}

function Library({ kind, text, onPick }: { readonly kind: AssetKind; readonly text: string; readonly onPick: (asset: PickedAssetFragment) => void }): ReactNode {
  const say = useWords(mediaPickerWords);
  const [pages, setPages] = useState(1);
  const { data, error, refetch } = useRead(PickerAssetsDocument, { filter: { kinds: [kind], ...(useDeferredValue(text) ? { text } : {}) }, first: pageSize * pages }, { keepsLast: true });
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => { void refetch(); }} /> : <Loading lines={6} />;
  const { nodes, totalCount, pageInfo } = data.assets;
  if (nodes.length === 0) return <EmptyState title={say(text ? 'nothingFound' : 'nothing')} />;
  return (
    <>
      <ul className={styles.grid}>
        {nodes.map((asset) => (
          <li key={asset.id}>
            <button type="button" className={styles.tile} onClick={() => { onPick(asset); }}><Thumb asset={asset} /><span className={styles.caption}>{asset.alt || asset.filename}</span></button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{say('total', { count: totalCount ?? nodes.length })} {pageInfo.hasNextPage ? <Button size="small" type="link" onClick={() => { setPages(Math.min(pages + 1, 4)); }}>{say('more')}</Button> : null}</p>
    </>
  );
}

/** A small picture of an asset: the picture, the poster of a film, or a sign. */
function Thumb({ asset }: { readonly asset: PickedAssetFragment }): ReactNode {
  const poster = asset.small?.url ?? asset.video?.posters[0]?.url;
  if (poster) return <img className={styles.thumb} src={poster} alt="" loading="lazy" />;
  return <span className={`${styles.thumb} ${styles.sign}`}>{asset.kind === 'VIDEO' ? <VideoCameraOutlined /> : <FileOutlined />}</span>;
}

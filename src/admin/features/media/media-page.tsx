import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Pager } from '../../components/pager.js';
import { Panel } from '../../components/panel.js';
import { useCursor } from '../../components/use-cursor.js';
import { useInAddress } from '../../components/use-in-address.js';
import { useRead } from '../../graphql/use-graphql.js';
import { UploadList } from '../media-picker/upload-list.js';
import { useUploads, type Uploads } from '../media-picker/use-uploads.js';
import { AssetDrawer } from './asset-drawer.js';
import { BulkEdit } from './bulk-edit.js';
import { filterOf, MediaFilters } from './media-filters.js';
import { MediaLibraryDocument } from './media.generated.js';
import { MediaGrid } from './media-grid.js';
import { mediaWords } from './media-words.js';
import styles from './media.module.css';

/** The media library: what is found, what is on its way in, and the details of one. Files may be dropped anywhere on it. */
export function Component(): ReactNode {
  const say = useWords(mediaWords);
  const may = useMay();
  const client = useQueryClient();
  const uploads = useUploads();
  const [isOver, setOver] = useState(false);
  const send = (files: Iterable<File>): void => { for (const file of files) void uploads.add(file).then(() => client.invalidateQueries({ queryKey: ['MediaLibrary'] })); };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (may('asset.create')) send(event.dataTransfer.files);
  };
  return (
    <div onDragOver={(event) => { event.preventDefault(); setOver(may('asset.create')); }} onDragLeave={(event) => { if (event.currentTarget === event.target) setOver(false); }} onDrop={drop}>
      <PageHeader actions={may('asset.create') ? <UploadButton onFiles={send} /> : null} />
      {isOver ? <p className={styles.drop} role="status">{say('dropHere')}</p> : null}
      <Sending uploads={uploads} />
      <Library />
    </div>
  );
}

function UploadButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactNode {
  const say = useWords(mediaWords);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type="primary" icon={<UploadOutlined />} onClick={() => { chooser.current?.click(); }}>{say('upload')}</Button>
      <input ref={chooser} type="file" hidden multiple data-testid="library-file" onChange={(event) => { onFiles([...event.target.files ?? []]); event.target.value = ''; }} />
    </>
  );
}

const Sending = ({ uploads }: { readonly uploads: Uploads }): ReactNode => (uploads.shown.length > 0 ? <div className={styles.sending}><UploadList uploads={uploads} /></div> : null);

function Library(): ReactNode {
  const say = useWords(mediaWords);
  const may = useMay();
  const address = useInAddress();
  const page = useCursor(50);
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const filter = filterOf(address);
  const { data, error, refetch } = useRead(MediaLibraryDocument, { filter, ...page.args }, { keepsLast: true });
  const found = data?.assets;
  const open = (id: string | undefined): void => {
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (id) next.set('open', id); else next.delete('open');
      return next;
    });
  };
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <MediaFilters address={address} />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        <BulkEdit chosen={chosen} onDone={() => { setChosen([]); }} />
        {found ? found.nodes.length > 0
          ? <><MediaGrid assets={found.nodes} chosen={chosen} mayChoose={may('asset.update')} onChoose={setChosen} onOpen={open} /><Pager page={page} pageInfo={found.pageInfo} totalCount={found.totalCount} /></>
          : <EmptyState title={say(isFiltered ? 'noneTitle' : 'emptyTitle')} text={say(isFiltered ? 'noneText' : 'emptyText')} />
          : error ? null : <div className={styles.waiting}><Loading lines={8} /></div>}
      </Panel>
      <AssetDrawer id={search.get('open') ?? undefined} onClose={() => { open(undefined); }} />
    </>
  );
}

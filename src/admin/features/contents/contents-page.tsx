import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { contentKinds, useContentNames } from '../../components/content-state.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Pager } from '../../components/pager.js';
import { Panel } from '../../components/panel.js';
import { useCursor } from '../../components/use-cursor.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ImportButton } from '../publishing/import-button.js';
import { addressOfContent } from './address-of-content.js';
import { BulkBar } from './bulk-bar.js';
import { ColumnChoice, useShownColumns, type ShownColumns } from './column-choice.js';
import { ContentPreview } from './content-preview.js';
import { ContentTable } from './content-table.js';
import { ContentsDocument, type ContentLineFragment } from './contents.generated.js';
import { contentsWords } from './contents-words.js';
import { FilterBar } from './filter-bar.js';
import { useListFilters, type ListFiltersInAddress } from './list-filters.js';
import { SavedViews } from './saved-views.js';
import { useChosen } from './use-chosen.js';
import { useExport } from './use-export.js';

const noRows: readonly ContentLineFragment[] = [];

/** All contents this person may see, filtered, paged and counted; the filters are in the address. */
export function Component(): ReactNode {
  const list = useListFilters();
  const page = useCursor();
  const [search, setSearch] = useSearchParams();
  const columns = useShownColumns();
  const { data, error, refetch, isPlaceholderData } = useRead(ContentsDocument, { filter: list.asked, orderBy: list.filters.order, ...page.args }, { keepsLast: true });
  const found = data?.contents;
  const { chosen, choose } = useChosen(list.query, found?.nodes ?? noRows);

  const show = (id: string | undefined): void => {
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (id) next.set('open', id); else next.delete('open');
      return next;
    });
  };
  return (
    <>
      <PageHeader actions={<HeaderActions list={list} columns={columns} />} />
      <FilterBar list={list} />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>
        <BulkBar chosen={chosen} onChoose={choose} />
        {found ? found.nodes.length > 0
          ? <ContentTable rows={found.nodes} chosen={chosen} onChoose={choose} onOpen={show} shown={columns.shown} isStale={isPlaceholderData} />
          : <Nothing list={list} />
          : error ? null : <div style={{ padding: 16 }}><Loading lines={8} /></div>}
        {found && found.nodes.length > 0 ? <Pager page={page} pageInfo={found.pageInfo} totalCount={found.totalCount} /> : null}
      </Panel>
      <ContentPreview id={search.get('open') ?? undefined} onClose={() => { show(undefined); }} />
    </>
  );
}

function HeaderActions({ list, columns }: { readonly list: ListFiltersInAddress; readonly columns: ShownColumns }): ReactNode {
  const say = useWords(contentsWords);
  const may = useMay();
  const go = useNavigate();
  const names = useContentNames();
  const file = useExport(list);
  const newAddress = addressOf('editor.new', { kind: 'article' });
  return (
    <>
      <SavedViews list={list} />
      <ColumnChoice columns={columns} />
      <ImportButton onLook={(id) => { void go(addressOfContent(id)); }} />
      <Button icon={<DownloadOutlined />} onClick={file.start} loading={file.count !== undefined}>{file.count === undefined ? say('exportCsv') : say('exporting', { count: file.count })}</Button>
      {newAddress && may('content.create') ? (
        <Dropdown menu={{ items: contentKinds.map((kind) => ({ key: kind, label: names.kind(kind) })), onClick: ({ key }) => { void go(addressOf('editor.new', { kind: key })!); } }} trigger={['click']}>
          <Button type="primary" icon={<PlusOutlined />}>{say('newest')}</Button>
        </Dropdown>
      ) : null}
    </>
  );
}

function Nothing({ list }: { readonly list: ListFiltersInAddress }): ReactNode {
  const say = useWords(contentsWords);
  if (!list.isFiltered) return <EmptyState title={say('emptyTitle')} text={say('emptyText')} />;
  return <EmptyState title={say('noneTitle')} text={say('noneText')} action={<Button onClick={() => { list.show(''); }}>{say('clear')}</Button>} />;
}

import { PlusOutlined } from '@ant-design/icons';
import { Button, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { useRead } from '../../graphql/use-graphql.js';
import { NameForm } from './name-form.js';
import { TopicTreeView, type FormPlace, type TopicTreeViewProps } from './topic-tree-view.js';
import { TopicCountsDocument, TopicTreeDocument } from './topics.generated.js';
import { topicsWords } from './topics-words.js';
import styles from './topics.module.css';

/** 宣传重点: the tree that contents are filed under, to grow and to put in order. */
export function Component(): ReactNode {
  const say = useWords(topicsWords);
  const { data, error, refetch } = useRead(TopicTreeDocument, {});
  const [form, setForm] = useState<FormPlace>();
  const add = <Button type="primary" icon={<PlusOutlined />} onClick={() => { setForm({ below: null }); }}>{say('add')}</Button>;
  return (
    <>
      <PageHeader note={say('note')} actions={add} />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {data ? <Tree topics={data.topics} form={form} onForm={setForm} add={add} /> : error ? null : <Panel><Loading lines={8} /></Panel>}
    </>
  );
}

interface TreeProps extends Omit<TopicTreeViewProps, 'counts'> {
  readonly add: ReactNode;
}

function Tree({ topics, form, onForm, add }: TreeProps): ReactNode {
  const say = useWords(topicsWords);
  const { data: counted } = useRead(TopicCountsDocument, {}, { keepsLast: true, isAside: true });
  const [showsArchived, setShowsArchived] = useState(false);
  const archived = topics.filter(({ archivedAt }) => archivedAt).length;
  const shown = showsArchived ? topics : topics.filter(({ archivedAt }) => !archivedAt);
  const counts = new Map(counted?.topicCounts.map(({ topicId, contents }) => [topicId, contents]));
  const isAdding = form !== undefined && 'below' in form && form.below === null;
  return (
    <div className={styles.page}>
      <Panel
        isFlush title={say('total', { count: topics.length - archived })}
        actions={archived > 0 ? <span className={styles.switch}><Switch size="small" id="topics-archived" checked={showsArchived} onChange={setShowsArchived} /><label htmlFor="topics-archived">{say('archivedShown', { count: archived })}</label></span> : null}
      >
        {shown.length > 0 ? <TopicTreeView topics={shown} counts={counts} form={form} onForm={onForm} /> : isAdding ? null : <EmptyState title={say('none')} text={say('noneWhy')} action={add} />}
        {isAdding ? <NameForm level={1} onClose={() => { onForm(undefined); }} /> : null}
      </Panel>
      {shown.length > 0 ? <p className={styles.keys}>{say('keysNote')}</p> : null}
    </div>
  );
}

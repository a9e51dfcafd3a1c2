import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { addressOf } from '../../app/registry.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { componentWords } from '../../components/component-words.js';
import { PublicationBadge, useContentNames, WorkflowBadge } from '../../components/content-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Facts } from '../../components/facts.js';
import { LinkButton } from '../../components/link-button.js';
import { Loading } from '../../components/loading.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ContentPreviewDocument, type ContentPreviewQuery } from './contents.generated.js';
import { ContentActions } from '../publishing/content-actions.js';
import { contentsWords } from './contents-words.js';
import '../../components/article.css';
import styles from './contents.module.css';

/** A look at a content without leaving the list. */
export function ContentPreview({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }): ReactNode {
  const say = useWords(contentsWords);
  const may = useMay();
  const { data, error, refetch } = useRead(ContentPreviewDocument, { id: id ?? '' }, { isEnabled: id !== undefined });
  const edit = id ? addressOf('editor', { id }) : undefined;
  const content = id === undefined ? undefined : data?.content;
  return (
    <Drawer open={id !== undefined} onClose={onClose} size="min(720px, 100vw)" title={content?.title ?? ''} destroyOnHidden extra={edit && may('content.update') ? <LinkButton to={edit}>{say('edit')}</LinkButton> : null}>
      <ErrorNotice error={id ? error : null} onRetry={() => { void refetch(); }} />
      {content ? <Preview content={content} /> : error ? null : <Loading lines={8} />}
    </Drawer>
  );
}

function Preview({ content }: { readonly content: ContentPreviewQuery['content'] }): ReactNode {
  const say = useWords(contentsWords);
  const words = useWords(componentWords);
  const names = useContentNames();
  const { editorial, unit, topics, author, source, place, occurredAt } = content;
  return (
    <>
      <div className={styles.meta}>
        {editorial ? <><WorkflowBadge state={editorial.workflow} /><PublicationBadge state={editorial.publication} /><span>{say('revision', { number: editorial.revision })}</span></> : null}
        <span>{names.kind(content.id)}</span><span>{words('words', { count: content.characterCount })}</span>
      </div>
      <ContentActions content={content} />
      <Facts
        facts={[
          [say('unit'), unit?.shortName], [say('topic'), topics.map(({ name }) => name).join('、')], [say('author'), author], [say('source'), source], [say('place'), place],
          [say('occurred'), occurredAt ? <Time key="at" at={occurredAt} look="day" /> : null], [say('schedule'), editorial?.schedule ? <Time key="at" at={editorial.schedule.at} /> : null],
          [say('saved'), editorial ? <><Time at={editorial.savedAt} /> {editorial.savedByName}</> : null],
        ]}
      />
      {content.summary ? <p className={styles.summary}>{content.summary}</p> : null}
      {/* The server writes this HTML from the structured body: everything is escaped and only known elements occur. */}
      <article className="article" lang="zh-CN" dangerouslySetInnerHTML={{ __html: content.html }} />
      {editorial?.publication === 'PUBLISHED' ? <p><a href={`/c/${encodeURIComponent(content.slug)}`} target="_blank" rel="noreferrer">{say('openPage')}</a></p> : null}
    </>
  );
}

import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { useRead } from '../../graphql/use-graphql.js';
import { BundlePartTextDocument } from './bundles.generated.js';
import type { Part } from './ordered-parts.js';
import '../../components/article.css';
import styles from './bundles.module.css';

/** What opens when a follower presses a line of the message: the text as it was published, as wide as a phone. */
export function PartText({ part: { id, title }, onClose }: { readonly part: Part; readonly onClose: () => void }): ReactNode {
  const { data, error, refetch } = useRead(BundlePartTextDocument, { id });
  const text = data?.content;
  return (
    <Modal open width={430} title={title} footer={null} onCancel={onClose}>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {text?.author ? <p className={styles.quiet}>{text.author}</p> : null}
      {/* The server writes this HTML from the structured body: everything is escaped and only known elements occur. */}
      {text ? <article className="article" lang="zh-CN" dangerouslySetInnerHTML={{ __html: text.html }} /> : error ? null : <Loading lines={8} />}
    </Modal>
  );
}

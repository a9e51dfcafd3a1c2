import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useAppearance } from '../../app/appearance.js';
import { useDocumentTitle } from '../../app/use-document-title.js';
import { useWords } from '../../app/words.js';
import { BodyView, type BodyNode } from '../../components/body-view.js';
import { useContentNames } from '../../components/content-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { LinkButton } from '../../components/link-button.js';
import { Loading } from '../../components/loading.js';
import { shownExcerpt } from '../../components/shown-excerpt.js';
import { formatTime, Time } from '../../components/time.js';
import { useFields } from '../../components/use-fields.js';
import { useAssets } from '../../components/use-choices.js';
import { useRead } from '../../graphql/use-graphql.js';
import { useReviewNames } from './review-names.js';
import { shownAssets, withoutCover } from './review-text.js';
import { ReviewDeskDocument, ReviewTextDocument, type ReviewDeskFragment, type ReviewTextQuery } from './reviews.generated.js';
import { LastFields, LongFields, wordsOf } from './revision-fields.js';
import { reviewsWords } from './reviews-words.js';
import styles from './sheet.module.css';

/** 审稿单: the review on paper, A4, with the text that was signed. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const say = useWords(reviewsWords);
  const desk = useRead(ReviewDeskDocument, { id });
  const review = desk.data?.review;
  const text = useRead(ReviewTextDocument, { contentId: review?.contentId ?? '', number: review?.revisionNumber ?? 1 }, { isEnabled: review !== undefined });
  useDocumentTitle(review ? `${say('sheetTitle')} ${review.title}` : say('sheetTitle'));
  return (
    <main id="main" className={styles.page} tabIndex={-1}>
      <div className={`${styles.tools} no-print`}>
        <Button type="primary" onClick={() => { window.print(); }}>{say('print')}</Button>
        <LinkButton to={`/reviews/${id}`}>{say('backToReview')}</LinkButton>
      </div>
      <ErrorNotice error={desk.error ?? text.error} onRetry={() => { void desk.refetch(); void text.refetch(); }} />
      {review && text.data ? <Sheet review={review} text={text.data} /> : desk.error ?? text.error ? null : <Loading lines={10} />}
    </main>
  );
}

function Sheet({ review, text: { revisionFields, revisions } }: { readonly review: ReviewDeskFragment; readonly text: ReviewTextQuery }): ReactNode {
  const say = useWords(reviewsWords);
  const names = useReviewNames();
  const kinds = useContentNames();
  const fields = useFields();
  const revision = revisions.nodes.find(({ id }) => id === review.revisionId);
  const body = revision?.body as BodyNode | undefined;
  const assets = useAssets(shownAssets(revision));
  const cover = assets.get(revision?.coverId ?? '');
  return (
    <div className={styles.sheet}>
      <h1>{say('sheetTitle')}</h1>
      <table className={styles.table}>
        <tbody>
          <Row cells={[[say('titleLabel'), review.title]]} />
          <Row cells={[[say('kind'), kinds.kind(review.kind)], [fields.label('unitId'), wordsOf(revisionFields, 'unitId')]]} />
          <Row cells={[[fields.label('author'), wordsOf(revisionFields, 'author')], [fields.label('source'), wordsOf(revisionFields, 'isOriginal') === 'true' ? say('original') : wordsOf(revisionFields, 'source')]]} />
          <Row cells={[[say('submittedAt'), <>{review.submittedByName} <Time at={review.submittedAt} /></>], [say('result'), <>{names.state(review.state).word}{review.closedAt ? <> <Time at={review.closedAt} /></> : null}</>]]} />
          <Row cells={[[say('sheetNo'), review.id], [say('revision', { number: review.revisionNumber }), <code key="hash">{review.contentHash.slice(0, 32)}</code>]]} />
        </tbody>
      </table>
      <Signatures review={review} />
      <Remarks review={review} />
      {revision && body ? (
        <>
          <h2>{review.title}</h2>
          {revision.summary ? <p className={styles.summary}>{revision.summary}</p> : null}
          {cover ? <img className={styles.cover} src={cover.url} alt={cover.alt} /> : null}
          <LongFields told={revisionFields} />
          <BodyView body={body} assetUrl={(id) => assets.get(id)?.url} />
          <LastFields told={cover ? withoutCover(revisionFields) : revisionFields} />
        </>
      ) : <p>{say('noText')}</p>}
      <p className={styles.foot}>{say('printedAt', { time: formatTime(new Date()) })}</p>
    </div>
  );
}

function Row({ cells }: { readonly cells: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode {
  return <tr>{cells.map(([name, value]) => [<th key={`${name}-name`} scope="row">{name}</th>, <td key={name} colSpan={cells.length === 1 ? 3 : 1}>{value}</td>])}</tr>;
}

function Signatures({ review }: { readonly review: ReviewDeskFragment }): ReactNode {
  const say = useWords(reviewsWords);
  const names = useReviewNames();
  const head = (word: 'level' | 'signer' | 'checked' | 'opinion' | 'signedAt'): string => say(word).replace(/[（(].*/, '');
  return (
    <table className={`${styles.table} ${styles.signatures}`}>
      <thead><tr>{(['level', 'signer', 'checked', 'opinion', 'signedAt'] as const).map((word) => <th key={word} scope="col">{head(word)}</th>)}</tr></thead>
      <tbody>
        {review.steps.map(({ level, checklist }) => {
          const signature = review.signatures.find((each) => each.level === level);
          return (
            <tr key={level}>
              <th scope="row">{names.level(level)}</th>
              <td data-name={head('signer')}>{signature ? <span className={styles.stamp}>{signature.signedByName}</span> : ''}</td>
              <td data-name={head('checked')}>{(signature?.checklist ?? checklist).map((item) => <span key={item} className={styles.item}>{signature ? '☑' : '☐'} {names.item(item).word}</span>)}</td>
              <td data-name={head('opinion')}>{signature?.opinion}</td>
              <td data-name={head('signedAt')}>{signature ? <Time at={signature.signedAt} /> : ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Remarks({ review }: { readonly review: ReviewDeskFragment }): ReactNode {
  const say = useWords(reviewsWords);
  const names = useReviewNames();
  const { language } = useAppearance();
  const { returned, overrides, findings } = review;
  if (!returned && findings.length === 0) return null;
  return (
    <>
      {returned ? <p className={styles.remark}><strong>{say('returnedBy', { name: returned.byName, level: names.level(returned.level) })}</strong>：{returned.reason}</p> : null}
      {findings.length > 0 ? (
        <>
          <h2>{say('findings')}</h2>
          <ol className={styles.findings}>
            {findings.map(({ key, severity, excerpt, message, messageEn }) => {
              const override = overrides.find(({ findingKey }) => findingKey === key);
              return <li key={key}>[{severity === 'BLOCK' ? say('block') : say('warn')}] {shownExcerpt(excerpt) ? `“${excerpt}” ` : ''}{language === 'zh' ? message : messageEn}{override ? <> — {say('overridden', { name: override.byName, reason: override.reason })}</> : null}</li>;
            })}
          </ol>
        </>
      ) : null}
    </>
  );
}

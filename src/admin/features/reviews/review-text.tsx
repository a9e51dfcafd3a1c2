import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { BodyView, MarkedText, type BodyMark, type BodyNode } from '../../components/body-view.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { useAssets } from '../../components/use-choices.js';
import { useRead } from '../../graphql/use-graphql.js';
import { CommentsPanel, useComments } from '../editor/comments-panel.js';
import { countCharacters } from '../editor/count-characters.js';
import { Changes } from './changes.js';
import { ReviewTextDocument, type ReviewDeskFragment, type ReviewTextQuery } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';
import { BriefFields, LastFields, LongFields } from './revision-fields.js';
import { useSelectedPassage } from './use-selected-passage.js';
import styles from './reviews.module.css';

export interface ReviewTextProps {
  readonly review: ReviewDeskFragment;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** The very revision under review with the findings marked in it, and what it changed. */
export function ReviewText({ review, chosen, onChoose }: ReviewTextProps): ReactNode {
  const say = useWords(reviewsWords);
  const { data, error, refetch } = useRead(ReviewTextDocument, { contentId: review.contentId, number: review.revisionNumber });
  const comments = useComments(review.contentId);
  const passage = useSelectedPassage();
  const open = comments.filter(({ replyTo, resolvedAt }) => !replyTo && !resolvedAt).length;
  if (error) return <ErrorNotice error={error} onRetry={() => { void refetch(); }} />;
  if (!data) return <Panel><Loading lines={10} /></Panel>;
  return (
    <Panel>
      <Tabs items={[
        { key: 'text', label: say('text'), children: <Text review={review} data={data} chosen={chosen} onChoose={onChoose} /> },
        { key: 'changes', label: say('changes'), children: <Changes review={review} /> },
        { key: 'comments', label: open > 0 ? say('commentsOpen', { count: open }) : say('comments'), children: <CommentsPanel contentId={review.contentId} revision={review.revisionNumber} comments={comments} passage={passage} onJump={({ path }) => { document.getElementById(path)?.scrollIntoView({ block: 'center' }); }} /> },
      ]} />
    </Panel>
  );
}

function Text({ review, data, chosen, onChoose }: ReviewTextProps & { readonly data: ReviewTextQuery }): ReactNode {
  const say = useWords(reviewsWords);
  const revision = data.revisions.nodes.find(({ id }) => id === review.revisionId);
  const body = revision?.body as BodyNode | undefined;
  const assets = useAssets(shownAssets(revision));
  const marks = review.findings.map(({ key, path, start, end, severity }): BodyMark => ({ id: key, path, start, end, className: `${severity === 'BLOCK' ? 'block' : ''} ${key === chosen ? 'chosen' : ''}` }));
  const cover = assets.get(revision?.coverId ?? '');
  if (!revision || !body) return <p>{say('noText')}</p>;
  return (
    <>
      <BriefFields kind={review.kind} characters={countCharacters(body)} told={data.revisionFields} marks={marks} onMark={onChoose} />
      {cover ? <img id="coverId" className={styles.cover} src={cover.url} alt={cover.alt} /> : null}
      {revision.summary ? <p id="summary" className={styles.summary}><MarkedText path="summary" marks={marks} onMark={onChoose}>{revision.summary}</MarkedText></p> : null}
      <LongFields told={data.revisionFields} marks={marks} onMark={onChoose} />
      <BodyView body={body} marks={marks} onMark={onChoose} assetUrl={(id) => assets.get(id)?.url} />
      <LastFields told={cover ? withoutCover(data.revisionFields) : data.revisionFields} marks={marks} onMark={onChoose} />
    </>
  );
}

/** The assets that are seen in a revision: of its body, and its cover. */
export function shownAssets(revision: ReviewTextQuery['revisions']['nodes'][number] | undefined): string[] {
  const body = revision?.body as BodyNode | undefined;
  return body ? [...new Set([...assetIds(body), ...(revision?.coverId ? [revision.coverId] : [])])] : [];
}

/** What is told of a revision whose cover is shown as a picture. */
export const withoutCover = (told: ReviewTextQuery['revisionFields']): ReviewTextQuery['revisionFields'] => told.filter(({ field }) => field !== 'coverId');

function assetIds(node: BodyNode): string[] {
  const own = typeof node.attrs?.assetId === 'string' ? [node.attrs.assetId] : [];
  return [...new Set([...own, ...(node.content ?? []).flatMap(assetIds)])];
}

import { EditOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useShortcut } from '../../app/keyboard/use-shortcut.js';
import { addressOf } from '../../app/registry.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Importance } from '../../components/importance.js';
import { LinkButton } from '../../components/link-button.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { Decision, useMaySign } from './decision.js';
import { Findings } from './findings.js';
import { Progress } from './progress.js';
import { useReviewNames } from './review-names.js';
import { ReviewDeskDocument, type ReviewDeskFragment } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';
import { Standing } from './standing.js';
import { ReviewText } from './review-text.js';
import styles from './reviews.module.css';

/** The desk of one review: the text with what the checks found, who signed, and the decision. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(ReviewDeskDocument, { id });
  if (error) return <><PageHeader /><ErrorNotice error={error} onRetry={() => { void refetch(); }} /></>;
  return data ? <Desk key={id} review={data.review} /> : <><PageHeader /><Panel><Loading lines={10} /></Panel></>;
}

function Desk({ review }: { readonly review: ReviewDeskFragment }): ReactNode {
  const say = useWords(reviewsWords);
  const names = useReviewNames();
  const [chosen, choose] = useChosenFinding(review);
  const [isDeciding, setDeciding] = useState(false);
  const maySign = useMaySign(review);
  const edit = useMay()('content.update') ? addressOf('editor', { id: review.contentId }) : undefined;
  const { word, tone } = names.state(review.state);
  const decision = <Decision review={review} onDone={() => { setDeciding(false); }} />;
  return (
    <>
      <PageHeader
        title={<span id="title">{review.title} <Importance value={review.importance} /></span>} documentTitle={review.title}
        note={<><Badge tone={tone}>{word}</Badge> {say('revision', { number: review.revisionNumber })} · {say('submitted', { name: review.submittedByName })} <Time at={review.submittedAt} look="ago" /></>}
        actions={<>{edit ? <LinkButton to={edit} icon={<EditOutlined />}>{say('edit')}</LinkButton> : null}<LinkButton to={`/reviews/${review.id}/sheet`} icon={<PrinterOutlined />}>{say('sheet')}</LinkButton></>}
      />
      <div className={styles.desk}>
        <div className={styles.left}>
          <Standing review={review} />
          <Panel><Progress review={review} /></Panel>
          <ReviewText review={review} chosen={chosen} onChoose={choose} />
        </div>
        <div className={styles.side}>
          <div className={styles.found} tabIndex={0} role="region" aria-label={say('findings')}><Findings review={review} chosen={chosen} onChoose={choose} /></div>
          {maySign ? <div className={styles.decisionPanel}>{isDeciding ? null : <Panel title={say('decide', { level: names.level(review.nextLevel!) })}>{decision}</Panel>}</div> : null}
        </div>
      </div>
      {maySign ? (
        <>
          <div className={styles.phoneBar}><Button type="primary" size="large" onClick={() => { setDeciding(true); }}>{say('openDecision')}</Button></div>
          <Drawer open={isDeciding} placement="bottom" size="large" onClose={() => { setDeciding(false); }} title={say('decide', { level: names.level(review.nextLevel!) })}>{isDeciding ? decision : null}</Drawer>
        </>
      ) : null}
    </>
  );
}

/** The finding that is looked at; `j` and `k` go through them. */
function useChosenFinding({ findings }: ReviewDeskFragment): readonly [string | undefined, (key: string) => void] {
  const [chosen, setChosen] = useState<string>();
  const keys = useMemo(() => findings.map(({ key }) => key), [findings]);
  const choose = (key: string | undefined): void => {
    const finding = findings.find((each) => each.key === key);
    if (!finding) return;
    setChosen(finding.key);
    const place = document.querySelector(`[data-mark="${CSS.escape(finding.key)}"]`) ?? document.getElementById(finding.path.replace(/\.(alt|credit)$/, ''));
    place?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  };
  const step = (by: number): void => { choose(keys[(Math.max(keys.indexOf(chosen ?? ''), by < 0 ? 0 : -1) + by + keys.length) % Math.max(keys.length, 1)]); };
  useShortcut('j', { zh: reviewsWords.zh.nextFinding, en: reviewsWords.en.nextFinding }, () => { step(1); }, keys.length > 0);
  useShortcut('k', { zh: reviewsWords.zh.previousFinding, en: reviewsWords.en.previousFinding }, () => { step(-1); }, keys.length > 0);
  return [chosen, choose];
}

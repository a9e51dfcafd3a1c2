import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { useDictionaryLabel } from '../../components/dictionary-label.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Panel } from '../../components/panel.js';
import { shownExcerpt } from '../../components/shown-excerpt.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import { openBlocks } from './open-blocks.js';
import { OverrideFindingDocument, type ReviewDeskFragment } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';
import styles from './reviews.module.css';

export interface FindingsProps {
  readonly review: ReviewDeskFragment;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** What the checks found, in reading order; each leads to its place, and a blocking one can be let pass. */
export function Findings({ review, chosen, onChoose }: FindingsProps): ReactNode {
  const say = useWords(reviewsWords);
  const may = useMay();
  const dictionaryLabel = useDictionaryLabel();
  const open = new Set(openBlocks(review).map(({ key }) => key));
  const canOverride = review.state === 'OPEN' && may('revision.overrideFinding');
  return (
    <Panel title={`${say('findings')}${review.findings.length > 0 ? ` ${review.findings.length}` : ''}`} isFlush>
      {review.findings.length === 0 ? <p className={styles.foot}>{say('noFindings')}</p> : (
        <ol className={styles.findings}>
          {review.findings.map((finding) => (
            <li key={finding.key} className={`${styles.finding} ${finding.key === chosen ? styles.chosen : ''}`} aria-current={finding.key === chosen || undefined}>
              <Finding finding={finding} onChoose={onChoose} />
              <Overriding review={review} findingKey={finding.key} canOverride={canOverride && open.has(finding.key)} />
            </li>
          ))}
        </ol>
      )}
      {review.dictionaryVersion ? <p className={styles.foot} title={review.dictionaryVersion}>{say('dictionary', { version: review.dictionaryVersion.split(/\s+/).map((version) => dictionaryLabel(version) ?? version).join(say('comma')) })}</p> : null}
    </Panel>
  );
}

function Finding({ finding, onChoose }: { readonly finding: ReviewDeskFragment['findings'][number]; readonly onChoose: (key: string) => void }): ReactNode {
  const say = useWords(reviewsWords);
  const { language } = useAppearance();
  const dictionary = useDictionaryLabel()(finding.dictionaryVersion);
  const isBlock = finding.severity === 'BLOCK';
  const message = language === 'zh' ? finding.message : finding.messageEn;
  const excerpt = shownExcerpt(finding.excerpt);
  const title = excerpt || message;
  return (
    <>
      <div className={styles.findingHead}>
        <Badge tone={isBlock ? 'bad' : 'warn'}>{isBlock ? say('block') : say('warn')}</Badge>
        <button type="button" className={styles.excerpt} aria-label={say('jump', { text: title })} onClick={() => { onChoose(finding.key); }}>{title}</button>
      </div>
      {excerpt ? <p>{message}</p> : null}
      {finding.suggestion ? <p>{say('suggestion', { text: finding.suggestion })}</p> : null}
      {dictionary ? <p className={styles.dictionary}>{dictionary}</p> : null}
    </>
  );
}

function Overriding({ review, findingKey, canOverride }: { readonly review: ReviewDeskFragment; readonly findingKey: string; readonly canOverride: boolean }): ReactNode {
  const say = useWords(reviewsWords);
  const toast = useToast();
  const [reason, setReason] = useState<string>();
  const override = useAct(OverrideFindingDocument, { onDone: () => { setReason(undefined); toast.done(say('overriddenDone')); } });
  const given = review.overrides.find((each) => each.findingKey === findingKey);
  if (given) return <p>{say('overridden', { name: given.byName, reason: given.reason })}</p>;
  if (!canOverride) return null;
  if (reason === undefined) return <div><Button size="small" onClick={() => { setReason(''); }}>{say('override')}</Button></div>;
  return (
    <div className={styles.decision}>
      <Input.TextArea autoFocus aria-label={say('overrideTitle')} placeholder={say('reasonHint')} autoSize={{ minRows: 2 }} maxLength={1000} value={reason} onChange={(event) => { setReason(event.target.value); }} />
      <ErrorNotice error={override.error} />
      <div className={styles.buttons}>
        <Button size="small" type="primary" danger disabled={reason.trim().length < 2} loading={override.isPending} onClick={() => { override.mutate({ input: { revisionId: review.revisionId, findingKey, reason: reason.trim() } }); }}>{say('confirmOverride')}</Button>
        <Button size="small" onClick={() => { setReason(undefined); }}>{say('cancel')}</Button>
      </div>
    </div>
  );
}

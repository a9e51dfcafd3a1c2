import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay, useMe } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Time } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { MassSendBadge } from './mass-send-state.js';
import { ApproveMassSendDocument, type MassSendLineFragment } from './mass-sends.generated.js';
import { massSendsWords } from './mass-sends-words.js';
import { PreviewDialog } from './preview-dialog.js';
import { ReasonDialog, type Reasoned } from './reason-dialog.js';
import styles from './mass-sends.module.css';

/** One mass send: where it stands, who asked and who decided, how many got it, and what this person may do. */
export function MassSendLine({ send }: { readonly send: MassSendLineFragment }): ReactNode {
  const say = useWords(massSendsWords);
  const { contentId, title, version, state, note, requestedByName, requestedAt, decidedByName, decidedAt, lastMessage, url, audience, counts, destination } = send;
  return (
    <div className={styles.line}>
      <div>
        <div className={styles.title}><Link to={addressOfContent(contentId)}>{title}</Link></div>
        <div className={styles.meta}>
          <span>{destination?.name}</span><span>{say('version', { version })}</span><span>{audience.tagId ? say('toTag', { tag: audience.tagId }) : say('toAll')}</span>
          <span>{say('askedBy', { name: requestedByName })} <Time at={requestedAt} look="ago" /></span>
          {decidedByName && decidedAt ? <span>{say(state === 'REJECTED' ? 'rejectedBy' : 'approvedBy', { name: decidedByName })} <Time at={decidedAt} look="ago" /></span> : null}
        </div>
        {note ? <p className={styles.said}>{say('noteOf', { note })}</p> : null}
        {lastMessage ? <p className={styles.said}>{lastMessage}</p> : null}
        {counts ? <p className="figures">{say('counts', { sent: counts.sent, total: counts.total ?? counts.sent, failed: counts.failed ?? 0 })}</p> : null}
        {url ? <a href={url} target="_blank" rel="noreferrer">{say('openThere')}</a> : null}
        <Steps send={send} />
      </div>
      <MassSendBadge state={state} />
    </div>
  );
}

function Steps({ send: { id, title, state, requestedBy, destination } }: { readonly send: MassSendLineFragment }): ReactNode {
  const say = useWords(massSendsWords);
  const may = useMay();
  const { person } = useMe();
  const toast = useToast();
  const [asked, setAsked] = useState<Reasoned>();
  const [isPreviewing, setPreviewing] = useState(false);
  const approve = useAct(ApproveMassSendDocument, { onDone: () => { toast.done(say('approved')); } });
  const isRequested = state === 'REQUESTED';
  const mayDecide = isRequested && may('massSend.approve');
  const isOwn = requestedBy === person.id;
  const decide = (): void => { ask({ title: say('approveAsk', { name: destination?.name ?? '' }), why: say('approveWhy', { title }), ok: say('approve'), cancel: say('close'), isDanger: true, onOk: () => approve.mutateAsync({ id }).catch(() => undefined) }); };
  return (
    <>
      <div className={styles.buttons}>
        {mayDecide && !isOwn ? <><Button size="small" type="primary" loading={approve.isPending} onClick={decide}>{say('approve')}</Button><Button size="small" onClick={() => { setAsked('reject'); }}>{say('reject')}</Button></> : null}
        {mayDecide && isOwn ? <span className={styles.said}>{say('notOwn')}</span> : null}
        {isRequested && may('delivery.massSend') ? <Button size="small" onClick={() => { setPreviewing(true); }}>{say('preview')}</Button> : null}
        {(isRequested || state === 'APPROVED') && may('delivery.massSend') ? <Button size="small" danger onClick={() => { setAsked('cancel'); }}>{say('cancel')}</Button> : null}
        {state === 'UNCLEAR' && may('delivery.massSend') ? <><Button size="small" onClick={() => { setAsked('arrived'); }}>{say('arrived')}</Button><Button size="small" onClick={() => { setAsked('notArrived'); }}>{say('notArrived')}</Button></> : null}
      </div>
      <ErrorNotice error={approve.error} />
      {asked ? <ReasonDialog id={id} asked={asked} onClose={() => { setAsked(undefined); }} /> : null}
      {isPreviewing ? <PreviewDialog id={id} title={title} onClose={() => { setPreviewing(false); }} /> : null}
    </>
  );
}

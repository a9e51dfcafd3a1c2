import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay, useMe } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { addressOf } from '../../app/registry.js';
import { Time } from '../../components/time.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { ApproveDialog } from './approve-dialog.js';
import { MassSendBadge } from './mass-send-state.js';
import type { MassSendLineFragment } from './mass-sends.generated.js';
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
        <div className={styles.title}><Link to={contentId.startsWith('bundle_') ? addressOf('bundles') ?? '/' : addressOfContent(contentId)}>{title}</Link></div>
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

function Steps({ send }: { readonly send: MassSendLineFragment }): ReactNode {
  const say = useWords(massSendsWords);
  const may = useMay();
  const [asked, setAsked] = useState<Reasoned>();
  const [isPreviewing, setPreviewing] = useState(false);
  const { id, title, state } = send;
  const isRequested = state === 'REQUESTED';
  const maySend = may('delivery.massSend');
  return (
    <>
      <div className={styles.buttons}>
        {isRequested && may('massSend.approve') ? <Decision send={send} onReject={() => { setAsked('reject'); }} /> : null}
        {isRequested && maySend ? <Button size="small" onClick={() => { setPreviewing(true); }}>{say('preview')}</Button> : null}
        {(isRequested || state === 'APPROVED') && maySend ? <Button size="small" danger onClick={() => { setAsked('cancel'); }}>{say('cancel')}</Button> : null}
        {state === 'UNCLEAR' && maySend ? <><Button size="small" onClick={() => { setAsked('arrived'); }}>{say('arrived')}</Button><Button size="small" onClick={() => { setAsked('notArrived'); }}>{say('notArrived')}</Button></> : null}
      </div>
      {asked ? <ReasonDialog id={id} asked={asked} onClose={() => { setAsked(undefined); }} /> : null}
      {isPreviewing ? <PreviewDialog id={id} title={title} onClose={() => { setPreviewing(false); }} /> : null}
    </>
  );
}

/** Approving is for somebody else than who asked. */
function Decision({ send, onReject }: { readonly send: MassSendLineFragment; readonly onReject: () => void }): ReactNode {
  const say = useWords(massSendsWords);
  const { person } = useMe();
  const [isApproving, setApproving] = useState(false);
  if (send.requestedBy === person.id) return <span className={styles.said}>{say('notOwn')}</span>;
  return (
    <>
      <Button size="small" type="primary" onClick={() => { setApproving(true); }}>{say('approve')}</Button>
      <Button size="small" onClick={onReject}>{say('reject')}</Button>
      {isApproving ? <ApproveDialog send={send} onClose={() => { setApproving(false); }} /> : null}
    </>
  );
}

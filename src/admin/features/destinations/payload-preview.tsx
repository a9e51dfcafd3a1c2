import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Panel } from '../../components/panel.js';
import { PayloadText } from '../../components/payload-text.js';
import { useAct } from '../../graphql/use-graphql.js';
import { PreviewPayloadDocument, type ChannelWholeFragment } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import styles from './destinations.module.css';

export interface PayloadPreviewProps {
  readonly channel: Pick<ChannelWholeFragment, 'id'>;
  /** Settings that are not saved yet; those of the destination when left out. */
  readonly settings?: Record<string, unknown>;
  readonly destinationId?: string;
}

/** What would go out with these settings, rendered from the newest release. Nothing is saved or sent. */
export function PayloadPreview({ channel, settings, destinationId }: PayloadPreviewProps): ReactNode {
  const say = useWords(destinationsWords);
  const preview = useAct(PreviewPayloadDocument);
  const found = preview.data?.previewPayload;
  const look = (): void => { preview.mutate({ input: { ...(destinationId ? { destinationId } : { channelId: channel.id }), ...(settings ? { settings } : {}) } }); };
  return (
    <Panel title={say('payload')} actions={<Button size="small" loading={preview.isPending} onClick={look}>{say(found ? 'payloadAgain' : 'payloadLook')}</Button>}>
      <ErrorNotice error={preview.error} />
      {found?.problem ? <p role="alert" className={styles.trouble}>{found.problem}</p> : null}
      {found?.body ? <><p className={styles.hint}>{say('payloadOf', { title: found.title ?? '', bytes: found.bytes ?? 0 })}</p><PayloadText label={say('payload')} contentType={found.contentType ?? ''} body={found.body} /></> : found || preview.error ? null : <p className={styles.hint}>{say('payloadHint')}</p>}
    </Panel>
  );
}

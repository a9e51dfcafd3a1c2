import type { ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { useInAddress } from '../../components/use-in-address.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { DestinationForm } from './destination-form.js';
import { ChannelsDocument, CreateDestinationDocument, type ChannelWholeFragment } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import { useDestinationForm } from './use-destination-form.js';
import styles from './destinations.module.css';

/** Sets up an outlet: first its kind, then what its kind asks for. */
export function Component(): ReactNode {
  const { data, error, refetch } = useRead(ChannelsDocument, {});
  const { get, set } = useInAddress();
  const channel = data?.channels.find(({ id }) => id === get('kind'));
  return (
    <>
      <PageHeader />
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {data ? <Kinds channels={data.channels} chosen={channel?.id} onChoose={(kind) => { set({ kind }); }} /> : error ? null : <Panel><Loading lines={4} /></Panel>}
      {channel ? <NewForm key={channel.id} channel={channel} /> : null}
    </>
  );
}

function Kinds({ channels, chosen, onChoose }: { readonly channels: readonly ChannelWholeFragment[]; readonly chosen: string | undefined; readonly onChoose: (id: string) => void }): ReactNode {
  const say = useWords(destinationsWords);
  const { language } = useAppearance();
  return (
    <fieldset className={styles.kinds}>
      <legend>{say('kind')}</legend>
      {channels.map(({ id, name, nameEn, isPull, actions }) => (
        <label key={id} className={styles.kind}>
          <input type="radio" name="kind" value={id} checked={id === chosen} onChange={() => { onChoose(id); }} />
          <span><strong>{language === 'zh' ? name : nameEn}</strong><span className={styles.hint}>{say(isPull ? 'pulls' : 'pushes')}{actions.length < 3 ? ` ${say('partly')}` : ''}</span></span>
        </label>
      ))}
    </fieldset>
  );
}

function NewForm({ channel }: { readonly channel: ChannelWholeFragment }): ReactNode {
  const say = useWords(destinationsWords);
  const toast = useToast();
  const form = useDestinationForm(channel);
  const create = useAct(CreateDestinationDocument, { onDone: () => { toast.done(say('created')); } });
  return <DestinationForm channel={channel} form={form} saving={create} savedTo={create.data ? `/destinations/${create.data.createDestination.id}` : undefined} saveText={say('create')} onSave={() => { create.mutate({ input: { ...form.input(), channelId: channel.id } }); }} />;
}

import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { DestinationForm } from './destination-form.js';
import { DestinationDocument, UpdateDestinationDocument, type ChannelWholeFragment, type DestinationQuery } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import { useDestinationForm } from './use-destination-form.js';

/** Changes an outlet. Secrets are kept unless they are typed anew. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(DestinationDocument, { id });
  const channel = data?.channels.find((each) => each.id === data.destination.channelId);
  if (data && channel) return <EditForm destination={data.destination} channel={channel} />;
  return <><PageHeader /><ErrorNotice error={error} onRetry={() => { void refetch(); }} />{error ? null : <Panel><Loading lines={8} /></Panel>}</>;
}

function EditForm({ destination, channel }: { readonly destination: DestinationQuery['destination']; readonly channel: ChannelWholeFragment }): ReactNode {
  const say = useWords(destinationsWords);
  const toast = useToast();
  const { id, name, hasSecrets, ratePerMinute } = destination;
  const form = useDestinationForm(channel, destination);
  const update = useAct(UpdateDestinationDocument, { onDone: () => { toast.done(say('updated')); } });
  const save = (): void => {
    const input = form.input();
    // A limit that was emptied is taken away; one that never was is not mentioned.
    update.mutate({ input: { id, ...input, ...(input.ratePerMinute === undefined && ratePerMinute !== null ? { ratePerMinute: null } : {}) } });
  };
  return (
    <>
      <PageHeader title={name} documentTitle={name} note={say('editNote')} />
      <DestinationForm channel={channel} form={form} kept={hasSecrets} destinationId={id} saving={update} savedTo={update.isSuccess ? `/destinations/${id}` : undefined} saveText={say('save')} onSave={save} />
    </>
  );
}

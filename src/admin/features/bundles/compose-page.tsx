import { Button, Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useUnsaved } from '../../app/use-unsaved.js';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { BundlePreview } from './bundle-preview.js';
import { BundleContentsDocument, BundlesDocument, CreateBundleDocument } from './bundles.generated.js';
import { bundlesWords } from './bundles-words.js';
import { OrderedParts, type Part } from './ordered-parts.js';
import styles from './bundles.module.css';

/** Chooses contents and an account, puts them in order, shows them as followers will see them, and sends them as one. */
export function Component(): ReactNode {
  const { ids, found, isReady, error, refetch } = useAsked();
  if (!isReady) return error ? <ErrorNotice error={error} onRetry={refetch} /> : <Loading lines={8} />;
  return <Composer start={found} leftOut={ids.length - found.length} />;
}

/** The contents that the address names, in its order. */
function useAsked() {
  const [search] = useSearchParams();
  const ids = (search.get('contents') ?? '').split(',').filter((id) => /^[a-z]+_[0-9a-f]{24}$/.test(id)).slice(0, 30);
  const { data, error, refetch } = useRead(BundleContentsDocument, { ids }, { isEnabled: ids.length > 0 });
  const found = ids.flatMap((id) => data?.contents.nodes.find((node) => node.id === id) ?? []);
  return { ids, found, isReady: ids.length === 0 || data !== undefined, error, refetch: () => { void refetch(); } };
}

function Composer({ start, leftOut }: { readonly start: readonly Part[]; readonly leftOut: number }): ReactNode {
  const say = useWords(bundlesWords);
  const bundle = useBundle(start);
  const { parts, setParts, destinations, destination, setDestinationId, most, create, isReady } = bundle;
  const hint = parts.length > most ? say('full', { most }) : parts.length < 2 ? say('few') : undefined;
  const send = <Button type="primary" disabled={!isReady} loading={create.isPending} onClick={bundle.send}>{destination ? say('sendTo', { name: destination.name }) : say('send')}</Button>;
  return (
    <>
      <PageHeader note={say('note')} actions={send} />
      {leftOut > 0 ? <p role="status" className={styles.hint}>{say('notPublished', { count: leftOut })}</p> : null}
      <ErrorNotice error={create.error ?? bundle.error} />
      <div className={styles.desk}>
        <div className={styles.main}>
          <Panel>
            <div className={styles.form}>
              <div className={styles.field}><span id="bundle-destination">{say('destination')}</span>
                {destinations?.length === 0 ? <p role="alert">{say('noDestination')}</p> : <Select aria-labelledby="bundle-destination" placeholder={say('chooseDestination')} value={destination?.id ?? null} onChange={(id: string | null) => { if (id) setDestinationId(id); }} options={(destinations ?? []).map(({ id, name }) => ({ value: id, label: name }))} />}
              </div>
              <div className={styles.field}><span>{say('add')}</span><Finder chosen={parts} isFull={parts.length >= most} onAdd={(part) => { setParts([...parts, part]); }} /></div>
            </div>
          </Panel>
          <Panel isFlush title={say('parts', { count: parts.length })} actions={hint ? <span className={styles.quiet}>{hint}</span> : null}>
            {parts.length > 0 ? <OrderedParts parts={parts} onChange={setParts} /> : <EmptyState title={say('nothing')} text={say('nothingWhy')} />}
          </Panel>
          {parts.length > 1 ? <p className={styles.keys}>{say('chosenNote')}</p> : null}
        </div>
        <div className={styles.side}><BundlePreview parts={parts} /></div>
      </div>
    </>
  );
}

/** What is being composed. */
function useBundle(start: readonly Part[]) {
  const say = useWords(bundlesWords);
  const toast = useToast();
  const go = useNavigate();
  const [parts, setParts] = useState(start);
  const [isSent, setSent] = useState(false);
  const [destinationId, setDestinationId] = useState<string>();
  const { data, error } = useRead(BundlesDocument, {});
  const mostOf = new Map(data?.channels.map(({ id, mostParts }) => [id, mostParts]));
  const destinations = data?.destinations.nodes.filter(({ channelId, isActive }) => isActive && (mostOf.get(channelId) ?? 1) > 1);
  const destination = destinations?.find(({ id }) => id === destinationId) ?? (destinations?.length === 1 ? destinations[0] : undefined);
  const most = mostOf.get(destination?.channelId ?? '') ?? 8;
  const create = useAct(CreateBundleDocument, { onDone: () => { setSent(true); toast.done(say('sent')); } });
  useUnsaved(parts.length > 0 && !isSent);
  useEffect(() => { if (isSent) void go('/bundles'); }, [isSent, go]);
  const send = (): void => { if (destination) create.mutate({ input: { destinationId: destination.id, contentIds: parts.map(({ id }) => id) } }); };
  return { parts, setParts, destinations, destination, setDestinationId, most, create, error, send, isReady: destination !== undefined && parts.length >= 2 && parts.length <= most };
}

function Finder({ chosen, isFull, onAdd }: { readonly chosen: readonly Part[]; readonly isFull: boolean; readonly onAdd: (part: Part) => void }): ReactNode {
  const say = useWords(bundlesWords);
  const [text, setText] = useState('');
  const { data } = useRead(BundleContentsDocument, text.trim() ? { text: text.trim() } : {}, { keepsLast: true, isAside: true });
  const found = (data?.contents.nodes ?? []).filter(({ id }) => !chosen.some((part) => part.id === id));
  return (
    <Select<string | null>
      showSearch={{ filterOption: false, onSearch: setText }} disabled={isFull} aria-label={say('addHint')} placeholder={isFull ? say('full', { most: chosen.length }) : say('addHint')} value={null}
      onChange={(id) => { const part = found.find((each) => each.id === id); if (part) { onAdd(part); setText(''); } }} options={found.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}

import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ListPanel } from '../../components/list-panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { HomeMassSendsDocument } from './mass-sends.generated.js';
import { massSendsWords } from './mass-sends-words.js';

/** On the home page: mass sends that wait for somebody's approval. Nothing is drawn while none does, as they are rare. */
export function Component(): ReactNode {
  const say = useWords(massSendsWords);
  const { data, error, refetch } = useRead(HomeMassSendsDocument, {}, { everyMs: 60_000 });
  if (data?.massSends.nodes.length === 0) return null;
  return (
    <ListPanel
      title={say('toApprove')} error={error} onRetry={() => { void refetch(); }} none=""
      lines={data?.massSends.nodes.map(({ id, title, destination, requestedByName, requestedAt }) => ({ id, title, to: '/mass-sends?state=REQUESTED', note: [destination?.name, requestedByName].filter(Boolean).join(' · '), end: <Time at={requestedAt} look="ago" /> }))}
    />
  );
}

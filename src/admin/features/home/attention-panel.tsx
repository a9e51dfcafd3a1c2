import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { ListPanel } from '../../components/list-panel.js';
import type { DeliveryState } from '../../graphql/generated/schema-types.js';
import { useRead } from '../../graphql/use-graphql.js';
import { homeWords } from './home-words.js';
import { HomeAttentionDocument } from './home.generated.js';

/** Whatever else needs a person waits at an outlet that is closed. */
const wordFor: Readonly<Partial<Record<DeliveryState, 'refused' | 'dead' | 'unclear'>>> = { REFUSED: 'refused', DEAD: 'dead', UNCLEAR: 'unclear' };

/** Deliveries that go no further by themselves, in the receivers' own words. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const { data, error, refetch } = useRead(HomeAttentionDocument, {}, { everyMs: 60_000 });
  const found = data?.deliveries;
  return (
    <ListPanel
      title={say('attention')} error={error} onRetry={() => { void refetch(); }} none={say('attentionNone')}
      actions={found?.totalCount ? <Link to="/deliveries?state=stuck">{say('all', { count: found.totalCount })}</Link> : null}
      lines={found?.nodes.map(({ id, title, state, lastMessage, destination }) => ({
        id, title, to: addressOf('deliveries.delivery', { id })!, note: [destination?.name, lastMessage].filter(Boolean).join(' · '),
        end: <Badge tone={state === 'REFUSED' || state === 'DEAD' ? 'bad' : 'warn'}>{say(wordFor[state] ?? 'closed')}</Badge>,
      }))}
    />
  );
}

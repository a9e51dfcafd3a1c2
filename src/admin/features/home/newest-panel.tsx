import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ListPanel } from '../../components/list-panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { homeWords } from './home-words.js';
import { HomeNewestDocument } from './home.generated.js';

/** What readers got last. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const { data, error, refetch } = useRead(HomeNewestDocument, {});
  return (
    <ListPanel
      title={say('newest')} error={error} onRetry={() => { void refetch(); }} none={say('newestNone')}
      lines={data?.contents.nodes.map(({ id, title, unit, publishedAt, updatedAt }) => ({ id, title, to: addressOfContent(id), note: unit?.shortName, end: <Time at={publishedAt ?? updatedAt} look="ago" /> }))}
    />
  );
}

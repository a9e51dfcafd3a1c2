import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/words.js';
import { ListPanel } from '../../components/list-panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { homeWords } from './home-words.js';
import { HomeReturnedDocument, type HomeReturnedQuery } from './home.generated.js';

/** What reviewers sent back and this person may mend, with the reason. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const { data, error, refetch } = useRead(HomeReturnedDocument, {});
  const found = data?.contents;
  return (
    <ListPanel
      title={say('returned')} error={error} onRetry={() => { void refetch(); }} none={say('returnedNone')}
      actions={found?.totalCount ? <Link to="/contents?workflow=RETURNED">{say('all', { count: found.totalCount })}</Link> : null}
      lines={data && data.contents.nodes.map(({ id, title, editorial }) => {
        const reason = reasonOf(data, id);
        return { id, title, to: addressOfContent(id), note: reason && `${reason.byName}：${reason.reason}`, end: <Time at={reason?.at ?? editorial?.savedAt ?? ''} look="ago" /> };
      })}
    />
  );
}

/** Who returned it last, and why; the newest returns come last. */
const reasonOf = ({ reviews }: HomeReturnedQuery, id: string): HomeReturnedQuery['reviews']['nodes'][number]['returned'] | undefined => reviews.nodes.findLast(({ contentId }) => contentId === id)?.returned;

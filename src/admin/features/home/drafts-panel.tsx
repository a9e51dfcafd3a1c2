import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ListPanel } from '../../components/list-panel.js';
import { Time } from '../../components/time.js';
import { useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { homeWords } from './home-words.js';
import { HomeOwnDraftsDocument } from './home.generated.js';

/** What this person began and has not submitted yet. */
export function Component(): ReactNode {
  const say = useWords(homeWords);
  const { person } = useMe();
  const { data, error, refetch } = useRead(HomeOwnDraftsDocument, { personId: person.id });
  const found = data?.contents;
  return (
    <ListPanel
      title={say('drafts')} error={error} onRetry={() => { void refetch(); }} none={say('draftsNone')}
      actions={found?.totalCount ? <Link to="/contents?workflow=DRAFT&author=me">{say('all', { count: found.totalCount })}</Link> : null}
      lines={found?.nodes.map(({ id, title, characterCount, editorial }) => ({ id, title, to: addressOfContent(id), note: characterCount > 0 ? say('words', { count: characterCount }) : say('bodyless'), end: editorial ? <Time at={editorial.savedAt} look="ago" /> : null }))}
    />
  );
}

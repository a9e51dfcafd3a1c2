import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { useRead } from '../../graphql/use-graphql.js';
import { homeWords } from './home-words.js';
import { HomeUnitDocument, type HomeUnitQuery } from './home.generated.js';
import styles from './home.module.css';

const places = [['drafts', 'workflow=DRAFT'], ['inReview', 'workflow=IN_REVIEW'], ['returned', 'workflow=RETURNED'], ['approved', 'workflow=APPROVED&workflow=SCHEDULED'], ['public', 'publication=PUBLISHED']] as const satisfies readonly (readonly [keyof HomeUnitQuery, string])[];
const words = { drafts: 'unitDrafts', inReview: 'unitInReview', returned: 'unitReturned', approved: 'unitApproved', public: 'unitPublic' } as const;

/** How far the texts of one's own unit are: each number leads to its list. */
export function Component(): ReactNode {
  const { person: { unit } } = useMe();
  return unit ? <UnitPanel id={unit.id} name={unit.shortName} /> : null;
}

function UnitPanel({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const say = useWords(homeWords);
  const { data, error, refetch } = useRead(HomeUnitDocument, { unitId: id });
  return (
    <Panel title={say('unitProgress', { name })}>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      {data ? (
        <ul className={styles.numbers}>
          {places.map(([place, query]) => <li key={place}><Link to={`/contents?unit=${id}&${query}`}><strong>{data[place].totalCount ?? 0}</strong><span>{say(words[place])}</span></Link></li>)}
        </ul>
      ) : error ? null : <Loading lines={2} />}
    </Panel>
  );
}

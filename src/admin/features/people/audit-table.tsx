import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../app/registry.js';
import { useWords } from '../../app/words.js';
import { DataTable } from '../../components/data-table.js';
import { Facts } from '../../components/facts.js';
import { ScrollBox } from '../../components/scroll-box.js';
import { Time } from '../../components/time.js';
import { auditWords } from './audit-words.js';
import type { AuditTrailQuery } from './people.generated.js';
import { peopleWords } from './people-words.js';
import { useAuditNames } from './use-audit-names.js';
import styles from './people.module.css';

type Entry = AuditTrailQuery['auditEntries']['nodes'][number];

export interface AuditTableProps {
  readonly entries: readonly Entry[];
  /** Narrows the list to a name or a thing that was pressed. */
  readonly onNarrow: (key: 'actor' | 'action' | 'subject', value: string) => void;
}

/** The trail as lines in words; each opens to everything that was kept of it. */
export function AuditTable({ entries, onNarrow }: AuditTableProps): ReactNode {
  const say = useWords(peopleWords);
  const names = useAuditNames();
  const narrow = (key: 'actor' | 'action' | 'subject', value: string, shown: string): ReactNode => <button type="button" className={styles.narrow} onClick={() => { onNarrow(key, value); }}>{shown}</button>;
  return (
    <ScrollBox label={say('action')}>
      <DataTable
        rows={entries} keyOf={({ id }) => id} isDense className={styles.trail}
        columns={[
          { title: say('at'), key: 'at', width: 188, render: ({ at }) => <Time at={at} look="exact" /> },
          { title: say('who'), key: 'who', width: 130, isCut: true, render: ({ actorId, actorName, actorType }) => narrow('actor', actorId, actorName || say(actorType)) },
          { title: say('action'), key: 'action', width: 190, isCut: true, render: ({ action }) => narrow('action', action, names.action(action)) },
          { title: say('subject'), key: 'subject', width: 140, isCut: true, render: ({ subjectId, subjectType }) => (subjectId ? narrow('subject', subjectId, names.subject(subjectType ?? subjectId)) : names.subject(subjectType ?? '—')) },
          { title: say('detail'), key: 'detail', render: (entry) => <Detail entry={entry} /> },
          { title: say('from'), key: 'from', width: 130, isCut: true, render: ({ ip }) => <span className={styles.quiet}>{ip ?? '—'}</span> },
        ]}
      />
    </ScrollBox>
  );
}

/** What an entry tells in words; it opens to all that the entry holds, with its ids, and a way to what it was done to. */
function Detail({ entry: { action, subjectId, requestId, summary } }: { readonly entry: Entry }): ReactNode {
  const say = useWords(peopleWords);
  const own = useWords(auditWords);
  const detail = useAuditNames().detail(summary);
  const page = subjectId ? pageOf(subjectId) : undefined;
  return (
    <details className={styles.everything}>
      <summary aria-label={[own('more'), detail].filter(Boolean).join(': ')}>{detail || '…'}</summary>
      {detail ? <p>{detail}</p> : null}
      <Facts
        facts={[
          [own('code'), <code key="c">{action}</code>], [own('subjectId'), subjectId ? <span key="s"><code>{subjectId}</code>{page ? <> <Link to={page}>{own('openIt')}</Link></> : null}</span> : null],
          [say('request'), <code key="r">{requestId}</code>],
        ]}
      />
      {Object.keys(summary).length > 0 ? <pre className={styles.kept} tabIndex={0}>{JSON.stringify(summary, null, 1)}</pre> : null}
    </details>
  );
}

/** Where a thing is looked at, as far as it has a page. */
function pageOf(id: string): string | undefined {
  if (/^(article|case|video)_/.test(id)) return addressOf('editor', { id });
  if (id.startsWith('review_')) return `/reviews/${id}`;
  if (id.startsWith('delivery_')) return addressOf('deliveries.delivery', { id });
  return id.startsWith('destination_') ? addressOf('destinations.destination', { id }) : undefined;
}

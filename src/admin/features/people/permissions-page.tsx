import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { roles, useContentNames } from '../../components/content-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { FilterRow } from '../../components/filter-row.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { ScrollBox } from '../../components/scroll-box.js';
import { useRead } from '../../graphql/use-graphql.js';
import { PermissionMatrixDocument, type PermissionMatrixQuery } from './people.generated.js';
import { peopleWords } from './people-words.js';
import styles from './people.module.css';

/** Who may do what, as the code has it. */
export function Component(): ReactNode {
  const say = useWords(peopleWords);
  const [text, setText] = useState('');
  const { data, error, refetch } = useRead(PermissionMatrixDocument, {});
  const needle = text.trim().toLowerCase();
  const rows = data?.permissionMatrix.filter(({ permission, zh, en }) => `${permission} ${zh} ${en}`.toLowerCase().includes(needle));
  return (
    <>
      <PageHeader note={say('matrixNote')} />
      <FilterRow><Input.Search allowClear aria-label={say('find')} placeholder={say('find')} value={text} onChange={(event) => { setText(event.target.value); }} /></FilterRow>
      <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
      <Panel isFlush>{rows ? <Matrix rows={rows} /> : error ? null : <Loading lines={12} />}</Panel>
    </>
  );
}

function Matrix({ rows }: { readonly rows: PermissionMatrixQuery['permissionMatrix'] }): ReactNode {
  const say = useWords(peopleWords);
  const names = useContentNames();
  const { language } = useAppearance();
  return (
    <ScrollBox label={say('permission')}>
      <table className={styles.matrix}>
        <thead><tr><th scope="col">{say('permission')}</th>{roles.map((role) => <th key={role} scope="col">{names.role(role)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.permission} className={rows[at - 1]?.permission.split('.')[0] === row.permission.split('.')[0] ? '' : styles.groupStart}>
              <th scope="row"><span className={styles.two}><span>{language === 'zh' ? row.zh : row.en} {row.isPersonal ? <span title={say('personalWhy')}><Badge tone="quiet">{say('personal')}</Badge></span> : null}</span><code>{row.permission}</code></span></th>
              {roles.map((role) => <td key={role}>{row.roles.includes(role) ? <span className={styles.yes} role="img" aria-label={say('allowed')}>●</span> : null}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

import { useState, type ReactNode } from 'react';
import { useRead } from '../../graphql/use-graphql.js';
import { describeError } from '../errors/describe-error.js';
import { useWords } from '../words.js';
import styles from './demo-accounts.module.css';
import { enterAs } from './enter-as.js';
import { DemoAccountsDocument, type DemoAccountsQuery } from './session.generated.js';
import { sessionWords } from './session-words.js';

type Account = DemoAccountsQuery['demoAccounts'][number];

/** In the demo: one account of each role to enter by, at one press. Nothing is drawn elsewhere. */
export function DemoAccounts({ to }: { readonly to: string }): ReactNode {
  const say = useWords(sessionWords);
  const { data } = useRead(DemoAccountsDocument, {});
  const [problem, setProblem] = useState<string>();
  const accounts = onePerRole(data?.demoAccounts ?? []);
  if (accounts.length === 0) return null;
  const enter = (account: Account): void => { enterAs(account, to).catch((error: unknown) => { setProblem(describeError(error).message); }); };
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{say('demo')}</h2>
      <p>{say('demoWhy')}</p>
      <ul>{accounts.map((account) => <li key={account.login}><button type="button" onClick={() => { enter(account); }}><strong>{account.name}</strong><small>{say(account.role)} · {account.login}</small></button></li>)}</ul>
      <p>{say('demoPassword')} <code>{accounts[0]!.password}</code></p>
      {problem ? <p role="alert">{problem}</p> : null}
    </section>
  );
}

const order = ['CONTRIBUTOR', 'EDITOR', 'REVIEWER', 'CHIEF_EDITOR', 'OPERATOR', 'ADMINISTRATOR'] as const;
type OfferedRole = (typeof order)[number];

/** The first account of each role, in the order of a text's way. */
function onePerRole(accounts: readonly Account[]): readonly (Account & { readonly role: OfferedRole })[] {
  return order.flatMap((role) => { const account = accounts.find((each) => each.role === role); return account ? [{ ...account, role }] : []; });
}

import { useEffect, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { queryClient } from '../../graphql/client.js';
import { useDocumentTitle } from '../use-document-title.js';
import { useWords } from '../words.js';
import { DemoAccounts } from './demo-accounts.js';
import { Doorway, DoorwayFoot } from './doorway.js';
import { SignInForm } from './sign-in-form.js';
import { sessionWords } from './session-words.js';

/** Sign-in. Afterwards people are where they wanted to go. */
export function Component(): ReactNode {
  const say = useWords(sessionWords);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  useDocumentTitle(say('signIn'));
  useEffect(() => {
    const timer = setTimeout(() => { void import('../shell/workplace.js'); }, 1500);
    return () => { clearTimeout(timer); };
  }, []);

  async function enter(): Promise<void> {
    queryClient.clear();
    await navigate(ownAddress(search.get('next')), { replace: true });
  }
  return (
    <Doorway>
      <SignInForm onSignedIn={() => { void enter(); }} />
      <DoorwayFoot>{say('forgotten')}</DoorwayFoot>
      <DemoAccounts to={ownAddress(search.get('next'))} />
    </Doorway>
  );
}

/** Only addresses of this page: a link must not send people elsewhere after sign-in. */
const ownAddress = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { queryClient } from '../../graphql/client.js';
import { request, RequestError } from '../../graphql/request.js';
import { describeError } from '../errors/describe-error.js';
import { useDocumentTitle } from '../use-document-title.js';
import { useWords } from '../words.js';
import { Doorway, DoorwayFoot } from './doorway.js';
import { formClass, PasswordField, PlainButton, Problem, SubmitButton } from './light-form.js';
import { ChangePasswordDocument } from './session.generated.js';
import { sessionWords } from './session-words.js';
import { leave } from './leave.js';

/** Where people with a one-time password choose their own. */
export function Component(): ReactNode {
  const say = useWords(sessionWords);
  const navigate = useNavigate();
  useDocumentTitle(say('changeTitle'));
  async function enter(): Promise<void> {
    queryClient.clear();
    await navigate('/', { replace: true });
  }
  return (
    <Doorway title={say('changeTitle')} why={say('changeWhy')}>
      <ChangePasswordForm onChanged={() => { void enter(); }} />
      <DoorwayFoot><PlainButton onClick={() => { void leave(); }}>{say('signOut')}</PlainButton></DoorwayFoot>
    </Doorway>
  );
}

/** The old password and twice the new one. */
export function ChangePasswordForm({ onChanged }: { readonly onChanged: () => void }): ReactNode {
  const say = useWords(sessionWords);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [repeated, setRepeated] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const repeatField = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    if (newPassword !== repeated) {
      setProblem(say('different'));
      repeatField.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      await request(ChangePasswordDocument, { input: { currentPassword, newPassword } });
      [setCurrent, setNew, setRepeated].forEach((clear) => { clear(''); });
      onChanged();
    } catch (error) {
      setProblem(error instanceof RequestError ? describeError(error).message : String(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <form className={formClass} onSubmit={(event) => { void submit(event); }} noValidate>
      <PasswordField label={say('current')} name="current" value={currentPassword} onChange={setCurrent} autoComplete="current-password" />
      <PasswordField label={say('next')} name="new" value={newPassword} onChange={setNew} autoComplete="new-password" hint={say('rules')} />
      <PasswordField label={say('repeat')} name="repeat" value={repeated} onChange={setRepeated} autoComplete="new-password" inputRef={repeatField} />
      <Problem>{problem}</Problem>
      <SubmitButton isBusy={isBusy}>{say('change')}</SubmitButton>
    </form>
  );
}

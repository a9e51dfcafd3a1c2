import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { describeError } from '../errors/describe-error.js';
import { request, RequestError } from '../../graphql/request.js';
import { useWords } from '../words.js';
import { formClass, LightField, PasswordField, Problem, SubmitButton } from './light-form.js';
import { SignInDocument, type SignInMutation } from './session.generated.js';
import { sessionWords } from './session-words.js';

export interface SignInFormProps {
  /** The login that must sign in; it cannot be changed then. */
  readonly login?: string;
  readonly onSignedIn: (person: SignInMutation['signIn']['person']) => void;
}

/** Login and password. A lock counts down; a failure keeps what was typed, but for the password. */
export function SignInForm({ login: fixedLogin, onSignedIn }: SignInFormProps): ReactNode {
  const say = useWords(sessionWords);
  const [login, setLogin] = useState(fixedLogin ?? '');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<RequestError | 'missing'>();
  const [isBusy, setBusy] = useState(false);
  const [loginField, passwordField] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const secondsLocked = useCountdown(problem);

  useEffect(() => { (fixedLogin ? passwordField : loginField).current?.focus(); }, [fixedLogin, loginField, passwordField]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    if (!login.trim() || !password) {
      setProblem('missing');
      (login.trim() ? passwordField : loginField).current?.focus();
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      const { signIn } = await request(SignInDocument, { input: { login: login.trim(), password } }, { isBare: true });
      onSignedIn(signIn.person);
    } catch (error) {
      setProblem(error instanceof RequestError ? error : new RequestError('INTERNAL', String(error)));
      setPassword('');
      passwordField.current?.focus();
    } finally {
      setBusy(false);
    }
  }

  const isWrong = problem !== undefined;
  return (
    <form className={formClass} onSubmit={(event) => { void submit(event); }} noValidate>
      <LightField label={say('login')} name="login" value={login} onChange={setLogin} autoComplete="username" inputRef={loginField} isInvalid={isWrong} isReadOnly={fixedLogin !== undefined} />
      <PasswordField label={say('password')} name="password" value={password} onChange={setPassword} autoComplete="current-password" inputRef={passwordField} isInvalid={isWrong} />
      <Problem>{problem === 'missing' ? say('missing') : problem ? secondsLocked > 0 ? say('lockedFor', { time: clock(secondsLocked) }) : describeError(problem).message : null}</Problem>
      <SubmitButton isBusy={isBusy}>{isBusy ? say('signingIn') : say('signIn')}</SubmitButton>
    </form>
  );
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The seconds that a locked sign-in still waits: the server's sentence holds the number. */
function useCountdown(problem: RequestError | 'missing' | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const isLock = problem instanceof RequestError && (problem.code === 'SIGN_IN_LOCKED' || problem.code === 'TOO_MANY_REQUESTS');
    const seconds = isLock ? Number(/(\d+)/.exec(problem.message)?.[1] ?? 0) : 0;
    const end = Date.now() + seconds * 1000;
    setLeft(seconds);
    if (seconds === 0) return undefined;
    const timer = setInterval(() => { setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))); }, 1000);
    return () => { clearInterval(timer); };
  }, [problem]);
  return left;
}

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

  const isWrong = (typed: string): boolean => problem === 'missing' ? typed.trim() === '' : problem !== undefined;
  return (
    <form className={formClass} onSubmit={(event) => { void submit(event); }} noValidate>
      <LightField label={say('login')} name="login" value={login} onChange={setLogin} autoComplete="username" inputRef={loginField} isInvalid={isWrong(login)} isReadOnly={fixedLogin !== undefined} />
      <PasswordField label={say('password')} name="password" value={password} onChange={setPassword} autoComplete="current-password" inputRef={passwordField} isInvalid={isWrong(password)} />
      <Problem>{problem === 'missing' ? say('missing') : secondsLocked !== undefined ? say(secondsLocked > 0 ? 'lockedFor' : 'lockOver', { time: clock(secondsLocked) }) : problem ? describeError(problem).message : null}</Problem>
      <SubmitButton isBusy={isBusy}>{isBusy ? say('signingIn') : say('signIn')}</SubmitButton>
    </form>
  );
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The seconds that a locked sign-in still waits, 0 once it is open again; undefined when it is not locked. */
function useCountdown(problem: RequestError | 'missing' | undefined): number | undefined {
  const seconds = secondsOf(problem);
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    setPassed(0);
    if (seconds === undefined) return undefined;
    const start = Date.now();
    const timer = setInterval(() => { setPassed(Math.floor((Date.now() - start) / 1000)); }, 1000);
    return () => { clearInterval(timer); };
  }, [problem, seconds]);
  return seconds === undefined ? undefined : Math.max(0, seconds - passed);
}

/** The server's sentence about a lock holds the number of seconds. */
function secondsOf(problem: RequestError | 'missing' | undefined): number | undefined {
  const isLock = problem instanceof RequestError && (problem.code === 'SIGN_IN_LOCKED' || problem.code === 'TOO_MANY_REQUESTS');
  const number = isLock ? /\d+/.exec(problem.message)?.[0] : undefined;
  return number === undefined ? undefined : Number(number);
}

import { request } from '../../graphql/request.js';
import { SignInDocument } from './session.generated.js';

/** Signs in as an account of the demo and goes to an address below /admin, as a new visit: nothing of the other person's stays. */
export async function enterAs({ login, password }: { readonly login: string; readonly password: string }, to = '/'): Promise<void> {
  await request(SignInDocument, { input: { login, password } }, { isBare: true });
  window.location.assign(`/admin${to}`);
}

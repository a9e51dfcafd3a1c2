import { request } from '../../graphql/request.js';
import { SignOutDocument } from './session.generated.js';

/** Signs out and forgets everything that was shown. */
export async function leave(): Promise<void> {
  await request(SignOutDocument, {}, { isBare: true }).catch(() => undefined);
  window.location.assign('/admin/sign-in');
}

import { LastAdministratorError } from './errors.js';
import { PersonModel } from './person.js';

/**
 * Throws LastAdministratorError unless somebody active is an administrator; called after a write that took one away, in its
 * transaction. Every administrator is written, so that two who take each other's role away at once conflict instead of both winning.
 */
export async function assertAdministratorRemains(): Promise<void> {
  const { matchedCount } = await PersonModel.updateMany({ roles: 'administrator', isActive: true }, { $inc: { administratorChecks: 1 } });
  if (matchedCount === 0) throw new LastAdministratorError();
}

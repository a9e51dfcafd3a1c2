import { randomInt } from 'node:crypto';
import { hash, parseOptions, verify, type Options } from '@node-rs/argon2';
import { normalisePassword } from './password-rules.js';

/** argon2id (the library's default) with 19 MiB, two passes, one lane: the first choice of OWASP's Password Storage Cheat Sheet. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

/** The hash to store for a password, in PHC form with its own salt and parameters. */
export const hashPassword = (password: string): Promise<string> => hash(normalisePassword(password), parameters);

let decoy: Promise<string> | undefined;

/** Whether the password made the hash. Without a hash it takes as long and says no, so that the time tells nobody whether a login exists. */
export async function verifyPassword(storedHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const isRight = await verify(storedHash ?? await decoy, normalisePassword(password));
  return isRight && storedHash !== undefined;
}

/** True when the hash was made with other parameters than today's and should be made anew at the next sign-in. */
export function isHashStale(storedHash: string): boolean {
  const made = parseOptions(storedHash);
  return made.memoryCost !== parameters.memoryCost || made.timeCost !== parameters.timeCost || made.parallelism !== parameters.parallelism;
}

/** Letters and digits that nobody takes for one another when read from paper. */
const clearAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be used once, such as `k7mp-x3qd-9vhn-t2ws`: 79 random bits. */
export function newOneTimePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => clearAlphabet[randomInt(clearAlphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

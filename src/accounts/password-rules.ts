import { invalid } from './text.js';

/** Fewest characters of a password: OWASP's 8 and two more, because there is no second factor yet. */
const minPasswordLength = 10;
/** Most characters: enough for any sentence, and a bound on what is hashed. */
export const maxPasswordLength = 128;

/** Passwords of ten characters and more that everybody tries first, in lower case. */
const common = new Set(`
  1234567890 0123456789 0987654321 9876543210 1234512345 1111122222 1122334455 1231231230 12345678910 123456789a a123456789 123456789q q123456789
  a1234567890 abcd123456 abc1234567 qq123456789 wang123456 zhang123456 woaini1314 woaini520 woaini1314520 5201314520 1314520520 aini1314520
  qwertyuiop qwerty1234 qwerty12345 qwerty123456 asdfghjkl1 asdfghjkl; zxcvbnm123 1q2w3e4r5t 1qaz2wsx3edc qazwsxedcrfv q1w2e3r4t5 1qazxsw23edc
  password12 password123 password1234 passw0rd123 p@ssw0rd123 administrator admin12345 admin123456 admin@123456 letmein1234 welcome123 iloveyou123
  hangzhou123 hangzhou2018 hangzhou2019 yici123456 yiciyiciyici zuiduopaoyici correcthorsebatterystaple
`.trim().split(/\s+/));

/** The same password typed on another keyboard is the same bytes (NFKC, as RFC 8265 has it for passwords). */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/** Throws InvalidInputError, naming `field`, unless the password is long enough, not easily guessed and not the login itself. */
export function assertGoodPassword(field: string, password: unknown, login: string): asserts password is string {
  const problem = typeof password === 'string' ? problemOf(normalisePassword(password), login) : '应为文本 (must be text)';
  if (problem) throw invalid(field, problem);
}

function problemOf(password: string, login: string): string | undefined {
  const lower = password.toLowerCase();
  const length = [...password].length;
  if (length < minPasswordLength) return `至少 ${minPasswordLength} 个字符 (must have at least ${minPasswordLength} characters)`;
  if (length > maxPasswordLength) return `至多 ${maxPasswordLength} 个字符 (must have at most ${maxPasswordLength} characters)`;
  if (lower.includes(login.toLowerCase()) && login.length >= 3) return '不能包含账号 (must not contain the login)';
  if (common.has(lower) || new Set(lower).size < 4) return '过于常见，容易被猜中 (is too common)';
  return undefined;
}

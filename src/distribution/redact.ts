/** Names of fields in an answer whose values are secrets whatever they hold. */
const secretFields = /("[^"]*(?:token|secret|password|api_?key|ticket|signature)[^"]*"\s*:\s*)"(?:[^"\\]|\\.)*"/gi;
const queries = /(\bhttps?:\/\/[^\s"'<>?#]+)\?[^\s"'<>]*/g;
const shortest = 6;

/** Makes texts fit for the ledger: known secrets, fields named like secrets and the queries of addresses are replaced. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter(({ length }) => length >= shortest).flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return (text) => known.reduce((shown, secret) => shown.replaceAll(secret, '•••'), text).replace(secretFields, '$1"•••"').replace(queries, '$1?…');
}

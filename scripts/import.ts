/** Imports a Word, Markdown or HTML file as a draft, over HTTP: `npm run import -- FILE [--kind case] [--credit 摄影者] [--original] [--url …] [--login … --password …]`. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({ allowPositionals: true, options: {
  kind: { type: 'string', default: 'article' },
  credit: { type: 'string' },
  original: { type: 'boolean', default: false },
  url: { type: 'string', default: process.env.PUBLIC_URL ?? `http://127.0.0.1:${process.env.PORT ?? 4000}` },
  login: { type: 'string', default: process.env.YICI_LOGIN ?? 'chen.contrib' },
  password: { type: 'string', default: process.env.YICI_PASSWORD ?? 'Yici-demo-2026' },
  token: { type: 'string', default: process.env.YICI_TOKEN },
} });

interface Imported {
  readonly contentId: string;
  readonly title: string;
  readonly report: readonly { readonly severity: string; readonly message: { readonly zh: string; readonly en: string }; readonly count?: number }[];
}

const [file] = positionals;
if (!file) fail('Name the file: npm run import -- 文稿.docx');
const token = values.token ?? await signIn();
const form = new FormData();
form.append('kind', values.kind);
form.append('isOriginal', String(values.original));
if (values.credit) form.append('credit', values.credit);
form.append('file', new Blob([new Uint8Array(await readFile(file).catch(() => fail(`${file} cannot be read.`)))]), basename(file));
const response = await ask(`${values.url}/imports`, { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } });
const answer = await response.json() as Imported & { error?: { message: string } };
if (!response.ok) fail(answer.error?.message ?? `The server answered ${response.status}.`);
for (const { severity, message, count } of answer.report) console.error(`${severity === 'warning' ? '!' : '·'} ${message.zh}${count ? `（${count}）` : ''}`);
console.error(`已导入《${answer.title}》`);
console.log(answer.contentId);

async function signIn(): Promise<string> {
  const query = 'mutation($login: String!, $password: String!) { signIn(input: { login: $login, password: $password }) { token } }';
  const reply = await ask(`${values.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables: { login: values.login, password: values.password } }) });
  const { data, errors } = await reply.json() as { data?: { signIn: { token: string } }; errors?: { message: string }[] };
  return data?.signIn.token ?? fail(errors?.[0]?.message ?? 'Sign-in failed.');
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init).catch(() => fail(`No server answers at ${values.url}. Start one with: npm start`));
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

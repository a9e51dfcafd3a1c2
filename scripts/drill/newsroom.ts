import { demoPassword } from '../demo/people.js';

/** The server gave no answer: it may have done what was asked. */
export class NoAnswerError extends Error {}

/** The server said no, by its code. */
export class RefusedError extends Error {
  constructor(readonly code: string, message: string) {
    super(`${code}: ${message}`);
  }
}

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The people of the demo at their desks: they speak GraphQL over HTTP, and sign in again when their session is gone. */
export class Newsroom {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly url: string) {}

  /** What the server answers this person. Throws RefusedError or NoAnswerError. */
  async ask<T>(login: string, query: string, variables: Record<string, unknown> = {}): Promise<T> {
    return this.send<T>({ query, variables }, await this.tokenOf(login));
  }

  /** Imports a Markdown file as this person; the id of the draft. */
  async importMarkdown(login: string, title: string, markdown: string): Promise<string> {
    const form = new FormData();
    form.append('credit', '演练');
    form.append('isOriginal', 'true');
    form.append('file', new Blob([markdown], { type: 'text/markdown' }), `${title}.md`);
    const answer = await this.fetch('/imports', { method: 'POST', body: form, headers: { authorization: `Bearer ${await this.tokenOf(login)}` } });
    const { contentId, error } = answer as { contentId?: string; error?: { code: string; message: string } };
    if (!contentId) throw new RefusedError(error?.code ?? 'NO_ID', error?.message ?? '');
    return contentId;
  }

  private async tokenOf(login: string): Promise<string> {
    const known = this.tokens.get(login);
    if (known) return known;
    const query = 'mutation ($login: String!, $password: String!) { signIn(input: { login: $login, password: $password }) { token } }';
    const { signIn } = await this.send<{ signIn: { token: string } }>({ query, variables: { login, password: demoPassword } });
    this.tokens.set(login, signIn.token);
    return signIn.token;
  }

  private async send<T>(body: object, token?: string): Promise<T> {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const { data, errors } = await this.fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) }) as Answer<T>;
    if (errors?.[0]) throw new RefusedError(errors[0].extensions?.code ?? 'NO_CODE', errors[0].message);
    return data!;
  }

  private async fetch(path: string, init: RequestInit): Promise<unknown> {
    try {
      return await (await fetch(`${this.url}${path}`, init)).json();
    } catch (error) {
      throw new NoAnswerError(String(error), { cause: error });
    }
  }
}

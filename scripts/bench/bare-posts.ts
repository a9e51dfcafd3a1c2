/** The bare loop beside the product: a server that, when asked, signs and posts the messages of POSTS_FILE, LANES at a time, and keeps no books. Answers with the milliseconds it took. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fetch } from 'undici';

/** One message to one endpoint. */
export interface Post {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

async function send({ id, url, secret, body }: Post): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  const headers = { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual' });
  await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
}

async function postAll(posts: readonly Post[]): Promise<number> {
  const [start, next] = [performance.now(), posts.values()];
  await Promise.all(Array.from({ length: Number(process.env.LANES) }, async () => { for (const post of next) await send(post); }));
  return performance.now() - start;
}

const answerTo = async (url: string | undefined): Promise<unknown> => (url === '/run' ? { milliseconds: await postAll(JSON.parse(readFileSync(process.env.POSTS_FILE!, 'utf8')) as Post[]) } : {});

createServer((request, response) => {
  answerTo(request.url).then((body) => response.end(JSON.stringify(body)), (error: unknown) => response.writeHead(500).end(String(error)));
}).listen(Number(process.env.PORT), '127.0.0.1');

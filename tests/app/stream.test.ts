import { createClient, type Client } from 'graphql-sse';
import { createApiKey } from '../../src/accounts/index.js';
import { watchDeliveries } from '../../src/distribution/index.js';
import { Changes } from '../../src/kernel/index.js';
import { useApp } from '../kit/app.js';
import { asPerson, aPerson } from '../kit/people.js';
import { services, useDatabase } from '../kit/services.js';
import { aDestination, article, deliverAll, outlet, registerOutlets, releaseAndPlan } from '../distribution/outlets.js';

useDatabase();
const app = useApp();
const changes = new Changes(services.log);
watchDeliveries(changes);
beforeAll(async () => { registerOutlets(); await changes.start(); });
afterAll(() => changes.stop());
beforeEach(() => outlet.reset());

const clients: Client[] = [];
afterEach(() => { for (const client of clients.splice(0)) client.dispose(); });

interface Row { readonly title: string; readonly state: string; readonly destinationId: string }
const query = 'subscription($contentId: ID, $destinationId: ID) { deliveryChanged(contentId: $contentId, destinationId: $destinationId) { title state destinationId } }';

async function keyFor(scopes: string[], destinationId?: string): Promise<string> {
  const owner = asPerson(await aPerson({ roles: destinationId ? ['administrator'] : ['operator'] }));
  return (await createApiKey(owner, { name: '流', scopes, ...(destinationId ? { destinationId } : {}) })).bearer;
}

/** A stream that is open: what is written after this resolves is heard. */
async function open(bearer: string, variables: Record<string, unknown> = {}): Promise<AsyncIterableIterator<{ data?: { deliveryChanged: Row } | null; errors?: readonly unknown[] }>> {
  let opened = (): void => undefined;
  const isOpen = new Promise<void>((resolve) => { opened = resolve; });
  const client = createClient({ url: `${app.url}/graphql/stream`, headers: { authorization: `Bearer ${bearer}` }, retryAttempts: 0, onMessage: () => opened(), fetchFn: async (...call: Parameters<typeof fetch>) => { const response = await fetch(...call); opened(); return response; } });
  clients.push(client);
  const stream = client.iterate<{ deliveryChanged: Row }>({ query, variables });
  const first = stream.next();
  await isOpen;
  let isFirst = true;
  const next = stream.next.bind(stream);
  stream.next = () => { const answer = isFirst ? first : next(); isFirst = false; return answer; };
  return stream as never;
}
const rowsOf = async (stream: Awaited<ReturnType<typeof open>>, until: (row: Row) => boolean): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let row: Row | undefined; !row || !until(row);) { const { value } = await stream.next() as { value: { data: { deliveryChanged: Row } } }; row = value.data.deliveryChanged; rows.push(row); }
  return rows;
};

describe('a stream of deliveries', () => {
  it('tells of each delivery as it changes, to its end', async () => {
    await aDestination();
    const stream = await open(await keyFor(['delivery.read']));
    await releaseAndPlan(article(), 1, 'publish', { title: '标题' });
    expect(await rowsOf(stream, ({ state }) => state === 'WAITING')).toEqual([expect.objectContaining({ title: '标题', state: 'WAITING' })]);
    await deliverAll();
    const rows = await rowsOf(stream, ({ state }) => state === 'DELIVERED');
    expect(rows.at(-1)).toMatchObject({ title: '标题', state: 'DELIVERED' });
  });

  it('tells a partner of its own only, whatever it asks for', async () => {
    const [mine, theirs] = [await aDestination('repeats', { rule: { conditions: [{ tags: ['a'] }] } }), await aDestination('repeats', { rule: { conditions: [{ tags: ['b'] }] } })];
    const bearer = await keyFor(['delivery.read'], mine._id);
    const [all, asked] = [await open(bearer), await open(bearer, { destinationId: theirs._id })];
    await releaseAndPlan(article(), 1, 'publish', { title: '给乙的', tags: ['b'] });
    await releaseAndPlan(article(), 1, 'publish', { title: '给甲的', tags: ['a'] });
    await deliverAll();
    expect((await rowsOf(all, ({ state }) => state === 'DELIVERED')).map(({ title }) => title)).not.toContain('给乙的');
    // By the end of another whole delivery, whatever the other stream was to hear would be there.
    await releaseAndPlan(article(), 1, 'publish', { title: '再给甲', tags: ['a'] });
    await deliverAll();
    expect((await rowsOf(all, ({ title, state }) => title === '再给甲' && state === 'DELIVERED')).map(({ title }) => title)).not.toContain('给乙的');
    expect(await Promise.race([asked.next(), Promise.resolve('silent')])).toBe('silent');
  });

  it('is refused in words to who may not read the ledger, and to nobody at all', async () => {
    const ask = async (headers: Record<string, string>, body: object = { query: 'subscription { deliveryChanged { id } }' }): Promise<string> =>
      (await fetch(`${app.url}/graphql/stream`, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers }, body: JSON.stringify(body) })).text();
    expect(await ask({})).toContain('UNAUTHENTICATED');
    expect(await ask({ authorization: `Bearer ${await keyFor(['job.read'])}` })).toContain('FORBIDDEN');
    const bearer = { authorization: `Bearer ${await keyFor(['delivery.read'])}` };
    expect(await ask(bearer, { query: '{ articles { nodes { title } } }' })).toContain('Only subscriptions are streamed');
    expect(await ask(bearer, { query: 'subscription { deliveryChanged { nothing } }' })).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(await ask(bearer, { query: `subscription { deliveryChanged { ${Array.from({ length: 31 }, (_, at) => `a${at}: id`).join(' ')} } }` })).toContain('TOO_MANY_ALIASES');
    expect(await ask(bearer, { query: 'subscription {' })).toContain('Syntax Error');
  });
});

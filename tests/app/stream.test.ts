import { createClient, type Client } from 'graphql-sse';
import { createApiKey } from '../../src/accounts/index.js';
import { watchDeliveries } from '../../src/distribution/index.js';
import { FilmModel } from '../../src/media/video/film.js';
import { storeAsset, updateAsset, watchMedia } from '../../src/media/index.js';
import { Changes } from '../../src/kernel/index.js';
import { useApp } from '../kit/app.js';
import { asPerson, aPerson } from '../kit/people.js';
import { services, useDatabase } from '../kit/services.js';
import { aFilm } from '../media/files.js';
import { useMedia } from '../kit/contents.js';
import { aDestination, article, deliverAll, outlet, registerOutlets, releaseAndPlan } from '../distribution/outlets.js';

useDatabase();
useMedia();
const app = useApp();
const changes = new Changes(services.log);
watchDeliveries(changes);
watchMedia(changes);
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
const open = (bearer: string, variables: Record<string, unknown> = {}): Promise<Stream<{ deliveryChanged: Row }>> => openFor(bearer, query, variables);

type Stream<T> = AsyncIterableIterator<{ data?: T | null; errors?: readonly unknown[] }>;

async function openFor<T extends object>(bearer: string, source: string, variables: Record<string, unknown> = {}): Promise<Stream<T>> {
  let opened = (): void => undefined;
  const isOpen = new Promise<void>((resolve) => { opened = resolve; });
  const client = createClient({ url: `${app.url}/graphql/stream`, headers: { authorization: `Bearer ${bearer}` }, retryAttempts: 0, onMessage: () => opened(), fetchFn: async (...call: Parameters<typeof fetch>) => { const response = await fetch(...call); opened(); return response; } });
  clients.push(client);
  const stream = client.iterate<T & Record<string, unknown>>({ query: source, variables });
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

describe('a stream of media', () => {
  interface SeenFilm { readonly alt: string; readonly video: { readonly state: string; readonly progress: number } | null }
  const source = 'subscription($id: ID) { assetChanged(id: $id) { alt video { state progress } } }';
  const writer = async (): Promise<{ ctx: ReturnType<typeof asPerson>; bearer: string }> => {
    const ctx = asPerson(await aPerson({ roles: ['contributor'] }));
    return { ctx, bearer: (await createApiKey(ctx, { name: '素材', scopes: ['asset.read', 'asset.create'] })).bearer };
  };

  it('tells of an asset as it changes and of its film with the percent that is done, to its own unit alone', async () => {
    const [{ ctx, bearer }, other] = [await writer(), await writer()];
    const asset = await storeAsset(ctx, { bytes: aFilm(), filename: '片子.mp4' });
    await FilmModel.create({ _id: asset.sha256, state: 'waiting', dueAt: services.now(), updatedAt: services.now(), progress: 0, levels: [] });
    const [mine, theirs] = [await openFor<{ assetChanged: SeenFilm }>(bearer, source, { id: asset._id }), await openFor<{ assetChanged: SeenFilm }>(other.bearer, source)];
    const next = async (): Promise<SeenFilm> => (await mine.next() as { value: { data: { assetChanged: SeenFilm } } }).value.data.assetChanged;
    await updateAsset(ctx, { id: asset._id, alt: '办事大厅' });
    let first = await next();
    // What was written just before the stream was opened may be heard on it.
    while (first.alt === '') first = await next();
    expect(first).toEqual({ alt: '办事大厅', video: { state: 'WAITING', progress: 0 } });
    await FilmModel.updateOne({ _id: asset.sha256 }, { state: 'running', progress: 37 });
    expect(await next()).toEqual({ alt: '办事大厅', video: { state: 'RUNNING', progress: 37 } });
    // A lease that is renewed is no news: the next thing told is the end.
    await FilmModel.updateOne({ _id: asset.sha256 }, { dueAt: new Date(services.now().getTime() + 1000) });
    await FilmModel.updateOne({ _id: asset.sha256 }, { state: 'ready', progress: 100 });
    expect(await next()).toEqual({ alt: '办事大厅', video: { state: 'READY', progress: 100 } });
    // The first thing that the other unit hears is of its own: it heard nothing of this.
    const own = await storeAsset(other.ctx, { bytes: Buffer.from('别处的文件'), filename: '说明.txt' });
    await updateAsset(other.ctx, { id: own._id, alt: '别处' });
    const { value } = await theirs.next() as { value: { data: { assetChanged: SeenFilm } } };
    expect(['', '别处']).toContain(value.data.assetChanged.alt);
    expect(value.data.assetChanged.video).toBeNull();
  });

  it('tells the sender, and nobody else, how many bytes of an upload are here', async () => {
    const [{ bearer }, other] = [await writer(), await writer()];
    interface News { readonly uploadChanged: { readonly state: string; readonly offset: number; readonly size: number } }
    const uploads = 'subscription { uploadChanged { state offset size } }';
    const [mine, theirs] = [await openFor<News>(bearer, uploads), await openFor<News>(other.bearer, uploads)];
    const next = async (): Promise<object> => (await mine.next() as { value: { data: News } }).value.data.uploadChanged;
    const tus = { 'tus-resumable': '1.0.0', authorization: `Bearer ${bearer}` };
    const { headers } = await fetch(`${app.url}/uploads`, { method: 'POST', headers: { ...tus, 'upload-length': '2000', 'upload-metadata': `filename ${btoa('a.txt')}` } });
    expect(await next()).toEqual({ state: 'RECEIVING', offset: 0, size: 2000 });
    await fetch(new URL(headers.get('location')!, app.url), { method: 'PATCH', headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, body: 'x'.repeat(1200) });
    expect(await next()).toEqual({ state: 'RECEIVING', offset: 1200, size: 2000 });
    await fetch(`${app.url}/uploads`, { method: 'POST', headers: { ...tus, authorization: `Bearer ${other.bearer}`, 'upload-length': '77', 'upload-metadata': `filename ${btoa('b.txt')}` } });
    expect(((await theirs.next()) as { value: { data: News } }).value.data.uploadChanged).toEqual({ state: 'RECEIVING', offset: 0, size: 77 });
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killPoints } from '../../scripts/drill/kill-points.js';
import { judgeBooks } from '../../scripts/drill/judge-books.js';
import { Newsroom } from '../../scripts/drill/newsroom.js';
import { readBooks } from '../../scripts/drill/outlets.js';
import { plainEnvironment, startProduct, type ProductOptions } from '../../scripts/drill/running-product.js';
import { correctedSummary } from '../../scripts/drill/tour-steps.js';
import { untilQuiet, walkTour, type Stage } from '../../scripts/drill/walk-tour.js';
import { projectRoot } from '../../scripts/launch/folders.mjs';
import { isPortFree } from '../../scripts/launch/port.mjs';

// One `npm start` on a new folder, as a stranger runs it: the README's tour pasted, two of the drill's kills, and an orderly end.
// `npm run drill -- tour` kills at every point. A first build and the demo's seeding count too, hence the long limits.
const minutes = 60_000;
const title = '不动产登记跑一次：从“三个窗口”到“一个小时”';
let dataDir: string;
let options: ProductOptions;
let stage: Stage;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'yici-tour-'));
  options = { dataDir, port: await threeFreePorts() };
  stage = { options, product: await startProduct(options) };
  await untilQuiet(new Newsroom(stage.product.url));
}, 10 * minutes);

afterAll(async () => {
  await stage?.product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, minutes);

/**
 * The product's port and the two above it, for the simulator and the receiver. From below those that a system hands out to whoever asks:
 * nobody is given one of them while the product is built, or between a kill and the next start.
 */
async function threeFreePorts(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 30_000);
    if (await isPortFree(port) && await isPortFree(port + 1) && await isPortFree(port + 2)) return port;
  }
}

const environment = (): NodeJS.ProcessEnv => ({ ...plainEnvironment(), DATA_DIR: dataDir, PORT: String(options.port) });

function readTour(): string {
  const tour = /<!-- tour:begin -->\n```bash\n([\s\S]*?)```\n<!-- tour:end -->/.exec(readFileSync(join(projectRoot, 'README.md'), 'utf8'))?.[1];
  if (!tour) throw new Error('README.md has no tour between its marks');
  return tour;
}

/** Runs the tour in bash, whose lines a terminal would be given. */
function paste(lines: string): Promise<{ code: number | null; out: string; err: string }> {
  const bash = spawn('bash', ['-s'], { cwd: projectRoot, env: environment(), stdio: ['pipe', 'pipe', 'pipe'] });
  const [out, err]: [string[], string[]] = [[], []];
  bash.stdout.on('data', (chunk) => out.push(String(chunk)));
  bash.stderr.on('data', (chunk) => err.push(String(chunk)));
  bash.stdin.end(lines);
  return new Promise((resolve) => bash.on('close', (code) => resolve({ code, out: out.join(''), err: err.join('') })));
}

const startOnce = (env: NodeJS.ProcessEnv): ReturnType<typeof spawnSync> => spawnSync(process.execPath, [join(projectRoot, 'scripts/start.mjs')], { cwd: projectRoot, env: { ...environment(), ...env }, encoding: 'utf8', timeout: 2 * minutes });

it('the README’s tour, pasted as is, ends with the article and its correction at every outlet', async () => {
  const { code, out, err } = await paste(readTour());
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining(`已导入《${title}》`) });
  expect(out.match(/"confirmed": 3,\s*"total": 3,\s*"isPlanned": true,\s*"missing": \[\]/g)).toHaveLength(2);
  expect(judgeBooks(await readBooks(stage.product, title, correctedSummary), correctedSummary)).toEqual([]);
}, 10 * minutes);

it('the ledger shows how often it tried, and each attempt', async () => {
  const { deliveries } = await new Newsroom(stage.product.url).ask<{ deliveries: { nodes: { state: string; attemptCount: number; attempts: { kind: string }[] }[] } }>('he.operator', '{ deliveries(first: 6) { nodes { state attemptCount attempts { kind } } } }');
  expect(deliveries.nodes.filter(({ state, attempts }) => state === 'DELIVERED' && attempts.length > 0).length).toBeGreaterThan(0);
  for (const { attemptCount, attempts } of deliveries.nodes) expect(attempts.filter(({ kind }) => kind === 'DELIVER' || kind === 'CONFIRM')).toHaveLength(attemptCount);
});

it.each(['publish: while it is published', 'delivery 1: submitted, answer unheard'])('kill -9 loses nothing and sends nothing twice: %s', async (name) => {
  const point = killPoints.find((each) => `${each.step}: ${each.name}` === name)!;
  expect((await walkTour(stage, `验收演练：${point.name}`, point)).breaches).toEqual([]);
}, 10 * minutes);

it('a second start on the same folder, or on the same port, says what is there and what to do', () => {
  const sameFolder = startOnce({ PORT: '0' });
  expect(sameFolder).toMatchObject({ status: 1, stderr: expect.stringMatching(/already works on the data folder.*process \d+.*DATA_DIR=/) });
  const elsewhere = mkdtempSync(join(tmpdir(), 'yici-tour-'));
  const samePort = startOnce({ DATA_DIR: elsewhere });
  rmSync(elsewhere, { recursive: true, force: true });
  expect(samePort).toMatchObject({ status: 1, stderr: expect.stringMatching(new RegExp(`Port ${options.port} .*in use.*PORT=${options.port + 1}`)) });
}, 5 * minutes);

it('a folder that cannot be made is named, with what to do', () => {
  expect(startOnce({ DATA_DIR: join(projectRoot, 'package.json', 'data'), PORT: '0' })).toMatchObject({ status: 1, stderr: expect.stringMatching(/is not a folder, or runs through a file.*DATA_DIR=/s) });
});

it('Ctrl-C lets a request that is under way end, then everything is gone', async () => {
  const room = new Newsroom(stage.product.url);
  const { signIn } = await room.ask<{ signIn: { token: string } }>('chen.contrib', 'mutation { signIn(input: { login: "chen.contrib", password: "Yici-demo-2026" }) { token } }');
  const form = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.md"\r\n\r\n# 最后一稿\n\n正文第一段，写到一半。';
  let ended: Promise<number | null> = Promise.resolve(null);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', authorization: `Bearer ${signIn.token}`, expect: '100-continue' };
    const sending = request(`${stage.product.url}/imports`, { method: 'POST', headers }, (response) => resolve(response.statusCode));
    sending.on('error', reject);
    sending.flushHeaders();
    // The request is under way: it was told to go on.
    sending.once('continue', () => {
      sending.write(form);
      ended = stage.product.stop();
      // The new port answers nobody any more once the stop has begun; then the rest is sent.
      const finish = (): void => { isPortFree(options.port).then((isFree) => (isFree ? sending.end('\r\n--x--\r\n') : setTimeout(finish, 20)), reject); };
      finish();
    });
  });
  expect(status).toBe(201);
  expect(await ended).toBe(0);
  for (const offset of [0, 1, 2]) expect(await isPortFree(options.port + offset)).toBe(true);
}, 2 * minutes);

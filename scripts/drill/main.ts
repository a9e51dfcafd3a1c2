/**
 * `npm run drill -- tour [--quick] [--only TEXT] [--port 4600]`: walks the README's tour again and again and kills the product once on each walk.
 * `npm run drill -- deliveries [--quick] [--contents 2000]`: hostile receivers, and workers, web servers and the primary killed all the time.
 * Both read what the outlets have at the end; exit code 1 when anything was lost or sent twice.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../launch/build.mjs';
import { drillDeliveries, wordsOf, type DrillResult } from './deliveries/drill-deliveries.js';
import { drillTour } from './drill-tour.js';

const { positionals, values } = parseArgs({ allowPositionals: true, options: {
  quick: { type: 'boolean', default: false },
  only: { type: 'string', default: '' },
  port: { type: 'string', default: '4600' },
  contents: { type: 'string' },
} });
const drills: Readonly<Record<string, () => Promise<number>>> = {
  tour: () => drillTour({ quick: values.quick, only: values.only, port: Number(values.port) }),
  deliveries: runDeliveries,
};
const drill = drills[positionals[0] ?? ''];
if (!drill) console.error(`Name a drill: ${Object.keys(drills).join(', ')}`);
process.exit(!drill || await drill() > 0 ? 1 : 0);

async function runDeliveries(): Promise<number> {
  await ensureBuilt();
  const folder = await mkdtemp(join(tmpdir(), 'yici-drill-'));
  const contents = Number(values.contents ?? (values.quick ? 200 : 2000));
  const result = await drillDeliveries({
    folder, contents, forWechat: Math.min(contents, values.quick ? 10 : 60), killEveryMs: 6000, leastKills: values.quick ? { worker: 1, web: 0, primary: 1 } : { worker: 3, web: 3, primary: 3 },
    webs: 2, workers: 2, patienceMs: (values.quick ? 15 : 45) * 60_000, say: (line) => console.error(line),
  });
  const breaches = print(result);
  if (breaches === 0) await rm(folder, { recursive: true, force: true });
  else console.error(`${breaches} breaches. The folder is kept: ${folder}`);
  return breaches;
}

/** The table; the number of breaches. */
function print({ findings, kills, deliveries, seconds, retriedByHand }: DrillResult): number {
  console.log(`${deliveries} deliveries in ${seconds} s; killed: ${wordsOf(kills)}; ${retriedByHand} sent again by hand`);
  for (const { who, promise, checked, breaches } of findings) {
    console.log(`${who.padEnd(18)} ${promise.padEnd(36)} ${String(checked).padStart(7)}  ${breaches.length === 0 ? 'ok' : `BREACH × ${breaches.length}`}`);
    for (const breach of breaches.slice(0, 10)) console.log(`    ${breach}`);
  }
  return findings.reduce((sum, { breaches }) => sum + breaches.length, 0);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killPoints } from './kill-points.js';
import { Newsroom } from './newsroom.js';
import { startProduct } from './running-product.js';
import { untilQuiet, walkTour, type Stage, type Walk } from './walk-tour.js';

export interface TourOptions {
  /** Leaves out the points that take minutes. */
  readonly quick: boolean;
  /** Only points whose name holds this text. */
  readonly only: string;
  readonly port: number;
}

/** Walks the README's tour again and again, kills the product once on each walk, and prints what the outlets have at the end. Returns the number of breaches. */
export async function drillTour({ quick, only, port }: TourOptions): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'yici-drill-'));
  const points = killPoints.filter(({ name, step, isSlow }) => !(quick && isSlow) && `${step}: ${name}`.includes(only));
  const options = { dataDir, port };
  console.error(`Starting on ${dataDir} …`);
  const stage: Stage = { options, product: await startProduct(options) };
  await untilQuiet(new Newsroom(stage.product.url));
  let breaches = 0;
  console.log(row('point', 'killed', 'ended', 'ready', 'finished', 'result'));
  for (const [at, point] of points.entries()) {
    breaches += report(await walk(stage, at, point));
    // A start that failed is a breach of that point; the next ones deserve a running product.
    if (!await fetch(`${stage.product.url}/readyz`).then(({ ok }) => ok, () => false)) stage.product = await startProduct(options);
  }
  await stage.product.stop();
  if (breaches > 0) console.error(`${breaches} breaches. The data folder is kept: ${dataDir}`);
  else await rm(dataDir, { recursive: true, force: true });
  return breaches;
}

async function walk(stage: Stage, at: number, point: (typeof killPoints)[number]): Promise<Walk> {
  try {
    return await walkTour(stage, `演练第${at + 1}篇：一次办好`, point);
  } catch (error) {
    const breaches = [`the tour could not be finished: ${(error instanceof Error ? error.message : String(error)).slice(0, 1500)}`];
    return { point: `${point.step}: ${point.name}`, victim: point.victim, secondsToEnd: NaN, secondsToReady: NaN, secondsToFinish: NaN, breaches };
  }
}

function report({ point, victim, secondsToEnd, secondsToReady, secondsToFinish, breaches: found }: Walk): number {
  console.log(row(point, victim, `${secondsToEnd} s`, `${secondsToReady} s`, `${secondsToFinish} s`, found.length === 0 ? 'ok' : 'BREACH'));
  for (const sentence of found) console.log(`    ${sentence}`);
  return found.length;
}

function row(point: string, victim: string, ...rest: string[]): string {
  return [point.padEnd(56), victim.padEnd(11), ...rest.map((each) => each.padStart(9))].join(' ');
}

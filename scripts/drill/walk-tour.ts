import { setTimeout as pause } from 'node:timers/promises';
import { judgeBooks } from './judge-books.js';
import type { KillPoint } from './kill-points.js';
import { NoAnswerError, Newsroom } from './newsroom.js';
import { partnerLog, readBooks, troubleWechat, wechatCalls } from './outlets.js';
import { startProduct, type ProductOptions, type RunningProduct } from './running-product.js';
import { correctedSummary, countSignatures, look, nextStep, perform, performUnlessDone, type Progress, type Step } from './tour-steps.js';

/** How one tour with one kill ended. */
export interface Walk {
  readonly point: string;
  readonly victim: string;
  /** Seconds from the kill until the killed start had ended, until the next one was ready, and until the tour was at its end. */
  readonly secondsToEnd: number;
  readonly secondsToReady: number;
  readonly secondsToFinish: number;
  /** Empty when nothing was lost and nothing sent twice. */
  readonly breaches: readonly string[];
}

/** The longest all outlets may take to confirm a version after a crash: a lease of 30 s, a look and a retry, on a busy machine; with `isSlow` WeChat's five minutes. */
const patienceMs = 300_000;
const slowPatienceMs = 600_000;
/** Requests of the tour take less than this, in milliseconds; kills fall anywhere in it. */
const requestMs = 120;

/** The product under drill: replaced by the next start after each kill. */
export interface Stage {
  product: RunningProduct;
  readonly options: ProductOptions;
}

/** Walks the README's tour with an article of its own, kills the product once on the way, starts it again, goes on, and reads the outlets' books at the end. */
export async function walkTour(stage: Stage, title: string, point: KillPoint): Promise<Walk> {
  const times = { end: 0, ready: 0 };
  let killedAt = 0;
  const kill = async (): Promise<void> => {
    killedAt = performance.now();
    await stage.product.kill(point.victim);
    times.end = performance.now() - killedAt;
    stage.product = await startProduct(stage.options);
    times.ready = performance.now() - killedAt;
  };
  const breaches: string[] = [];
  const revisions = new Map<string, string>();
  const room = new Newsroom(stage.product.url);
  const patience = point.isSlow ? slowPatienceMs : patienceMs;
  let before: Step | undefined;
  for (let progress = await look(room, title), step = nextStep(progress); step !== 'done'; progress = await look(room, title), step = nextStep(progress)) {
    if (before && isBehind(step, before)) breaches.push(`after “${before}” was answered, the newsroom stood at “${step}” again: something was lost`);
    if (progress.id && progress.revisionId) revisions.set(progress.revisionId, progress.id);
    before = undefined;
    if (step === beginningOf(point) && killedAt === 0) {
      const isAnswered = await killAbout(stage, room, title, { point, progress, kill });
      if (isAnswered) before = step;
    } else if (step.startsWith('delivery')) await untilDelivered(room, title, step, patience);
    else {
      await performUnlessDone(room, title, step, progress);
      before = step;
    }
  }
  const books = await readBooks(stage.product, title, correctedSummary);
  for (const [revisionId, id] of revisions) if (await countSignatures(room, id, revisionId) !== 3) breaches.push(`the review sheet of ${revisionId} does not hold 3 signatures`);
  return {
    point: `${point.step}: ${point.name}`, victim: point.victim, breaches: [...breaches, ...judgeBooks(books, correctedSummary)],
    ...seconds({ secondsToEnd: times.end, secondsToReady: times.ready, secondsToFinish: performance.now() - killedAt }),
  };
}

const seconds = <T extends Record<string, number>>(times: T): T => Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, Math.round(ms / 100) / 10])) as T;

const order = (step: Step): string => step.replace(/^\D+/, '').slice(0, 1);
/** Whether `now` is the step that was answered already, or one of an earlier round. */
const isBehind = (now: Step, answered: Step): boolean => now === answered || (order(now) !== '' && order(answered) !== '' && order(now) < order(answered));

interface Kill {
  readonly point: KillPoint;
  readonly progress: Progress;
  readonly kill: () => Promise<void>;
}

/** The step of a person at which a point's business begins: deliveries begin with a release. */
const beginningOf = ({ step }: KillPoint): Step => (step === 'delivery 1' ? 'publish' : step === 'delivery 2' ? 'correct' : step);

/** Does the step and kills as the point says. True when the step was answered before that. */
async function killAbout(stage: Stage, room: Newsroom, title: string, { point, progress, kill }: Kill): Promise<boolean> {
  const reached = point.step.startsWith('delivery') ? await watchOutside(stage.product, point) : undefined;
  const done = perform(room, title, beginningOf(point), progress).then(() => true, (error: unknown) => {
    if (error instanceof NoAnswerError) return false;
    throw error;
  });
  if (reached || point.moment === 'after') await done;
  else await pause(Math.random() * requestMs);
  await reached?.();
  await kill();
  return done;
}

/** Orders WeChat's trouble for what comes next. The returned function waits for the moment that the point names. */
async function watchOutside({ wechatUrl, partnerUrl }: RunningProduct, { outside }: KillPoint): Promise<() => Promise<void>> {
  if (!outside) return () => pause(Math.random() * 3000);
  const count = async (): Promise<number> => (outside.at === 'partner' ? (await partnerLog(partnerUrl)).length : (await wechatCalls(wechatUrl, outside.endpoint)).length);
  const before = await count();
  if (outside.at === 'wechat') await troubleWechat(wechatUrl, outside.endpoint, outside.moment);
  return () => until(async () => await count() > before, patienceMs, `nothing came to ${outside.at}`);
}

/** Waits until every outlet confirmed the version that is out. */
const untilDelivered = (room: Newsroom, title: string, step: Step, patience: number): Promise<void> =>
  until(async () => nextStep(await look(room, title)) !== step, patience, `${step} of “${title}” did not end`);

/** Waits until the product has nothing more to deliver. */
export const untilQuiet = (room: Newsroom): Promise<void> => until(async () => {
  const { deliveries } = await room.ask<{ deliveries: { nodes: unknown[] } }>('he.operator', '{ deliveries(filter: { states: [HELD, WAITING, RUNNING, ACCEPTED] }, first: 1) { nodes { id } } }');
  return deliveries.nodes.length === 0;
}, patienceMs, 'the demo’s deliveries did not end');

async function until(isSo: () => Promise<boolean>, patience: number, words: string): Promise<void> {
  for (const end = Date.now() + patience; !(await isSo()); await pause(10)) {
    if (Date.now() > end) throw new Error(`${words} within ${patience / 1000} s`);
  }
}

import type { Services } from './context.js';
import type { Changes, Wanted } from './changes.js';
import { dispatchNextEvent } from './reactions.js';
import { runNextJob } from './run-next-job.js';

/** One step of background work: does one thing that is due and tells whether there was one. */
export type Step = (services: Services) => Promise<boolean>;

/** Does everything that is due and returns when nothing is. For tests and for scripts that wait. */
export async function processAll(services: Services, steps: readonly Step[] = [dispatchNextEvent, runNextJob]): Promise<void> {
  for (let isBusy = true; isBusy;) {
    isBusy = false;
    for (const step of steps) while (await step(services)) isBusy = true;
  }
}

export interface LoopOptions {
  readonly step: Step;
  /** How many run side by side at most. */
  readonly concurrency: number;
  /** Milliseconds between looks when nobody rings. */
  readonly pollMs: number;
}

/** However often steps fail, the loop looks again within 10 seconds. */
const longestPauseMs = 10_000;

/**
 * A background loop: woken by `ring`, looking by itself every `pollMs`, drained by `stop`. Each ring and each look starts a lane, and a
 * lane that found work starts another, up to `concurrency`; a lane ends when nothing is due. After an error the loop looks less and less
 * often, deaf to rings, until a step succeeds.
 */
export class Loop {
  private readonly lanes = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private rings = 0;
  private failures = 0;
  private isStopped = false;

  constructor(private readonly services: Services, private readonly options: LoopOptions) {
    this.look();
  }

  /** Something may be due now. */
  ring(): void {
    this.rings += 1;
    if (this.failures === 0) this.openLane();
  }

  /** Lets running steps end and starts no more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await Promise.all(this.lanes);
  }

  /** Doubles the lanes while all of them are busy; one lane when idle or in trouble. */
  private look(): void {
    const more = this.failures > 0 ? 1 : this.lanes.size + 1;
    for (let count = 0; count < more; count += 1) this.openLane();
    this.timer = setTimeout(() => this.look(), Math.min(Math.max(longestPauseMs, this.options.pollMs), this.options.pollMs * 2 ** this.failures));
  }

  private openLane(): void {
    if (this.isStopped || this.lanes.size >= this.options.concurrency) return;
    const lane = this.run().finally(() => { this.lanes.delete(lane); });
    this.lanes.add(lane);
  }

  private async run(): Promise<void> {
    for (let isDue = true; isDue && !this.isStopped;) {
      const { rings } = this;
      const found = await this.tryStep();
      if (found === 'work') this.openLane();
      // Who rang while the step was looking may have added what it did not see.
      isDue = found === 'work' || (found === 'nothing' && rings !== this.rings);
    }
  }

  private async tryStep(): Promise<'work' | 'nothing' | 'trouble'> {
    try {
      const wasBusy = await this.options.step(this.services);
      this.failures = 0;
      return wasBusy ? 'work' : 'nothing';
    } catch (error) {
      this.failures = Math.min(this.failures + 1, 10);
      this.services.log.error({ err: error }, 'a background step failed');
      return 'trouble';
    }
  }
}

/** Rings the loop whenever a document (like `inserted`, when given) is added to the collection; what becomes due later is found by the loop's own looks. */
export function ringOnChange(changes: Changes, collection: string, loop: () => Loop | undefined, inserted: Wanted['inserted'] = {}): void {
  changes.on(collection, () => loop()?.ring(), { operations: ['insert'], inserted });
}

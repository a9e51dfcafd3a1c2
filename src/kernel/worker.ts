import type { Services } from './context.js';
import type { Changes } from './changes.js';
import { runNextJob } from './jobs.js';
import { dispatchNextEvent } from './reactions.js';

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
  /** How many run side by side. */
  readonly concurrency: number;
  /** Milliseconds between looks when nobody rings. */
  readonly pollMs: number;
}

/** A background loop: woken by `ring`, looking by itself every `pollMs`, drained by `stop`. */
export class Loop {
  private isStopped = false;
  private readonly lanes: Promise<void>[];
  private sleepers: (() => void)[] = [];

  constructor(private readonly services: Services, private readonly options: LoopOptions) {
    this.lanes = Array.from({ length: options.concurrency }, () => this.run());
  }

  /** Something may be due now. */
  ring(): void {
    const sleepers = this.sleepers;
    this.sleepers = [];
    for (const wake of sleepers) wake();
  }

  /** Lets running steps end and starts no more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.ring();
    await Promise.all(this.lanes);
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      const wasBusy = await this.options.step(this.services).catch((error: unknown) => {
        this.services.log.error({ err: error }, 'a background step failed');
        return false;
      });
      if (!wasBusy && !this.isStopped) await this.rest();
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.options.pollMs);
      this.sleepers.push(() => { clearTimeout(timer); resolve(); });
    });
  }
}

/** Rings the loop whenever a document is added to the collection; what becomes due later is found by the loop's own looks. */
export function ringOnChange(changes: Changes, collection: string, loop: () => Loop | undefined): void {
  changes.on(collection, (change) => { if (change.operation === 'insert') loop()?.ring(); });
}

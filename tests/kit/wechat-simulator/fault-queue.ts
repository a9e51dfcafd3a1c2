import type { Fault } from './options.js';

/** Stops one answer after its effect until the test lets it go. */
export interface Gate {
  /** Resolves when a call has done its work and its answer waits. */
  readonly reached: Promise<void>;
  release(): void;
}

/** A fault or the inside of a gate. */
export type Trouble = Fault | { readonly kind: 'hold'; readonly arrive: () => void; readonly opened: Promise<void> };

interface Waiting {
  readonly path: string;
  readonly appid?: string;
  readonly trouble: Trouble;
}

/** What shall go wrong next, per endpoint and in order. Lives in memory: a restart forgets it. */
export class FaultQueue {
  private waiting: Waiting[] = [];

  /** Queues a fault for the next `times` calls of a path; `appid` limits it to one account. */
  add(path: string, fault: Fault, times = 1, appid?: string): void {
    for (let round = 0; round < times; round += 1) this.waiting.push({ path, appid, trouble: fault });
  }

  /** Queues a gate for the next call of a path. */
  hold(path: string): Gate {
    const reached = withResolvers();
    const opened = withResolvers();
    this.waiting.push({ path, trouble: { kind: 'hold', arrive: reached.resolve, opened: opened.promise } });
    return { reached: reached.promise, release: opened.resolve };
  }

  /** Takes the next trouble of a call, if any waits. */
  take(path: string, appid: string): Trouble | undefined {
    const index = this.waiting.findIndex((one) => one.path === path && (one.appid === undefined || one.appid === appid));
    return index < 0 ? undefined : this.waiting.splice(index, 1)[0]?.trouble;
  }

  clear(): void {
    this.waiting = [];
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => { resolve = done; });
  return { promise, resolve };
}

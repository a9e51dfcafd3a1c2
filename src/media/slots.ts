import { UnavailableError } from '../kernel/index.js';

/** Work that was not done in its time. What cannot be interrupted goes on, and keeps its slot until it ends. */
export class TookTooLongError extends Error {}

/** Lets so many work at once; the others wait in line, and a line too long is refused with UNAVAILABLE. */
export class Slots {
  private free: number;
  private readonly line: (() => void)[] = [];

  constructor(count: number, private readonly maxLine: number) {
    this.free = count;
  }

  /** Runs `work` when its turn comes. Throws TookTooLongError when it is not done `maxMs` after that. */
  async run<T>(work: () => Promise<T>, maxMs = Infinity): Promise<T> {
    await this.enter();
    const working = this.hold(work);
    return maxMs === Infinity ? working : within(working, maxMs);
  }

  /** The slot is given back however the work ends, also when it fails before it has begun to wait. */
  private async hold<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private leave(): void {
    const next = this.line.shift();
    if (next) next();
    else this.free += 1;
  }

  private enter(): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve();
    }
    if (this.line.length >= this.maxLine) throw new UnavailableError({ reason: '图片处理排队已满 (too many pictures are being processed)' });
    return new Promise((resolve) => { this.line.push(resolve); });
  }
}

function within<T>(working: Promise<T>, maxMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLongError(`超过 ${Math.round(maxMs / 1000)} 秒 (it took over ${Math.round(maxMs / 1000)} s)`)), maxMs);
  });
  return Promise.race([working, tooLong]).finally(() => clearTimeout(timer));
}

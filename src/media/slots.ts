import { UnavailableError } from '../kernel/index.js';

/** Lets so many work at once; the others wait in line, and a line too long is refused with UNAVAILABLE. */
export class Slots {
  private free: number;
  private readonly line: (() => void)[] = [];

  constructor(count: number, private readonly maxLine: number) {
    this.free = count;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      const next = this.line.shift();
      if (next) next();
      else this.free += 1;
    }
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

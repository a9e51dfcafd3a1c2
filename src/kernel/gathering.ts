/** How much a gathering takes at once. */
export interface GatheringOptions {
  /** Items of one batch at most. */
  readonly most: number;
  /** Batches under way at the same time at most; what is asked for meanwhile goes together in the next one. */
  readonly sideBySide: number;
}

interface Asked<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does together what is asked for at about the same time: the busier it is, the larger its batches, and alone nobody waits. `doAll`
 * answers in the order of the items; when it rejects, all of its batch are rejected.
 */
export class Gathering<T, R> {
  private asked: Asked<T, R>[] = [];
  private underWay = 0;

  constructor(private readonly doAll: (items: readonly T[]) => Promise<readonly R[]>, private readonly options: GatheringOptions) {}

  /** The result for this item, when its batch is done. */
  do(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.asked.push({ item, resolve, reject });
      // Whoever asks in the same turn of the event loop comes along.
      if (this.asked.length === 1) setImmediate(() => this.begin());
    });
  }

  private begin(): void {
    while (this.asked.length > 0 && this.underWay < this.options.sideBySide) void this.run(this.asked.splice(0, this.options.most));
  }

  private async run(batch: readonly Asked<T, R>[]): Promise<void> {
    this.underWay += 1;
    try {
      const results = await this.doAll(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, at) => resolve(results[at] as R));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.underWay -= 1;
      this.begin();
    }
  }
}

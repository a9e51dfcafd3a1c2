/** The platform's time. Follows real time, or stands still and moves by `advance` only. */
export class VirtualClock {
  /** @param startAt fixed start; absent follows real time plus `offsetMs`. */
  constructor(private readonly startAt: Date | undefined, private offsetMs: number) {}

  get isFixed(): boolean {
    return this.startAt !== undefined;
  }

  get offset(): number {
    return this.offsetMs;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return (this.startAt?.getTime() ?? Date.now()) + this.offsetMs;
  }

  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Moves time forward; running what became due is the caller's work. */
  advance(ms: number): void {
    this.offsetMs += ms;
  }
}

const beijingOffsetMs = 8 * 3_600_000;

/** The calendar day in Beijing, `2026-11-23`: daily quotas and statistics count by it. */
export const beijingDay = (ms: number): string => new Date(ms + beijingOffsetMs).toISOString().slice(0, 10);

/** The calendar month in Beijing, `2026-11`. */
export const beijingMonth = (ms: number): string => beijingDay(ms).slice(0, 7);

/** Day and time in Beijing for people, `11月23日 09:30`. */
export function beijingMoment(ms: number): string {
  const date = new Date(ms + beijingOffsetMs);
  const time = date.toISOString().slice(11, 16);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${time}`;
}

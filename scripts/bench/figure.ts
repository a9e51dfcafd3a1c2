/** One measured value. `ratio` compares it with the figure called `ratioTo`, measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratioTo: string | null;
  readonly ratio: number | null;
  /** Server CPU per request in microseconds: steadier than rates on a busy machine. */
  readonly cpuMicroseconds?: number;
  /** The other's server CPU per request by this one's. */
  readonly cpuRatio?: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** The value below which so many percent lie (nearest rank). */
export const percentile = (values: readonly number[], percent: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil((values.length * percent) / 100) - 1)] ?? Number.NaN;

/** A figure beside the one it is compared with. */
export function figure(name: string, value: number, unit: string, base?: { readonly name: string; readonly value: number }, more: Partial<Figure> = {}): Figure {
  return { name, value: round(value), unit, ratioTo: base?.name ?? null, ratio: base ? round(value / base.value) : null, ...more };
}

const round = (value: number): number => Number(value.toPrecision(4));

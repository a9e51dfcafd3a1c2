/** Beijing is UTC+8 all year. WeChat's daily quotas start anew at its midnight. */
const offsetMs = 8 * 3_600_000;
const dayMs = 24 * 3_600_000;

const dayOf = (at: Date): number => Math.floor((at.getTime() + offsetMs) / dayMs);

/** The first midnight in Beijing after `at`. */
export const nextBeijingMidnight = (at: Date): Date => new Date((dayOf(at) + 1) * dayMs - offsetMs);

/** True when both instants fall on one day in Beijing. */
export const isSameBeijingDay = (one: Date, other: Date): boolean => dayOf(one) === dayOf(other);

/** The day in Beijing as WeChat writes it: 2026-11-23. */
export const beijingDay = (at: Date): string => new Date(at.getTime() + offsetMs).toISOString().slice(0, 10);

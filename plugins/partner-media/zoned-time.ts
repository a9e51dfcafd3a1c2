/** An instant as ISO 8601 with the offset of its own zone, as it was meant: 2026-11-23T14:30:00.000+08:00. In UTC where there is no zone. */
export function zonedTime(at: Date, timeZone: string | undefined): string {
  const offset = timeZone ? offsetOf(at, timeZone) : 'Z';
  if (offset === 'Z') return at.toISOString();
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  const shift = (hours * 60 + minutes) * 60_000 * (offset.startsWith('-') ? -1 : 1);
  return new Date(at.getTime() + shift).toISOString().replace('Z', offset);
}

/** `+08:00`, as the zone was at that instant; `Z` at Greenwich. */
function offsetOf(at: Date, timeZone: string): string {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return /^GMT([+-]\d\d:\d\d)$/.exec(name)?.[1] ?? 'Z';
}

import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { ReactNode } from 'react';
import { newsroomZone } from './time.js';

dayjs.extend(utc);
dayjs.extend(timezone);

export interface NewsroomPickerProps {
  readonly label: string;
  /** A moment in ISO 8601, or nothing yet. */
  readonly value: string | undefined;
  readonly onChange: (at: string | undefined) => void;
  /** True when a moment that has passed may not be chosen. */
  readonly isFuture?: boolean;
  /** Moments that are one click away. */
  readonly presets?: readonly { readonly label: string; readonly at: string }[];
}

/** Picks a moment whose figures are Hangzhou's, wherever the computer stands. */
export function NewsroomPicker({ label, value, onChange, isFuture = false, presets = [] }: NewsroomPickerProps): ReactNode {
  return (
    <DatePicker
      showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" aria-label={label} placeholder={label} style={{ minWidth: 190 }}
      value={value ? inNewsroom(value) : null}
      onChange={(next: Dayjs | null) => { onChange(next ? next.second(0).millisecond(0).tz(newsroomZone, true).toISOString() : undefined); }}
      presets={presets.map(({ label: name, at }) => ({ label: name, value: inNewsroom(at) }))}
      {...(isFuture ? { minDate: dayjs().tz(newsroomZone) } : {})}
    />
  );
}

/** The moment as Hangzhou's clocks show it. */
export const inNewsroom = (at: string | Date): Dayjs => dayjs(at).tz(newsroomZone);

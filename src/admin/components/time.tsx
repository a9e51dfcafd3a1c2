import type { ReactNode } from 'react';
import { currentLanguage, useAppearance, type Language } from '../app/appearance.js';
import { useWords } from '../app/words.js';
import { componentWords } from './component-words.js';

/** The newsroom's clock: every time is shown as it is in Hangzhou, wherever the reader sits. */
export const newsroomZone = 'Asia/Shanghai';

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };
const formats = {
  full: { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  day: { year: 'numeric', month: '2-digit', day: '2-digit' },
  thisYear: { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit' },
  exact: { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

const made = new Map<string, Intl.DateTimeFormat>();

/** A moment as text, in Hangzhou's time. */
export function formatTime(at: string | Date, look: keyof typeof formats = 'full', language: Language = currentLanguage()): string {
  const key = `${language} ${look}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...formats[look], hour12: false, timeZone: newsroomZone });
  made.set(key, format);
  return format.format(new Date(at));
}

const madeRelative = new Map<Language, Intl.RelativeTimeFormat>();

function relativeIn(language: Language): Intl.RelativeTimeFormat {
  const format = madeRelative.get(language) ?? new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  madeRelative.set(language, format);
  return format;
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [['day', 86_400], ['hour', 3600], ['minute', 60]];

/** How long ago or ahead a moment is, such as 3 小时前. Answers undefined for more than seven days. */
export function formatRelative(at: string | Date, now: Date = new Date(), language: Language = currentLanguage()): string | undefined {
  const seconds = (new Date(at).getTime() - now.getTime()) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return undefined;
  const [unit, size] = steps.find(([, each]) => Math.abs(seconds) >= each) ?? ['minute', 60];
  return relativeIn(language).format(Math.trunc(seconds / size), unit);
}

export interface TimeProps {
  readonly at: string;
  /** `ago` for what is new, such as a queue; `full` for records. */
  readonly look?: 'ago' | 'full' | 'day' | 'clock' | 'exact';
}

/** A moment; hovering over it tells the exact one. */
export function Time({ at, look = 'full' }: TimeProps): ReactNode {
  const { language } = useAppearance();
  const say = useWords(componentWords);
  const isNow = look === 'ago' && Math.abs(Date.now() - new Date(at).getTime()) < 60_000;
  const text = isNow ? say('justNow') : look === 'ago' ? formatRelative(at, new Date(), language) ?? formatTime(at, 'day', language) : formatTime(at, look, language);
  return <time dateTime={at} title={`${formatTime(at, 'exact', language)} ${say('zone')}`}>{text}</time>;
}

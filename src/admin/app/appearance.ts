import { useSyncExternalStore } from 'react';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
export const colourModes = ['auto', 'light', 'dark'] as const;
export type ColourMode = (typeof colourModes)[number];
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

/** How this person wants the page to look, on this computer. */
export interface Appearance {
  readonly language: Language;
  readonly colourMode: ColourMode;
  readonly density: Density;
}

const storageKey = 'yici.appearance';
const defaults: Appearance = { language: 'zh', colourMode: 'auto', density: 'comfortable' };
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let appearance = readStored();

function readStored(): Appearance {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Record<keyof Appearance, unknown>>;
    return {
      language: oneOf(languages, stored.language) ?? defaults.language,
      colourMode: oneOf(colourModes, stored.colourMode) ?? defaults.colourMode,
      density: oneOf(densities, stored.density) ?? defaults.density,
    };
  } catch {
    return defaults; // Storage may be closed by policy: the page works without it.
  }
}

function oneOf<T extends string>(set: readonly T[], value: unknown): T | undefined {
  return set.find((each) => each === value);
}

/** Changes the look, on all tabs to be opened and for the next visit. */
export function changeAppearance(change: Partial<Appearance>): void {
  appearance = { ...appearance, ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(appearance));
  } catch { /* It holds for this visit. */ }
  tell();
}

function tell(): void {
  applyAppearance();
  listeners.forEach((listener) => listener());
}

/** True when the page is dark now. */
export const isDark = (): boolean => appearance.colourMode === 'dark' || (appearance.colourMode === 'auto' && prefersDark.matches);

export const currentLanguage = (): Language => appearance.language;

/** Writes the look onto the document: before the first paint, and after each change. */
export function applyAppearance(): void {
  const { documentElement: root } = document;
  root.dataset.mode = isDark() ? 'dark' : 'light';
  root.dataset.density = appearance.density;
  root.lang = appearance.language === 'zh' ? 'zh-CN' : 'en';
}

prefersDark.addEventListener('change', tell);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};

/** Calls back after each change of the look. */
export const onAppearance = subscribe;

/** The look as it is now. */
export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => appearance);

/** Whether the page is dark now. */
export const useIsDark = (): boolean => useSyncExternalStore(subscribe, isDark);

import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAppearance } from '../appearance.js';
import { allFeatures } from '../registry.js';
import { mayOneOf, useMe } from '../session/me.js';
import { said, useWords } from '../words.js';
import { keyboardWords } from './keyboard-words.js';
import type { Choice } from './use-commands.js';

/** Milliseconds after the last key until the features are asked. */
const restMs = 250;

export interface Found {
  readonly choices: readonly Choice[];
  readonly isPending: boolean;
  /** Whether something was asked for and nothing found. */
  readonly isNone: boolean;
  readonly error: unknown;
}

/** What the features find for the words: first the way to a feature's whole list, which is there at once, then what it found. Words that an input method still composes are waited for. */
export function useFound(text: string, composes: boolean): Found {
  const say = useWords(keyboardWords);
  const me = useMe();
  const navigate = useNavigate();
  const { language } = useAppearance();
  const typed = text.trim();
  const words = useRested(typed, composes);
  const finders = allFeatures().flatMap(({ id, finder }) => (finder && mayOneOf(me, finder.permissions) ? [{ id, ...finder }] : []));
  const answers = useQueries({ queries: finders.map(({ id, load }) => ({ queryKey: ['Find', id, words], queryFn: async () => (await load()).find(words), enabled: words !== '' })) });
  if (typed === '') return { choices: [], isPending: false, isNone: false, error: null };
  const go = (to: string) => (): void => { void navigate(to); };
  const choices = finders.flatMap(({ id, title, allAt }, at): Choice[] => {
    const group = said(title, language);
    const found = words === typed ? answers[at]?.data ?? [] : [];
    return [{ id: `find-${id}`, group, title: say('findIn', { words: typed }), run: go(allAt(typed)) }, ...found.map((each) => ({ id: each.id, group, title: each.title, note: each.note, run: go(each.to) }))];
  });
  const isPending = words !== typed || answers.some(({ isLoading }) => isLoading);
  return { choices, isPending, isNone: !isPending && choices.length === finders.length, error: answers.find(({ error }) => error)?.error };
}

/** The text once the keys have rested. */
function useRested(text: string, composes: boolean): string {
  const [rested, setRested] = useState('');
  useEffect(() => {
    if (composes) return undefined;
    const timer = setTimeout(() => { setRested(text); }, restMs);
    return () => { clearTimeout(timer); };
  }, [text, composes]);
  return rested;
}

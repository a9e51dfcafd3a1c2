import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { changeAppearance, useAppearance } from '../appearance.js';
import { allFeatures, findPage } from '../registry.js';
import { mayOneOf, useMe } from '../session/me.js';
import { useWords, type Bilingual } from '../words.js';
import { initialsOf } from './initials.js';
import { keyboardWords } from './keyboard-words.js';

/** A line of the palette. */
export interface Choice {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  /** A quiet word at its end. */
  readonly note?: string | undefined;
  readonly run: () => void;
}

interface Command extends Choice {
  /** Lower case: both languages, pinyin initials and further words, so that either finds it. */
  readonly search: string;
}

/** The pages, the actions and the looks that some letters name; all of them for none. */
export function useCommands(letters: string): readonly Choice[] {
  const all = useAll();
  return useMemo(() => all.filter(({ search }) => search.includes(letters.trim().toLowerCase())), [all, letters]);
}

function useAll(): readonly Command[] {
  const say = useWords(keyboardWords);
  const me = useMe();
  const navigate = useNavigate();
  const { language, colourMode, density } = useAppearance();
  return useMemo(() => {
    const go = (to: string) => (): void => { void navigate(to); };
    const menu = allFeatures().flatMap((feature) => feature.menu ?? []).flatMap((entry) => findPage(entry.page) ?? []).filter((page) => mayOneOf(me, page.permissions));
    const commands = allFeatures().flatMap((feature) => feature.commands ?? []).filter((command) => mayOneOf(me, command.permissions));
    const looks = ([
      ['dark', { colourMode: 'dark' }], ['light', { colourMode: 'light' }], ['auto', { colourMode: 'auto' }],
      [density === 'compact' ? 'comfortable' : 'compact', { density: density === 'compact' ? 'comfortable' : 'compact' }],
      [language === 'zh' ? 'toEnglish' : 'toChinese', { language: language === 'zh' ? 'en' : 'zh' }],
    ] as const).filter(([, change]) => !('colourMode' in change) || change.colourMode !== colourMode);
    return [
      ...menu.map((page): Command => ({ id: page.id, group: say('pages'), title: page.title[language], search: searchOf(page.title, page.path), run: go(`/${page.path}`) })),
      ...commands.map((command): Command => ({ id: command.id, group: say('actions'), title: command.title[language], search: searchOf(command.title, command.search), run: go(command.to) })),
      ...looks.map(([word, change]): Command => ({ id: `look-${word}`, group: say('look'), title: say(word), search: searchOf({ zh: keyboardWords.zh[word], en: keyboardWords.en[word] }), run: () => { changeAppearance(change); } })),
    ];
  }, [say, me, navigate, language, colourMode, density]);
}

const searchOf = ({ zh, en }: Bilingual, more = ''): string => `${zh} ${en} ${initialsOf(zh)} ${more}`.toLowerCase();

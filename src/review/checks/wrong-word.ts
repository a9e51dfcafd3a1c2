import type { Check } from './check.js';
import { spotAt, textsOf } from './checked-text.js';
import { findEntries, withNote } from './phrase-dictionary.js';

/** 错敏词: words that are written wrongly; those that would make news block. */
export const wrongWordCheck: Check = {
  id: 'wrong-word',
  name: { zh: '错敏词', en: 'Wrong words' },
  severity: 'warn',
  run: (subject, { dictionaries: { words } }) => textsOf(subject).flatMap((block) => findEntries(words, block.text).map(({ entry, start, end }) => {
    const { phrase, suggestion, severity, note } = entry;
    const message = suggestion
      ? { zh: `「${phrase}」疑有误，建议改为「${suggestion}」`, en: `“${phrase}” seems wrong: write “${suggestion}”.` }
      : { zh: `「${phrase}」疑有误，请核实`, en: `“${phrase}” seems wrong: verify it.` };
    return spotAt(block, start, end, withNote(message, note), { severity, dictionaryVersion: words.version, ...(suggestion ? { suggestion } : {}) });
  })),
};

import type { Check } from './check.js';
import { spotAt, textsOf } from './checked-text.js';
import { findEntries, withNote } from './phrase-dictionary.js';

/** 极限词: superlatives that article 9 of the Advertising Law forbids in advertisements, and claims that need proof anywhere. */
export const extremeWordCheck: Check = {
  id: 'extreme-word',
  name: { zh: '极限词', en: 'Extreme words' },
  severity: 'warn',
  run: (subject, { dictionaries: { extremes } }) => textsOf(subject).flatMap((block) => findEntries(extremes, block.text).map(({ entry, start, end }) => {
    const { phrase, suggestion, severity, note } = entry;
    const message = { zh: `「${phrase}」属绝对化用语，请核实依据或改写`, en: `“${phrase}” is an absolute claim: give proof or reword it.` };
    return spotAt(block, start, end, withNote(message, note), { severity, dictionaryVersion: extremes.version, ...(suggestion ? { suggestion } : {}) });
  })),
};

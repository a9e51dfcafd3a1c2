import { useWords } from '../app/words.js';
import { componentWords } from './component-words.js';

/** Says which dictionary a finding comes from, by its version such as `words@3+1a2b3c4d`; nothing for what comes from none. */
export function useDictionaryLabel(): (version: string | null | undefined) => string | undefined {
  const say = useWords(componentWords);
  const names: Readonly<Record<string, string>> = { words: say('dictionaryWords'), extremes: say('dictionaryExtremes'), leaders: say('dictionaryLeaders'), sources: say('dictionarySources') };
  return (version) => {
    const [, name = '', edition = ''] = /^(\w+)@([^+]+)/.exec(version ?? '') ?? [];
    if (!names[name]) return undefined;
    return edition === 'unsaved' ? names[name] : say(/^\d+$/.test(edition) ? 'dictionaryVersion' : 'dictionaryShipped', { name: names[name], edition });
  };
}

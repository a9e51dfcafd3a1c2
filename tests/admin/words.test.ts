import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { permissionTable } from '../../src/accounts/index.js';
import { loadedSources } from './loaded-sources.js';

const folder = join(process.cwd(), 'src/admin');
const filesNamed = (pattern: RegExp): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => pattern.test(name)).sort();

interface Words {
  readonly namespace: string;
  readonly zh: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}

let vocabularies: { file: string; words: Words }[];
beforeAll(async () => {
  const loaded = await loadedSources(filesNamed(/-words\.ts$/).map((name) => join(folder, name)));
  vocabularies = loaded.flatMap(({ file, exports }) => Object.values(exports).map((words) => ({ file, words: words as Words })));
});

const placesIn = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();

describe('the words of the admin', () => {
  it('are found, one namespace to a file', () => {
    expect(vocabularies.length).toBeGreaterThan(6);
    expect(new Set(vocabularies.map(({ words }) => words.namespace)).size).toBe(vocabularies.length);
  });

  it('have the same keys in both languages; English alone adds forms for one', () => {
    for (const { file, words: { zh, en } } of vocabularies) {
      const english = Object.keys(en).filter((key) => !(key.endsWith('_one') && key.slice(0, -4) in zh));
      expect({ file, keys: english.sort() }).toEqual({ file, keys: Object.keys(zh).sort() });
    }
  });

  it('have no empty text, and the same places in both languages', () => {
    for (const { file, words: { zh, en } } of vocabularies) {
      for (const [key, text] of Object.entries(zh)) {
        expect({ file, key, isEmpty: !text.trim() || !en[key]?.trim() }).toEqual({ file, key, isEmpty: false });
        expect({ file, key, places: placesIn(en[key]!) }).toEqual({ file, key, places: placesIn(text) });
      }
    }
  });
});

describe('the features of the admin', () => {
  it('name permissions that exist', async () => {
    const sources = await Promise.all(filesNamed(/feature\.ts$/).map(async (name) => (await import('node:fs/promises')).readFile(join(folder, name), 'utf8')));
    const named = sources.flatMap((source) => [...source.matchAll(/permissions: \[([^\]]*)\]/g)].flatMap(([, list]) => [...list!.matchAll(/'([^']+)'/g)].map(([, permission]) => permission!)));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((permission) => !Object.hasOwn(permissionTable, permission))).toEqual([]);
  });
});

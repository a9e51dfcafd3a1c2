import { readdirSync, readFileSync } from 'node:fs';
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

describe('the audit trail', () => {
  it('has a word in both languages for every act that the code keeps', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.startsWith('admin/')).map((name) => readFileSync(join('src', name), 'utf8'));
    const acts = new Set(sources.flatMap((source) => source.split('\n')).filter((line) => /\b(?:record|audit|close)\(.*'\w+\.\w+'/.test(line)).flatMap((line) => [...line.matchAll(/'([a-z]\w*\.[a-z]\w*)'/gi)].map(([, act]) => act!)));
    const { words } = vocabularies.find(({ words: { namespace } }) => namespace === 'audit')!;
    expect(acts.size).toBeGreaterThan(45);
    expect([...acts].filter((act) => !words.zh[act])).toEqual([]);
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

describe('every error of the server', () => {
  interface Described { readonly title: string; readonly message: string; readonly next: string }
  interface ErrorPage {
    readonly describeError: (error: unknown) => Described;
    readonly RequestError: new (code: string, message: string) => Error;
    readonly errorWords: { readonly zh: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> };
    readonly errorSteps: ReadonlyMap<string, { readonly title: string; readonly next: string }>;
    readonly changeAppearance: (change: { language: 'zh' | 'en' }) => void;
  }
  const server = JSON.parse(readFileSync(join(process.cwd(), 'schema/errors.json'), 'utf8')) as Record<string, { zh: string; en: string }>;
  /** What the page says by itself, where no server answers or its answer is no use. */
  const own = ['NETWORK', 'UNAVAILABLE_GATEWAY', 'UNREADABLE', 'GRAPHQL_VALIDATION_FAILED'];
  let page: ErrorPage;
  beforeAll(async () => {
    const files = ['app/errors/describe-error.ts', 'app/errors/error-steps.ts', 'app/errors/error-words.ts', 'app/appearance.ts', 'graphql/request.ts'];
    const loaded = await loadedSources(files.map((name) => join(folder, name)));
    page = Object.assign({}, ...loaded.map(({ exports }) => exports)) as ErrorPage;
  });

  it('has its class and its next step in the page, and the page knows no other', () => {
    expect([...page.errorSteps.keys()].sort()).toEqual([...Object.keys(server), ...own].sort());
  });

  it.each(['zh', 'en'] as const)('is told in %s by a sentence that says what to do, and a button unless the input is to be corrected', (language) => {
    page.changeAppearance({ language });
    const instruction = { zh: /请/, en: /\b(add|adjust|appoint|ask|begin|change|check|choose|compare|compress|correct|cut|enter|export|give|install|look|make|mend|name|open|go|publish|put|refresh|reload|remove|run|save|say|send|set|shorten|show|shrink|sign|split|start|state|take|tell|tick|try|upload|use|wait|write)\b/i } as const;
    for (const [code, texts] of [...Object.entries(server), ...own.map((each) => [each, { zh: '', en: '' }] as const)]) {
      const { title, message, next } = page.describeError(new page.RequestError(code, texts[language]));
      expect({ code, title: title.length > 1, says: instruction[language].test(message), button: next === 'correct' || (page.errorWords[language][next] ?? '').length > 1 }).toEqual({ code, title: true, says: true, button: true });
    }
  });
});

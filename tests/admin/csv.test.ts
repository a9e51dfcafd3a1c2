import { join } from 'node:path';

type Rows = string[][];
interface Line { readonly term: string; readonly replacement: string | null; readonly severity: string | null; readonly exceptions: readonly string[]; readonly posts: readonly string[] }

// The page's sources know a browser's types, which these tests' do not: hence no static import.
const load = (path: string): Promise<unknown> => import(join(process.cwd(), 'src/admin', path));
const { toCsv } = await load('components/csv.ts') as { toCsv: (rows: Rows) => string };
const { fromCsv, readText } = await load('components/read-csv.ts') as { fromCsv: (text: string) => Rows; readText: (file: Blob) => Promise<string> };
const { fromRows, toRows } = await load('features/dictionaries/entry-csv.ts') as {
  fromRows: (name: string, rows: Rows) => { entries: readonly Line[]; problems: readonly { line: number; kind: string }[] };
  toRows: (name: string, entries: readonly Line[], head: (column: string) => string, weight: (severity: string) => string) => Rows;
};

describe('a CSV file', () => {
  it('comes back as it was written: quotes, line breaks, commas, and what looks like a formula', () => {
    const rows = [['词语', '说明'], ['=帐号', '他说“不，\n"行"”'], ['-1', ''], ['甲', "'乙"]];
    expect(fromCsv(toCsv(rows))).toEqual(rows);
  });

  it.each([[';', '词语;改为\r\n帐号;账号'], ['tabs', '词语\t改为\n帐号\t账号\n\n']])('may have %s between its cells, and blank lines', (_mark, text) => {
    expect(fromCsv(text)).toEqual([['词语', '改为'], ['帐号', '账号']]);
  });

  it('is read as UTF-8, and as GBK where it is none', async () => {
    expect(await readText(new Blob(['\uFEFF词语']))).toBe('词语');
    expect(await readText(new Blob([Uint8Array.from([0xb4, 0xca, 0xd3, 0xef])]))).toBe('词语');
  });
});

describe('lines of a dictionary in a file', () => {
  const entries: readonly Line[] = [
    { term: '复盖', replacement: '覆盖', severity: 'BLOCK', exceptions: ['重复盖', '反复盖'], posts: [] }, { term: '按装', replacement: null, severity: 'WARN', exceptions: [], posts: [] },
  ];

  it.each([['zh', { term: '词语', replacement: '改为', severity: '力度', exceptions: '例外', note: '说明' }, { BLOCK: '拦截', WARN: '提醒' }], ['en', { term: 'Term', replacement: 'Write instead', severity: 'Weight', exceptions: 'Exceptions', note: 'Note' }, { BLOCK: 'Blocks', WARN: 'Warns' }]])(
    'come back as they were, under the names of %s', (_language, heads: Record<string, string>, weights: Record<string, string>) => {
      const rows = toRows('WORDS', entries, (column) => heads[column]!, (severity) => weights[severity]!);
      expect(fromRows('WORDS', fromCsv(toCsv(rows)))).toMatchObject({ entries, problems: [] });
    });

  it('are found by the names of their columns, and each that cannot be read is named by its line', () => {
    const read = fromRows('LEADERS', [['职务', '姓名'], ['市委副书记；市长', '甘知远'], ['副市长', ''], ['市长', '甘知远']]);
    expect(read).toMatchObject({ entries: [{ term: '甘知远', posts: ['市长'], severity: null }], problems: [{ line: 3, kind: 'noTerm' }, { line: 4, kind: 'duplicate' }] });
    expect(fromRows('WORDS', [['词语', '力度'], ['帐号', '很重']]).problems).toMatchObject([{ line: 2, kind: 'unknownSeverity' }]);
    expect(fromRows('WORDS', [['帐号', '账号']]).problems).toMatchObject([{ line: 1, kind: 'noTermColumn' }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Node } from 'prosemirror-model';
import {
  assetIds, bodySchema, canonicalJson, countCharacters, diffBodies, emptyBody, excerpt, InvalidBodyError, isSafeLink, parseBody, plainText, renderHtml, replaceAssetIds, textBlocks,
  type Body, type BodyNode,
} from '../../src/content/document/index.js';

const text = (words: string, ...marks: (string | { type: string; attrs: Record<string, unknown> })[]): BodyNode => ({
  type: 'text', text: words, ...(marks.length > 0 ? { marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)) } : {}),
});
const link = (href: string): { type: string; attrs: Record<string, unknown> } => ({ type: 'link', attrs: { href } });
const p = (...content: (BodyNode | string)[]): BodyNode => ({ type: 'paragraph', content: content.map((each) => (typeof each === 'string' ? text(each) : each)) });
const h = (level: number, words: string): BodyNode => ({ type: 'heading', attrs: { level }, content: [text(words)] });
const doc = (...content: BodyNode[]): Body => ({ type: 'doc', content });
const image = (assetId: string, more = {}): BodyNode => ({ type: 'image', attrs: { assetId, ...more } });
const note = (words: string): BodyNode => ({ type: 'footnote', attrs: { text: words } });
const list = (type: string, ...items: BodyNode[][]): BodyNode => ({ type, content: items.map((content) => ({ type: 'listItem', content })) });
const cell = (type: string, words: string, attrs?: Record<string, unknown>): BodyNode => ({ type, ...(attrs ? { attrs } : {}), content: [p(words)] });

const everything = doc(
  h(2, '一、总体目标'),
  p('前 ', text('重', 'bold', 'italic'), text('点', 'bold'), ' 后', note('见《方案》<第三条>'), { type: 'hardBreak' }, '第二行 ', text('官网', link('https://www.hangzhou.gov.cn/a?b=1&c=2'))),
  list('bulletList', [p('甲'), list('orderedList', [p('子项')])], [p('乙')]),
  { ...list('orderedList', [p('丙')]), attrs: { start: 3 } },
  { type: 'blockquote', content: [p('引文')] },
  { type: 'table', content: [
    { type: 'tableRow', content: [cell('tableHeader', '事项', { colspan: 2 })] },
    { type: 'tableRow', content: [cell('tableCell', 'A'), cell('tableCell', 'B')] },
  ] },
  { type: 'horizontalRule' },
  image('asset_1', { alt: '窗口', caption: '市民在窗口', credit: '张三 摄' }),
  { type: 'video', attrs: { assetId: 'asset_2', caption: '视频' } },
  p('水 H', text('2', 'subscript'), 'O，', text('甲', 'underline'), text('乙', 'strike'), text('丙', 'superscript'), '。'),
);
const assets = { asset: (id: string) => ({ url: `/media/${id}`, width: 800, height: 600, contentType: 'video/mp4', poster: '/media/p.jpg' }) };

function refusal(json: unknown): { path: string; reason: string } {
  try {
    parseBody(json);
  } catch (error) {
    if (error instanceof InvalidBodyError) return { path: error.path, reason: error.reason };
    throw error;
  }
  throw new Error('it was accepted');
}

describe('parseBody', () => {
  it('accepts every node and mark, and returns a canonical body unchanged', () => {
    expect(parseBody(everything)).toEqual(everything);
    expect(parseBody(parseBody(everything))).toEqual(everything);
    expect(parseBody(emptyBody())).toEqual(emptyBody());
  });

  it('gives a body that ProseMirror loads and checks, and takes back what ProseMirror writes', () => {
    const node = Node.fromJSON(bodySchema, everything);
    expect(() => node.check()).not.toThrow();
    expect(parseBody(node.toJSON())).toEqual(everything);
  });

  it('leaves out what a TipTap editor adds for itself, defaults and nulls', () => {
    const fromEditor = doc(
      { type: 'orderedList', attrs: { start: 1, type: null }, content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: { textAlign: 'left' }, content: [text('甲', { type: 'link', attrs: { href: 'https://a.cn/', target: '_blank', rel: 'noopener', class: null, title: null } })] }] }] },
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: [100] }, content: [{ type: 'paragraph' }] }] }] },
      p({ type: 'hardBreak', marks: [{ type: 'bold' }] }),
    );
    expect(parseBody(fromEditor)).toEqual(doc(
      list('orderedList', [p(text('甲', link('https://a.cn/')))]),
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] }] },
      p({ type: 'hardBreak' }),
    ));
  });

  it('sorts marks, joins neighbours of equal look, and makes texts well-formed', () => {
    expect(parseBody(doc(p(text('甲', 'italic', 'bold'), text('乙', 'bold', 'italic'), text('', 'bold'), '一\u0000二\u0008\t三\ud83d四'))))
      .toEqual(doc(p(text('甲乙', 'bold', 'italic'), '一二 三\uFFFD四')));
  });

  it.each<[string, unknown, string]>([
    ['no object', '正文', ''],
    ['null', null, ''],
    ['a root that is no doc', p('x'), 'type'],
    ['an empty doc', { type: 'doc', content: [] }, 'content'],
    ['an unknown node', doc(p('x'), { type: 'iframe' }), 'content[1].type'],
    ['a node named like an inherited property', doc({ type: 'constructor' }), 'content[0].type'],
    ['an unknown attribute', doc({ type: 'paragraph', attrs: { onclick: 'x' } }), 'content[0].attrs.onclick'],
    ['an unknown property', doc({ type: 'paragraph', html: '<b>' } as never), 'content[0].html'],
    ['an unknown mark', doc(p(text('x', 'blink'))), 'content[0].content[0].marks[0].type'],
    ['the same mark twice', doc(p(text('x', 'bold', 'bold'))), 'content[0].content[0].marks'],
    ['a mark on a block', doc({ type: 'paragraph', marks: [{ type: 'bold' }] }), 'content[0].marks'],
    ['a heading of level 1', doc(h(1, 'x')), 'content[0].attrs.level'],
    ['a heading without a level', doc({ type: 'heading' }), 'content[0].attrs.level'],
    ['a text in the doc', doc(text('x')), 'content[0]'],
    ['a paragraph in a paragraph', doc(p(p('x'))), 'content[0].content[0]'],
    ['a list without items', doc({ type: 'bulletList' }), 'content[0].content'],
    ['a list item that begins with a list', doc(list('bulletList', [list('bulletList', [p('x')])])), 'content[0].content[0].content[0]'],
    ['a cell outside a row', doc({ type: 'table', content: [cell('tableCell', 'x')] }), 'content[0].content[0]'],
    ['a colspan of 0', doc({ type: 'table', content: [{ type: 'tableRow', content: [cell('tableCell', 'x', { colspan: 0 })] }] }), 'content[0].content[0].content[0].attrs.colspan'],
    ['a picture without an asset', doc({ type: 'image' }), 'content[0].attrs.assetId'],
    ['a picture whose asset is an address', doc(image('https://a.cn/x.png')), 'content[0].attrs.assetId'],
    ['a caption over 500 characters', doc(image('a', { caption: '字'.repeat(501) })), 'content[0].attrs.caption'],
    ['an empty footnote', doc(p(note('  '))), 'content[0].content[0].attrs.text'],
    ['a javascript link', doc(p(text('x', link('javascript:alert(1)')))), 'content[0].content[0].marks[0].attrs.href'],
    ['a text that is a number', doc(p({ type: 'text', text: 7 } as never)), 'content[0].content[0].text'],
    ['content that is no list', { type: 'doc', content: { 0: p('x') } }, 'content'],
  ])('refuses %s and names the place', (_what, json, path) => {
    const { path: place, reason } = refusal(json);
    expect(place).toBe(path);
    expect(reason).toMatch(/\p{Script=Han}.*\(["a-z\d]/u);
  });

  it('accepts 20 levels and refuses 21, whatever else is deeper still', () => {
    const nested = (levels: number): Body => doc([...Array(levels)].reduce<BodyNode>((inner) => ({ type: 'blockquote', content: [inner] }), { type: 'paragraph' }));
    expect(parseBody(nested(19))).toEqual(nested(19));
    expect(refusal(nested(20)).reason).toContain('20');
    expect(refusal(nested(100_000)).reason).toContain('20');
  });

  it('refuses more than 20,000 nodes and more than 200,000 characters, attributes included', () => {
    expect(refusal(doc(...Array<BodyNode>(20_000).fill({ type: 'paragraph' }))).path).toBe('content[19999]');
    expect(parseBody(doc(p('字'.repeat(200_000)))).content).toHaveLength(1);
    expect(refusal(doc(p('字'.repeat(200_001)))).path).toBe('content[0].content[0].text');
    expect(refusal(doc(p('字'.repeat(199_999), note('两字')))).path).toBe('content[0].content[1].attrs.text');
  });
});

describe('isSafeLink', () => {
  it.each(['https://www.hangzhou.gov.cn/', 'http://a.cn/浙江?x=1#y', 'mailto:a@b.cn', 'tel:+86571', 'HTTPS://A.CN'])('lets %s pass', (href) => expect(isSafeLink(href)).toBe(true));
  it.each(['javascript:alert(1)', 'JaVaScRiPt:x', ' javascript:x', 'java\nscript:x', '\u0001javascript:x', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '/relative', '#x', '//a.cn', 'ftp://a.cn', '', `https://a.cn/${'x'.repeat(2048)}`])(
    'refuses %j', (href) => expect(isSafeLink(href)).toBe(false));
});

describe('renderHtml', () => {
  it('writes semantic HTML, the same for the same body', () => {
    const html = renderHtml(everything, assets);
    expect(renderHtml(structuredClone(everything), assets)).toBe(html);
    expect(html).toBe([
      '<h2>一、总体目标</h2>',
      '<p>前 <strong><em>重</em>点</strong> 后<sup><a id="fnref-1" href="#fn-1" role="doc-noteref">1</a></sup><br>第二行 <a href="https://www.hangzhou.gov.cn/a?b=1&amp;c=2" rel="noopener noreferrer">官网</a></p>',
      '<ul><li><p>甲</p><ol><li>子项</li></ol></li><li>乙</li></ul>',
      '<ol start="3"><li>丙</li></ol>',
      '<blockquote><p>引文</p></blockquote>',
      '<div class="table-wrap"><table><tbody><tr><th colspan="2">事项</th></tr><tr><td>A</td><td>B</td></tr></tbody></table></div>',
      '<hr>',
      '<figure><img src="/media/asset_1" alt="窗口" width="800" height="600" loading="lazy"><figcaption>市民在窗口 <span class="credit">张三 摄</span></figcaption></figure>',
      '<figure><video controls preload="metadata" width="800" height="600" poster="/media/p.jpg"><source src="/media/asset_2" type="video/mp4"></video><figcaption>视频</figcaption></figure>',
      '<p>水 H<sub>2</sub>O，<u>甲</u><s>乙</s><sup>丙</sup>。</p>',
      '<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1">见《方案》&lt;第三条&gt; <a href="#fnref-1" role="doc-backlink" aria-label="返回正文（注 1）">↩</a></li></ol></section>',
    ].join(''));
  });

  it('writes no script, even from a body that was never parsed', () => {
    const hostile = doc(
      p(text('<script>alert(1)</script>', link('javascript:alert(1)')), text('"\'>', 'onload')),
      { type: 'script', content: [text('alert(1)')] },
      image('x', { alt: '"><img src=x onerror=alert(1)>', caption: '<b>' }),
      { type: 'heading', attrs: { level: '2><script>' }, content: [text('x')] },
    );
    const html = renderHtml(hostile, { asset: () => ({ url: 'https://a.cn/"><script>' }) });
    expect(html).not.toMatch(/<script|<img src=x|javascript:|<b>/);
    expect(html).toContain('<h2>x</h2>');
    expect(renderHtml(hostile, { asset: () => ({ url: 'javascript:alert(1)' }) })).not.toContain('javascript:');
  });

  it('leaves out a picture whose asset is unknown, and keeps the ids of two bodies on one page apart', () => {
    expect(renderHtml(doc(image('gone'), p('x')), { asset: () => undefined })).toBe('<p>x</p>');
    expect(renderHtml(everything, { ...assets, idPrefix: 'c7-' })).toContain('<a id="c7-fnref-1" href="#c7-fn-1"');
  });
});

describe('textBlocks and plainText', () => {
  it('name every text readers meet, and its place in the plain text', () => {
    const blocks = textBlocks(everything);
    const whole = plainText(everything);
    for (const { text: words, start } of blocks) expect(whole.slice(start, start + words.length)).toBe(words);
    expect(blocks.map(({ path, field, text: words }) => [path.join('.'), field ?? '', words])).toEqual([
      ['0', '', '一、总体目标'], ['1', '', '前 重点 后\n第二行 官网'], ['1.4', 'text', '见《方案》<第三条>'],
      ['2.0.0', '', '甲'], ['2.0.1.0.0', '', '子项'], ['2.1.0', '', '乙'], ['3.0.0', '', '丙'], ['4.0', '', '引文'],
      ['5.0.0.0', '', '事项'], ['5.1.0.0', '', 'A'], ['5.1.1.0', '', 'B'],
      ['7', 'caption', '市民在窗口'], ['7', 'credit', '张三 摄'], ['7', 'alt', '窗口'], ['8', 'caption', '视频'], ['9', '', '水 H2O，甲乙丙。'],
    ]);
  });

  it('tell a caption and an equal alternative text once', () => {
    expect(plainText(doc(image('a', { alt: '同', caption: '同' })))).toBe('同');
  });
});

describe('countCharacters', () => {
  it.each([
    ['“最多跑一次”改革，2018年。', 13], ['Hello world 你好', 4], ['60分钟办结', 5], ['  　 ', 0], ['𠮷野家', 3], ['GB/T 9704-2012 标准', 4],
  ])('counts %s as Word does', (words, count) => expect(countCharacters(doc(p(words)))).toBe(count));

  it('counts footnotes and captions, not alternative texts', () => {
    expect(countCharacters(doc(p('甲', note('乙丙')), image('a', { caption: '丁', alt: '不计' })))).toBe(4);
  });
});

describe('excerpt', () => {
  it('is the whole text when it fits, and runs over paragraphs and lists, not headings or tables', () => {
    expect(excerpt(doc(h(2, '标题'), p('甲。'), list('bulletList', [p('乙。')]), { type: 'table', content: [{ type: 'tableRow', content: [cell('tableCell', '表')] }] }), 10)).toBe('甲。乙。');
  });

  it('ends with a sentence when one ends in the second half, else is cut with an ellipsis', () => {
    expect(excerpt(doc(p('群众少跑腿。数据多跑路。改革再出发')), 14)).toBe('群众少跑腿。数据多跑路。');
    expect(excerpt(doc(p('他说：“好。”大家都很满意这件事')), 8)).toBe('他说：“好。”');
    expect(excerpt(doc(p('没有句号的一长段文字')), 5)).toBe('没有句号…');
    expect(excerpt(doc(p('A rate of 3.5 percent.'), p('Next one.')), 12)).toBe('A rate of 3…');
  });

  it('never cuts a character as readers see it, nor exceeds the length', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(excerpt(doc(p(family.repeat(5))), 3)).toBe(`${family}${family}…`);
    expect(excerpt(emptyBody(), 3)).toBe('');
  });
});

describe('assetIds and replaceAssetIds', () => {
  it('name each asset once in reading order, wherever it stands, and swap those that are known', () => {
    const body = doc(list('bulletList', [p('x'), image('b')]), image('a'), image('b'));
    expect(assetIds(body)).toEqual(['b', 'a']);
    const swapped = replaceAssetIds(body, new Map([['b', 'asset_9']]));
    expect(assetIds(swapped)).toEqual(['asset_9', 'a']);
    expect(assetIds(body)).toEqual(['b', 'a']);
  });
});

describe('canonicalJson', () => {
  it('is equal for equal values and refuses what JSON cannot say', () => {
    expect(canonicalJson({ b: [1, undefined, { d: undefined, c: '字' }], a: new Date(0), z: undefined })).toBe('{"a":"1970-01-01T00:00:00.000Z","b":[1,null,{"c":"字"}]}');
    for (const value of [() => 0, NaN, 10n, Symbol('x'), undefined]) expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('diffBodies', () => {
  const ops = (a: Body, b: Body): string[] => diffBodies(a, b).map(({ op, path }) => `${op} ${path.join('.')}`);

  it('finds nothing between equal bodies', () => {
    expect(diffBodies(everything, everything).filter(({ op }) => op !== 'same')).toEqual([]);
  });

  it('tells added, removed and changed blocks with the words that changed', () => {
    const before = doc(p('第一段没有变化。'), p('办事群众平均跑了三次，满意率为百分之八十。'), p('要删掉的一段。'), p('末段。'));
    const after = doc(p('第一段没有变化。'), p('办事群众平均跑了一次，满意率为百分之九十六。'), p('末段。'), p('完全新增的一段文字'));
    expect(ops(before, after)).toEqual(['same 0', 'changed 1', 'removed 2', 'same 2', 'added 3']);
    const { parts = [] } = diffBodies(before, after)[1]!;
    const side = (left: string): string => parts.filter(({ op }) => op !== left).map(({ text: words }) => words).join('');
    expect(side('added')).toBe('办事群众平均跑了三次，满意率为百分之八十。');
    expect(side('removed')).toBe('办事群众平均跑了一次，满意率为百分之九十六。');
    expect(parts[0]).toEqual({ op: 'same', text: '办事群众平均跑了' });
  });

  it('tells a change of look or place as a change whose words are the same', () => {
    const words = '建设移动办事之城';
    for (const after of [doc(p(text(words, 'bold'))), doc(h(2, words)), doc({ type: 'blockquote', content: [p(words)] })]) {
      expect(diffBodies(doc(p(words)), after)).toMatchObject([{ op: 'changed', parts: [{ op: 'same', text: words }] }]);
    }
  });

  it('sees changed cells, captions and footnotes, and takes another picture for another', () => {
    const table = (words: string): Body => doc({ type: 'table', content: [{ type: 'tableRow', content: [cell('tableCell', '不变的单元格'), cell('tableCell', words)] }] });
    expect(ops(table('办结时间六十分钟'), table('办结时间三十分钟'))).toEqual(['same 0.0.0.0', 'changed 0.0.1.0']);
    expect(ops(doc(image('a', { caption: '旧' })), doc(image('a', { caption: '新' })))).toEqual(['changed 0']);
    expect(ops(doc(image('a')), doc(image('b')))).toEqual(['removed 0', 'added 0']);
    expect(diffBodies(doc(p('正文文字', note('旧注'))), doc(p('正文文字', note('新注'))))[0]).toMatchObject({ op: 'changed', parts: [{ op: 'same' }, { op: 'removed' }, { op: 'added' }, { op: 'same' }] });
  });

  it('accounts for every block of both bodies, however different they are', () => {
    const long = (seed: number): Body => doc(...[...Array(3000)].map((_, index) => p(`第${(index * seed) % 7919}段`)));
    for (const [a, b] of [[everything, emptyBody()], [long(3), long(5)]] as const) {
      const changes = diffBodies(a, b);
      const textOf = (side: 'before' | 'after'): string => plainText(doc(...changes.flatMap((change) => change[side] ?? [])));
      expect(textOf('before')).toBe(plainText(a));
      expect(textOf('after')).toBe(plainText(b));
    }
  });
});

import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  AlignmentType, Document, ExternalHyperlink, FootnoteReferenceRun, HeadingLevel, ImageRun, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun,
  type IParagraphOptions, type IPropertiesOptions,
} from 'docx';
import sharp from 'sharp';
import { bodyLimits, emptyBody, parseBody, plainText, renderHtml, replaceAssetIds, textBlocks, type Body, type BodyNode } from '../../src/content/document/index.js';
import { ImportError, importDocument, importLimits, type ImportedDocument, type ImportErrorCode, type ImportLimits } from '../../src/content/import/index.js';
import { readDocument } from '../../src/content/import/read-document.js';

const importText = (text: string, filename = 'a.html'): Promise<ImportedDocument> => readDocument(Buffer.from(text), filename, importLimits);
const importDocx = async (options: IPropertiesOptions): Promise<ImportedDocument> => readDocument(await Packer.toBuffer(new Document(options)), 'a.docx', importLimits);
const html = ({ body }: ImportedDocument): string => renderHtml(body, { asset: (id) => ({ url: `/${id}` }) });
const codes = ({ report }: ImportedDocument): string[] => report.map(({ code }) => code).sort();
const entry = ({ report }: ImportedDocument, code: string) => report.find((each) => each.code === code);
const picture = (red: number, format: 'png' | 'jpeg' | 'gif' | 'webp' = 'png'): Promise<Buffer> => sharp({ create: { width: 8, height: 6, channels: 3, background: { r: red, g: 0, b: 0 } } }).toFormat(format).toBuffer();
const words = (text: string, more: IParagraphOptions = {}): Paragraph => new Paragraph({ ...more, children: [new TextRun(text)] });

async function refusal(bytes: Buffer, filename: string, read = (): Promise<ImportedDocument> => readDocument(bytes, filename, importLimits)): Promise<{ code: ImportErrorCode; zh: string }> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(error.zh).toMatch(/\p{Script=Han}/u);
    expect(error.en).toMatch(/^[A-Z].*\.$/);
    return { code: error.code, zh: error.zh };
  }
  throw new Error(`${filename} was accepted`);
}

/** Through the thread, as the product does it, however busy the machine is. */
const importWithin = (bytes: Buffer, filename: string, limits: Partial<ImportLimits> = {}): Promise<ImportedDocument> => importDocument({ bytes, filename }, { timeoutMs: 600_000, ...limits });
const refusalWithin = (bytes: Buffer, filename: string, limits: Partial<ImportLimits> = {}): ReturnType<typeof refusal> => refusal(bytes, filename, () => importWithin(bytes, filename, limits));

/** A zip written by hand, so that it can lie about its sizes. */
function zipOf(files: Readonly<Record<string, string | Buffer>>, declaredSize?: number): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const [bytes, packed] = [Buffer.from(content), deflateRawSync(Buffer.from(content))];
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(declaredSize ?? bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    local.push(Buffer.from('504b0304', 'hex'), shared, Buffer.from(name), packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('504b01021400', 'hex'), shared, tail, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const contentTypes = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const wordXml = (body: string, prolog = ''): string => `<?xml version="1.0"?>${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const docxOf = (body: string, more: Readonly<Record<string, string | Buffer>> = {}, prolog = ''): Buffer => zipOf({ '[Content_Types].xml': contentTypes, 'word/document.xml': wordXml(body, prolog), ...more });
const run = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('a Word file', () => {
  let imported: ImportedDocument;
  let pictures: Buffer[];

  beforeAll(async () => {
    pictures = await Promise.all([picture(1), picture(2, 'jpeg')]);
    const bytes = await Packer.toBuffer(new Document({
      title: '旧模板的标题',
      footnotes: { 1: { children: [words('见《工作方案》第三条。')] } },
      numbering: { config: [{ reference: 'n', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT }] }] },
      sections: [{ children: [
        words('杭跑改办〔2018〕13号', { alignment: AlignmentType.CENTER }),
        words('杭州市深化“最多跑一次”改革', { alignment: AlignmentType.CENTER }),
        words('宣传工作方案', { alignment: AlignmentType.CENTER }),
        words('来源：杭州日报　作者：张三'),
        words(''),
        words('　　为贯彻落实改革要求，制定如下方案。'),
        words('一、总体目标'),
        words('总体', { heading: HeadingLevel.HEADING_1 }),
        words('分项', { heading: HeadingLevel.HEADING_2 }),
        words('再分', { heading: HeadingLevel.HEADING_1 }),
        new Paragraph({ children: [
          new TextRun('重'), new TextRun({ text: '点', bold: true }), new TextRun({ text: '斜', italics: true }), new TextRun({ text: '线', underline: {} }), new TextRun({ text: '删', strike: true }),
          new TextRun({ text: '2', subScript: true }), new ExternalHyperlink({ link: 'https://www.hangzhou.gov.cn/', children: [new TextRun('官网')] }), new FootnoteReferenceRun(1),
        ] }),
        words('甲', { bullet: { level: 0 } }), words('子', { bullet: { level: 1 } }), words('乙', { bullet: { level: 0 } }),
        words('其一', { numbering: { reference: 'n', level: 0 } }),
        new Table({ rows: [
          new TableRow({ tableHeader: true, children: [new TableCell({ columnSpan: 2, children: [words('合并')] })] }),
          new TableRow({ children: [new TableCell({ rowSpan: 2, children: [words('甲')] }), new TableCell({ children: [words('乙')] })] }),
          new TableRow({ children: [new TableCell({ children: [words('丙')] })] }),
        ] }),
        new Paragraph({ children: [new ImageRun({ type: 'png', data: pictures[0]!, transformation: { width: 8, height: 6 }, altText: { name: 'x', title: 't', description: '办事窗口' } })] }),
        words('图为办事窗口', { style: 'Caption' }),
        new Paragraph({ children: [new TextRun('前'), new ImageRun({ type: 'jpg', data: pictures[1]!, transformation: { width: 8, height: 6 } }), new TextRun('后')] }),
      ] }],
      styles: { paragraphStyles: [{ id: 'Caption', name: 'caption', basedOn: 'Normal' }] },
    }));
    imported = await importWithin(bytes, '方案.docx');
  });

  it('gives its centred title, author and source, and does not repeat them in the body', () => {
    expect(imported).toMatchObject({ title: '杭州市深化“最多跑一次”改革宣传工作方案', author: '张三', source: '杭州日报' });
    expect(codes(imported)).toEqual(['BYLINE_TAKEN', 'TITLE_TAKEN']);
  });

  it('gives headings, looks, links, footnotes, lists, tables and pictures as a valid body', () => {
    expect(parseBody(imported.body)).toEqual(imported.body);
    expect(html(imported)).toBe([
      '<p>杭跑改办〔2018〕13号</p><p>为贯彻落实改革要求，制定如下方案。</p><p>一、总体目标</p><h2>总体</h2><h3>分项</h3><h2>再分</h2>',
      '<p>重<strong>点</strong><em>斜</em><u>线</u><s>删</s><sub>2</sub><a href="https://www.hangzhou.gov.cn/" rel="noopener noreferrer">官网</a><sup><a id="fnref-1" href="#fn-1" role="doc-noteref">1</a></sup></p>',
      '<ul><li><p>甲</p><ul><li>子</li></ul></li><li>乙</li></ul><ol><li>其一</li></ol>',
      '<div class="table-wrap"><table><tbody><tr><th colspan="2">合并</th></tr><tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr></tbody></table></div>',
      '<figure><img src="/imported-1" alt="办事窗口" loading="lazy"><figcaption>图为办事窗口</figcaption></figure>',
      '<p>前</p><figure><img src="/imported-2" alt="" loading="lazy"></figure><p>后</p>',
      '<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1">见《工作方案》第三条。 <a href="#fnref-1" role="doc-backlink" aria-label="返回正文（注 1）">↩</a></li></ol></section>',
    ].join(''));
  });

  it('gives its pictures byte for byte, with type and alternative text', () => {
    expect(imported.images.map(({ bytes: _bytes, ...rest }) => rest)).toEqual([
      { placeholderId: 'imported-1', contentType: 'image/png', alt: '办事窗口', filename: 'image-1.png' },
      { placeholderId: 'imported-2', contentType: 'image/jpeg', alt: '', filename: 'image-2.jpg' },
    ]);
    expect(imported.images.map(({ bytes }, index) => Buffer.isBuffer(bytes) && bytes.equals(pictures[index]!))).toEqual([true, true]);
  });
});

describe('the title of a Word file', () => {
  it.each<[string, IPropertiesOptions, string | undefined, string]>([
    ['a title style, over its property', { title: '旧', sections: [{ children: [words('正题', { heading: HeadingLevel.TITLE }), words('正文在这里。')] }] }, '正题', '正文在这里。'],
    ['its only heading 1', { sections: [{ children: [words('正题', { heading: HeadingLevel.HEADING_1 }), words('节', { heading: HeadingLevel.HEADING_2 }), words('正文。')] }] }, '正题', '节\n正文。'],
    ['its property, when the text repeats it', { title: '正题。', sections: [{ children: [words('引子。'), words('正题。'), words('正文。')] }] }, '正题。', '引子。\n正文。'],
    ['its first short line', { title: '旧', sections: [{ children: [words('一次办成'), words('这是正文，有一句话。')] }] }, '一次办成', '这是正文，有一句话。'],
    ['its property, when nothing else speaks', { title: '备用标题', sections: [{ children: [words('这是正文，有一句话。')] }] }, '备用标题', '这是正文，有一句话。'],
    ['none, rather than what Word writes by itself', { title: '文档1', sections: [{ children: [words('这是正文，有一句话。')] }] }, undefined, '这是正文，有一句话。'],
    ['none, when the first line is a numbered one', { sections: [{ children: [words('一、总体目标'), words('正文。')] }] }, undefined, '一、总体目标\n正文。'],
  ])('is %s', async (_what, options, title, text) => {
    const imported = await importDocx(options);
    expect(imported.title).toBe(title);
    expect(plainText(imported.body)).toBe(text);
  });

  it('is reported as a guess when it is one', async () => {
    expect(entry(await importDocx({ sections: [{ children: [words('一次办成'), words('正文。')] }] }), 'TITLE_GUESSED')).toMatchObject({ severity: 'warning', sample: '一次办成' });
  });
});

describe('what a Word file loses', () => {
  const imagePart = (target: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"${target.includes(':') ? ' TargetMode="External"' : ''}/></Relationships>`;
  const blip = (by: 'embed' | 'link'): string => `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:${by}="r1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

  it('is reported: comments, tracked changes, Chinese numbering, formulas, formats no browser shows', async () => {
    const changed = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>';
    const formula = '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath></w:p>';
    const imported = await readDocument(docxOf(`${changed}${run('正文，一句话。')}${formula}${blip('embed')}`, {
      'word/_rels/document.xml.rels': imagePart('media/a.emf'),
      'word/media/a.emf': Buffer.from('01000000', 'hex'),
      'word/comments.xml': `<w:comments ${word}><w:comment w:id="1"/></w:comments>`,
      'word/numbering.xml': `<w:numbering ${word}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    }), 'a.docx', importLimits);
    expect(codes(imported)).toEqual(['CHANGES_ACCEPTED', 'COMMENTS_DROPPED', 'DRAWING_DROPPED', 'IMAGE_FORMAT_DROPPED', 'NUMBERING_CHANGED']);
    expect(plainText(imported.body)).toBe('新\n正文，一句话。');
    expect(imported.images).toEqual([]);
  });

  it('is reported: a picture that is missing or only linked to, and no other file is opened for it', async () => {
    const own = new URL(import.meta.url).href;
    const linked = await readDocument(docxOf(`${run('正文，一句话。')}${blip('link')}`, { 'word/_rels/document.xml.rels': imagePart(own) }), 'a.docx', importLimits);
    expect(entry(linked, 'REMOTE_IMAGE_DROPPED')).toMatchObject({ count: 1, sample: own.slice(0, 80) });
    const missing = await readDocument(docxOf(`${run('正文，一句话。')}${blip('embed')}`, { 'word/_rels/document.xml.rels': imagePart('media/none.png') }), 'a.docx', importLimits);
    expect(codes(missing)).toEqual(['IMAGE_BROKEN']);
    expect([linked.images, missing.images]).toEqual([[], []]);
  });
});

describe('an HTML file', () => {
  it('loses scripts, frames, forms, handlers, hidden parts and unsafe addresses, and says how many', async () => {
    const imported = await importText(`<!doctype html><title>页</title><style>p{}</style><script>alert(1)</script><SCRIPT src=//x></SCRIPT><body onload="x()"><script>2</script>
      <p onclick="a()" onmouseover=b()>一<a href="javascript:alert(1)">链</a><a href=" jAvA\tscript:alert(1)">二</a><a href="data:text/html,x">三</a><a href="/rel">四</a><a href="#top">五</a></p>
      <img src="x.png" onerror="alert(1)"><img src="https://cdn.cn/a.jpg"><img src="data:image/svg+xml,<svg onload=alert(1)>"><iframe src="//evil"></iframe><object></object>
      <form action="/x"><p>表单里的字</p><input value=x><button>发</button></form><svg><script>alert(1)</script></svg><p style="display:none">藏</p><video src="a.mp4"></video>
      <noscript><p>无</p></noscript><template><p>模</p></template><unknown-element>未知<b>元素</b></unknown-element><math><mi>x</mi></math>`);
    expect(html(imported)).toBe('<p>一链二三四五</p><p>表单里的字</p><p>未知<strong>元素</strong></p>');
    expect(Object.fromEntries(imported.report.map(({ code, count }) => [code, count]))).toEqual({
      SCRIPT_DROPPED: 3, EVENT_HANDLER_DROPPED: 4, UNSAFE_LINK_DROPPED: 3, RELATIVE_LINK_DROPPED: 1, REMOTE_IMAGE_DROPPED: 2, IMAGE_FORMAT_DROPPED: 1, FRAME_DROPPED: 2, FORM_DROPPED: 2, DRAWING_DROPPED: 2, HIDDEN_DROPPED: 1, VIDEO_DROPPED: 1,
    });
    expect(entry(imported, 'SCRIPT_DROPPED')).toEqual({ severity: 'warning', code: 'SCRIPT_DROPPED', message: { zh: '丢弃了 3 处脚本。', en: 'Scripts dropped: 3.' }, count: 3, sample: 'alert(1)' });
  });

  it('keeps pictures that are written into it, each once, by their bytes and not by what they claim', async () => {
    const uri = (bytes: Buffer): string => `data:text/plain;base64,${bytes.toString('base64')}`;
    const all = await Promise.all((['png', 'jpeg', 'gif', 'webp'] as const).map((format) => picture(9, format)));
    const bmp = Buffer.concat([Buffer.from('424d460000000000000036000000', 'hex'), Buffer.alloc(56)]);
    const imported = await importText(`<title>t</title>${[...all, bmp, all[0]!].map((bytes) => `<p><img alt="IMG_001" src="${uri(bytes)}"></p>`).join('')}`);
    expect(imported.images.map(({ contentType, alt }) => [contentType, alt])).toEqual(['png', 'jpeg', 'gif', 'webp', 'bmp'].map((type) => [`image/${type}`, '']));
    expect(imported.body.content.map(({ attrs }) => attrs?.assetId)).toEqual([1, 2, 3, 4, 5, 1].map((number) => `imported-${number}`));
  });

  it('takes its one top heading as the title, else what its head says, and its description and author', async () => {
    expect(await importText('<html><head><title>题 - 某网站</title><meta name=Description content="摘"><meta name=author content="甲"></head><h1>题</h1><h2>节</h2><p>文</p>'))
      .toMatchObject({ title: '题', summary: '摘', author: '甲', body: { content: [{ type: 'heading', attrs: { level: 2 } }, { type: 'paragraph' }] } });
    expect(await importText('<html><title>题</title><p>题</p><p>文。</p>')).toMatchObject({ title: '题', body: { content: [{ content: [{ text: '文。' }] }] } });
  });

  it('moves headings down by one when the text uses level 1, to level 4 at most', async () => {
    const imported = await importText('<html><title>t</title><h1>一</h1><h3>二</h3><h6>三</h6><h1>四</h1><p>文</p>');
    expect(imported.title).toBe('一');
    expect(html(imported)).toBe('<h4>二</h4><h4>三</h4><h2>四</h2><p>文</p>');
    expect(entry(imported, 'HEADING_RAISED')?.count).toBe(1);
  });

  it('shows white space as Chinese readers expect it', async () => {
    const imported = await importText('<html><title>t</title><p>　　首行\n缩进 </p><p>&nbsp;</p><p>A\n  B&nbsp;&nbsp;&nbsp;C</p><div>第一段<br><br>第二段<br>换行<br></div><pre>甲\n  乙</pre>\u200b散字');
    expect(html(imported)).toBe('<p>首行缩进</p><p>A B C</p><p>第一段</p><p>第二段<br>换行</p><p>甲<br>乙</p><p>散字</p>');
  });

  it('repairs lists, cells and figures as old editors write them', async () => {
    const imported = await importText('<html><title>t</title><ul><li>甲</li><ul><li>子</li></ul>散<li><ol start=5><li>丁</li></ol></li></ul><table><caption>表一</caption><tr><td colspan=999 rowspan=50>a<td><p>b</p><p>c</p></table><figure><img src=https://x/a.png><figcaption>图注还在</figcaption></figure><span style="font-weight:700;text-decoration: underline">重</span>');
    expect(html(imported)).toBe('<ul><li><p>甲</p><ul><li>子</li></ul><p>散</p></li><li><p></p><ol start="5"><li>丁</li></ol></li></ul><p>表一</p><div class="table-wrap"><table><tbody><tr><td colspan="100">a</td><td><p>b</p><p>c</p></td></tr></tbody></table></div><p>图注还在</p><p><strong><u>重</u></strong></p>');
  });

  it('reads the footnotes of Word and of Markdown tools, and no table of contents as such', async () => {
    const word = '<p>文<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> 注文</p></div>';
    const github = '<p>乙<sup><a href="#user-content-fn-1" id="user-content-fnref-1">1</a></sup></p><section><ol><li id="user-content-fn-1"><p>第二注 <a href="#user-content-fnref-1">↩</a></p></li></ol></section>';
    const contents = '<p><a href="#s1" id="toc1">目录项</a></p><div id="s1"><h2>节<a href="#toc1">回</a></h2><p>节文</p></div>';
    const imported = await importText(`<html><title>t</title>${word}${github}${contents}`);
    expect(textBlocks(imported.body).filter(({ field }) => field === 'text').map(({ text }) => text)).toEqual(['注文', '第二注']);
    expect(plainText(imported.body)).toBe('文\n注文\n乙\n第二注\n目录项\n节回\n节文');
  });

  it('is read in UTF-8, UTF-16 and GBK, declared or not', async () => {
    const gbk = (text: string): Buffer => Buffer.concat([Buffer.from(text), Buffer.from('b8c4b8ef', 'hex')]);
    const files = [Buffer.from('<html><title>t</title><p>改革'), Buffer.from('\uFEFF<html><title>t</title><p>改革'), Buffer.from('\uFEFF<html><title>t</title><p>改革', 'utf16le'), gbk('<html><title>t</title><p>'), gbk('<html><meta charset="gb2312"><title>t</title><p>')];
    for (const bytes of files) expect(plainText((await readDocument(bytes, 'a.html', importLimits)).body)).toBe('改革');
  });

  it('flattens what is nested too deep for a body, and loses no word of it', async () => {
    const levels = [...Array(40).keys()];
    const imported = await importText(`<html><title>t</title>${levels.map((level) => `<ul><li>层${level}`).join('')}`);
    expect(plainText(imported.body).split('\n').join('')).toBe(levels.map((level) => `层${level}`).join(''));
    expect(codes(imported)).toEqual(['NESTING_FLATTENED']);
    const quotes = await importText(`<html><title>t</title>${'<blockquote><table><tr><td>'.repeat(20)}深`);
    expect(plainText(quotes.body)).toBe('深');
  });
});

describe('a Markdown or text file', () => {
  it('gives front matter, structure, and no raw HTML that harms', async () => {
    const imported = await importText('---\ntitle: "正题"\nauthor: 张三\nsource: 办公室\ndescription: 摘要\ntags: [a]\n---\n# 正题\n\n改革\n继续**推进** ~~旧~~ <b onclick="x()">粗</b><script>alert(1)</script><iframe src=x></iframe> [链](javascript:alert(1)) ![图](a.png)\n\n1. 一\n   - 二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n> 引\n\n---\n', 'a.md');
    expect(imported).toMatchObject({ title: '正题', author: '张三', source: '办公室', summary: '摘要' });
    expect(html(imported)).toBe('<p>改革继续<strong>推进</strong> <s>旧</s> <strong>粗</strong> 链</p><ol><li><p>一</p><ul><li>二</li></ul></li></ol><div class="table-wrap"><table><tbody><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></tbody></table></div><blockquote><p>引</p></blockquote><hr>');
    expect(codes(imported)).toEqual(['EVENT_HANDLER_DROPPED', 'FRAME_DROPPED', 'REMOTE_IMAGE_DROPPED', 'SCRIPT_DROPPED', 'UNSAFE_LINK_DROPPED']);
  });

  it('takes plain text line by line, as it is', async () => {
    const imported = await importText('一次办成\r\n\r\n　　1. 这不是<b>列表</b>。\r\n* 也不是 &amp;', 'a.txt');
    expect(imported.title).toBe('一次办成');
    expect(plainText(imported.body)).toBe('1. 这不是<b>列表</b>。\n* 也不是 &amp;');
  });
});

describe('a file that cannot be imported', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

  it.each<[string, Buffer, string, ImportErrorCode, RegExp]>([
    ['an old .doc, even one called .docx', ole, 'a.docx', 'UNSUPPORTED_FORMAT', /另存为 \.docx/],
    ['a .docx with a password', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'a.docx', 'UNSUPPORTED_FORMAT', /密码/],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3'), 'a.pdf', 'UNSUPPORTED_FORMAT', /PDF.*\.docx/],
    ['an RTF', Buffer.from('{\\rtf1 x}'), 'a.doc', 'UNSUPPORTED_FORMAT', /RTF/],
    ['a spreadsheet', zipOf({ '[Content_Types].xml': contentTypes, 'xl/workbook.xml': '<x/>' }), 'a.docx', 'UNSUPPORTED_FORMAT', /另存为/],
    ['a program', Buffer.from('7f454c4602010100000000', 'hex'), 'a.html', 'UNSUPPORTED_FORMAT', /另存为/],
    ['an empty file', Buffer.alloc(0), 'a.docx', 'EMPTY_FILE', /检查/],
    ['a file of blanks', Buffer.from(' \n\u3000\n'), 'a.md', 'EMPTY_FILE', /检查/],
    ['a text called .docx', Buffer.from('你好'), 'a.docx', 'BROKEN_FILE', /损坏/],
    ['a zip without a document', docxOf('').subarray(0, 60), 'a.docx', 'BROKEN_FILE', /损坏/],
    ['a document that is no XML', zipOf({ '[Content_Types].xml': contentTypes, 'word/document.xml': '<w:document' }), 'a.docx', 'BROKEN_FILE', /损坏/],
    ['a document without its main part', zipOf({ '[Content_Types].xml': contentTypes, 'word/other.xml': '<x/>' }), 'a.docx', 'BROKEN_FILE', /损坏/],
    ['a zip whose paths lead outside', docxOf(run('x'), { '../../etc/passwd.xml': 'x' }), 'a.docx', 'BROKEN_FILE', /损坏/],
    ['a million laughs', docxOf(run('&c;'), {}, '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'), 'a.docx', 'BROKEN_FILE', /损坏/],
    ['a zip bomb of XML', docxOf(run(' '.repeat(30 * 2 ** 20))), 'a.docx', 'FILE_TOO_COMPLEX', /拆分/],
    ['a zip of too many files', zipOf(Object.fromEntries([...Array(2001).keys()].map((at) => [`${at}`, '']))), 'a.docx', 'FILE_TOO_COMPLEX', /拆分/],
    ['a page of divs in divs without end', Buffer.from(`<html>${'<div>'.repeat(200_000)}`), 'a.html', 'FILE_TOO_COMPLEX', /拆分/],
    ['a page that multiplies when it is repaired', Buffer.from(`<html><p>${[...Array(150).keys()].map((at) => `<b id=${at}>`).join('')}${'<p>x'.repeat(2000)}`), 'a.html', 'FILE_TOO_COMPLEX', /拆分/],
    ['XML in XML without end', docxOf(`${'<w:sdt><w:sdtContent>'.repeat(20_000)}${run('x')}${'</w:sdtContent></w:sdt>'.repeat(20_000)}`), 'a.docx', 'FILE_TOO_COMPLEX', /拆分/],
    ['more text than a body may have', Buffer.from(`<html><title>t</title><p>${'字'.repeat(bodyLimits.characters + 1)}`), 'a.html', 'FILE_TOO_COMPLEX', /拆分/],
  ])('is refused with a sentence that helps: %s', async (_what, bytes, filename, code, sentence) => {
    const { code: actual, zh } = await refusal(bytes, filename);
    expect(actual).toBe(code);
    expect(zh).toMatch(sentence);
  });

  it('is a document cut off anywhere', async () => {
    const whole = await Packer.toBuffer(new Document({ sections: [{ children: [words('题', { heading: HeadingLevel.TITLE }), words('文')] }] }));
    for (const share of [0.05, 0.5, 0.9, 0.999]) {
      await expect(readDocument(whole.subarray(0, whole.length * share), 'a.docx', importLimits)).rejects.toMatchObject({ code: 'BROKEN_FILE' });
    }
  });

  it('is a picture bomb that lies about its size, counted as it comes out', async () => {
    const bomb = Buffer.alloc(3 * 2 ** 20);
    const zip = (declared?: number): Buffer => zipOf({ '[Content_Types].xml': contentTypes, 'word/media/a.png': bomb, 'word/media/b.png': bomb }, declared);
    expect(await refusalWithin(zip(), 'a.docx', { maxInflatedBytes: 5 * 2 ** 20 })).toMatchObject({ code: 'FILE_TOO_COMPLEX' });
    expect(await refusalWithin(zip(500), 'a.docx', { maxInflatedBytes: 5 * 2 ** 20 })).toMatchObject({ code: 'BROKEN_FILE' });
  });

  it('is one that is too large, takes too long, needs too much stack or memory, and the process goes on', async () => {
    expect(await refusalWithin(Buffer.from('<html><p>x'), 'a.html', { maxBytes: 5 })).toMatchObject({ code: 'FILE_TOO_COMPLEX' });
    expect(await refusalWithin(Buffer.from('<html><p>x'), 'a.html', { timeoutMs: 1 })).toMatchObject({ code: 'IMPORT_TIMEOUT' });
    expect(await refusalWithin(Buffer.from('>'.repeat(100_000)), 'a.md')).toMatchObject({ code: 'FILE_TOO_COMPLEX' });
    expect(await refusalWithin(Buffer.from(`<html>${'<p>字</p>'.repeat(90_000)}`), 'a.html', { maxHeapMb: 24 })).toMatchObject({ code: 'FILE_TOO_COMPLEX' });
    expect((await importWithin(Buffer.from('<html><title>题</title><p>文'), 'a.html')).title).toBe('题');
  });
});

describe('many imports at once', () => {
  it('are all answered, each with its own document', async () => {
    const numbers = [1, 2, 3, 4, 5];
    const all = await Promise.all(numbers.map((number) => importWithin(Buffer.from(`<html><title>题${number}</title><p>文`), 'a.html')));
    expect(all.map(({ title }) => title)).toEqual(numbers.map((number) => `题${number}`));
  });
});

/** Bodies at random from a seed (mulberry32), so that a failure can be had again. */
class RandomBodies {
  constructor(private state: number, private readonly assetIds: readonly string[]) {}

  body(): Body {
    return parseBody({ type: 'doc', content: this.some(1, 6, () => this.block(0)) });
  }

  private next(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.next(from.length)]!;
  }

  private some<T>(min: number, max: number, make: () => T): T[] {
    return Array.from({ length: min + this.next(max - min + 1) }, make);
  }

  private words(): string {
    return this.some(1, 8, () => this.pick(['改', '革', '“最多”', 'a', '7', '<b>', '&amp;', '👨‍👩‍👧', '𠮷', '。', '—', '\'"'])).join('');
  }

  private block(depth: number): BodyNode {
    const makers = [() => this.paragraph(), () => this.paragraph(), () => this.heading(), () => this.picture(), () => ({ type: 'horizontalRule' })];
    const containers = [() => this.list(depth), () => ({ type: 'blockquote', content: this.some(1, 2, () => this.block(depth + 1)) }), () => this.table(depth)];
    return this.pick(depth < 3 ? [...makers, ...containers] : makers)();
  }

  private paragraph(): BodyNode {
    const inline: BodyNode[] = this.some(1, 4, () => this.text());
    if (this.next(3) === 0) inline.push({ type: 'hardBreak' }, this.text());
    if (this.next(3) === 0) inline.splice(1, 0, { type: 'footnote', attrs: { text: this.words() } });
    return { type: 'paragraph', content: inline };
  }

  private text(): BodyNode {
    const link = this.next(4) === 0 ? [{ type: 'link', attrs: { href: this.pick(['https://a.cn/?x=1&y="z"', 'mailto:a@b.cn', 'tel:+86571']).replaceAll('"', '%22'), title: this.pick(['', '题']) } }] : [];
    const looks = ['bold', 'italic', 'underline', 'strike', 'subscript', 'superscript'].filter(() => this.next(5) === 0).map((type) => ({ type }));
    return { type: 'text', text: this.words(), marks: [...link, ...looks] };
  }

  private heading(): BodyNode {
    return { type: 'heading', attrs: { level: 2 + this.next(3) }, content: [this.text()] };
  }

  private picture(): BodyNode {
    return { type: 'image', attrs: { assetId: this.pick(this.assetIds), alt: this.pick(['', '窗口']), caption: this.pick(['', this.words()]), credit: this.pick(['', '张三 摄']) } };
  }

  private list(depth: number): BodyNode {
    const content = this.some(1, 3, () => ({ type: 'listItem', content: [this.paragraph(), ...(this.next(2) ? [this.block(depth + 1)] : [])] }));
    return this.next(2) ? { type: 'bulletList', content } : { type: 'orderedList', attrs: { start: this.pick([0, 1, 7]) }, content };
  }

  private table(depth: number): BodyNode {
    const cell = (rowspan: number): BodyNode => ({
      type: this.pick(['tableCell', 'tableHeader']), attrs: { colspan: this.pick([1, 2]), rowspan }, content: this.next(4) ? [this.paragraph(), ...(this.next(4) ? [] : [this.block(depth + 1)])] : [{ type: 'paragraph' }],
    });
    const rows = 1 + this.next(3);
    return { type: 'table', content: [...Array(rows).keys()].map((row) => ({ type: 'tableRow', content: this.some(1, 3, () => cell(1 + this.next(rows - row))) })) };
  }
}

describe('a body that was rendered and imported again', () => {
  it('is equal to what it was, for every node and mark', async () => {
    const stored = new Map<string, Buffer>(await Promise.all([1, 2, 3].map(async (red) => [`asset_${red}`, await picture(red)] as const)));
    const url = (id: string): string => `data:image/png;base64,${stored.get(id)!.toString('base64')}`;
    const seen = new Set<string>();
    for (let seed = 1; seed <= 300; seed += 1) {
      const body = new RandomBodies(seed, [...stored.keys()]).body();
      const page = `<!doctype html><html><head><title>题</title></head><body>${renderHtml(body, { asset: (id) => ({ url: url(id) }) })}</body></html>`;
      const { body: again, images, title } = await importText(page);
      const ids = new Map(images.map(({ placeholderId, bytes }) => [placeholderId, [...stored].find(([, known]) => known.equals(bytes))![0]]));
      expect({ seed, title, body: replaceAssetIds(again, ids) }).toEqual({ seed, title: '题', body });
      for (const name of JSON.stringify(body).match(/"type":"\w+"/g) ?? []) seen.add(name);
    }
    expect(seen.size).toBe(23);
  });

  it('loses only its videos, and says so', async () => {
    const body: Body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '文' }] }, { type: 'video', attrs: { assetId: 'asset_1', caption: '片名' } }] };
    const imported = await importText(`<html><title>t</title>${renderHtml(body, { asset: () => ({ url: 'https://a.cn/v.mp4' }) })}`);
    expect(plainText(imported.body)).toBe('文\n片名');
    expect(codes(imported)).toEqual(['VIDEO_DROPPED']);
    expect(await importText('<html><title>只有标题</title>')).toMatchObject({ title: '只有标题', body: emptyBody() });
  });
});

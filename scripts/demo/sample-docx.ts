import { AlignmentType, Document, HeadingLevel, ImageRun, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type ISectionOptions } from 'docx';
import { drawIllustration, illustrations } from './illustrations.js';

/** Where the sample lies, from the project's folder. The demo at run time reads this file and never makes it. */
export const samplePath = 'samples/最多跑一次-不动产登记.docx';

type Child = NonNullable<ISectionOptions['children']>[number];

const text = (words: string): Paragraph => new Paragraph({ children: [new TextRun(words)], indent: { firstLine: 640 }, spacing: { line: 480 } });
const heading = (words: string): Paragraph => new Paragraph({ text: words, heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 120 } });
const step = (words: string): Paragraph => new Paragraph({ text: words, numbering: { reference: 'steps', level: 0 } });
const point = (words: string): Paragraph => new Paragraph({ text: words, bullet: { level: 0 } });

const cell = (words: string, isHead: boolean): TableCell =>
  new TableCell({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: words, bold: isHead })] })], width: { size: 33, type: WidthType.PERCENTAGE } });

const table = (rows: readonly (readonly string[])[]): Table => new Table({
  width: { size: 100, type: WidthType.PERCENTAGE },
  rows: rows.map((row, at) => new TableRow({ ...(at === 0 ? { tableHeader: true } : {}), children: row.map((words) => cell(words, at === 0)) })),
});

async function picture(): Promise<Paragraph> {
  const alt = illustrations['sixty-minutes'].alt;
  const data = await drawIllustration('sixty-minutes', 960);
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new ImageRun({ type: 'png', data, transformation: { width: 480, height: 270 }, altText: { name: 'sixty-minutes', title: alt, description: alt } })] });
}

async function story(): Promise<Child[]> {
  return [
    new Paragraph({ text: '不动产登记跑一次：从“三个窗口”到“一个小时”', heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER }),
    text('周三上午十点，富阳区办事大厅。市民倪先生把购房合同和身份证明交到综合窗口，工作人员一边核对，一边把下一步要做的事讲给他听。十点五十四分，倪先生拿到了新的不动产权证书。'),
    text('一年前，办同样的事要在三个窗口之间来回跑，材料交三遍，等上五个工作日。变化是从一张流程图开始的。'),
    await picture(),
    heading('一张流程图'),
    text('登记中心的年轻人把每一道手续画成一个方框，把群众走的每一步画成一条线。画完一看，方框不多，线却绕成了团。他们决定不动方框，先理线：'),
    step('能在后台传的，不让群众拿着走；'),
    step('能同时办的，不分先后；'),
    step('能查得到的，不再开证明。'),
    heading('改了以后'),
    table([['项目', '改革前', '改革后'], ['跑动窗口', '3 个', '1 个'], ['提交材料', '14 份', '6 份'], ['办理时限', '5 个工作日', '60 分钟']]),
    text('半年来，综合窗口共受理转移登记 4200 余件，其中九成以上在一小时内办结。没有按时办结的，主要有三种情形：'),
    point('涉及继承和共有，需要其他权利人到场；'),
    point('历史档案缺页，需要人工查找；'),
    point('申请人中途变更登记内容。'),
    heading('还要再往前走一步'),
    text('目前，登记中心正把历史档案逐页补扫入库，并在四个乡镇试点设立代办点。“让数据先跑到群众前面。”这句话写在了登记中心的墙上，也写进了每个人的工作清单。'),
    new Paragraph({ children: [new TextRun({ text: '（演示稿件：文中人物、案例和数据均为虚构，仅供试用系统。）', italics: true })] }),
  ];
}

/** A Word file as a contributor would send it: headings, a picture, two lists and a table. */
export async function sampleDocx(): Promise<Buffer> {
  return Packer.toBuffer(new Document({
    title: '不动产登记跑一次', creator: '一次演示素材',
    styles: { default: { document: { run: { font: { ascii: 'Times New Roman', eastAsia: '仿宋' }, size: 32 } } } },
    numbering: { config: [{ reference: 'steps', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 720, hanging: 360 } } } }] }] },
    sections: [{ children: await story() }],
  }));
}

import type { Wording } from './import-error.js';

/** One thing that the import kept differently or dropped, in words; `count` of them, one shown as `sample`. */
export interface ImportReportEntry {
  readonly severity: 'info' | 'warning';
  readonly code: ImportReportCode;
  readonly message: Wording;
  readonly count?: number;
  readonly sample?: string;
}

type Sentence = readonly [severity: 'info' | 'warning', zh: string, en: string];

// {n} stands for how many.
const sentences = {
  TITLE_TAKEN: ['info', '已把文中的标题用作稿件标题，正文中不再重复。', 'The title in the text became the title; the body does not repeat it.'],
  TITLE_GUESSED: ['warning', '已把第一行短句当作标题，请核对。', 'The first short line was taken as the title; please check.'],
  BYLINE_TAKEN: ['info', '已从署名行读出作者或来源，正文中不再重复。', 'Author or source were read from the byline; the body does not repeat it.'],
  SCRIPT_DROPPED: ['warning', '丢弃了 {n} 处脚本。', 'Scripts dropped: {n}.'],
  FRAME_DROPPED: ['warning', '丢弃了 {n} 处嵌入页面或插件。', 'Embedded pages or plug-ins dropped: {n}.'],
  FORM_DROPPED: ['warning', '丢弃了 {n} 个表单控件。', 'Form controls dropped: {n}.'],
  DRAWING_DROPPED: ['warning', '丢弃了 {n} 处矢量图形或公式。如需保留，请截图为 PNG 后插入。', 'Drawings or formulas dropped: {n}. To keep one, insert it as a PNG picture.'],
  EVENT_HANDLER_DROPPED: ['warning', '丢弃了 {n} 处网页事件代码。', 'Event handlers dropped: {n}.'],
  HIDDEN_DROPPED: ['info', '丢弃了 {n} 处隐藏内容。', 'Hidden parts dropped: {n}.'],
  UNSAFE_LINK_DROPPED: ['warning', '去掉了 {n} 个不安全的链接，文字已保留。', 'Unsafe links taken away: {n}; their words are kept.'],
  RELATIVE_LINK_DROPPED: ['warning', '去掉了 {n} 个不完整的链接，文字已保留。如需保留，请改为完整网址。', 'Incomplete links taken away: {n}; their words are kept. Write whole addresses to keep them.'],
  REMOTE_IMAGE_DROPPED: ['warning', '{n} 张图片不在文件内（只有链接），没有导入。请另存后手动插入。', 'Pictures that are only linked to, not imported: {n}. Save and insert them by hand.'],
  IMAGE_FORMAT_DROPPED: ['warning', '{n} 张图片的格式不支持（EMF、WMF、TIFF、SVG 等）。请转为 PNG 或 JPEG 后插入。', 'Pictures in an unsupported format (EMF, WMF, TIFF, SVG …): {n}. Insert them as PNG or JPEG.'],
  IMAGE_BROKEN: ['warning', '{n} 张图片无法读取。请重新插入。', 'Pictures that could not be read: {n}. Insert them again.'],
  VIDEO_DROPPED: ['warning', '{n} 个音视频没有导入。请单独上传。', 'Audios or videos not imported: {n}. Upload them separately.'],
  COMMENTS_DROPPED: ['info', '批注没有导入（{n} 条）。', 'Comments left out: {n}.'],
  CHANGES_ACCEPTED: ['warning', '文档含 {n} 处修订标记，已按接受全部修订导入，请核对。', 'Tracked changes, all accepted: {n}. Please check.'],
  NUMBERING_CHANGED: ['warning', '文中的「一、」「（一）」等自动编号可能变成数字编号或丢失，请核对。', 'Automatic Chinese numbering may have become plain numbers or gone; please check.'],
  HEADING_RAISED: ['info', '{n} 个过深的小标题已改为第四级。', 'Headings that were too deep and became level 4: {n}.'],
  NESTING_FLATTENED: ['info', '{n} 处嵌套过深的列表、引用或表格已展平。', 'Lists, quotations or tables that were nested too deep and have been flattened: {n}.'],
} as const satisfies Record<string, Sentence>;

export type ImportReportCode = keyof typeof sentences;

const maxSample = 80;

/** Collects what an import kept differently or dropped, one entry for each kind of thing. */
export class ImportReport {
  private readonly found = new Map<ImportReportCode, { count: number; sample?: string }>();

  note(code: ImportReportCode, sample?: string, count = 1): void {
    const entry = this.found.get(code) ?? { count: 0 };
    entry.count += count;
    entry.sample ??= sample?.replace(/\s+/g, ' ').trim().slice(0, maxSample) || undefined;
    this.found.set(code, entry);
  }

  /** The warnings first, else in the order in which they were found. */
  entries(): ImportReportEntry[] {
    const entries = [...this.found].map(([code, { count, sample }]): ImportReportEntry => {
      const [severity, zh, en] = sentences[code];
      const fill = (sentence: string): string => sentence.replace('{n}', String(count));
      return { severity, code, message: { zh: fill(zh), en: fill(en) }, count, ...(sample === undefined ? {} : { sample }) };
    });
    return [...entries.filter(({ severity }) => severity === 'warning'), ...entries.filter(({ severity }) => severity === 'info')];
  }
}

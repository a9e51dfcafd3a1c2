/** Why a file could not be read. */
export const importErrorCodes = ['BROKEN_FILE', 'FILE_TOO_COMPLEX', 'UNSUPPORTED_FORMAT', 'EMPTY_FILE', 'IMPORT_TIMEOUT'] as const;
export type ImportErrorCode = (typeof importErrorCodes)[number];

/** A sentence in the users' language and in English, each with what to do next. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

const sentences: Readonly<Record<ImportErrorCode, Wording>> = {
  BROKEN_FILE: { zh: '文件已损坏或不完整，无法读取。请用 Word 打开后另存为 .docx，再重新上传。', en: 'The file is broken or incomplete. Open it in Word, save it as .docx and upload it again.' },
  FILE_TOO_COMPLEX: { zh: '文件过大或结构过于复杂，无法导入。请拆分为几篇，或压缩图片后再上传。', en: 'The file is too large or too complex. Split it, or compress its pictures, and upload it again.' },
  UNSUPPORTED_FORMAT: { zh: '不支持这种文件。请另存为 .docx、.md 或 .html 后再上传。', en: 'This kind of file is not supported. Save it as .docx, .md or .html and upload it again.' },
  EMPTY_FILE: { zh: '文件里没有可导入的内容。请检查是否选错了文件。', en: 'There is nothing to import in this file. Check that it is the right one.' },
  IMPORT_TIMEOUT: { zh: '读取文件用时过长，已停止。请拆分或简化文件后再上传。', en: 'Reading the file took too long and was stopped. Split or simplify it and upload it again.' },
};

/** A file that cannot be imported; nothing has been stored. */
export class ImportError extends Error {
  readonly zh: string;
  readonly en: string;

  /** `wording` replaces the code's own sentence when more is known. */
  constructor(readonly code: ImportErrorCode, wording: Wording = sentences[code]) {
    super(wording.en);
    this.name = 'ImportError';
    this.zh = wording.zh;
    this.en = wording.en;
  }
}

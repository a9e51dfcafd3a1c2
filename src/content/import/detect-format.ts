import { ImportError, type Wording } from './import-error.js';

/** What the bytes are, whatever the file is called. Names decide only between kinds of plain text. */
export type ImportFormat = 'docx' | 'html' | 'markdown' | 'text';

const saveAs = (what: Wording): ImportError => new ImportError('UNSUPPORTED_FORMAT', what);

const refusals: readonly (readonly [isIt: (bytes: Buffer) => boolean, wording: Wording])[] = [
  [(bytes) => isOle(bytes) && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')), {
    zh: '这份文档设有打开密码，无法读取。请在 Word 中取消密码，另存为 .docx 后再上传。', en: 'This document is protected by a password. Remove the password in Word, save it as .docx and upload it again.' }],
  [isOle, { zh: '不支持旧版 .doc、.wps 文件。请用 Word 或 WPS 打开，另存为 .docx 后再上传。', en: 'Old .doc and .wps files are not supported. Open it in Word or WPS, save it as .docx and upload it again.' }],
  [(bytes) => bytes.subarray(0, 1024).includes('%PDF-'), { zh: '不支持 PDF 文件。请用原文档另存为 .docx 后上传，或把文字粘贴到编辑器。', en: 'PDF files are not supported. Save the original document as .docx, or paste its text into the editor.' }],
  [(bytes) => bytes.subarray(0, 5).toString('latin1') === '{\\rtf', { zh: '不支持 RTF 文件。请用 Word 打开，另存为 .docx 后再上传。', en: 'RTF files are not supported. Open it in Word, save it as .docx and upload it again.' }],
];

function isOle(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
}

/** The format by its magic bytes. Throws ImportError EMPTY_FILE, UNSUPPORTED_FORMAT, or BROKEN_FILE for a .docx that is none. */
export function detectFormat(bytes: Buffer, filename: string): ImportFormat {
  if (bytes.length === 0) throw new ImportError('EMPTY_FILE');
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return 'docx';
  const refusal = refusals.find(([isIt]) => isIt(bytes));
  if (refusal) throw saveAs(refusal[1]);
  if (/\.docx$/i.test(filename) && !looksLikeHtml(bytes)) throw new ImportError('BROKEN_FILE');
  if (isBinary(bytes)) throw new ImportError('UNSUPPORTED_FORMAT');
  return looksLikeHtml(bytes) || /\.(?:x?html?)$/i.test(filename) ? 'html' : /\.txt$/i.test(filename) ? 'text' : 'markdown';
}

const hasUtf16Mark = (bytes: Buffer): boolean => ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex'));
const isBinary = (bytes: Buffer): boolean => !hasUtf16Mark(bytes) && bytes.subarray(0, 8192).includes(0);

function looksLikeHtml(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 2048).toString(hasUtf16Mark(bytes) ? 'utf16le' : 'latin1').replace(/^(?:\u00EF\u00BB\u00BF|\uFEFF)/, '');
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head);
}

export { importDocument, type ImportFile } from './import-document.js';
export { ImportError, importErrorCodes, type ImportErrorCode } from './import-error.js';
export { importLimits, type ImportLimits } from './import-limits.js';
export type { ImportedDocument, ImportedImage } from './imported-document.js';
export type { ImportReportCode, ImportReportEntry } from './import-report.js';

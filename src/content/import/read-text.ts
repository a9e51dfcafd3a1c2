import { escapeHtml } from '../document/index.js';
import type { SourceDocument } from './source-document.js';

/** Plain text as a document: each line is a paragraph. */
export const readText = (text: string): SourceDocument => ({ html: text.split(/\r\n|[\r\n]/).map((line) => `<p>${escapeHtml(line)}</p>`).join('\n') });

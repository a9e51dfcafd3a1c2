import type { Body } from '../document/index.js';
import type { ImportReportEntry } from './import-report.js';

/** A picture found in a file. The body names it by `placeholderId` until the caller has stored it (`replaceAssetIds`). */
export interface ImportedImage {
  readonly placeholderId: string;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly alt: string;
  readonly filename: string;
}

/** What a file says: a valid body and what goes into the fields around it. */
export interface ImportedDocument {
  readonly title?: string;
  readonly summary?: string;
  readonly author?: string;
  readonly source?: string;
  readonly body: Body;
  readonly images: readonly ImportedImage[];
  /** What was kept differently or dropped. */
  readonly report: readonly ImportReportEntry[];
}

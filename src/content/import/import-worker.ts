import { parentPort, workerData } from 'node:worker_threads';
import { ImportError, type ImportErrorCode } from './import-error.js';
import type { ImportLimits } from './import-limits.js';
import type { ImportedDocument } from './imported-document.js';
import { readDocument } from './read-document.js';

/** What the thread is given. */
export interface ImportTask {
  readonly bytes: Uint8Array;
  readonly filename: string;
  readonly limits: ImportLimits;
}

/** What the thread answers. */
export type ImportAnswer =
  | { readonly document: ImportedDocument }
  | { readonly refusal: { readonly code: ImportErrorCode; readonly zh: string; readonly en: string } }
  | { readonly failure: string };

async function answer({ bytes, filename, limits }: ImportTask): Promise<ImportAnswer> {
  try {
    return { document: await readDocument(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), filename, limits) };
  } catch (error) {
    if (error instanceof ImportError) return refusal(error);
    // A stack or a text that outgrows the engine is the file's doing, not ours.
    return error instanceof RangeError ? refusal(new ImportError('FILE_TOO_COMPLEX')) : { failure: error instanceof Error ? error.stack ?? error.message : String(error) };
  }
}

const refusal = ({ code, zh, en }: ImportError): ImportAnswer => ({ refusal: { code, zh, en } });

parentPort?.postMessage(await answer(workerData as ImportTask));

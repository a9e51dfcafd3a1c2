import { Worker } from 'node:worker_threads';
import { ImportError } from './import-error.js';
import { importLimits, type ImportLimits } from './import-limits.js';
import type { ImportAnswer, ImportTask } from './import-worker.js';
import type { ImportedDocument } from './imported-document.js';
import { inTurn } from './in-turn.js';

/** A file as it was uploaded. `mimeType` is what the browser thinks; the bytes decide. */
export interface ImportFile {
  readonly bytes: Buffer;
  readonly filename: string;
  readonly mimeType?: string;
}

/**
 * What a Word (.docx), Markdown, HTML or text file says, as a valid body with its pictures apart. The file is read in a thread of
 * its own with bounds on time and memory, two files at a time in one process, so that a hostile one harms nobody else. Throws
 * ImportError; nothing is stored and nothing is fetched.
 */
export async function importDocument(file: ImportFile, limits: Partial<ImportLimits> = {}): Promise<ImportedDocument> {
  const bounds = { ...importLimits, ...limits };
  if (file.bytes.length > bounds.maxBytes) throw new ImportError('FILE_TOO_COMPLEX');
  const answer = await inTurn(() => ask({ bytes: file.bytes, filename: file.filename, limits: bounds }));
  if ('refusal' in answer) throw new ImportError(answer.refusal.code, answer.refusal);
  if ('failure' in answer) throw new Error(`reading an imported file failed: ${answer.failure}`);
  const { document } = answer;
  // A Buffer comes out of a thread as a bare Uint8Array.
  return { ...document, images: document.images.map((image) => ({ ...image, bytes: Buffer.from(image.bytes) })) };
}

function ask(task: ImportTask): Promise<ImportAnswer> {
  const worker = startWorker(task);
  return new Promise<ImportAnswer>((resolve, reject) => {
    const timer = setTimeout(() => reject(new ImportError('IMPORT_TIMEOUT')), task.limits.timeoutMs);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ImportError('FILE_TOO_COMPLEX') : error));
    worker.once('exit', () => reject(new Error('the import thread ended without an answer')));
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}

/** Compiled, the thread runs its own file. From TypeScript (tests, development) it must load tsx first: threads do not inherit loaders. */
function startWorker(task: ImportTask): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: task.limits.maxHeapMb };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./import-worker.js', import.meta.url), { workerData: task, resourceLimits });
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./import-worker.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(code, { eval: true, execArgv: [], workerData: task, resourceLimits });
}

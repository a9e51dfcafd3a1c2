import type { Readable } from 'node:stream';
import { UploadProtocolError } from './errors.js';

/** Bytes of a piece: what one upload holds in memory, and what a crash of the server may cost its sender. */
const pieceBytes = 8_388_608;
/** Milliseconds without a byte after which a line is taken for dead. */
const silenceMs = 60_000;

export interface PiecesOptions {
  /** Bytes after which the body is too long. */
  readonly maxBytes: number;
  /** Ends the reading; what was read is still given. */
  readonly signal: AbortSignal;
}

/**
 * A body in pieces of 8 MB, the last one shorter. A piece's memory is used again: it must be kept before the next one is asked for. Returns
 * whether the body came to its end; a cut, silent or aborted line gives what came before. Throws UPLOAD_PROTOCOL when it is too long.
 */
export async function* piecesOf(body: Readable, { maxBytes, signal }: PiecesOptions): AsyncGenerator<Buffer, boolean> {
  const memory = Buffer.allocUnsafe(Math.min(pieceBytes, Math.max(1, maxBytes + 1)));
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let [filled, total] = [0, 0];
  try {
    for (;;) {
      const next = await nextChunk(chunks, signal);
      if (next === 'cut' || next.done) {
        if (filled > 0) yield memory.subarray(0, filled);
        return next !== 'cut';
      }
      total += next.value.length;
      if (total > maxBytes) throw new UploadProtocolError({ reason: 'more bytes than were announced' });
      for (let from = 0; from < next.value.length;) {
        const copied = next.value.copy(memory, filled, from);
        [filled, from] = [filled + copied, from + copied];
        if (filled === memory.length) {
          yield memory;
          filled = 0;
        }
      }
    }
  } finally {
    body.destroy();
  }
}

async function nextChunk(chunks: AsyncIterator<Buffer>, signal: AbortSignal): Promise<IteratorResult<Buffer> | 'cut'> {
  if (signal.aborted) return 'cut';
  let end: () => void = () => undefined;
  const cut = new Promise<'cut'>((resolve) => {
    const timer = setTimeout(() => resolve('cut'), silenceMs);
    const hear = (): void => resolve('cut');
    signal.addEventListener('abort', hear, { once: true });
    end = () => { clearTimeout(timer); signal.removeEventListener('abort', hear); };
  });
  const next = chunks.next().catch(() => 'cut' as const);
  return Promise.race([next, cut]).finally(end);
}

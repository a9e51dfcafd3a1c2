import type { ByteRange } from './storage.js';

/** The bytes that a Range header asks for (RFC 9110 §14): one range; undefined for everything, several ranges or nonsense, which are answered whole. */
export function openRange(header: string | undefined, size: number): ByteRange | 'outside' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  if (match[1] === '') {
    const last = Math.min(size, Number(match[2]));
    return last > 0 ? { start: size - last, end: size - 1 } : 'outside';
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (match[2] !== '' && Number(match[2]) < start) return undefined;
  return start < size ? { start, end } : 'outside';
}

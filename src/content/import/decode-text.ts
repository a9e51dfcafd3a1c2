const marks: readonly (readonly [hex: string, encoding: string])[] = [['efbbbf', 'utf-8'], ['fffe', 'utf-16le'], ['feff', 'utf-16be']];

/** The text of a file in UTF-8, UTF-16 or GB 18030 (which Chinese Windows still writes): by its byte order mark, by what a page declares, by what fits. */
export function decodeText(bytes: Buffer): string {
  const marked = marks.find(([hex]) => bytes.subarray(0, hex.length / 2).toString('hex') === hex)?.[1];
  if (marked) return decode(bytes, marked);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, declared(bytes) ?? 'gb18030');
  }
}

const declared = (bytes: Buffer): string | undefined => /<meta[^>]{0,200}charset=["']?([\w-]{1,30})/i.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1];

function decode(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

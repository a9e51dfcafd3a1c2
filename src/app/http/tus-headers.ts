import { UploadProtocolError } from '../../media/index.js';

type Header = string | string[] | undefined;

/** A count of bytes in a header. Undefined when it is absent and may be; throws UPLOAD_PROTOCOL otherwise. */
export function readCount(header: Header, name: string, mayBeAbsent = false): number | undefined {
  if (header === undefined && mayBeAbsent) return undefined;
  if (typeof header !== 'string' || !/^\d{1,15}$/.test(header)) throw new UploadProtocolError({ reason: `${name} 缺失或不是非负整数 (${name} is missing or not a whole number)` });
  return Number(header);
}

/** Upload-Metadata: names with base64 of UTF-8, separated by commas. An empty header is no metadata. Throws UPLOAD_PROTOCOL. */
export function readMetadata(header: string): Record<string, string> {
  const wrong = (): Error => new UploadProtocolError({ reason: 'Upload-Metadata 格式有误 (Upload-Metadata cannot be read)' });
  const pairs = header.split(',').map((pair) => pair.trim()).filter(Boolean).map((pair) => {
    const [name, value = '', ...more] = pair.split(' ');
    if (!name || more.length > 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) throw wrong();
    return [name, decode(value, wrong)] as const;
  });
  if (header.length > 8000 || new Set(pairs.map(([name]) => name)).size < pairs.length) throw wrong();
  return Object.fromEntries(pairs);
}

function decode(value: string, wrong: () => Error): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'base64'));
  } catch {
    throw wrong();
  }
}

/** Upload-Concat: a part of a file, or the file that parts make. Throws UPLOAD_PROTOCOL. */
export function readConcat(header: Header): { readonly isPart?: true; readonly parts?: string[]; readonly rawConcat: string } | undefined {
  if (header === undefined) return undefined;
  if (header === 'partial') return { isPart: true, rawConcat: header };
  const urls = typeof header === 'string' && header.startsWith('final;') ? header.slice('final;'.length).trim().split(/\s+/) : [];
  const parts = urls.map((url) => /\/uploads\/(upload_[0-9a-f]{24})$/.exec(url)?.[1]);
  if (parts.length === 0 || parts.length > 1000 || parts.includes(undefined)) throw new UploadProtocolError({ reason: 'Upload-Concat 格式有误 (Upload-Concat cannot be read)' });
  return { parts: parts as string[], rawConcat: header as string };
}

const digestBytes = { md5: 16, sha1: 20, sha256: 32 } as const;

/** Upload-Checksum: an algorithm and the base64 of a digest. Throws UPLOAD_PROTOCOL. */
export function readChecksum(header: Header): { readonly algorithm: keyof typeof digestBytes; readonly digest: Buffer } | undefined {
  if (header === undefined) return undefined;
  const [algorithm, value] = String(header).split(' ');
  const known = (Object.keys(digestBytes) as (keyof typeof digestBytes)[]).find((each) => each === algorithm);
  const digest = Buffer.from(value ?? '', 'base64');
  if (!known || digest.length !== digestBytes[known]) throw new UploadProtocolError({ reason: 'Upload-Checksum 应为 md5、sha1 或 sha256 (Upload-Checksum must be md5, sha1 or sha256)' });
  return { algorithm: known, digest };
}

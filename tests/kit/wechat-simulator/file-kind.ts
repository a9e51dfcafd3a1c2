/** What a file is by its first bytes. */
export type FileKind = 'png' | 'jpeg' | 'gif' | 'bmp' | 'mp4' | 'mp3' | 'wav' | 'wma' | 'amr';

interface Signature {
  readonly kind: FileKind;
  readonly offset: number;
  readonly hex: string;
}

const signatures: readonly Signature[] = [
  { kind: 'png', offset: 0, hex: '89504e470d0a1a0a' },
  { kind: 'jpeg', offset: 0, hex: 'ffd8ff' },
  { kind: 'gif', offset: 0, hex: '47494638' },
  { kind: 'bmp', offset: 0, hex: '424d' },
  { kind: 'mp4', offset: 4, hex: '66747970' },
  { kind: 'mp3', offset: 0, hex: '494433' },
  { kind: 'mp3', offset: 0, hex: 'fffb' },
  { kind: 'wav', offset: 8, hex: '57415645' },
  { kind: 'wma', offset: 0, hex: '3026b275' },
  { kind: 'amr', offset: 0, hex: '2321414d52' },
];

/** Recognises a file by its magic bytes. */
export const kindOfBytes = (bytes: Buffer): FileKind | undefined =>
  signatures.find(({ offset, hex }) => bytes.subarray(offset, offset + hex.length / 2).toString('hex') === hex)?.kind;

const kindByExtension: Readonly<Record<string, FileKind>> = {
  png: 'png', jpg: 'jpeg', jpeg: 'jpeg', gif: 'gif', bmp: 'bmp', mp4: 'mp4', mp3: 'mp3', wav: 'wav', wma: 'wma', amr: 'amr',
};

/** Recognises a file by its name's ending. */
export const kindOfName = (name: string): FileKind | undefined => kindByExtension[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];

/** The MIME type to serve a file with. */
export const contentTypeOf: Readonly<Record<FileKind, string>> = {
  png: 'image/png', jpeg: 'image/jpeg', gif: 'image/gif', bmp: 'image/bmp', mp4: 'video/mp4',
  mp3: 'audio/mpeg', wav: 'audio/wav', wma: 'audio/x-ms-wma', amr: 'audio/amr',
};

export interface ImageType {
  readonly contentType: string;
  readonly extension: string;
}

const types: readonly (readonly [hex: RegExp, contentType: string, extension: string])[] = [
  [/^89504e470d0a1a0a/, 'image/png', 'png'],
  [/^ffd8ff/, 'image/jpeg', 'jpg'],
  [/^47494638(?:37|39)61/, 'image/gif', 'gif'],
  [/^52494646.{8}57454250/, 'image/webp', 'webp'],
  [/^424d.{8}00000000/, 'image/bmp', 'bmp'],
];

/** The type of a picture by its first bytes, undefined unless browsers show it: EMF, WMF, TIFF and SVG are none of them. */
export function imageType(bytes: Buffer): ImageType | undefined {
  const head = bytes.subarray(0, 16).toString('hex');
  const found = types.find(([hex]) => hex.test(head));
  return found && { contentType: found[1], extension: found[2] };
}

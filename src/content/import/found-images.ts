import { createHash } from 'node:crypto';
import { ImportError } from './import-error.js';
import { imageType } from './image-type.js';
import type { ImportReport } from './import-report.js';
import type { ImportedImage } from './imported-document.js';

const maxImages = 300;

/** The pictures of one file: each kept once, under the placeholder that the body names. */
export class FoundImages {
  private readonly byDigest = new Map<string, ImportedImage>();

  /** `embedded` holds the pictures a container brings along, by the `src` that names them in its HTML. */
  constructor(private readonly report: ImportReport, private readonly embedded: ReadonlyMap<string, Buffer> = new Map()) {}

  all(): ImportedImage[] {
    return [...this.byDigest.values()];
  }

  /** The placeholder of the picture at `src`, or undefined, reported, when it cannot be kept. Throws FILE_TOO_COMPLEX for the 301st picture. */
  take(src: string, alt: string): string | undefined {
    const bytes = this.embedded.get(src) ?? dataOf(src);
    if (!bytes) {
      this.report.note('REMOTE_IMAGE_DROPPED', src);
      return undefined;
    }
    const type = imageType(bytes);
    if (!type) {
      this.report.note(bytes.length === 0 ? 'IMAGE_BROKEN' : 'IMAGE_FORMAT_DROPPED', alt || src.slice(0, 40));
      return undefined;
    }
    return this.keep(bytes, type, alt).placeholderId;
  }

  private keep(bytes: Buffer, { contentType, extension }: { contentType: string; extension: string }, alt: string): ImportedImage {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const known = this.byDigest.get(digest);
    if (known) return known;
    const number = this.byDigest.size + 1;
    if (number > maxImages) throw new ImportError('FILE_TOO_COMPLEX');
    const image = { placeholderId: `imported-${number}`, bytes, contentType, alt, filename: `image-${number}.${extension}` };
    this.byDigest.set(digest, image);
    return image;
  }
}

function dataOf(src: string): Buffer | undefined {
  const [, header, data] = /^data:([^,]{0,200}),(.*)$/is.exec(src.trim()) ?? [];
  if (header === undefined || data === undefined) return undefined;
  return /;\s*base64\s*$/i.test(header) ? Buffer.from(data.replace(/%3d/gi, '='), 'base64') : Buffer.from(data, 'latin1');
}

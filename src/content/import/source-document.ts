import type { StatedTitle } from './find-title.js';

/** A file turned into HTML, with what it says about itself: what every format is brought to before it is read. */
export interface SourceDocument {
  readonly html: string;
  readonly title?: StatedTitle;
  readonly summary?: string;
  readonly author?: string;
  readonly source?: string;
  /** Pictures the file brings along, by the `src` that names them in `html`. */
  readonly embedded?: ReadonlyMap<string, Buffer>;
}

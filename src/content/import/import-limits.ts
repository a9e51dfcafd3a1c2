/** Bounds of one import. A newspaper's longest special with forty photographs stays far below them. */
export interface ImportLimits {
  /** Of the file, in bytes. */
  readonly maxBytes: number;
  /** From start to end, in milliseconds: many times what an honest file needs, since a busy machine may hold it up. */
  readonly timeoutMs: number;
  /** Memory of the reading thread's heap, in megabytes. */
  readonly maxHeapMb: number;
  /** Files in a zip. */
  readonly maxEntries: number;
  /** All files of a zip together as they come out of it, in bytes; what the zip says of itself is not believed. */
  readonly maxInflatedBytes: number;
  /** All XML of a document together, in bytes. */
  readonly maxXmlBytes: number;
  /** How many times an XML file may grow when it is inflated. Word's own reach about 40. */
  readonly maxRatio: number;
}

const megabyte = 2 ** 20;

export const importLimits: ImportLimits = {
  maxBytes: 60 * megabyte,
  timeoutMs: 60_000,
  maxHeapMb: 512,
  maxEntries: 2000,
  maxInflatedBytes: 200 * megabyte,
  maxXmlBytes: 40 * megabyte,
  maxRatio: 300,
};

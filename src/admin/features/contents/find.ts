import type { FoundThing } from '../../app/feature.js';
import { request } from '../../graphql/request.js';
import { addressOfContent } from './address-of-content.js';
import { FindContentsDocument } from './contents.generated.js';

/** The last changed contents that hold these words, for the palette. */
export async function find(words: string): Promise<readonly FoundThing[]> {
  const { contents } = await request(FindContentsDocument, { text: words.slice(0, 100) });
  return contents.nodes.map(({ id, title, unit }) => ({ id, title, note: unit?.shortName, to: addressOfContent(id) }));
}

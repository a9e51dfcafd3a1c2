import type { Node } from '@tiptap/pm/model';

/** A stretch of one text: a block of the body (`body[0][2]`) or a field. Offsets are UTF-16 units, as the checks count: a break is one, a note none. */
export interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Where a place of the body is in the editor's document; undefined when there is no such block or the offsets are beyond it. */
export function rangeOf(doc: Node, { path, start, end }: Place): { readonly from: number; readonly to: number } | undefined {
  const found = blockAt(doc, path);
  if (!found) return undefined;
  const { block, inside } = found;
  if (!block.isTextblock) return { from: inside - 1, to: inside - 1 + block.nodeSize };
  const [from, to] = [positionIn(block, start), positionIn(block, end)];
  return from === undefined || to === undefined ? undefined : { from: inside + from, to: inside + to };
}

function blockAt(doc: Node, path: string): { readonly block: Node; readonly inside: number } | undefined {
  const steps = /^body((?:\[\d+\])+)/.exec(path)?.[1]?.match(/\d+/g)?.map(Number) ?? [];
  let [block, inside] = [doc, 0];
  for (const step of steps) {
    if (step >= block.childCount) return undefined;
    for (let at = 0; at < step; at += 1) inside += block.child(at).nodeSize;
    block = block.child(step);
    inside += 1;
  }
  return steps.length > 0 ? { block, inside } : undefined;
}

const lengthOf = (node: Node): number => (node.isText ? node.nodeSize : node.type.name === 'hardBreak' ? 1 : 0);

function positionIn(block: Node, offset: number): number | undefined {
  let [counted, position] = [0, 0];
  for (let at = 0; at < block.childCount; at += 1) {
    const child = block.child(at);
    if (counted + lengthOf(child) >= offset && child.isText) return position + offset - counted;
    counted += lengthOf(child);
    position += child.nodeSize;
  }
  return counted >= offset ? position : undefined;
}

/** The place of a range of the editor's document, within the block it begins in; undefined for what is no text. */
export function placeOfRange(doc: Node, from: number, to: number): (Place & { readonly quote: string }) | undefined {
  const start = doc.resolve(from);
  if (!start.parent.isTextblock) return undefined;
  const end = Math.min(to, start.end());
  const steps = Array.from({ length: start.depth }, (_, depth) => `[${start.index(depth)}]`).join('');
  const before = textLength(start.parent, start.parentOffset);
  return { path: `body${steps}`, start: before, end: textLength(start.parent, end - start.start()), quote: doc.textBetween(from, end, '\n', '') };
}

function textLength(block: Node, upTo: number): number {
  let [counted, position] = [0, 0];
  for (let at = 0; at < block.childCount && position < upTo; at += 1) {
    const child = block.child(at);
    counted += child.isText ? Math.min(child.nodeSize, upTo - position) : lengthOf(child);
    position += child.nodeSize;
  }
  return counted;
}

/** Where a quotation stands now: at its old place if the words are still there, else where they first occur. */
export function rangeOfQuote(doc: Node, place: Place & { readonly quote: string }): { readonly from: number; readonly to: number } | undefined {
  const range = rangeOf(doc, place);
  if (range && doc.textBetween(range.from, Math.min(range.to, doc.content.size), '\n', '') === place.quote) return range;
  let found: { from: number; to: number } | undefined;
  doc.descendants((node, position) => {
    if (found || !node.isTextblock) return !found;
    const at = node.textBetween(0, node.content.size, '\n', '').indexOf(place.quote);
    const [from, to] = at < 0 ? [undefined, undefined] : [positionIn(node, at), positionIn(node, at + place.quote.length)];
    if (from !== undefined && to !== undefined && place.quote !== '') found = { from: position + 1 + from, to: position + 1 + to };
    return false;
  });
  return found;
}

/** A mark on a text: a name and, for links, its attributes. */
export interface BodyMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A node of the structured body, as ProseMirror and TipTap write it in JSON. */
export interface BodyNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly BodyNode[];
  readonly marks?: readonly BodyMark[];
  readonly text?: string;
}

/** A whole body: what `parseBody` has accepted. */
export interface Body extends BodyNode {
  readonly type: 'doc';
  readonly content: readonly BodyNode[];
}

/** A body without a word: one empty paragraph, as an editor opens it. */
export const emptyBody = (): Body => ({ type: 'doc', content: [{ type: 'paragraph' }] });

/** Calls `visit` for the node and everything in it, in reading order; `path` holds the indices that lead there from the root. Deep bodies are refused by `parseBody`, so this may recurse. */
export function walkBody(node: BodyNode, visit: (node: BodyNode, path: readonly number[]) => void, path: readonly number[] = []): void {
  visit(node, path);
  node.content?.forEach((child, index) => walkBody(child, visit, [...path, index]));
}

/** An attribute as a text, '' when it is absent or no text. */
export function textAttribute({ attrs }: BodyNode | BodyMark, name: string): string {
  const value = attrs?.[name];
  return typeof value === 'string' ? value : '';
}

/** An attribute as a whole number, `fallback` when it is absent or none. */
export function numberAttribute({ attrs }: BodyNode, name: string, fallback: number): number {
  const value = attrs?.[name];
  return typeof value === 'number' && Number.isInteger(value) ? value : fallback;
}

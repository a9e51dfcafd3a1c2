import type { BodyMark, BodyNode } from '../../components/body-view.js';

interface TextBlock {
  readonly path: string;
  readonly text: string;
}

/** Marks on the blocks of a body whose words the other body does not have. */
export function differingBlocks(body: BodyNode, other: BodyNode): BodyMark[] {
  const theirs = new Set(textBlocks(other, 'body').map(({ text }) => text));
  return textBlocks(body, 'body').filter(({ text }) => text !== '' && !theirs.has(text)).map(({ path, text }) => ({ id: path, path, start: 0, end: text.length }));
}

function textBlocks({ type, content = [] }: BodyNode, path: string): TextBlock[] {
  if (type === 'paragraph' || type === 'heading') return [{ path, text: content.map(textOf).join('') }];
  return content.flatMap((node, at) => textBlocks(node, `${path}[${at}]`));
}

// As long as the view counts it: a break is one, a note's sign none.
const textOf = ({ type, text }: BodyNode): string => (type === 'hardBreak' ? '\n' : text ?? '');

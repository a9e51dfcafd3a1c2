import { textAttribute, walkBody, type Body, type BodyNode } from './body.js';

/** The ids of all pictures and videos the body shows, each once, in reading order. */
export function assetIds(body: BodyNode): string[] {
  const ids = new Set<string>();
  walkBody(body, (node) => {
    const id = textAttribute(node, 'assetId');
    if (id !== '') ids.add(id);
  });
  return [...ids];
}

/** The body with other asset ids: those of `replacements` are swapped, others stay. */
export const replaceAssetIds = (body: Body, replacements: ReadonlyMap<string, string>): Body => replaced(body, replacements) as Body;

function replaced(node: BodyNode, replacements: ReadonlyMap<string, string>): BodyNode {
  const assetId = replacements.get(textAttribute(node, 'assetId'));
  return {
    ...node,
    ...(assetId === undefined ? {} : { attrs: { ...node.attrs, assetId } }),
    ...(node.content ? { content: node.content.map((child) => replaced(child, replacements)) } : {}),
  };
}

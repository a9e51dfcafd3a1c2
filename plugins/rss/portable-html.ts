import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { xmlSafe } from './text.js';

/** Elements that no reader should run; the W3C feed validator warns of each. */
const dropped = new Set(['script', 'style', 'iframe', 'object', 'embed', 'applet', 'form', 'input', 'button', 'select', 'textarea', 'link', 'meta', 'base', 'template', 'noscript']);
const addresses = new Set(['href', 'src', 'poster', 'cite']);
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The HTML as any reader can show it: addresses absolute against `base`, nothing that runs, no XML-forbidden character. */
export function portableHtml(html: string, base: string): string {
  const fragment = parseFragment(xmlSafe(html));
  clean(fragment, base);
  return xmlSafe(serialize(fragment));
}

/** Goes through the tree with a list of its own, not by recursion: depth is the writer's choice. */
function clean(root: Tree.ParentNode, base: string): void {
  const waiting: Tree.ParentNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    node.childNodes = node.childNodes.filter((child) => !dropped.has(child.nodeName) && child.nodeName !== '#comment');
    for (const child of node.childNodes) {
      if (!('attrs' in child)) continue;
      child.attrs = child.attrs.filter(({ name }) => !name.startsWith('on') && name !== 'srcset').flatMap((attribute) => withAddress(attribute, base));
      waiting.push(child);
    }
  }
}

function withAddress<A extends { name: string; value: string }>(attribute: A, base: string): A[] {
  if (!addresses.has(attribute.name)) return [attribute];
  if (!URL.canParse(attribute.value, base)) return [];
  const url = new URL(attribute.value, base);
  return schemes.has(url.protocol) ? [{ ...attribute, value: url.href }] : [];
}

import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes as Tree, type TreeAdapter } from 'parse5';
import { ImportError } from './import-error.js';

export type HtmlElement = Tree.Element;
export type HtmlNode = Tree.ChildNode;
export type HtmlDocument = Tree.Document;

// Browsers flatten below 512 open elements; repaired markup can multiply elements, so they are counted as they are made.
const maxDepth = 512;
const maxElements = 100_000;

/** The tree of a page as a browser without scripts sees it. Throws ImportError FILE_TOO_COMPLEX when it is too deep or too large. */
export const parseHtml = (html: string): HtmlDocument => parse(html, { treeAdapter: boundedAdapter(), scriptingEnabled: false });

function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let [depth, elements] = [0, 0];
  return {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      elements += 1;
      if (elements > maxElements) throw new ImportError('FILE_TOO_COMPLEX');
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush: () => {
      depth += 1;
      if (depth > maxDepth) throw new ImportError('FILE_TOO_COMPLEX');
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

/** An attribute's value, '' when absent. */
export const attribute = (element: HtmlElement, name: string): string => element.attrs.find((each) => each.name === name)?.value ?? '';

/** Every element below a node, in document order. */
export function elementsOf(root: HtmlDocument | HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  const collect = (node: HtmlDocument | HtmlElement): void => {
    for (const child of node.childNodes) {
      if (!isElement(child)) continue;
      found.push(child);
      collect(child);
    }
  };
  collect(root);
  return found;
}

/** All text below the nodes but what is in `except`. */
export function textOf(nodes: readonly HtmlNode[], except: ReadonlySet<HtmlNode> = new Set()): string {
  return nodes.map((node) => (except.has(node) ? '' : 'value' in node ? node.value : isElement(node) ? (node.tagName === 'br' ? ' ' : textOf(node.childNodes, except)) : '')).join('');
}

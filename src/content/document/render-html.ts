import { numberAttribute, textAttribute, type BodyNode } from './body.js';
import { escapeHtml, htmlAttributes } from './escape-html.js';
import { renderInline } from './render-inline.js';

/** What a rendering must know of a picture or a video. Sizes are pixels; `poster` is the address of a still. */
export interface RenderedAsset {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  readonly contentType?: string;
  readonly poster?: string;
}

export interface RenderOptions {
  /** The asset an image or video node names; a node whose asset is unknown is left out. */
  asset(id: string): RenderedAsset | undefined;
  /** Put before the ids of footnotes, for pages that show several bodies. */
  readonly idPrefix?: string;
}

/**
 * The body as semantic HTML: the same bytes for the same body and assets. Everything is escaped and only the elements written here
 * can occur, so the result is sanitised whatever the body holds; unknown nodes are passed over.
 */
export function renderHtml(body: BodyNode, options: RenderOptions): string {
  const rendering = new Rendering(options);
  return rendering.blocks(body.content) + rendering.footnotes();
}

const containers: Readonly<Record<string, string>> = { bulletList: 'ul', blockquote: 'blockquote' };

class Rendering {
  private readonly notes: string[] = [];

  constructor(private readonly options: RenderOptions) {}

  blocks(nodes: readonly BodyNode[] = []): string {
    return nodes.map((node) => this.block(node)).join('');
  }

  footnotes(): string {
    if (this.notes.length === 0) return '';
    const items = this.notes.map((text, index) => {
      const back = `<a${htmlAttributes({ href: `#${this.id('fnref', index)}`, role: 'doc-backlink', 'aria-label': `返回正文（注 ${index + 1}）` })}>↩</a>`;
      return `<li${htmlAttributes({ id: this.id('fn', index) })}>${escapeHtml(text)} ${back}</li>`;
    });
    return `<section class="footnotes" role="doc-endnotes"><ol>${items.join('')}</ol></section>`;
  }

  private block(node: BodyNode): string {
    const container = containers[node.type];
    if (container) return `<${container}>${this.blocks(node.content)}</${container}>`;
    switch (node.type) {
      case 'paragraph': return `<p>${this.inline(node)}</p>`;
      case 'heading': return this.heading(node);
      case 'orderedList': return this.orderedList(node);
      case 'listItem': return `<li>${this.flow(node)}</li>`;
      case 'table': return this.table(node);
      case 'horizontalRule': return '<hr>';
      case 'image': return this.image(node);
      case 'video': return this.video(node);
      default: return '';
    }
  }

  private inline(node: BodyNode): string {
    return renderInline(node.content ?? [], (text) => {
      const index = this.notes.push(text) - 1;
      return `<sup><a${htmlAttributes({ id: this.id('fnref', index), href: `#${this.id('fn', index)}`, role: 'doc-noteref' })}>${index + 1}</a></sup>`;
    });
  }

  /** The content of a list item or a cell; a lone paragraph needs no element of its own. */
  private flow(node: BodyNode): string {
    const [first, ...others] = node.content ?? [];
    return first?.type === 'paragraph' && others.length === 0 ? this.inline(first) : this.blocks(node.content);
  }

  private heading(node: BodyNode): string {
    const level = Math.min(4, Math.max(2, numberAttribute(node, 'level', 2)));
    return `<h${level}>${this.inline(node)}</h${level}>`;
  }

  private orderedList(node: BodyNode): string {
    const start = numberAttribute(node, 'start', 1);
    return `<ol${htmlAttributes({ start: start === 1 ? undefined : start })}>${this.blocks(node.content)}</ol>`;
  }

  private table(node: BodyNode): string {
    const rows = (node.content ?? []).map((row) => `<tr>${(row.content ?? []).map((cell) => this.cell(cell)).join('')}</tr>`);
    return `<div class="table-wrap"><table><tbody>${rows.join('')}</tbody></table></div>`;
  }

  private cell(node: BodyNode): string {
    const name = node.type === 'tableHeader' ? 'th' : 'td';
    const [colspan, rowspan] = [numberAttribute(node, 'colspan', 1), numberAttribute(node, 'rowspan', 1)];
    const spans = htmlAttributes({ colspan: colspan > 1 ? colspan : undefined, rowspan: rowspan > 1 ? rowspan : undefined });
    return `<${name}${spans}>${this.flow(node)}</${name}>`;
  }

  private image(node: BodyNode): string {
    const asset = this.asset(node);
    if (!asset) return '';
    const { url: src, width, height } = asset;
    const img = `<img${htmlAttributes({ src, alt: textAttribute(node, 'alt'), width, height, loading: 'lazy' })}>`;
    return `<figure>${img}${caption(node)}</figure>`;
  }

  private video(node: BodyNode): string {
    const asset = this.asset(node);
    if (!asset) return '';
    const { url: src, width, height, poster, contentType: type } = asset;
    const safePoster = poster !== undefined && isSafeSource(poster) ? poster : undefined;
    const video = `<video${htmlAttributes({ controls: true, preload: 'metadata', width, height, poster: safePoster })}><source${htmlAttributes({ src, type })}></video>`;
    return `<figure>${video}${caption(node)}</figure>`;
  }

  private asset(node: BodyNode): RenderedAsset | undefined {
    const asset = this.options.asset(textAttribute(node, 'assetId'));
    return asset && isSafeSource(asset.url) ? asset : undefined;
  }

  private id(kind: string, index: number): string {
    return `${this.options.idPrefix ?? ''}${kind}-${index + 1}`;
  }
}

function caption(node: BodyNode): string {
  const [text, credit] = [textAttribute(node, 'caption'), textAttribute(node, 'credit')];
  if (text === '' && credit === '') return '';
  return `<figcaption>${escapeHtml(text)}${credit === '' ? '' : ` <span class="credit">${escapeHtml(credit)}</span>`}</figcaption>`;
}

/** A web address, one below the site's root, or a picture written into the page (WeChat and mail want them so); never a script. */
const isSafeSource = (url: string): boolean => /^(?:https?:\/\/|\/(?!\/)|data:image\/(?:png|jpeg|gif|webp);base64,)/i.test(url);

import { Node } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { FilmView, FootnoteView, PictureView } from './figure-views.js';

const attribute = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement): string => element.getAttribute(`data-${name.toLowerCase()}`) ?? '',
  renderHTML: (attributes: Record<string, unknown>): Record<string, string> => ({ [`data-${name.toLowerCase()}`]: String(attributes[name] ?? '') }),
});

/** A picture of the library; its words are written below it. */
export const Picture = Node.create({
  name: 'image', group: 'block', atom: true, draggable: true,
  addAttributes: () => ({ assetId: attribute('assetId'), alt: attribute('alt'), caption: attribute('caption'), credit: attribute('credit') }),
  parseHTML: () => [{ tag: 'figure[data-figure=image]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-figure': 'image', ...HTMLAttributes }],
  addNodeView: () => ReactNodeViewRenderer(PictureView),
});

/** A film of the library. */
export const Film = Node.create({
  name: 'video', group: 'block', atom: true, draggable: true,
  addAttributes: () => ({ assetId: attribute('assetId'), caption: attribute('caption') }),
  parseHTML: () => [{ tag: 'figure[data-figure=video]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-figure': 'video', ...HTMLAttributes }],
  addNodeView: () => ReactNodeViewRenderer(FilmView),
});

/** A note: its text is behind a small sign, and at the end where it is published. */
export const Footnote = Node.create({
  name: 'footnote', group: 'inline', inline: true, atom: true,
  addAttributes: () => ({ text: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('data-note') ?? '', renderHTML: ({ text }: Record<string, unknown>) => ({ 'data-note': String(text ?? '') }) } }),
  parseHTML: () => [{ tag: 'sup[data-note]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['sup', HTMLAttributes],
  addNodeView: () => ReactNodeViewRenderer(FootnoteView, { as: 'span' }),
});

import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** Gives the body the class `is-blank` while nothing is written in it, for the words that say how to begin. */
export const Blank = Extension.create({
  name: 'blank',
  addProseMirrorPlugins: () => [new Plugin({
    props: { attributes: ({ doc }) => ({ class: doc.childCount === 1 && doc.firstChild!.isTextblock && doc.content.size === 2 ? 'is-blank' : '' }) },
  })],
});

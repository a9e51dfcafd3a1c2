import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A place in the text that something is said about. Positions are ProseMirror's. */
export interface Highlight {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly className: string;
}

const key = new PluginKey<DecorationSet>('highlights');

/** Draws highlights; while somebody types, they move with their words. */
export const Highlights = Extension.create({
  name: 'highlights',
  addProseMirrorPlugins: () => [new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, set) => {
        const next = transaction.getMeta(key) as readonly Highlight[] | undefined;
        if (!next) return set.map(transaction.mapping, transaction.doc);
        return DecorationSet.create(transaction.doc, next.map(({ key: id, from, to, className }) => Decoration.inline(from, to, { class: className, 'data-highlight': id }, { id })));
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })],
});

/** Replaces all highlights. */
export function showHighlights(editor: Editor, highlights: readonly Highlight[]): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, highlights).setMeta('addToHistory', false));
}

/** Where a highlight is now; undefined when its words are gone. */
export function placeOf(editor: Editor, id: string): { readonly from: number; readonly to: number } | undefined {
  const found = key.getState(editor.state)?.find(undefined, undefined, (spec) => (spec as { id?: string }).id === id)[0];
  return found && { from: found.from, to: found.to };
}

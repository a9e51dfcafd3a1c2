import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

type Change = { readonly add: { readonly id: string; readonly at: number; readonly text: string } } | { readonly remove: string };

const key = new PluginKey<DecorationSet>('placeholders');

/** Keeps the place of what is being uploaded while the text around it goes on changing. */
export const Placeholders = Extension.create({
  name: 'placeholders',
  addProseMirrorPlugins: () => [new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, set) {
        const mapped = set.map(transaction.mapping, transaction.doc);
        const change = transaction.getMeta(key) as Change | undefined;
        if (!change) return mapped;
        if ('remove' in change) return mapped.remove(mapped.find(undefined, undefined, (spec) => (spec as { id?: string }).id === change.remove));
        return mapped.add(transaction.doc, [Decoration.widget(change.add.at, () => sign(change.add.text), { id: change.add.id, side: -1 })]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })],
});

function sign(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'body-placeholder';
  element.textContent = text;
  return element;
}

/** Marks the place where something will be put. */
export function holdPlace(editor: Editor, text: string, at = editor.state.selection.to): string {
  const id = crypto.randomUUID();
  editor.view.dispatch(editor.state.tr.setMeta(key, { add: { id, at, text } } satisfies Change).setMeta('addToHistory', false));
  return id;
}

/** Gives a held place up and tells where it is now; undefined when the text around it is gone. */
export function takePlace(editor: Editor, id: string): number | undefined {
  const found = key.getState(editor.state)?.find(undefined, undefined, (spec) => (spec as { id?: string }).id === id)[0];
  editor.view.dispatch(editor.state.tr.setMeta(key, { remove: id } satisfies Change).setMeta('addToHistory', false));
  return found?.from;
}

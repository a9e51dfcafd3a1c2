import type { Editor } from '@tiptap/core';
import type { PickedAssetFragment } from '../../media-picker/media-picker.generated.js';
import type { Uploads } from '../../media-picker/use-uploads.js';
import { holdPlace, takePlace } from './placeholders.js';

/** Uploads files and puts each where it was dropped or pasted, wherever that has moved to meanwhile. */
export function sendPictures(editor: Editor, uploads: Uploads, files: readonly File[], at?: number): void {
  for (const file of files) {
    const place = holdPlace(editor, file.name, at);
    void uploads.add(file).then((asset) => {
      const now = editor.isDestroyed ? undefined : takePlace(editor, place);
      if (asset && !editor.isDestroyed) insertAsset(editor, asset, now);
    });
  }
}

/** Puts a picture or film into the text, below the paragraph at `at` (the selection, when left out). */
export function insertAsset(editor: Editor, { id, kind, alt, credit }: PickedAssetFragment, at = editor.state.selection.to): void {
  const node = kind === 'VIDEO' ? { type: 'video', attrs: { assetId: id } } : { type: 'image', attrs: { assetId: id, alt, credit: credit ?? '' } };
  const place = editor.state.doc.resolve(Math.min(at, editor.state.doc.content.size));
  const isEmptyLine = place.parent.isTextblock && place.parent.content.size === 0 && place.depth > 0;
  const target = place.depth === 0 ? place.pos : isEmptyLine ? { from: place.before(), to: place.after() } : place.after();
  editor.chain().focus().insertContentAt(target, [node, { type: 'paragraph' }]).run();
}

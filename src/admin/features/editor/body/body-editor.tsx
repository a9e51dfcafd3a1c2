import { EditorContent, type Editor } from '@tiptap/react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../../../app/keyboard/is-composing.js';
import { isMac } from '../../../app/keyboard/shortcut.js';
import { MediaPicker } from '../../media-picker/media-picker.js';
import { UploadList } from '../../media-picker/upload-list.js';
import type { Uploads } from '../../media-picker/use-uploads.js';
import { AskDialog } from './ask-dialog.js';
import { insertAsset } from './send-pictures.js';
import { Toolbar, type Asked } from './toolbar.js';
import '../../../components/article.css';
import styles from './body.module.css';

export interface BodyEditorProps {
  readonly editor: Editor;
  readonly uploads: Uploads;
}

const shortcuts: Readonly<Record<string, Asked>> = { l: 'link', f: 'footnote', i: 'picture' };

/** The body with its tools; uploads on their way are shown between them. */
export function BodyEditor({ editor, uploads }: BodyEditorProps): ReactNode {
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => { setAsked(undefined); };
  const press = (event: KeyboardEvent): void => {
    const wanted = shortcuts[event.key.toLowerCase()];
    if (isComposing(event) || !wanted || !event.shiftKey || event.altKey || !(isMac ? event.metaKey : event.ctrlKey) || !editor.isEditable) return;
    event.preventDefault();
    setAsked(wanted);
  };
  return (
    <div className={styles.body}>
      <Toolbar editor={editor} onAsk={setAsked} />
      <UploadList uploads={uploads} />
      <div onKeyDown={press}><EditorContent editor={editor} /></div>
      {asked === 'link' || asked === 'footnote' ? <AskDialog kind={asked} editor={editor} onClose={close} /> : null}
      {asked === 'picture' || asked === 'film' ? <MediaPicker kind={asked === 'film' ? 'VIDEO' : 'IMAGE'} onClose={close} onPick={(asset) => { insertAsset(editor, asset); close(); }} /> : null}
    </div>
  );
}

import { useEditor, type Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useWords } from '../../../app/words.js';
import { useToast } from '../../../components/use-toast.js';
import type { Uploads } from '../../media-picker/use-uploads.js';
import { editorWords } from '../editor-words.js';
import { cleanPaste } from '../paste/clean-paste.js';
import { bodyExtensions } from './schema.js';
import { sendPictures } from './send-pictures.js';
import styles from './body.module.css';

export interface BodyEditorOptions {
  /** ProseMirror JSON. Read once. */
  readonly body: object;
  readonly isEditable: boolean;
  readonly uploads: Uploads;
  /** Called at every change; the text is read when it is wanted (`editor.getJSON()`), as a long one takes a while. */
  readonly onType: () => void;
}

/** The body's editor. It listens to input methods itself, so that half-typed Chinese is never taken. Pastes are cleaned, pictures uploaded. */
export function useBodyEditor({ body, isEditable, uploads, onType }: BodyEditorOptions): Editor {
  const say = useWords(editorWords);
  const toast = useToast();
  const tellLost = (pictures: number, films: number): void => {
    const what = [...(pictures > 0 ? [say('lostPictures', { count: pictures })] : []), ...(films > 0 ? [say('lostFilms', { count: films })] : [])].join(say('and'));
    toast.done(say('pasteLost', { what }), { seconds: 8 });
  };
  const latest = useRef({ uploads, onType, tellLost });
  useEffect(() => { latest.current = { uploads, onType, tellLost }; });
  const editorRef = useRef<Editor>(null);
  const send = (files: readonly File[], at?: number): void => { if (editorRef.current) sendPictures(editorRef.current, latest.current.uploads, files, at); };
  const editor = useEditor({
    extensions: bodyExtensions,
    content: body,
    editable: isEditable,
    shouldRerenderOnTransaction: false,
    onUpdate: () => { latest.current.onType(); },
    editorProps: {
      attributes: { class: `article ${styles.writing}`, 'aria-label': say('body'), 'data-hint': say('bodyHint'), role: 'textbox', 'aria-multiline': 'true', lang: 'zh-CN' },
      transformPastedHTML: (html) => {
        const { html: clean, pictures, lostPictures, lostFilms } = cleanPaste(html);
        if (pictures.length > 0) setTimeout(() => { send(pictures.map(fileOf)); });
        if (lostPictures + lostFilms > 0) latest.current.tellLost(lostPictures, lostFilms);
        return clean;
      },
      handlePaste: (_view, event) => {
        const files = picturesOf(event.clipboardData);
        // Word offers a picture of the text beside the text: the text is meant.
        if (files.length === 0 || event.clipboardData?.getData('text/plain')) return false;
        send(files);
        return true;
      },
      handleDrop: (view, event, _slice, isMoved) => {
        const files = picturesOf(event.dataTransfer);
        if (isMoved || files.length === 0) return false;
        event.preventDefault();
        send(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
        return true;
      },
    },
  });
  useEffect(() => { editorRef.current = editor; }, [editor]);
  useEffect(() => { if (editor.isEditable !== isEditable) editor.setEditable(isEditable, false); }, [editor, isEditable]);
  return editor;
}

const picturesOf = (data: DataTransfer | null): File[] => [...data?.files ?? []].filter(({ type }) => /^(?:image|video)\//.test(type));

/** The bytes of a data address as a file to upload. */
function fileOf(address: string, at: number): File {
  const [head = '', data = ''] = address.split(',');
  const type = /data:([^;]+)/.exec(head)?.[1] ?? 'image/png';
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return new File([bytes], `pasted-${at + 1}.${type.split('/')[1]}`, { type });
}

import type { Editor } from '@tiptap/react';
import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { isComposing } from '../../../app/keyboard/is-composing.js';
import { useWords } from '../../../app/words.js';
import { focusOnceShown } from '../../../components/focus-once-shown.js';
import { editorWords } from '../editor-words.js';
import { linkAddress } from './link-address.js';
import styles from './body.module.css';

export interface AskDialogProps {
  readonly kind: 'link' | 'footnote';
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Asks for the address of a link or the text of a note, and puts it in. What is no address stays in the box, with what one looks like. */
export function AskDialog({ kind, editor, onClose }: AskDialogProps): ReactNode {
  const say = useWords(editorWords);
  const [text, setText] = useState(kind === 'link' ? String(editor.getAttributes('link').href ?? '') : '');
  const [isRefused, setRefused] = useState(false);
  const words = text.trim();
  const apply = (): void => {
    const address = linkAddress(words);
    if (kind === 'link' && words && !address) { setRefused(true); return; }
    const chain = editor.chain().focus();
    if (kind === 'footnote') { if (words) chain.insertContent({ type: 'footnote', attrs: { text: words } }).run(); }
    else if (address) link(editor, address, words);
    else chain.extendMarkRange('link').unsetLink().run();
    onClose();
  };
  const label = kind === 'link' ? say('linkAddress') : say('footnoteText');
  return (
    <Modal open title={say(kind)} okText={say('ok')} cancelText={say('cancel')} onOk={apply} onCancel={onClose}>
      <Input
        ref={focusOnceShown} aria-label={label} placeholder={label} maxLength={2000} value={text} {...(isRefused ? { status: 'error', 'aria-invalid': true, 'aria-describedby': 'no-address' } as const : {})}
        onChange={(event) => { setText(event.target.value); setRefused(false); }} onPressEnter={(event) => { if (!isComposing(event)) apply(); }}
      />
      <p id="no-address" role="alert" className={styles.refused}>{isRefused ? say('noAddress') : null}</p>
    </Modal>
  );
}

/** Links the selection; with nothing selected, the address is written as it was typed. What is typed after it is no part of the link. */
function link(editor: Editor, href: string, words: string): void {
  const isNew = editor.state.selection.empty && !editor.isActive('link');
  if (isNew) editor.chain().focus().insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }).unsetMark('link').run();
  else editor.chain().focus().extendMarkRange('link').setLink({ href }).command(({ tr, commands }) => commands.setTextSelection(tr.selection.to)).unsetMark('link').run();
}

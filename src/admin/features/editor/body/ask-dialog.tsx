import type { Editor } from '@tiptap/react';
import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { isComposing } from '../../../app/keyboard/is-composing.js';
import { useWords } from '../../../app/words.js';
import { focusOnceShown } from '../../../components/focus-once-shown.js';
import { editorWords } from '../editor-words.js';

export interface AskDialogProps {
  readonly kind: 'link' | 'footnote';
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Asks for the address of a link or the text of a note, and puts it in. */
export function AskDialog({ kind, editor, onClose }: AskDialogProps): ReactNode {
  const say = useWords(editorWords);
  const [text, setText] = useState(kind === 'link' ? String(editor.getAttributes('link').href ?? '') : '');
  const words = text.trim();
  const apply = (): void => {
    const chain = editor.chain().focus();
    if (kind === 'footnote') { if (words) chain.insertContent({ type: 'footnote', attrs: { text: words } }).run(); }
    else if (words) link(editor, withProtocol(words), words);
    else chain.extendMarkRange('link').unsetLink().run();
    onClose();
  };
  const label = kind === 'link' ? say('linkAddress') : say('footnoteText');
  return (
    <Modal open title={say(kind)} okText={say('ok')} cancelText={say('cancel')} onOk={apply} onCancel={onClose}>
      <Input ref={focusOnceShown} aria-label={label} placeholder={label} maxLength={2000} value={text} onChange={(event) => { setText(event.target.value); }} onPressEnter={(event) => { if (!isComposing(event)) apply(); }} />
    </Modal>
  );
}

const withProtocol = (address: string): string => (/^(?:https?:|mailto:|tel:)/i.test(address) ? address : /^[\w.+-]+@[\w.-]+$/.test(address) ? `mailto:${address}` : `https://${address}`);

/** Links the selection; with nothing selected, the address is written as it was typed, and what is typed after it is no part of the link. */
function link(editor: Editor, href: string, words: string): void {
  const isNew = editor.state.selection.empty && !editor.isActive('link');
  if (isNew) editor.chain().focus().insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }).unsetMark('link').run();
  else editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
}

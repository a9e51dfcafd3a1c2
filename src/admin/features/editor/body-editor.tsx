import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { bodyExtensions } from './body-extensions.js';
import { editorWords } from './editor-words.js';
import '../../components/article.css';
import styles from './editor.module.css';

export interface BodyEditorProps {
  /** ProseMirror JSON. Read once; give another `key` to load another body. */
  readonly body: object;
  readonly onChange: (body: object) => void;
}

/** Writes a body. The editor listens to input methods itself, so that half-typed Chinese is never taken. */
export function BodyEditor({ body, onChange }: BodyEditorProps): ReactNode {
  const say = useWords(editorWords);
  const editor = useEditor({
    extensions: bodyExtensions,
    content: body,
    editorProps: { attributes: { class: `article ${styles.writing}`, 'aria-label': say('body'), role: 'textbox', 'aria-multiline': 'true', lang: 'zh-CN' } },
    onUpdate: ({ editor: changed }) => { onChange(changed.getJSON()); },
  });
  return <div className={styles.body}><Toolbar editor={editor} /><EditorContent editor={editor} /></div>;
}

type Act = readonly [key: keyof typeof editorWords.zh, sign: string, isOn: boolean, run: () => void];

function Toolbar({ editor }: { readonly editor: Editor }): ReactNode {
  const say = useWords(editorWords);
  const [asked, setAsked] = useState<'link' | 'footnote'>();
  const on = useEditorState({ editor, selector: ({ editor: now }) => ({
    bold: now.isActive('bold'), italic: now.isActive('italic'), underline: now.isActive('underline'), strike: now.isActive('strike'), h2: now.isActive('heading', { level: 2 }), h3: now.isActive('heading', { level: 3 }),
    bullets: now.isActive('bulletList'), numbers: now.isActive('orderedList'), quote: now.isActive('blockquote'), link: now.isActive('link'), table: now.isActive('table'),
  }) });
  const chain = () => editor.chain().focus();
  const acts: readonly Act[] = [
    ['h2', 'H2', on.h2, () => { chain().toggleHeading({ level: 2 }).run(); }], ['h3', 'H3', on.h3, () => { chain().toggleHeading({ level: 3 }).run(); }],
    ['bold', 'B', on.bold, () => { chain().toggleBold().run(); }], ['italic', 'I', on.italic, () => { chain().toggleItalic().run(); }], ['underline', 'U', on.underline, () => { chain().toggleUnderline().run(); }], ['strike', 'S', on.strike, () => { chain().toggleStrike().run(); }],
    ['bullets', '•', on.bullets, () => { chain().toggleBulletList().run(); }], ['numbers', '1.', on.numbers, () => { chain().toggleOrderedList().run(); }], ['quote', '❝', on.quote, () => { chain().toggleBlockquote().run(); }],
    ['link', '链', on.link, () => { setAsked('link'); }], ['footnote', '注', false, () => { setAsked('footnote'); }], ['rule', '―', false, () => { chain().setHorizontalRule().run(); }],
    ...(on.table
      ? [['moreRows', '+行', false, () => { chain().addRowAfter().run(); }], ['moreColumns', '+列', false, () => { chain().addColumnAfter().run(); }], ['noTable', '×表', false, () => { chain().deleteTable().run(); }]] as const
      : [['table', '表', false, () => { chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(); }]] as const),
    ['undo', '↶', false, () => { chain().undo().run(); }], ['redo', '↷', false, () => { chain().redo().run(); }],
  ];
  return (
    <div role="toolbar" aria-label={say('toolbar')} className={styles.toolbar}>
      {acts.map(([key, sign, isOn, run]) => <Button key={key} size="small" type={isOn ? 'primary' : 'text'} className={styles.tool} aria-label={`${say(key)} ${sign}`} aria-pressed={isOn} title={say(key)} onClick={run}>{sign}</Button>)}
      {asked ? <Ask kind={asked} editor={editor} onClose={() => { setAsked(undefined); }} /> : null}
    </div>
  );
}

function Ask({ kind, editor, onClose }: { readonly kind: 'link' | 'footnote'; readonly editor: Editor; readonly onClose: () => void }): ReactNode {
  const say = useWords(editorWords);
  const [text, setText] = useState(kind === 'link' ? String(editor.getAttributes('link').href ?? '') : '');
  const words = text.trim();
  const apply = (): void => {
    const chain = editor.chain().focus();
    if (kind === 'footnote') { if (words) chain.insertContent({ type: 'footnote', attrs: { text: words } }).run(); }
    else if (words) chain.extendMarkRange('link').setLink({ href: words }).run();
    else chain.extendMarkRange('link').unsetLink().run();
    onClose();
  };
  const label = kind === 'link' ? say('linkAddress') : say('footnoteText');
  return <Modal open title={say(kind)} okText={say('ok')} cancelText={say('cancel')} onOk={apply} onCancel={onClose}><Input autoFocus aria-label={label} placeholder={label} maxLength={2000} value={text} onChange={(event) => { setText(event.target.value); }} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) apply(); }} /></Modal>;
}

import {
  BoldOutlined, BorderTopOutlined, ClearOutlined, DeleteColumnOutlined, DeleteOutlined, DeleteRowOutlined, FileAddOutlined, InsertRowAboveOutlined, InsertRowBelowOutlined, InsertRowLeftOutlined, InsertRowRightOutlined, ItalicOutlined,
  LineOutlined, LinkOutlined, MergeCellsOutlined, OrderedListOutlined, PictureOutlined, RedoOutlined, StrikethroughOutlined, TableOutlined, UnderlineOutlined, UndoOutlined, UnorderedListOutlined, VideoCameraOutlined,
} from '@ant-design/icons';
import { useEditorState, type Editor } from '@tiptap/react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../../../app/keyboard/is-composing.js';
import { isMac } from '../../../app/keyboard/shortcut.js';
import { useWords } from '../../../app/words.js';
import { editorWords } from '../editor-words.js';
import styles from './body.module.css';

/** What the toolbar asks somebody else for. */
export type Asked = 'link' | 'footnote' | 'picture' | 'film';

type Word = keyof typeof editorWords.zh;

interface Tool {
  readonly word: Word;
  readonly sign: ReactNode;
  readonly keys?: string;
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly run: () => void;
}

export interface ToolbarProps {
  readonly editor: Editor;
  readonly onAsk: (asked: Asked) => void;
}

/** The tools of the body: one stop of Tab, arrow keys within. Every tool says its shortcut. */
export function Toolbar({ editor, onAsk }: ToolbarProps): ReactNode {
  const say = useWords(editorWords);
  const box = useRef<HTMLDivElement>(null);
  const groups = useTools(editor, onAsk);
  const press = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const tools = [...box.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? []];
    const at = tools.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tools.length, Home: 0, End: tools.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    tools[to % tools.length]?.focus();
  };
  if (groups.length === 0) return <hr className={styles.noTools} />;
  return (
    <div ref={box} role="toolbar" aria-label={say('toolbar')} className={styles.toolbar} onKeyDown={press}>
      {groups.map((tools, group) => (
        <div key={group} className={styles.tools} role="group">
          {tools.map(({ word, sign, keys, isOn, isOff = false, run }, at) => {
            const name = keys ? `${say(word)}（${shown(keys)}）` : say(word);
            // What is written on a tool is a part of its name, for people who speak to their computer.
            const label = typeof sign === 'string' ? `${sign} ${name}` : name;
            return <button key={word} type="button" className={styles.tool} tabIndex={group === 0 && at === 0 ? 0 : -1} aria-label={label} title={name} {...(isOn === undefined ? {} : { 'aria-pressed': isOn })} disabled={isOff} onMouseDown={(event) => { event.preventDefault(); }} onClick={run}>{sign}</button>;
          })}
        </div>
      ))}
    </div>
  );
}

const shown = (keys: string): string => keys.replace('Mod', isMac ? '⌘' : 'Ctrl').replace('Alt', isMac ? '⌥' : 'Alt').replace('Shift', isMac ? '⇧' : 'Shift').replaceAll('-', isMac ? '' : '+');

function useTools(editor: Editor, onAsk: (asked: Asked) => void): readonly (readonly Tool[])[] {
  const on = useEditorState({ editor, selector: ({ editor: now }) => ({
    bold: now.isActive('bold'), italic: now.isActive('italic'), underline: now.isActive('underline'), strike: now.isActive('strike'), sub: now.isActive('subscript'), sup: now.isActive('superscript'),
    h2: now.isActive('heading', { level: 2 }), h3: now.isActive('heading', { level: 3 }), h4: now.isActive('heading', { level: 4 }), bullets: now.isActive('bulletList'), numbers: now.isActive('orderedList'), quote: now.isActive('blockquote'),
    link: now.isActive('link'), table: now.isActive('table'), canUndo: now.can().undo(), canRedo: now.can().redo(), isEditable: now.isEditable,
  }) });
  const chain = () => editor.chain().focus();
  const heading = (level: 2 | 3 | 4): Tool => ({ word: `h${level}`, sign: `H${level}`, keys: `Mod-Alt-${level}`, isOn: on[`h${level}`], run: () => { chain().toggleHeading({ level }).run(); } });
  if (!on.isEditable) return [];
  const groups: readonly (readonly Tool[])[] = [
    [{ word: 'undo', sign: <UndoOutlined />, keys: 'Mod-Z', isOff: !on.canUndo, run: () => { chain().undo().run(); } }, { word: 'redo', sign: <RedoOutlined />, keys: 'Mod-Shift-Z', isOff: !on.canRedo, run: () => { chain().redo().run(); } }],
    [heading(2), heading(3), heading(4)],
    [
      { word: 'bold', sign: <BoldOutlined />, keys: 'Mod-B', isOn: on.bold, run: () => { chain().toggleBold().run(); } }, { word: 'italic', sign: <ItalicOutlined />, keys: 'Mod-I', isOn: on.italic, run: () => { chain().toggleItalic().run(); } },
      { word: 'underline', sign: <UnderlineOutlined />, keys: 'Mod-U', isOn: on.underline, run: () => { chain().toggleUnderline().run(); } }, { word: 'strike', sign: <StrikethroughOutlined />, keys: 'Mod-Shift-S', isOn: on.strike, run: () => { chain().toggleStrike().run(); } },
      { word: 'superscript', sign: 'x²', keys: 'Mod-.', isOn: on.sup, run: () => { chain().toggleSuperscript().run(); } }, { word: 'subscript', sign: 'x₂', keys: 'Mod-,', isOn: on.sub, run: () => { chain().toggleSubscript().run(); } },
      { word: 'plain', sign: <ClearOutlined />, run: () => { chain().unsetAllMarks().clearNodes().run(); } },
    ],
    [
      { word: 'bullets', sign: <UnorderedListOutlined />, keys: 'Mod-Shift-8', isOn: on.bullets, run: () => { chain().toggleBulletList().run(); } }, { word: 'numbers', sign: <OrderedListOutlined />, keys: 'Mod-Shift-7', isOn: on.numbers, run: () => { chain().toggleOrderedList().run(); } },
      { word: 'quote', sign: '❝', keys: 'Mod-Shift-B', isOn: on.quote, run: () => { chain().toggleBlockquote().run(); } }, { word: 'rule', sign: <LineOutlined />, run: () => { chain().setHorizontalRule().run(); } },
    ],
    [
      { word: 'link', sign: <LinkOutlined />, keys: 'Mod-Shift-L', isOn: on.link, run: () => { onAsk('link'); } }, { word: 'footnote', sign: <FileAddOutlined />, keys: 'Mod-Shift-F', run: () => { onAsk('footnote'); } },
      { word: 'picture', sign: <PictureOutlined />, keys: 'Mod-Shift-I', run: () => { onAsk('picture'); } }, { word: 'video', sign: <VideoCameraOutlined />, run: () => { onAsk('film'); } },
      { word: 'table', sign: <TableOutlined />, isOff: on.table, run: () => { chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(); } },
    ],
    on.table ? tableTools(chain) : [],
  ];
  return groups.filter((group) => group.length > 0);
}

const tableTools = (chain: () => ReturnType<Editor['chain']>): readonly Tool[] => [
  { word: 'rowBefore', sign: <InsertRowAboveOutlined />, run: () => { chain().addRowBefore().run(); } }, { word: 'rowAfter', sign: <InsertRowBelowOutlined />, run: () => { chain().addRowAfter().run(); } }, { word: 'noRow', sign: <DeleteRowOutlined />, run: () => { chain().deleteRow().run(); } },
  { word: 'columnBefore', sign: <InsertRowLeftOutlined />, run: () => { chain().addColumnBefore().run(); } }, { word: 'columnAfter', sign: <InsertRowRightOutlined />, run: () => { chain().addColumnAfter().run(); } }, { word: 'noColumn', sign: <DeleteColumnOutlined />, run: () => { chain().deleteColumn().run(); } },
  { word: 'headerRow', sign: <BorderTopOutlined />, run: () => { chain().toggleHeaderRow().run(); } }, { word: 'mergeCells', sign: <MergeCellsOutlined />, run: () => { chain().mergeOrSplit().run(); } }, { word: 'noTable', sign: <DeleteOutlined />, run: () => { chain().deleteTable().run(); } },
];

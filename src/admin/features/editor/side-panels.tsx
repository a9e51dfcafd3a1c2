import { useEditorState, type Editor } from '@tiptap/react';
import { Badge as Count, Tabs } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../app/words.js';
import { Panel } from '../../components/panel.js';
import { useToast } from '../../components/use-toast.js';
import { placeOf, showHighlights, type Highlight } from './body/highlights.js';
import { ChecksPanel } from './checks-panel.js';
import { CommentsPanel, useComments, type Passage } from './comments-panel.js';
import { ContentFields } from './content-fields.js';
import type { Draft, Figure } from './draft.js';
import { kindOf } from './draft-of.js';
import type { EditedContentFragment, ShownCommentFragment } from './editor.generated.js';
import { editorWords } from './editor-words.js';
import { focusField } from './focus-field.js';
import { placeOfRange, rangeOf, rangeOfQuote } from './places.js';
import type { Desk } from './use-desk.js';
import { useTypedChecks, type TypedFinding } from './use-typed-checks.js';
import styles from './panels.module.css';

/** Beside the text: what the checks find, what colleagues say, what is told about the content. Marks in the text belong to these. */
export function SidePanels({ content, desk }: { readonly content: EditedContentFragment; readonly desk: Desk }): ReactNode {
  const say = useWords(editorWords);
  const { editor, draft } = desk;
  const [search, setSearch] = useSearchParams();
  const { findings, error } = useTypedChecks(content.id, desk.changes);
  const comments = useComments(content.id);
  const open = comments.filter(({ replyTo, resolvedAt }) => !replyTo && !resolvedAt);
  useMarks(editor, findings, open);
  const passage = usePassage(editor);
  const { jump, fix } = useMending(desk);
  const tab = search.get('tab') ?? 'checks';
  const label = (word: 'checks' | 'comments', count: number, isGrave: boolean): ReactNode => <span>{say(word)} {count > 0 ? <Count count={count} size="small" color={isGrave ? 'var(--bad)' : 'var(--text-2)'} /> : null}</span>;
  return (
    <Panel>
      <Tabs activeKey={tab} onChange={(key) => { setSearch((now) => { const next = new URLSearchParams(now); next.set('tab', key); return next; }, { replace: true }); }} items={[
        { key: 'checks', label: label('checks', findings?.length ?? 0, findings?.some(({ severity }) => severity === 'BLOCK') ?? false), children: <ChecksPanel findings={findings} error={error} isEditable={desk.isEditable} onJump={jump} onFix={fix} /> },
        { key: 'comments', label: label('comments', open.length, false), children: <CommentsPanel contentId={content.id} revision={desk.base.revision} comments={comments} passage={passage} onJump={(comment) => { select(editor, rangeOfQuote(editor.state.doc, comment)); }} /> },
        { key: 'fields', label: say('fields'), children: <ContentFields id={content.id} draft={draft} kind={kindOf(content.id)} isEditable={desk.isEditable} onChange={desk.change} /> },
      ]} />
    </Panel>
  );
}

/** Draws findings and comments into the text whenever they are told anew. */
function useMarks(editor: Editor, findings: readonly TypedFinding[] | undefined, comments: readonly ShownCommentFragment[]): void {
  const said = comments.map(({ id }) => id).join();
  const latest = useRef(comments);
  useEffect(() => { latest.current = comments; });
  useEffect(() => {
    const { doc } = editor.state;
    const marks = [
      ...(findings ?? []).map((finding) => ({ key: finding.key, range: finding.end > finding.start ? rangeOf(doc, finding) : undefined, className: finding.severity === 'BLOCK' ? styles.blockMark! : styles.warnMark! })),
      ...latest.current.map((comment) => ({ key: comment.id, range: comment.quote ? rangeOfQuote(doc, comment) : undefined, className: styles.commentMark! })),
    ];
    showHighlights(editor, marks.flatMap(({ key, range, className }): Highlight[] => (range && range.to > range.from ? [{ key, ...range, className }] : [])));
  }, [editor, findings, said]);
}

/** The passage that is selected in the text. */
function usePassage(editor: Editor): Passage | undefined {
  const found = useEditorState({ editor, selector: ({ editor: now }) => { const { from, to, empty } = now.state.selection; return empty ? undefined : placeOfRange(now.state.doc, from, to); } });
  return found && found.quote.trim() !== '' ? found : undefined;
}

function select(editor: Editor, range: { readonly from: number; readonly to: number } | undefined): void {
  if (!range) return;
  editor.chain().setTextSelection(range).focus(undefined, { scrollIntoView: false }).run();
  const { node } = editor.view.domAtPos(range.from);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

type TextField = { [K in keyof Draft]-?: Draft[K] extends string | undefined ? K : never }[keyof Draft];

const figureIn = (path: string): { readonly at: number; readonly part: keyof Figure } | undefined => {
  const [, at, part] = /^details\.figures\[(\d+)\]\.(name|before|after)$/.exec(path) ?? [];
  return at === undefined ? undefined : { at: Number(at), part: part as keyof Figure };
};
const fieldIn = (path: string): TextField => path.replace(/^details\./, '') as TextField;

/** The text that a check's path means, outside the body. */
function textAt(draft: Draft, path: string): string {
  const figure = figureIn(path);
  return figure ? draft.figures?.[figure.at]?.[figure.part] ?? '' : draft[fieldIn(path)] ?? '';
}

/** The change that puts another text there. */
function withText(draft: Draft, path: string, text: string): Partial<Draft> {
  const figure = figureIn(path);
  if (!figure) return { [fieldIn(path)]: text };
  return { figures: (draft.figures ?? []).map((each, at) => (at === figure.at ? { ...each, [figure.part]: text } : each)) };
}

/** Whether these are still the words that were found; personal numbers are told masked. */
const isStill = (text: string, excerpt: string): boolean => (excerpt.includes('*') ? text.length === excerpt.length : text === excerpt);

function useMending({ editor, draft, change }: Desk): { jump(finding: TypedFinding): void; fix(finding: TypedFinding): void } {
  const say = useWords(editorWords);
  const toast = useToast();
  const [, setSearch] = useSearchParams();
  const jump = (finding: TypedFinding): void => {
    if (finding.path.startsWith('body')) { select(editor, placeOf(editor, finding.key) ?? rangeOf(editor.state.doc, finding)); return; }
    if (finding.path !== 'title') setSearch((now) => { const next = new URLSearchParams(now); next.set('tab', 'fields'); return next; }, { replace: true });
    focusField(finding.path);
  };
  const fix = (finding: TypedFinding): void => {
    const { path, start, end, excerpt, suggestion } = finding;
    if (path.startsWith('body')) {
      const range = placeOf(editor, finding.key);
      if (!range || !isStill(editor.state.doc.textBetween(range.from, range.to), excerpt)) { toast.done(say('fixGone')); return; }
      editor.view.dispatch(editor.state.tr.insertText(suggestion!, range.from, range.to));
      return;
    }
    const text = textAt(draft, path);
    if (isStill(text.slice(start, end), excerpt)) change(withText(draft, path, text.slice(0, start) + suggestion! + text.slice(end)));
    else toast.done(say('fixGone'));
  };
  return { jump, fix };
}

import { Button, Input, Select, type RefSelectProps } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useWords } from '../../app/words.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Time } from '../../components/time.js';
import { useFields } from '../../components/use-fields.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { AddCommentDocument, EditorColleaguesDocument, EditorCommentsDocument, ResolveCommentDocument, type EditorColleaguesQuery, type ShownCommentFragment } from './editor.generated.js';
import { editorWords } from './editor-words.js';
import type { Place } from './places.js';
import styles from './panels.module.css';

/** A passage somebody is about to comment on. */
export type Passage = Place & { readonly quote: string };

export interface CommentsPanelProps {
  readonly contentId: string;
  readonly revision: number;
  readonly comments: readonly ShownCommentFragment[];
  /** What is selected now; undefined while nothing is. */
  readonly passage: Passage | undefined;
  readonly onJump: (comment: ShownCommentFragment) => void;
}

/** The comments of a content, as they are on the server. */
export const useComments = (contentId: string): readonly ShownCommentFragment[] => useRead(EditorCommentsDocument, { contentId }, { everyMs: 20_000, isAside: true }).data?.comments.nodes ?? [];

/** What colleagues say about passages; a new one is about what is selected. */
export function CommentsPanel({ contentId, revision, comments, passage, onJump }: CommentsPanelProps): ReactNode {
  const say = useWords(editorWords);
  const [isAll, setAll] = useState(false);
  const threads = comments.filter(({ replyTo, resolvedAt }) => !replyTo && (isAll || !resolvedAt));
  const colleagues = useColleagues(contentId);
  const done = comments.filter(({ replyTo, resolvedAt }) => !replyTo && resolvedAt).length;
  return (
    <div className={styles.comments}>
      {passage ? <NewComment key={`${passage.path}.${passage.start}`} contentId={contentId} revision={revision} passage={passage} /> : <p className={styles.hint}>{say('commentHow')}</p>}
      {threads.length === 0 ? (passage ? null : <EmptyState title={say('noComments')} />) : threads.map((comment) => <Thread key={comment.id} comment={comment} replies={comments.filter(({ replyTo }) => replyTo === comment.id)} revision={revision} colleagues={colleagues} onJump={onJump} />)}
      {done > 0 ? <Button size="small" type="link" onClick={() => { setAll(!isAll); }}>{say(isAll ? 'hideDone' : 'showDone', { count: done })}</Button> : null}
    </div>
  );
}

type Colleagues = EditorColleaguesQuery['colleagues'];

/** Who may be named: those who may read the content, the first fifty by name, or by what is searched for. */
const useColleagues = (contentId: string, text = ''): Colleagues => useRead(EditorColleaguesDocument, { contentId, ...(text ? { text } : {}) }, { isAside: true, keepsLast: true }).data?.colleagues ?? [];

interface Named {
  readonly value: string;
  readonly label: ReactNode;
}

interface ThreadProps {
  readonly colleagues: Colleagues;
  readonly comment: ShownCommentFragment;
  readonly replies: readonly ShownCommentFragment[];
  readonly revision: number;
  readonly onJump: (comment: ShownCommentFragment) => void;
}

function Thread({ comment, replies, revision, colleagues, onJump }: ThreadProps): ReactNode {
  const say = useWords(editorWords);
  const [isReplying, setReplying] = useState(false);
  const fields = useFields();
  const resolve = useAct(ResolveCommentDocument);
  const { id, quote, resolvedByName, contentId, path, start, end } = comment;
  return (
    <article className={styles.thread}>
      <button type="button" className={styles.quote} onClick={() => { onJump(comment); }}>{quote || fields.label(path.replace(/^details\.|\[.*$/g, ''))}</button>
      {[comment, ...replies].map((each) => <Said key={each.id} comment={each} colleagues={colleagues} />)}
      {resolvedByName ? <p className={styles.hint}>{say('resolvedBy', { name: resolvedByName })}</p> : null}
      <div className={styles.findingActs}>
        <Button size="small" onClick={() => { setReplying(!isReplying); }}>{say('reply')}</Button>
        <Button size="small" loading={resolve.isPending} onClick={() => { resolve.mutate({ id, isResolved: !resolvedByName }); }}>{say(resolvedByName ? 'reopen' : 'resolve')}</Button>
      </div>
      <ErrorNotice error={resolve.error} />
      {isReplying ? <NewComment contentId={contentId} revision={revision} passage={{ path, start, end, quote }} replyTo={id} onDone={() => { setReplying(false); }} /> : null}
    </article>
  );
}

/** What somebody said, and whom they named. */
function Said({ comment: { byName, at, text, mentionIds }, colleagues }: { readonly comment: ShownCommentFragment; readonly colleagues: Colleagues }): ReactNode {
  const named = colleagues.filter(({ id }) => mentionIds.includes(id));
  return (
    <div>
      <p className={styles.hint}><strong>{byName}</strong> <Time at={at} look="ago" /></p>
      <p className={styles.said}>{named.map(({ id, name }) => <span key={id} className={styles.named}>@{name} </span>)}{text}</p>
    </div>
  );
}

interface NewCommentProps {
  readonly contentId: string;
  readonly revision: number;
  readonly passage: Passage;
  readonly replyTo?: string;
  readonly onDone?: () => void;
}

function NewComment({ contentId, revision, passage, replyTo, onDone }: NewCommentProps): ReactNode {
  const say = useWords(editorWords);
  const [text, setText] = useState('');
  const [named, setNamed] = useState<readonly Named[]>([]);
  const [search, setSearch] = useState('');
  const colleagues = useColleagues(contentId, search.trim());
  const people = useRef<RefSelectProps>(null);
  const add = useAct(AddCommentDocument, { onDone: () => { setText(''); setNamed([]); onDone?.(); } });
  const send = (): void => { add.mutate({ input: { contentId, revision, path: passage.path, start: passage.start, end: passage.end, quote: passage.quote, text: text.trim(), mentionIds: named.map(({ value }) => value), ...(replyTo ? { replyTo } : {}) } }); };
  // An @ leads to the people; within a mail address it is a letter like others.
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event) || event.key !== '@' || /[\w.-]$/.test(text.slice(0, event.currentTarget.selectionStart))) return;
    event.preventDefault();
    people.current?.focus();
  };
  return (
    <div className={styles.newComment}>
      {replyTo ? null : <p className={styles.quote}>{passage.quote}</p>}
      <Input.TextArea autoFocus={replyTo !== undefined} aria-label={say('commentText')} placeholder={say(replyTo ? 'replyText' : 'commentHint')} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} value={text} onChange={(event) => { setText(event.target.value); }} onKeyDown={press} />
      <Select
        ref={people} mode="multiple" size="small" aria-label={say('mention')} placeholder={say('mention')} labelInValue optionFilterProp="label" maxCount={10} value={[...named]} onSearch={setSearch} onChange={(chosen: Named[]) => { setNamed(chosen); setSearch(''); }}
        options={colleagues.map(({ id, name, unit }) => ({ value: id, label: unit ? `${name}（${unit.shortName}）` : name }))}
      />
      <ErrorNotice error={add.error} />
      <div><Button size="small" type="primary" disabled={text.trim() === ''} loading={add.isPending} onClick={send}>{say(replyTo ? 'reply' : 'comment')}</Button></div>
    </div>
  );
}

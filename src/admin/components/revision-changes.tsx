import type { ReactNode } from 'react';
import { useWords } from '../app/words.js';
import type { BodyNode } from './body-view.js';
import { useFields } from './use-fields.js';
import { componentWords } from './component-words.js';
import './article.css';
import styles from './revision-changes.module.css';

/** What two revisions have differently, as `revisionDiff` tells it. */
export interface RevisionDiff {
  readonly fields: readonly { readonly field: string; readonly before?: string | null; readonly after?: string | null }[];
  readonly body: readonly Readonly<Record<string, unknown>>[];
}

interface BlockChange {
  readonly op: 'same' | 'added' | 'removed' | 'changed';
  readonly before?: BodyNode;
  readonly after?: BodyNode;
  readonly parts?: readonly { readonly op: 'same' | 'added' | 'removed'; readonly text: string }[];
}

/** Two revisions compared: fields, then the body block by block; long equal stretches are folded. */
export function RevisionChanges({ diff }: { readonly diff: RevisionDiff }): ReactNode {
  const say = useWords(componentWords);
  const fields = useFields();
  const blocks = diff.body as readonly unknown[] as readonly BlockChange[];
  if (diff.fields.length === 0 && blocks.every(({ op }) => op === 'same')) return <p>{say('noChanges')}</p>;
  return (
    <div className={styles.changes}>
      {diff.fields.map(({ field, before, after }) => (
        <div key={field} className={styles.field}>
          <h3>{fields.label(field)}</h3>
          {before ? <p className="article"><del>{fields.text(field, before)}</del></p> : null}
          {after ? <p className="article"><ins>{fields.text(field, after)}</ins></p> : null}
        </div>
      ))}
      <div className="article" lang="zh-CN">{folded(blocks).map((part, at) => ('count' in part ? <p key={at} className={styles.same}>{say('sameBlocks', { count: part.count })}</p> : <Changed key={at} change={part} />))}</div>
    </div>
  );
}

/** Equal blocks that are not next to a change become one line. */
function folded(blocks: readonly BlockChange[]): (BlockChange | { readonly count: number })[] {
  const isNear = (at: number): boolean => [at - 1, at, at + 1].some((near) => blocks[near] !== undefined && blocks[near].op !== 'same');
  const parts: (BlockChange | { count: number })[] = [];
  blocks.forEach((block, at) => {
    const last = parts.at(-1);
    if (isNear(at)) parts.push(block);
    else if (last && 'count' in last) last.count += 1;
    else parts.push({ count: 1 });
  });
  return parts;
}

function Changed({ change: { op, before, after, parts } }: { readonly change: BlockChange }): ReactNode {
  if (op === 'same') return <p>{textOf(after)}</p>;
  if (op === 'added') return <p className={styles.added}><ins>{textOf(after)}</ins></p>;
  if (op === 'removed') return <p className={styles.removed}><del>{textOf(before)}</del></p>;
  return <p className={styles.changed}>{(parts ?? []).map((part, at) => (part.op === 'added' ? <ins key={at}>{part.text}</ins> : part.op === 'removed' ? <del key={at}>{part.text}</del> : part.text))}</p>;
}

/** The words of a block; of a picture, its caption in brackets. */
function textOf(node: BodyNode | undefined): string {
  if (!node) return '';
  if (node.type === 'image' || node.type === 'video') return `［${String(node.attrs?.caption || node.attrs?.alt || node.type)}］`;
  return node.text ?? (node.content ?? []).map(textOf).join('');
}

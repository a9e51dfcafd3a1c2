import { Fragment, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useWords } from '../../app/words.js';
import { MoveDialog } from './move-dialog.js';
import { NameForm } from './name-form.js';
import { TopicRow } from './topic-row.js';
import type { TopicLineFragment } from './topics.generated.js';
import { topicsWords } from './topics-words.js';
import { placeAfter, placeOfDrop, rowsOf, steps, type Place, type Row, type Step } from './tree-rows.js';
import { useTopicActs } from './use-topic-acts.js';
import styles from './topics.module.css';

export interface TopicTreeViewProps {
  readonly topics: readonly TopicLineFragment[];
  readonly counts: ReadonlyMap<string, number>;
  /** The topic whose name is typed, or below which a new one is. */
  readonly form: FormPlace | undefined;
  readonly onForm: (form: FormPlace | undefined) => void;
}

/** Where a name is being typed: over a topic, or as a new one below a topic (null for the top). */
export type FormPlace = { readonly renames: string } | { readonly below: string | null };

const stepOfKey: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'inward', ArrowLeft: 'outward' };

/** The tree, by mouse and by keys as trees are used everywhere: arrows go, Alt with an arrow moves. */
export function TopicTreeView({ topics, counts, form, onForm }: TopicTreeViewProps): ReactNode {
  const say = useWords(topicsWords);
  const acts = useTopicActs(topics);
  const box = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string>();
  const [moved, setMoved] = useState<TopicLineFragment>();
  const wantsFocus = useRef(false);
  const rows = rowsOf(topics, folded);
  const currentId = rows.some(({ topic }) => topic.id === current) ? current : rows[0]?.topic.id;
  // A row that moves in the page loses the focus; it gets it back where it has come to.
  useEffect(() => {
    if (!wantsFocus.current || !currentId) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-topic="${currentId}"]`);
    if (row && document.activeElement === document.body) row.focus();
  });

  const focusOn = (id: string | undefined): void => { if (id) { wantsFocus.current = true; setCurrent(id); box.current?.querySelector<HTMLElement>(`[data-topic="${id}"]`)?.focus(); } };
  const fold = (id: string, to = !folded.has(id)): void => { setFolded((now) => new Set(to ? [...now, id] : [...now].filter((each) => each !== id))); };
  const move = (topic: TopicLineFragment, place: Place | undefined): void => {
    if (!place) return;
    if (place.parentId) fold(place.parentId, false);
    focusOn(topic.id);
    acts.move(topic, place);
  };
  const step = (topic: TopicLineFragment, way: Step): void => { move(topic, placeAfter(topics, topic, way)); };
  const closeForm = (id?: string): void => { onForm(undefined); wantsFocus.current = true; if (id) setCurrent(id); };

  function press(event: KeyboardEvent, row: Row): void {
    if (isComposing(event) || event.target !== event.currentTarget) return;
    const { topic } = row;
    const way = stepOfKey[event.key];
    const run = event.altKey ? way && ((): void => { step(topic, way); }) : keyed(row)[event.key];
    if (!run || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    run();
  }
  function keyed({ topic, hasChildren }: Row): Readonly<Record<string, (() => void) | undefined>> {
    const at = rows.findIndex((row) => row.topic.id === topic.id);
    const isOpen = hasChildren && !folded.has(topic.id);
    return {
      ArrowUp: () => { focusOn(rows[at - 1]?.topic.id); }, ArrowDown: () => { focusOn(rows[at + 1]?.topic.id); }, Home: () => { focusOn(rows[0]?.topic.id); }, End: () => { focusOn(rows.at(-1)?.topic.id); },
      ArrowLeft: () => { if (isOpen) fold(topic.id, true); else focusOn(topic.parentId ?? undefined); }, ArrowRight: () => { if (isOpen) focusOn(rows[at + 1]?.topic.id); else fold(topic.id, false); },
      F2: () => { onForm({ renames: topic.id }); }, Enter: () => { onForm({ renames: topic.id }); }, Insert: topic.archivedAt ? undefined : () => { onForm({ below: topic.id }); },
      Delete: topic.archivedAt ? undefined : () => { acts.archive(topic, counts.get(topic.id) ?? 0); },
    };
  }
  const add = (topic: TopicLineFragment): void => { fold(topic.id, false); onForm({ below: topic.id }); };
  const isBelow = (id: string): boolean => form !== undefined && 'below' in form && form.below === id;
  const isRenamed = (id: string): boolean => form !== undefined && 'renames' in form && form.renames === id;

  return (
    <div ref={box} role="treegrid" aria-label={say('tree')} aria-busy={acts.isBusy} className={styles.tree}>
      {rows.map((row) => {
        const { topic, level } = row;
        return (
          <Fragment key={topic.id}>
            {isRenamed(topic.id) ? <FormRow><NameForm topic={topic} level={level} onClose={closeForm} /></FormRow> : (
              <TopicRow
                row={row} isFolded={folded.has(topic.id)} isCurrent={topic.id === currentId} contents={counts.get(topic.id)} isAboveArchived={Boolean(topics.find(({ id }) => id === topic.parentId)?.archivedAt)}
                open={new Set(steps.filter((way) => placeAfter(topics, topic, way)))} onFocus={() => { setCurrent(topic.id); }} onKeyDown={(event) => { press(event, row); }} onFold={() => { fold(topic.id); }}
                onRename={() => { onForm({ renames: topic.id }); }} onAdd={() => { add(topic); }} onStep={(way) => { step(topic, way); }} onMoveTo={() => { setMoved(topic); }}
                onArchive={() => { acts.archive(topic, counts.get(topic.id) ?? 0); }} onRestore={() => { acts.restore(topic); }}
                onDrop={(id, side) => { const [dragged, place] = [topics.find((each) => each.id === id), placeOfDrop(topics, id, topic, side)]; if (dragged && place) acts.move(dragged, place); }}
              />
            )}
            {isBelow(topic.id) ? <FormRow><NameForm parent={topic} level={level + 1} onClose={closeForm} /></FormRow> : null}
          </Fragment>
        );
      })}
      {moved ? <MoveDialog topic={moved} topics={topics} onMove={(parentId) => { setMoved(undefined); move(moved, { parentId, beforeId: null }); }} onClose={() => { setMoved(undefined); }} /> : null}
    </div>
  );
}

const FormRow = ({ children }: { readonly children: ReactNode }): ReactNode => <div role="row"><div role="gridcell">{children}</div></div>;

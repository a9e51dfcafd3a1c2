import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import { CreateTopicDocument, RenameTopicDocument, type TopicLineFragment } from './topics.generated.js';
import { topicsWords } from './topics-words.js';
import styles from './topics.module.css';

export interface NameFormProps {
  /** The topic that gets another name; a new one when left out. */
  readonly topic?: TopicLineFragment | undefined;
  /** Where a new topic comes; null for the top. */
  readonly parent?: TopicLineFragment | null;
  readonly level: number;
  /** With the id of what was saved, or nothing when it was given up. */
  readonly onClose: (id?: string) => void;
}

/** A name, typed in its place in the tree: Enter saves, Escape gives up; an error stays beside what was typed. */
export function NameForm({ topic, parent = null, level, onClose }: NameFormProps): ReactNode {
  const say = useWords(topicsWords);
  const toast = useToast();
  const [name, setName] = useState(topic?.name ?? '');
  const field = useRef<InputRef>(null);
  const create = useAct(CreateTopicDocument, { onDone: ({ createTopic }) => { toast.done(say('added', { name: createTopic.name })); onClose(createTopic.id); } });
  const rename = useAct(RenameTopicDocument, { onDone: ({ renameTopic }) => { toast.done(say('renamed', { name: renameTopic.name })); onClose(renameTopic.id); } });
  useEffect(() => { field.current?.focus({ cursor: 'all' }); }, []);

  function save(): void {
    const typed = name.trim();
    if (!typed) return;
    if (!topic) create.mutate({ input: { name: typed, ...(parent ? { parentId: parent.id } : {}) } });
    else if (typed === topic.name) onClose(topic.id);
    else rename.mutate({ input: { id: topic.id, name: typed } });
  }
  const label = topic ? say('renameOf', { name: topic.name }) : parent ? say('addBelowOf', { name: parent.name }) : say('add');
  return (
    <form className={styles.form} style={{ '--level': level } as React.CSSProperties} aria-label={label} onSubmit={(event) => { event.preventDefault(); save(); }}>
      <div className={styles.formLine}>
        <Input
          ref={field} className={styles.formField!} aria-label={say('name')} placeholder={say('nameHint')} maxLength={40} value={name} onChange={(event) => { setName(event.target.value); }}
          onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Escape' && !isComposing(event)) onClose(topic?.id); }}
        />
        <Button type="primary" htmlType="submit" disabled={!name.trim()} loading={create.isPending || rename.isPending}>{say('save')}</Button>
        <Button onClick={() => { onClose(topic?.id); }}>{say('cancel')}</Button>
      </div>
      <ErrorNotice error={create.error ?? rename.error} />
    </form>
  );
}

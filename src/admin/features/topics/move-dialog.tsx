import { Modal, Tree } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { topicTree } from '../../components/topic-tree.js';
import type { TopicLineFragment } from './topics.generated.js';
import { topicsWords } from './topics-words.js';
import styles from './topics.module.css';

export interface MoveDialogProps {
  readonly topic: TopicLineFragment;
  readonly topics: readonly TopicLineFragment[];
  /** With the topic it is to be below; null for the top. */
  readonly onMove: (parentId: string | null) => void;
  readonly onClose: () => void;
}

/** No topic has this id. */
const top = 'top';

/** Moves a topic below any other in one go, where dragging is not at hand: on a touch screen, by keys, in a long tree. */
export function MoveDialog({ topic: { id, name, parentId }, topics, onMove, onClose }: MoveDialogProps): ReactNode {
  const say = useWords(topicsWords);
  const [chosen, setChosen] = useState(parentId ?? top);
  const targets = topics.filter(({ path }) => !path.includes(id));
  return (
    <Modal open title={say('moveOf', { name })} okText={say('moveIt')} cancelText={say('cancel')} okButtonProps={{ disabled: chosen === (parentId ?? top) }} onOk={() => { onMove(chosen === top ? null : chosen); }} onCancel={onClose}>
      <p>{say('moveWhy')}</p>
      <Tree
        blockNode defaultExpandAll className={styles.choice!} aria-label={say('moveTo')} fieldNames={{ key: 'value' }} selectedKeys={[chosen]} onSelect={([key]) => { if (key !== undefined) setChosen(String(key)); }}
        treeData={[{ value: top, title: say('topLevel'), disabled: false, children: topicTree(targets, parentId ? [parentId] : []) }]}
      />
    </Modal>
  );
}

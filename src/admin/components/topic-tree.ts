/** A topic as lists of choices give it. */
export interface TopicChoice {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly parentId?: string | null;
  readonly archivedAt?: string | null;
}

/** A topic for a tree to choose from. */
export interface TopicNode {
  readonly value: string;
  readonly title: string;
  readonly disabled: boolean;
  readonly children: TopicNode[];
}

/** The topics as a tree, in their order. What is archived is there only where it is chosen already or holds what is, and cannot be chosen anew. */
export function topicTree(topics: readonly TopicChoice[], chosen: readonly string[] = [], parentId: string | null = null): TopicNode[] {
  return topics.filter((topic) => (topic.parentId ?? null) === parentId).sort((a, b) => a.order - b.order)
    .map(({ id, name, archivedAt }) => ({ value: id, title: name, disabled: Boolean(archivedAt) && !chosen.includes(id), children: topicTree(topics, chosen, id) }))
    .filter(({ disabled, children }) => !disabled || children.length > 0);
}

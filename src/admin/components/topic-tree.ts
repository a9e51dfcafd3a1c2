/** A topic as lists of choices give it. */
export interface TopicChoice {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly parentId?: string | null;
}

/** A topic for a tree to choose from. */
export interface TopicNode {
  readonly value: string;
  readonly title: string;
  readonly children: TopicNode[];
}

/** The topics as a tree, in their order. */
export function topicTree(topics: readonly TopicChoice[], parentId: string | null = null): TopicNode[] {
  return topics.filter((topic) => (topic.parentId ?? null) === parentId).sort((a, b) => a.order - b.order)
    .map(({ id, name }) => ({ value: id, title: name, children: topicTree(topics, id) }));
}

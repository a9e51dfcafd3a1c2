import type { TopicLineFragment, TopicRulesQuery } from './topics.generated.js';

/** An outlet with the topics that its rule names. */
export type RuledOutlet = TopicRulesQuery['destinations']['nodes'][number];

/** The names of open outlets whose rule sees a change when a topic comes below another parent: they name one that is above it either before or after, not both. Pure. */
export function affectedOutlets(topics: readonly TopicLineFragment[], outlets: readonly RuledOutlet[], { id, path }: TopicLineFragment, parentId: string | null): string[] {
  const [before, after] = [path.filter((each) => each !== id), topics.find((topic) => topic.id === parentId)?.path ?? []];
  const differs = new Set([...before.filter((each) => !after.includes(each)), ...after.filter((each) => !before.includes(each))]);
  return outlets.filter(({ isActive, rule }) => isActive && rule.conditions.some(({ topicIds }) => topicIds?.some((each) => differs.has(each)))).map(({ name }) => name);
}

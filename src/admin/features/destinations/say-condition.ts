import type { Say } from '../../app/words.js';
import type { ContentNames } from '../../components/content-state.js';
import type { RuleChoicesQuery } from './destinations.generated.js';
import type { destinationsWords } from './destinations-words.js';
import type { Condition, ListName } from './rule-form.js';

/** A condition as a sentence, such as `类型：文章、案例；最低重要程度：3`. */
export function sayCondition(condition: Condition, say: Say<keyof typeof destinationsWords.zh>, names: ContentNames, choices: RuleChoicesQuery | undefined): string {
  const topics = new Map((choices?.topics ?? []).map(({ id, name }) => [id, name]));
  const units = new Map((choices?.units.nodes ?? []).map(({ id, shortName }) => [id, shortName]));
  const part = (name: ListName, nameOf: (value: string) => string = (value) => value): string[] => (condition[name].length > 0 ? [`${say(name)}：${condition[name].map(nameOf).join('、')}`] : []);
  return [
    ...part('kinds', names.kind), ...part('topicIds', (id) => topics.get(id) ?? id), ...part('unitIds', (id) => units.get(id) ?? id), ...part('tags'), ...part('places'), ...part('texts'),
    ...(condition.minImportance === undefined ? [] : [`${say('minImportance')}：${say('atLeast', { value: condition.minImportance })}`]),
  ].join('；');
}

import type { RuleConditionInput, RuleInput, RuleWholeFragment } from './destinations.generated.js';

/** One condition as the form holds it: every list there, though it may be empty. */
export interface Condition {
  readonly kinds: readonly string[];
  readonly topicIds: readonly string[];
  readonly unitIds: readonly string[];
  readonly tags: readonly string[];
  readonly places: readonly string[];
  readonly texts: readonly string[];
  readonly minImportance: number | undefined;
  readonly isBlocked: boolean;
}

export const lists = ['kinds', 'topicIds', 'unitIds', 'tags', 'places', 'texts'] as const;
export type ListName = (typeof lists)[number];

export const emptyCondition: Condition = { kinds: [], topicIds: [], unitIds: [], tags: [], places: [], texts: [], minImportance: undefined, isBlocked: false };

/** A stored rule, for the form. */
export const toForm = ({ conditions }: RuleWholeFragment): Condition[] => conditions.map(toFormCondition);

/** A stored condition, for the form. */
export const toFormCondition = ({ kinds, topicIds, unitIds, tags, places, texts, minImportance, isBlocked }: RuleWholeFragment['conditions'][number]): Condition =>
  ({ kinds: kinds ?? [], topicIds: topicIds ?? [], unitIds: unitIds ?? [], tags: tags ?? [], places: places ?? [], texts: texts ?? [], minImportance: minImportance ?? undefined, isBlocked: isBlocked ?? false });

/** A condition that says nothing is not sent: it would take everything. */
export const asksSomething = ({ minImportance, ...condition }: Condition): boolean => minImportance !== undefined || lists.some((name) => condition[name].length > 0);

/** The rule as the API takes it, without what is empty. Pure. */
export const toRule = (conditions: readonly Condition[]): RuleInput => ({ conditions: conditions.filter(asksSomething).map(toCondition) });

/** A condition as the API takes it, without what is empty. Pure. */
export function toCondition({ minImportance, isBlocked, ...condition }: Condition): RuleConditionInput {
  const filled = Object.fromEntries(lists.flatMap((name) => (condition[name].length > 0 ? [[name, [...condition[name]]]] : [])));
  return { ...filled, ...(minImportance === undefined ? {} : { minImportance }), ...(isBlocked ? { isBlocked } : {}) };
}

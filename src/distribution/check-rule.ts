import { InvalidInputError } from '../kernel/index.js';
import type { Condition, Rule } from './rule.js';

const mostConditions = 50;
const mostValues = 200;
const lists = ['kinds', 'topicIds', 'unitIds', 'tags', 'places', 'texts'] as const;

/** A rule as it is kept: nothing empty in it. Throws InvalidInputError for one that is too large, or a condition that says nothing. */
export function checkRule(rule: Rule | undefined | null): Rule {
  const conditions = (rule?.conditions ?? []).map(trimmed);
  if (conditions.length > mostConditions) throw new InvalidInputError({ field: 'rule.conditions', reason: `最多 ${mostConditions} 条 (at most ${mostConditions})` });
  conditions.forEach((condition, at) => {
    if (asksNothing(condition)) throw new InvalidInputError({ field: `rule.conditions.${at}`, reason: '没有任何条件；要全部接收，请不设条件 (it asks for nothing; to take everything, give no conditions)' });
  });
  return { conditions };
}

/** What a block keeps out, as it is kept. Throws InvalidInputError for a condition that says nothing: it would stop everything. */
export function checkBlocked(given: Condition): Condition {
  const { isBlocked: _, ...condition } = trimmed(given, 0);
  if (asksNothing(condition)) throw new InvalidInputError({ field: 'condition', reason: '没有任何条件，会拦下所有稿件；请至少写一项 (it asks for nothing and would stop everything)' });
  return condition;
}

const asksNothing = ({ isBlocked: _, ...asked }: Condition): boolean => Object.keys(asked).length === 0;

function trimmed(given: Condition, at: number): Condition {
  const kept: Condition = {};
  for (const name of lists) {
    const values = [...new Set((given[name] ?? []).map((value) => value.trim()).filter(Boolean))];
    if (values.length > mostValues) throw new InvalidInputError({ field: `rule.conditions.${at}.${name}`, reason: `最多 ${mostValues} 个 (at most ${mostValues})` });
    if (values.length > 0) kept[name] = values;
  }
  const { minImportance, isBlocked } = given;
  if (minImportance != null && (!Number.isInteger(minImportance) || minImportance < 1 || minImportance > 5)) throw new InvalidInputError({ field: `rule.conditions.${at}.minImportance`, reason: '应为 1–5 (1 to 5)' });
  if (minImportance != null) kept.minImportance = minImportance;
  if (isBlocked) kept.isBlocked = true;
  return kept;
}

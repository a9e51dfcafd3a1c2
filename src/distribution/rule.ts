import type { Release } from '../content/index.js';

/** All that is given must hold; within one list, any. `isBlocked` turns the condition into a veto. */
export interface Condition {
  kinds?: string[];
  /** Topics with all below them. */
  topicIds?: string[];
  unitIds?: string[];
  tags?: string[];
  /** Parts of the place's name: 西湖区 holds for 杭州市西湖区. */
  places?: string[];
  minImportance?: number;
  /** Words of which one stands in title, summary or body; case does not matter. */
  texts?: string[];
  isBlocked?: boolean;
}

/** What a destination takes: what any open condition selects (everything, when there is none) and no blocking one does. */
export interface Rule {
  conditions: Condition[];
}

/** What a rule looks at. */
export type Matchable = Pick<Release, 'kind' | 'unitId' | 'tags' | 'place' | 'importance' | 'text'>;

/** Whether the rule selects it. `topicPath` is the content's topics and all above them. Pure. */
export function matches(rule: Rule, release: Matchable, topicPath: readonly string[]): boolean {
  const holding = rule.conditions.filter((condition) => holds(condition, release, topicPath));
  if (holding.some(({ isBlocked }) => isBlocked)) return false;
  return holding.length > 0 || rule.conditions.every(({ isBlocked }) => isBlocked);
}

/** Whether all that a condition asks for holds. Pure. */
export function holds(condition: Condition, release: Matchable, topicPath: readonly string[]): boolean {
  const { kinds, topicIds, unitIds, tags, places, minImportance, texts } = condition;
  const text = release.text.toLowerCase();
  return anyOf(kinds, (kind) => kind === release.kind)
    && anyOf(topicIds, (id) => topicPath.includes(id))
    && anyOf(unitIds, (id) => id === release.unitId)
    && anyOf(tags, (tag) => release.tags.includes(tag))
    && anyOf(places, (place) => release.place?.includes(place) ?? false)
    && anyOf(texts, (word) => text.includes(word.toLowerCase()))
    && release.importance >= (minImportance ?? 0);
}

/** An absent or empty list asks for nothing. */
const anyOf = (list: readonly string[] | undefined, test: (value: string) => boolean): boolean => !list?.length || list.some(test);

import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime, graphqlEnum, InvalidInputError, type Order } from '../kernel/index.js';
import type { Perspective } from './content-type.js';
import { wordsOf } from './search/tokens.js';
import { PublicationEnum, WorkflowEnum, type Publication, type Workflow } from './workflow.js';

@InputType({ description: 'Conditions on an id.' })
export class IdFilter {
  @Field(() => ID, { nullable: true, description: 'Is this one.' })
  eq?: string;

  @Field(() => [ID], { nullable: true, description: 'Is one of these, at most 100.' })
  in?: string[];
}

@InputType({ description: 'Conditions on a text.' })
export class StringFilter {
  @Field(() => String, { nullable: true, description: 'Is exactly this.' })
  eq?: string;

  @Field(() => [String], { nullable: true, description: 'Is one of these, at most 100.' })
  in?: string[];

  @Field(() => String, { nullable: true, description: 'Is not this.' })
  ne?: string;
}

@InputType({ description: 'Conditions on a whole number.' })
export class IntFilter {
  @Field(() => Int, { nullable: true, description: 'Is this.' })
  eq?: number;

  @Field(() => Int, { nullable: true, description: 'Is at least this.' })
  gte?: number;

  @Field(() => Int, { nullable: true, description: 'Is at most this.' })
  lte?: number;
}

@InputType({ description: 'A span of time.' })
export class TimeFilter {
  @Field(() => DateTime, { nullable: true, description: 'At this moment or later.' })
  since?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Before this moment.' })
  until?: Date;
}

@InputType({ description: 'Which contents to list; all conditions together.' })
export class ContentFilter {
  @Field(() => String, { nullable: true, description: '全文检索: holds all these words, anywhere; at most 100 characters. Sorted as the list is; `search` sorts by likeness.' })
  text?: string;

  @Field(() => [ID], { nullable: true, description: 'These contents.' })
  ids?: string[];

  @Field(() => [String], { nullable: true, description: 'Kinds: article, case, video.' })
  kinds?: string[];

  @Field(() => IdFilter, { nullable: true, description: '单位.' })
  unitId?: IdFilter;

  @Field(() => ID, { nullable: true, description: '宣传重点: filed under this topic or one below it.' })
  topicId?: string;

  @Field(() => StringFilter, { nullable: true, description: '标签: has it.' })
  tag?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: '地点.' })
  place?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: '作者.' })
  author?: StringFilter;

  @Field(() => IntFilter, { nullable: true, description: '重要程度.' })
  importance?: IntFilter;

  @Field(() => Boolean, { nullable: true, description: '原创.' })
  isOriginal?: boolean;

  @Field(() => TimeFilter, { nullable: true, description: 'When readers first saw it (published perspective).' })
  publishedAt?: TimeFilter;

  @Field(() => TimeFilter, { nullable: true, description: 'When what is shown was last changed.' })
  updatedAt?: TimeFilter;

  @Field(() => [WorkflowEnum], { nullable: true, description: 'Where the newest revision stands (draft perspective).' })
  workflow?: Workflow[];

  @Field(() => [PublicationEnum], { nullable: true, description: 'What readers see (draft perspective).' })
  publication?: Publication[];

  @Field(() => IdFilter, { nullable: true, description: 'Who began it (draft perspective).' })
  createdBy?: IdFilter;

  @Field(() => Boolean, { nullable: true, description: 'Put away or not (draft perspective); not, when absent.' })
  isArchived?: boolean;
}

/** What lists can be sorted by, and which way. */
export type ContentOrder = 'publishedAtDesc' | 'publishedAtAsc' | 'updatedAtDesc' | 'updatedAtAsc' | 'importanceDesc';

export const ContentOrderEnum = graphqlEnum<ContentOrder>('ContentOrder', 'How a list of contents is sorted.', {
  publishedAtDesc: 'Newest publication first (published perspective).',
  publishedAtAsc: 'Oldest publication first (published perspective).',
  updatedAtDesc: 'Last changed first.',
  updatedAtAsc: 'Longest unchanged first.',
  importanceDesc: 'Most important first (published perspective).',
});

/** The sort of a list. Throws INVALID_INPUT for an order that the perspective does not have. */
export function orderFor(order: ContentOrder | undefined, perspective: Perspective): readonly Order[] {
  const orders: Readonly<Record<Perspective, Partial<Record<ContentOrder, readonly Order[]>>>> = {
    published: { publishedAtDesc: [['publishedAt', -1]], publishedAtAsc: [['publishedAt', 1]], updatedAtDesc: [['releasedAt', -1]], updatedAtAsc: [['releasedAt', 1]], importanceDesc: [['importance', -1]] },
    draft: { updatedAtDesc: [['updatedAt', -1]], updatedAtAsc: [['updatedAt', 1]] },
  };
  const chosen = orders[perspective][order ?? (perspective === 'published' ? 'publishedAtDesc' : 'updatedAtDesc')];
  if (!chosen) throw new InvalidInputError({ field: 'orderBy', reason: `${order} 不适用于此视角 (not an order of the ${perspective} perspective)` });
  return chosen;
}

type Conditions = Record<string, unknown>;

/** The filter of a list as MongoDB has it. Every value is typed by GraphQL, so no operator can come in. Throws INVALID_INPUT. */
export function conditionsFor(filter: ContentFilter & Record<string, unknown>, perspective: Perspective, kindFields: readonly string[] = []): Conditions {
  const at = (name: string): string => (perspective === 'draft' ? `draft.${name}` : name);
  const conditions: Conditions = {
    ...having('_id', { $in: filter.ids }),
    ...holding(filter.text),
    ...having('kind', { $in: filter.kinds }),
    ...having('unitId', { $eq: filter.unitId?.eq, $in: filter.unitId?.in }),
    ...having('topicPath', { $eq: filter.topicId }),
    ...having(at('tags'), textual(filter.tag)),
    ...having(at('place'), textual(filter.place)),
    ...having(at('author'), textual(filter.author)),
    ...having(at('importance'), { $eq: filter.importance?.eq, $gte: filter.importance?.gte, $lte: filter.importance?.lte }),
    ...having(at('isOriginal'), { $eq: filter.isOriginal }),
  };
  for (const name of kindFields) Object.assign(conditions, having(`${at('details')}.${name}`, { $eq: filter[name] }));
  return { ...conditions, ...(perspective === 'draft' ? draftConditions(filter) : publishedConditions(filter)) };
}

function publishedConditions(filter: ContentFilter): Conditions {
  if (filter.workflow ?? filter.publication ?? filter.createdBy ?? filter.isArchived) throw new InvalidInputError({ field: 'filter', reason: 'workflow、publication、createdBy、isArchived 只用于草稿视角 (only in the draft perspective)' });
  return { ...having('publishedAt', span(filter.publishedAt)), ...having('releasedAt', span(filter.updatedAt)) };
}

function draftConditions(filter: ContentFilter): Conditions {
  return {
    ...having('released.firstPublishedAt', span(filter.publishedAt)), ...having('updatedAt', span(filter.updatedAt)),
    ...having('workflow', { $in: filter.workflow }), ...having('publication', { $in: filter.publication }),
    ...having('createdBy', { $eq: filter.createdBy?.eq, $in: filter.createdBy?.in }), isArchived: filter.isArchived ?? false,
  };
}

/** A text without any word matches nothing, as a word that nobody wrote would. */
function holding(text: string | null | undefined): Conditions {
  if (text === undefined || text === null) return {};
  const words = wordsOf(text);
  return { tokens: words.length > 0 ? { $all: words } : { $in: [] } };
}

const textual = (filter: StringFilter | undefined): Conditions => ({ $eq: filter?.eq, $in: filter?.in, $ne: filter?.ne });
const span = (filter: TimeFilter | undefined): Conditions => ({ $gte: filter?.since, $lt: filter?.until });

/** A condition of every operator that was given a value; nothing when none was. One value needs no list. */
function having(name: string, operators: Conditions): Conditions {
  const given = Object.entries(operators).filter(([, value]) => value !== undefined && value !== null);
  if (given.length === 0) return {};
  const list = operators.$in as readonly unknown[] | null | undefined;
  if (list && list.length > 100) throw new InvalidInputError({ field: name, reason: '最多 100 个 (at most 100 values)' });
  return { [name]: Object.fromEntries(given.map(([operator, value]) => (operator === '$in' && list?.length === 1 ? ['$eq', list[0]] : [operator, value]))) };
}

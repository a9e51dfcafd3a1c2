import { Field, ID, InputType, Int, ObjectType, type ClassType } from 'type-graphql';
import { DateTime, JsonObject, Node, connectionType, type Connection } from '../kernel/index.js';
import { Content } from './content-type.js';
import { ContentFilter } from './filters.js';
import type { FieldsPatch } from './fields.js';
import { allKinds, type Kind, type KindField } from './kinds.js';
import './kinds/index.js';

@ObjectType({ description: 'A figure before and after a measure.', simpleResolvers: true })
export class FigureChange {
  @Field(() => String, { description: 'What is measured.' })
  name!: string;

  @Field(() => String, { description: 'Before.' })
  before!: string;

  @Field(() => String, { description: 'After.' })
  after!: string;
}

@InputType({ description: 'A figure before and after a measure.' })
export class FigureChangeInput {
  @Field(() => String, { description: 'What is measured.' })
  name!: string;

  @Field(() => String, { description: 'Before.' })
  before!: string;

  @Field(() => String, { description: 'After.' })
  after!: string;
}

const outputTypes = { text: () => String, boolean: () => Boolean, integer: () => Int, assetId: () => ID, figures: () => [FigureChange] } as const;
const inputTypes = { text: () => String, boolean: () => Boolean, integer: () => Int, assetId: () => ID, figures: () => [FigureChangeInput] } as const;

/** The GraphQL types of one kind, made from its declaration. */
export interface KindTypes {
  readonly kind: Kind;
  readonly type: ClassType<Content>;
  readonly connection: ClassType<Connection<Content>>;
  readonly filter: ClassType<ContentFilter>;
  readonly createInput: ClassType<object>;
  readonly updateInput: ClassType<UpdateInput>;
}

export interface UpdateInput {
  readonly id: string;
  readonly expectedRevision: number;
}

type Target = { readonly prototype: object };

const addField = (target: Target, name: string, type: () => unknown, description: string, nullable = true): void =>
  Field(type as () => ClassType, { nullable, description })(target.prototype, name);

function outputType(kind: Kind): ClassType<Content> {
  @ObjectType(kind.typeName, { implements: [Node, Content], description: kind.description, simpleResolvers: true })
  class KindType extends Content {}
  for (const [name, { type, label, description }] of Object.entries(kind.fields)) addField(KindType, name, outputTypes[type], `${label}. ${description}`);
  return KindType as unknown as ClassType<Content>;
}

function filterType(kind: Kind): ClassType<ContentFilter> {
  const filterable = Object.entries(kind.fields).filter(([, { isFilterable }]) => isFilterable);
  if (filterable.length === 0) return ContentFilter;
  @InputType(`${kind.typeName}Filter`, { description: `Which ${kind.plural} to list; all conditions together.` })
  class KindFilter extends ContentFilter {}
  for (const [name, { type, label, description }] of filterable) addField(KindFilter, name, inputTypes[type], `${label}. ${description}`);
  return KindFilter;
}

const sharedInputs: readonly (readonly [name: keyof FieldsPatch, type: () => unknown, description: string])[] = [
  ['shortTitle', () => String, '短标题, at most 32 characters.'],
  ['summary', () => String, '摘要, at most 500 characters.'],
  ['body', () => JsonObject, '正文 as a structured document (ProseMirror JSON).'],
  ['coverId', () => ID, '封面, an asset.'],
  ['author', () => String, '作者, at most 60 characters.'],
  ['source', () => String, '来源, at most 100 characters.'],
  ['isOriginal', () => Boolean, '原创.'],
  ['unitId', () => ID, '单位; one\'s own when absent.'],
  ['topicIds', () => [ID], '宣传重点, at most 10.'],
  ['tags', () => [String], '标签, at most 20 of 30 characters.'],
  ['place', () => String, '地点, at most 60 characters.'],
  ['importance', () => Int, '重要程度: 1 (routine) to 5 (highest); 2 when absent.'],
  ['occurredAt', () => DateTime, 'When what it tells of happened.'],
  ['attachmentIds', () => [ID], '附件, at most 30 assets.'],
  ['relatedIds', () => [ID], '相关内容, at most 30.'],
  ['shareTitle', () => String, 'Title where it is shared, at most 64 characters.'],
  ['shareDescription', () => String, 'Description where it is shared, at most 200 characters.'],
  ['shareImageId', () => ID, 'Picture where it is shared.'],
];

function addInputFields(target: Target, kind: Kind): void {
  for (const [name, type, description] of sharedInputs) addField(target, name, type, description);
  for (const [name, { type, label, description }] of Object.entries(kind.fields)) addField(target, name, inputTypes[type], `${label}. ${description}`);
}

function createInputType(kind: Kind): ClassType<object> {
  @InputType(`Create${kind.typeName}Input`, { description: `A new ${kind.label.en.toLowerCase()}.` })
  class CreateInput {}
  addField(CreateInput, 'title', () => String, '标题, at most 100 characters.', false);
  addInputFields(CreateInput, kind);
  return CreateInput;
}

function updateInputType(kind: Kind): ClassType<UpdateInput> {
  @InputType(`Update${kind.typeName}Input`, { description: 'What changes: fields left out stay as they are, null empties an optional one.' })
  class UpdateKindInput {}
  addField(UpdateKindInput, 'id', () => ID, 'The content.', false);
  addField(UpdateKindInput, 'expectedRevision', () => Int, 'The number of the revision the change was made from.', false);
  addField(UpdateKindInput, 'title', () => String, '标题, at most 100 characters.');
  addInputFields(UpdateKindInput, kind);
  return UpdateKindInput as unknown as ClassType<UpdateInput>;
}

/** What is typed into a content of any kind and not saved: every field of every kind. */
@InputType({ description: 'What is typed into a content and not saved: only what changes. Fields of other kinds are passed over.' })
export class DraftChangesInput {}
addField(DraftChangesInput, 'title', () => String, '标题.');
for (const kind of allKinds()) addInputFields(DraftChangesInput, kind);

/** The GraphQL types of every registered kind. */
export const kindTypes: readonly KindTypes[] = allKinds().map((kind) => {
  const type = outputType(kind);
  return { kind, type, connection: connectionType(kind.typeName, () => type), filter: filterType(kind), createInput: createInputType(kind), updateInput: updateInputType(kind) };
});

/** Splits what came in into the shared fields and those of the kind. */
export function patchOf(kind: Kind, input: object): FieldsPatch {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  const isDetail = ([name]: [string, unknown]): boolean => Object.hasOwn(kind.fields, name);
  const details = Object.fromEntries(entries.filter(isDetail).map(([name, value]) => [name, plain(value, kind.fields[name])]));
  const shared = Object.fromEntries(entries.filter((entry) => !isDetail(entry)));
  return { ...shared, ...(Object.keys(details).length > 0 ? { details } : {}) } as FieldsPatch;
}

// Input objects arrive as class instances; what is stored and hashed is plain data.
const plain = (value: unknown, declared: KindField | undefined): unknown =>
  (declared?.type === 'figures' && Array.isArray(value) ? value.map((each: object) => ({ ...each })) : value);

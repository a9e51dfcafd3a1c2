import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** The names of the fields asked for, each with what is asked below it. Aliases, fragments and directives are looked through. */
export interface Selection {
  readonly [field: string]: Selection;
}

type Fragments = GraphQLResolveInfo['fragments'];
type Mutable = { [field: string]: Mutable };

/** Without a prototype, so that only what was asked for is `in` it. */
const nothing = (): Mutable => Object.create(null) as Mutable;

const kept = new WeakMap<readonly FieldNode[], Selection>();

/** What a resolver's field was asked for. Worked out once per parsed query. */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  const known = kept.get(info.fieldNodes);
  if (known) return known;
  const selection = nothing();
  for (const node of info.fieldNodes) gather(node.selectionSet, info.fragments, selection);
  kept.set(info.fieldNodes, selection);
  return selection;
}

function gather(set: SelectionSetNode | undefined, fragments: Fragments, into: Mutable): void {
  for (const node of set?.selections ?? []) {
    if (node.kind === Kind.FIELD) gather(node.selectionSet, fragments, (into[node.name.value] ??= nothing()));
    else if (node.kind === Kind.INLINE_FRAGMENT) gather(node.selectionSet, fragments, into);
    else gather(fragments[node.name.value]?.selectionSet, fragments, into);
  }
}

const keptNodes = new WeakMap<Selection, Selection>();

/** The fields asked of a connection's nodes, by `nodes` and by `edges.node` together. Worked out once per selection. */
export function nodeSelection(connection: Selection): Selection {
  const known = keptNodes.get(connection);
  if (known) return known;
  const selection = merge(merge(nothing(), connection.edges?.node), connection.nodes);
  keptNodes.set(connection, selection);
  return selection;
}

function merge(into: Mutable, more: Selection = {}): Mutable {
  for (const [field, below] of Object.entries(more)) merge((into[field] ??= nothing()), below);
  return into;
}

/** Which stored fields answer a GraphQL field. Fields not named here are stored under their own name. */
export type FieldMap = Readonly<Record<string, readonly string[]>>;

/** A projection of just what the selection needs; `always` is stored fields needed whatever is asked. */
export function projectionFor(selection: Selection, map: FieldMap, always: readonly string[] = []): Record<string, 1> {
  const projection: Record<string, 1> = { _id: 1 };
  for (const field of always) projection[field] = 1;
  for (const field of Object.keys(selection)) {
    if (field.startsWith('__')) continue;
    for (const stored of map[field] ?? [field === 'id' ? '_id' : field]) projection[stored] = 1;
  }
  return projection;
}

import { GraphQLError, Kind, type ASTVisitor, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql';
import { sensitiveMutations } from '../../accounts/index.js';
import { maxPageSize, defaultPageSize } from '../../kernel/index.js';

/** What one request may ask for. A batch is one operation: arrays of operations are refused. */
export const limits = {
  /** Lexical tokens of the document. */
  tokens: 3000,
  /** Fields below fields; introspection is counted apart, because its standard query is deeper. */
  depth: 12,
  introspectionDepth: 16,
  /** Aliases, with those that fragments bring counted each time. */
  aliases: 30,
  /** Fields in all, each list counted as often as it may answer. */
  cost: 50_000,
} as const;

interface Weight {
  readonly depth: number;
  readonly cost: number;
  readonly aliases: number;
  readonly sensitive: number;
  /** Whether `edges` or `nodes` stand here, also by way of a fragment: the field around them is a list. */
  readonly isPage: boolean;
}

const nothing: Weight = { depth: 0, cost: 0, aliases: 0, sensitive: 0, isPage: false };
const beside = (a: Weight, b: Weight): Weight => ({ depth: Math.max(a.depth, b.depth), cost: a.cost + b.cost, aliases: a.aliases + b.aliases, sensitive: a.sensitive + b.sensitive, isPage: a.isPage || b.isPage });

/** A validation rule that refuses what is too deep, too wide or too dear. Each fragment is weighed once, so a bomb costs nothing. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  const weighed = new Map<string, Weight>();
  // Apollo gives every validation error its own code; `formatError` puts this one in its place.
  const refuse = (limit: string, message: string): void => context.reportError(new GraphQLError(message, { extensions: { limit } }));

  function weighSet(set: SelectionSetNode | undefined): Weight {
    return (set?.selections ?? []).map((node) => {
      if (node.kind === Kind.FIELD) return weighField(node);
      return node.kind === Kind.INLINE_FRAGMENT ? weighSet(node.selectionSet) : weighFragment(context.getFragment(node.name.value));
    }).reduce(beside, nothing);
  }

  function weighField(node: FieldNode): Weight {
    const below = weighSet(node.selectionSet);
    return {
      depth: below.depth + 1,
      cost: 1 + below.cost * pageSize(node, below.isPage),
      aliases: below.aliases + (node.alias ? 1 : 0),
      sensitive: below.sensitive + (sensitiveMutations.has(node.name.value) ? 1 : 0),
      isPage: node.name.value === 'edges' || node.name.value === 'nodes',
    };
  }

  function weighFragment(fragment: FragmentDefinitionNode | null | undefined): Weight {
    if (!fragment) return nothing;
    const known = weighed.get(fragment.name.value);
    if (known) return known;
    weighed.set(fragment.name.value, nothing); // A cycle is another rule's error.
    const weight = weighSet(fragment.selectionSet);
    weighed.set(fragment.name.value, weight);
    return weight;
  }

  return {
    OperationDefinition: {
      enter(node) {
        const weight = weighSet(node.selectionSet);
        const isIntrospection = node.selectionSet.selections.every((each) => each.kind === Kind.FIELD && each.name.value.startsWith('__'));
        const depth = isIntrospection ? limits.introspectionDepth : limits.depth;
        if (weight.depth > depth) refuse('QUERY_TOO_DEEP', `The query is ${weight.depth} levels deep; at most ${depth} are answered. Ask for the inner parts in a second query.`);
        if (weight.aliases > limits.aliases) refuse('TOO_MANY_ALIASES', `The query has ${weight.aliases} aliases; at most ${limits.aliases} are answered. Use a list with a filter by ids.`);
        if (weight.cost > limits.cost) refuse('QUERY_TOO_COSTLY', `The query may answer ${weight.cost} fields; at most ${limits.cost} are answered. Ask for fewer with "first".`);
        if (weight.sensitive > 1) refuse('SENSITIVE_MUTATION_REPEATED', 'Sign-in, password and key mutations are answered once per request.');
      },
    },
  };
}

/** How often the fields below may be answered: lists state it with first or last. */
function pageSize(node: FieldNode, isConnection: boolean): number {
  const sized = node.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last');
  if (!sized) return isConnection ? defaultPageSize : 1;
  return sized.value.kind === Kind.INT ? Math.min(Math.max(Number(sized.value.value), 1), maxPageSize) : maxPageSize;
}

import { Field, ID, InterfaceType } from 'type-graphql';
import type { Context } from './context.js';
import { InvalidIdError, NotFoundError } from './errors.js';
import { nounOfId } from './ids.js';
import type { Selection } from './selection.js';

/** Anything that has an identifier of its own and can be asked for by it. */
@InterfaceType({ description: 'Anything with an identifier of its own.' })
export abstract class Node {
  @Field(() => ID, { name: 'id', simple: false, description: 'The identifier; it begins with the noun it names.' })
  _id!: string;
}

/** How things of one noun are found by id. Undefined, or NotFoundError, where there is none or the actor may not see it. */
export interface NodeType {
  readonly typeName: string;
  readonly find: (ctx: Context, id: string, selection: Selection) => Promise<object | null | undefined>;
}

const nodeTypes = new Map<string, NodeType>();

/** Lets `node(id)` find things whose ids begin with this noun. */
export function defineNode(noun: string, type: NodeType): void {
  if (nodeTypes.has(noun)) throw new Error(`node ${noun} is defined twice`);
  nodeTypes.set(noun, type);
}

/** The GraphQL type that an id is of. */
export const typeOfId = (id: string): string | undefined => nodeTypes.get(nounOfId(id) ?? '')?.typeName;

/** The thing with this id. Throws INVALID_ID, and NOT_FOUND alike for what is absent and what the actor may not see. */
export async function findNode(ctx: Context, id: string, selection: Selection): Promise<object> {
  const type = nodeTypes.get(nounOfId(id) ?? '');
  if (!type) throw new InvalidIdError({ id: id.slice(0, 60), expected: [...nodeTypes.keys()].join(' | ') });
  const found = await type.find(ctx, id, selection);
  if (!found) throw new NotFoundError({ id });
  return found;
}

import { execute, GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { DateTime, type Context } from '../../kernel/index.js';
import { presentError } from './errors.js';
import { isPublicOperation } from './public-operation.js';

/** What Apollo hands over once a request is parsed and valid. */
export interface Operation {
  readonly document: DocumentNode;
  readonly queryHash?: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown>;
  readonly ctx: Context;
}

/** What came of it. */
export interface Executed {
  readonly result: ExecutionResult;
  /** True for a good answer that follows from the read model alone, the same for every anonymous reader. */
  readonly isPublic: boolean;
}

/** An operation as it is kept for the next time. */
interface Prepared {
  readonly query: CompiledQuery | 'interpreted';
  readonly isPublic: boolean;
}

/** A time that is one needs none of the scalar's questions. */
const serializeTime = (value: unknown): unknown => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : DateTime.serialize(value));
const customSerializers = { [DateTime.name]: serializeTime };

/**
 * Runs operations compiled by graphql-jit, kept by hash and name; graphql-js runs what jit cannot compile. Both answer alike
 * under the schema's rules: resolveType answers at once, and input defaults stand on nullable fields only.
 */
export function createExecutor(schema: GraphQLSchema): (operation: Operation) => Promise<Executed> {
  const prepared = new LRUCache<string, Prepared>({ max: 1000 });

  function compile({ document, operationName }: Operation): CompiledQuery | 'interpreted' {
    try {
      const query = compileQuery(schema, document, operationName ?? undefined, { customSerializers });
      return isCompiledQuery(query) ? query as CompiledQuery : 'interpreted';
    } catch {
      return 'interpreted';
    }
  }

  return async (operation) => {
    const { document, queryHash, operationName, variables, ctx } = operation;
    const key = `${queryHash}:${operationName ?? ''}`;
    const known = queryHash ? prepared.get(key) : undefined;
    const { query, isPublic } = known ?? { query: compile(operation), isPublic: isPublicOperation(schema, document) };
    if (queryHash && !known) prepared.set(key, { query, isPublic });
    const result = query === 'interpreted'
      ? await execute({ schema, document, operationName, variableValues: variables, contextValue: ctx })
      : await query.query(undefined, ctx, variables ?? {});
    if (!result.errors) return { result: result as ExecutionResult, isPublic: isPublic && ctx.actor.type === 'anonymous' };
    return { result: { ...result, errors: result.errors.map((error) => presentError(asGraphQLError(error), ctx)) } as ExecutionResult, isPublic: false };
  };
}

// graphql-jit throws errors of its own class, with the resolver's error as originalError.
function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const { message, originalError, path, locations, extensions } = error as GraphQLError & { originalError?: Error };
  const wrapped = new GraphQLError(message, { path, originalError, extensions });
  return locations ? Object.defineProperty(wrapped, 'locations', { value: locations }) : wrapped;
}

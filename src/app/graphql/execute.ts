import { execute, GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Context } from '../../kernel/index.js';
import { presentError } from './errors.js';

/** What Apollo hands over once a request is parsed and valid. */
export interface Operation {
  readonly document: DocumentNode;
  readonly queryHash?: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown>;
  readonly ctx: Context;
}

/**
 * Runs operations compiled by graphql-jit, kept by hash and name; graphql-js runs what jit cannot compile. Both answer alike
 * under the schema's rules: resolveType answers at once, and input defaults stand on nullable fields only.
 */
export function createExecutor(schema: GraphQLSchema): (operation: Operation) => Promise<ExecutionResult> {
  const compiled = new LRUCache<string, CompiledQuery | 'interpreted'>({ max: 1000 });

  function compile({ document, operationName }: Operation): CompiledQuery | 'interpreted' {
    try {
      const query = compileQuery(schema, document, operationName ?? undefined);
      return isCompiledQuery(query) ? query as CompiledQuery : 'interpreted';
    } catch {
      return 'interpreted';
    }
  }

  return async (operation) => {
    const { document, queryHash, operationName, variables, ctx } = operation;
    const key = `${queryHash}:${operationName ?? ''}`;
    const known = queryHash ? compiled.get(key) : undefined;
    const query = known ?? compile(operation);
    if (queryHash && !known) compiled.set(key, query);
    const result = query === 'interpreted'
      ? await execute({ schema, document, operationName, variableValues: variables, contextValue: ctx })
      : await query.query(undefined, ctx, variables ?? {});
    if (!result.errors) return result as ExecutionResult;
    return { ...result, errors: result.errors.map((error) => presentError(asGraphQLError(error), ctx)) } as ExecutionResult;
  };
}

// graphql-jit throws errors of its own class, with the resolver's error as originalError.
function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const { message, originalError, path, locations, extensions } = error as GraphQLError & { originalError?: Error };
  const wrapped = new GraphQLError(message, { path, originalError, extensions });
  return locations ? Object.defineProperty(wrapped, 'locations', { value: locations }) : wrapped;
}

import { graphql, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { accountsResolvers, authChecker } from '../../src/accounts/index.js';
import { DomainError, type Context } from '../../src/kernel/index.js';

let schema: Promise<GraphQLSchema> | undefined;

/** The schema of this module alone, with the auth checker the app uses. */
export const accountsSchema = (): Promise<GraphQLSchema> => (schema ??= buildSchema({ resolvers: [...accountsResolvers], authChecker, validate: false }));

type Data = Record<string, unknown>;

/** Runs an operation as this context's actor. */
export async function run(ctx: Context, source: string, variableValues: Data = {}): Promise<ExecutionResult<Data>> {
  return graphql({ schema: await accountsSchema(), source, variableValues, contextValue: ctx }) as Promise<ExecutionResult<Data>>;
}

/** The data of an operation that must succeed. */
export async function dataOf<T>(ctx: Context, source: string, variables: Data = {}): Promise<T> {
  const { data, errors } = await run(ctx, source, variables);
  if (errors) throw errors[0]!.originalError ?? errors[0]!;
  return data as T;
}

/** The stable code of the first error, OK when there was none, or the message of an error that is not the product's own. */
export function codeOf({ errors }: ExecutionResult): string {
  if (!errors) return 'OK';
  const { originalError } = errors[0]!;
  return originalError instanceof DomainError ? originalError.code : errors[0]!.message;
}

import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Context, type Language, type Log } from '../../kernel/index.js';
import { toDomainError } from '../domain-error.js';

/** The error as the asker may see it: their language, a stable code, no inner detail. Unknown ones are logged and told as INTERNAL. */
export function presentError(error: GraphQLError, ctx: Context): GraphQLError {
  const cause = rootCause(error) ?? brokenAnswer(error);
  // graphql-jit leaves `extensions` out. What graphql-js itself refuses has no cause of ours: an argument of the wrong shape.
  if (!cause) return error.extensions?.code ? error : inputError(error);
  const domain = toDomainError(cause, ctx);
  return new GraphQLError(domain.sentence(ctx.language), {
    nodes: error.nodes, path: error.path, extensions: { ...domain.details, code: domain.code, requestId: ctx.requestId },
  });
}

function rootCause(error: GraphQLError): Error | undefined {
  const { originalError } = error;
  return originalError instanceof GraphQLError ? rootCause(originalError) : originalError ?? undefined;
}

/** An answer of ours that breaks the schema: a null where none may be, a value that its scalar cannot say. Our fault, and its words are for the log. */
const brokenAnswer = (error: GraphQLError): Error | undefined =>
  (error.path && /^Cannot return null for non-nullable field|cannot represent/.test(error.message) ? new Error(`${error.message} (at ${error.path.join('.')})`) : undefined);

const inputError = (error: GraphQLError): GraphQLError => new GraphQLError(error.message, { nodes: error.nodes, path: error.path, extensions: { ...error.extensions, code: 'BAD_USER_INPUT' } });

/** A request that failed before GraphQL began, such as at finding out who asks: the same words, with HTTP's status. */
export function refuseRequest(error: unknown, known: { readonly log: Log; readonly requestId: string; readonly language: Language }): never {
  const domain = toDomainError(error, known);
  throw new GraphQLError(domain.sentence(known.language), { extensions: { ...domain.details, code: domain.code, requestId: known.requestId, http: { status: domain.status } } });
}

/** Last look at every error that leaves: no hint at other fields' names, no stack. */
export function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _, limit, ...extensions } = formatted.extensions ?? {};
  return { ...formatted, message: formatted.message.replace(/ ?Did you mean [^?]*\?/g, '').replace(/^Context creation failed: /, ''), extensions: limit ? { ...extensions, code: limit } : extensions };
}

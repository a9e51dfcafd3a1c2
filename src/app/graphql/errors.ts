import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import mongoose from 'mongoose';
import { DomainError, InternalError, NotFoundError, UnavailableError, type Context } from '../../kernel/index.js';

/** The error as the asker may see it: their language, a stable code, no inner detail. Unknown ones are logged and told as INTERNAL. */
export function presentError(error: GraphQLError, ctx: Context): GraphQLError {
  const cause = rootCause(error);
  // graphql-jit leaves `extensions` out. What graphql-js itself refuses (a null in a non-null field apart) has no cause of ours: an argument of the wrong shape.
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

const inputError = (error: GraphQLError): GraphQLError => new GraphQLError(error.message, { nodes: error.nodes, path: error.path, extensions: { ...error.extensions, code: 'BAD_USER_INPUT' } });

/** Any error as one of the catalogue. */
export function toDomainError(error: Error, ctx: Context): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof mongoose.mongo.MongoNetworkError || error instanceof mongoose.mongo.MongoServerSelectionError) {
    ctx.log.error({ err: error }, 'the database did not answer');
    return new UnavailableError({ reason: '数据库未响应' });
  }
  if (error instanceof mongoose.Error.DocumentNotFoundError) return new NotFoundError({ id: '' });
  ctx.log.error({ err: error }, 'an unexpected error');
  return new InternalError({ requestId: ctx.requestId });
}

/** Last look at every error that leaves: no hint at other fields' names, no stack. */
export function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _, limit, ...extensions } = formatted.extensions ?? {};
  return { ...formatted, message: formatted.message.replace(/ ?Did you mean [^?]*\?/g, ''), extensions: limit ? { ...extensions, code: limit } : extensions };
}

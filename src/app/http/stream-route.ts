import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, GraphQLError, parse, specifiedRules, subscribe, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { OperationArgs, RequestParams, Response } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { Context, Services } from '../../kernel/index.js';
import { formatError, presentError } from '../graphql/errors.js';
import { limits, limitsRule } from '../graphql/limits.js';
import { createSchema } from '../graphql/schema.js';
import { requestContext } from './request-context.js';

/** `/graphql/stream`: GraphQL subscriptions by server-sent events (the graphql-sse protocol, one connection for each). Queries and mutations go to `/graphql`. */
export function registerStream(app: FastifyInstance, services: Services): void {
  let handler: Handler | undefined;
  const handle = (request: FastifyRequest, reply: FastifyReply): Promise<void> => (handler ??= createStreamHandler(services, createSchema()))(request, reply);
  app.route({ method: ['GET', 'POST'], url: '/graphql/stream', bodyLimit: 100_000, handler: async (request, reply) => {
    void reply.hijack();
    await handle(request, reply).catch((error: unknown) => {
      services.log.error({ err: error, requestId: request.id }, 'a stream broke');
      reply.raw.destroy();
    });
  } });
}

/** What goes through the handler: a context of ours is an interface, which its type refuses. */
type Carried = { readonly ctx: Context };
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

const createStreamHandler = (services: Services, schema: GraphQLSchema): Handler => createHandler<Carried>({
  schema,
  // Without tokens there are no reserved streams: nothing is kept for who does not come.
  authenticate: () => '',
  onSubscribe: async ({ raw, context }, params) => prepare(schema, params, await requestContext(services, raw, context.reply)),
  subscribe: async (args) => {
    const { ctx } = args.contextValue as Carried;
    return present(ctx, () => subscribe({ ...args, contextValue: ctx }));
  },
});

/** The subscription, ready to run, or what is wrong with it. */
function prepare(schema: GraphQLSchema, { query, operationName, variables }: RequestParams, ctx: Context): OperationArgs<Carried> | Response {
  const refuse = (errors: readonly GraphQLError[]): Response =>
    [JSON.stringify({ errors: errors.map((error) => formatError(error.toJSON())) }), { status: 400, statusText: 'Bad Request', headers: { 'content-type': 'application/json; charset=utf-8' } }];
  try {
    const document = parse(query, { maxTokens: limits.tokens });
    const problems = validate(schema, document, [...specifiedRules, limitsRule]);
    if (problems.length > 0) return refuse(problems.map((problem) => (problem.extensions.limit ? problem : withCode(problem))));
    if (getOperationAST(document, operationName)?.operation !== 'subscription') return refuse([new GraphQLError('Only subscriptions are streamed; send queries and mutations to /graphql.', { extensions: { code: 'BAD_REQUEST' } })]);
    return { schema, document, operationName: operationName ?? null, variableValues: variables ?? null, contextValue: { ctx } };
  } catch (error) {
    return refuse([error instanceof GraphQLError ? error : new GraphQLError('The request cannot be read.', { extensions: { code: 'BAD_REQUEST' } })]);
  }
}

const withCode = (problem: GraphQLError): GraphQLError => new GraphQLError(problem.message, { nodes: problem.nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

type Stream = AsyncGenerator<ExecutionResult, void, void>;

/** The stream, or why there is none, its errors in the words of the asker. */
async function present(ctx: Context, begin: () => Promise<Stream | ExecutionResult>): Promise<Stream | ExecutionResult> {
  const told = (result: ExecutionResult): ExecutionResult => (result.errors ? { ...result, errors: result.errors.map((error) => presentError(error, ctx)) } : result);
  const begun = await begin();
  if (!(Symbol.asyncIterator in begun)) return told(begun);
  return {
    next: async () => {
      const { value, done } = await begun.next();
      return done ? { value: undefined, done } : { value: told(value as ExecutionResult), done: false };
    },
    return: () => begun.return(),
    throw: (error: unknown) => begun.throw(error),
    [Symbol.asyncIterator]() { return this; },
  } as Stream;
}

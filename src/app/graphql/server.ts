import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../../kernel/index.js';
import { formatError } from './errors.js';
import { createExecutor } from './execute.js';
import { limits, limitsRule } from './limits.js';

export interface GraphqlOptions {
  readonly isIntrospectable: boolean;
  /** Apollo's page to try queries in. It runs a foreign site's script on our origin, with the session of whoever opens it: for development only. */
  readonly hasSandbox?: boolean;
}

/** What goes through Apollo beside a request. Small, because Apollo copies it property by property for each request. */
export interface Carried {
  readonly ctx: Context;
  /** Filled by the executor. */
  readonly outcome: { isPublic: boolean };
}

export type GraphqlServer = ApolloServer<Carried>;

/** Apollo as the contract, our executor behind it. Started. */
export async function createGraphqlServer(schema: GraphQLSchema, { isIntrospectable, hasSandbox = false }: GraphqlOptions): Promise<GraphqlServer> {
  const server = new ApolloServer<Carried>({
    gateway: executorGateway(schema),
    introspection: isIntrospectable,
    // Cookies are honoured by the HTTP layer only on requests that a foreign page cannot make, so plain GETs may stay open.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [limitsRule],
    formatError,
    plugins: [ApolloServerPluginCacheControlDisabled(), hasSandbox ? ApolloServerPluginLandingPageLocalDefault({ footer: false }) : ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
  });
  await server.start();
  return server;
}

type Gateway = ApolloServerOptionsWithGateway<Carried>['gateway'];

// The gateway hook keeps Apollo's whole pipeline (parsing, validation, error formatting) and lets us execute.
function executorGateway(schema: GraphQLSchema): Gateway {
  const run = createExecutor(schema);
  return {
    load: async () => ({
      executor: async ({ document, queryHash, operationName, request, context }) => {
        const { ctx, outcome } = context as Carried;
        const { result, isPublic } = await run({ document, queryHash, operationName, variables: request.variables, ctx });
        outcome.isPublic = isPublic;
        return result;
      },
    }),
    onSchemaLoadOrUpdate(told) {
      told({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}

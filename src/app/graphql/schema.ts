import 'reflect-metadata';
import { isAbstractType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray, type PubSub } from 'type-graphql';
import { accountsResolvers, authChecker } from '../../accounts/index.js';
import { alarmsResolvers } from '../../alarms/index.js';
import { contentResolvers, contentTypes } from '../../content/index.js';
import { coverageResolvers } from '../../coverage/index.js';
import { distributionResolvers } from '../../distribution/index.js';
import { typeOfId } from '../../kernel/index.js';
import { FilmResolver, mediaResolvers } from '../../media/index.js';
import { reviewResolvers } from '../../review/index.js';
import { NodeResolver } from './node.js';
import { DraftPreviewResolver } from './preview-resolver.js';

/** type-graphql wants one for any subscription; ours bring their own streams. */
const unused: PubSub = {
  publish: () => undefined,
  subscribe: () => { throw new Error('a subscription brings its own stream'); },
};

/** The whole graph, put together from every module's resolvers. */
export function createSchema(): GraphQLSchema {
  const resolvers = [...accountsResolvers, ...mediaResolvers, FilmResolver, ...contentResolvers, ...reviewResolvers, ...distributionResolvers, ...coverageResolvers, ...alarmsResolvers, NodeResolver, DraftPreviewResolver];
  const schema = buildSchemaSync({ resolvers: resolvers as unknown as NonEmptyArray<NewableFunction>, orphanedTypes: contentTypes as NewableFunction[], authChecker, validate: false, pubSub: unused });
  return withSyncTypes(schema);
}

// type-graphql makes resolveType a promise, which costs every list item a turn of the event loop and which graphql-jit refuses.
function withSyncTypes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: { _id: string }) => typeOfId(value._id);
  }
  return schema;
}

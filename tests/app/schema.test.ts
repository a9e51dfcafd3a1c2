import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { loadChannels } from '../../src/app/channels.js';
import { createSchema } from '../../src/app/graphql/schema.js';

let schema: GraphQLSchema;
beforeAll(async () => {
  await loadChannels({ channelPackages: [] });
  schema = createSchema();
});

/** Everything in the schema that a reader of it must be told about, by its path. */
function describable(): { path: string; description?: string | null }[] {
  const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return own.flatMap((type) => {
    const itself = { path: type.name, description: ['Query', 'Mutation', 'Subscription'].includes(type.name) ? 'a root' : type.description };
    if (isEnumType(type)) return [itself, ...type.getValues().map(({ name, description }) => ({ path: `${type.name}.${name}`, description }))];
    if (isInputObjectType(type)) return [itself, ...Object.values(type.getFields()).map(({ name, description }) => ({ path: `${type.name}.${name}`, description }))];
    if (!isObjectType(type) && !isInterfaceType(type)) return [itself];
    return [itself, ...Object.values(type.getFields()).flatMap((field) => [
      { path: `${type.name}.${field.name}`, description: field.description },
      ...field.args.map(({ name, description }) => ({ path: `${type.name}.${field.name}(${name})`, description })),
    ])];
  });
}

describe('the schema', () => {
  it('describes every type, field, argument and value', () => {
    expect(describable().filter(({ description }) => !description?.trim()).map(({ path }) => path)).toEqual([]);
  });

  it('has connections that follow Relay: edges with cursors, nodes, page info', () => {
    const connections = Object.values(schema.getTypeMap()).filter(isObjectType).filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(5);
    for (const connection of connections) {
      expect(Object.keys(connection.getFields())).toEqual(expect.arrayContaining(['edges', 'nodes', 'pageInfo', 'totalCount']));
    }
  });

  it('gives input fields a default only where they may be absent, as compiled execution needs', () => {
    const wrong = Object.values(schema.getTypeMap()).filter(isInputObjectType).flatMap((type) =>
      Object.values(type.getFields()).filter((field) => field.defaultValue !== undefined && String(field.type).endsWith('!')).map(({ name }) => `${type.name}.${name}`));
    expect(wrong).toEqual([]);
  });
});

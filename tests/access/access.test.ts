import { execute, parse } from 'graphql';
import { createSchema } from '../../src/app/graphql/schema.js';
import { loadChannels } from '../../src/app/channels.js';
import { configureDistribution } from '../../src/distribution/index.js';
import type { Context } from '../../src/kernel/index.js';
import { roles, type Role } from '../../src/accounts/index.js';
import { as, anonymous } from '../kit/people.js';
import { useMedia } from '../kit/contents.js';
import { contextOf, services, useDatabase } from '../kit/services.js';
import { dummyOperation } from './dummy-operation.js';
import { expectedAccess, type Who } from './expected-access.js';

useDatabase({ keep: true });

beforeAll(async () => {
  await loadChannels({ channelPackages: [] });
  configureDistribution(services);
  useMedia();
});
const schema = createSchema();

const everybody: readonly Who[] = ['anonymous', ...roles];
const contextFor = (who: Who): Context => (who === 'anonymous' ? contextOf(anonymous) : as(who as Role));
const operations = (['query', 'mutation'] as const).flatMap((type) =>
  Object.values((type === 'query' ? schema.getQueryType() : schema.getMutationType())!.getFields()).map((field) => ({ type, field, name: field.name })));

/** Whether the door opened: any answer but UNAUTHENTICATED and FORBIDDEN, such as "not found" for a made-up id. */
async function isLetIn(who: Who, source: string): Promise<boolean> {
  const { errors } = await execute({ schema, document: parse(source), contextValue: contextFor(who) });
  const codes = (errors ?? []).map(({ originalError, extensions }) => (originalError as { code?: string } | undefined)?.code ?? extensions.code);
  return !codes.some((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN');
}

describe('every role at every door', () => {
  it('has an expectation for every operation, and none for one that is gone', () => {
    expect(Object.keys(expectedAccess).sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  it.each(operations)('$type $name lets in whom it should, and nobody else', async ({ type, field, name }) => {
    const source = dummyOperation(type, field);
    const letIn: Who[] = [];
    for (const who of everybody) if (await isLetIn(who, source)) letIn.push(who);
    expect(letIn).toEqual(everybody.filter((who) => expectedAccess[name]!.includes(who)));
  });

  it('keeps somebody with a one-time password out of every mutation but the change of it', async () => {
    const open: string[] = [];
    const everyRole = as([...roles], { mustChangePassword: true });
    for (const { field, name } of operations.filter(({ type }) => type === 'mutation')) {
      const { errors } = await execute({ schema, document: parse(dummyOperation('mutation', field)), contextValue: everyRole });
      if (!(errors ?? []).some(({ originalError }) => (originalError as { code?: string } | undefined)?.code === 'PASSWORD_CHANGE_REQUIRED')) open.push(name);
    }
    expect(open.sort()).toEqual(['changePassword', 'signIn', 'signOut']);
  });
});

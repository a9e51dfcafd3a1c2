import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Authorized, Ctx, Field, ID, Info, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { PageArgs, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { ApiKey, ApiKeyConnection } from './api-key.js';
import { createApiKey, revokeApiKey, type CreatedApiKey } from './api-keys.js';
import { findApiKeys } from './find-lists.js';
import { CreateApiKeyInput } from './inputs.js';
import type { Permission } from './permissions.js';

@ArgsType()
class ApiKeysArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'The keys of this partner\'s destination instead of your own. Others\' need destination.manage.' })
  destinationId?: string | null;
}

@ObjectType({ description: 'A new API key with its secret. It is shown this once.', simpleResolvers: true })
export class ApiKeyWithSecret {
  @Field(() => ApiKey, { description: 'The key.' })
  apiKey!: ApiKey;

  @Field(() => String, { description: 'What the machine sends: `Authorization: Bearer yk_…`. It cannot be shown again.' })
  bearer!: string;
}

@Resolver(() => ApiKey)
export class ApiKeysResolver {
  @Authorized<Permission>('apiKey.manage')
  @Query(() => ApiKeyConnection, { description: 'Your own API keys, or a partner\'s, newest first; revoked ones too.' })
  apiKeys(@Args(() => ApiKeysArgs) args: ApiKeysArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Connection<ApiKey>> {
    return findApiKeys(ctx, args.destinationId, args, selectionOf(info));
  }

  @Authorized<Permission>('apiKey.manage')
  @Mutation(() => ApiKeyWithSecret, { description: 'Make an API key. The answer holds its secret.' })
  createApiKey(@Arg('input', () => CreateApiKeyInput, { description: 'The key.' }) input: CreateApiKeyInput, @Ctx() ctx: Context): Promise<CreatedApiKey> {
    return createApiKey(ctx, input);
  }

  @Authorized<Permission>('apiKey.manage')
  @Mutation(() => ApiKey, { description: 'Revoke an API key at once.' })
  revokeApiKey(@Arg('id', () => ID, { description: 'The key, `apiKey_…`.' }) id: string, @Ctx() ctx: Context): Promise<ApiKey> {
    return revokeApiKey(ctx, id);
  }
}

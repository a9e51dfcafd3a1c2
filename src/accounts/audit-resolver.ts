import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Info, Query, Resolver } from 'type-graphql';
import { selectionOf, type Connection } from '../kernel/index.js';
import { AuditEntry, AuditEntryConnection } from './audit.js';
import { findAuditEntries } from './find-lists.js';
import { AuditArgs } from './inputs.js';
import type { Permission } from './permissions.js';

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Authorized<Permission>('audit.read')
  @Query(() => AuditEntryConnection, { description: 'The audit trail, newest first. Nothing can change or remove an entry.' })
  auditEntries(@Args(() => AuditArgs) args: AuditArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<AuditEntry>> {
    return findAuditEntries(args.filter, args, selectionOf(info));
  }
}

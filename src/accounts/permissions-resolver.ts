import { Authorized, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../kernel/index.js';
import { permissionEntry, permissions, type Permission, type Role } from './permissions.js';
import { RoleEnum } from './person.js';

@ObjectType({ description: 'One line of the table of permissions.', simpleResolvers: true })
export class PermissionRow {
  @Field(() => String, { description: 'The permission, `noun.verb`.' })
  permission!: string;

  @Field(() => String, { description: 'What it allows, in Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'What it allows, in English.' })
  en!: string;

  @Field(() => [RoleEnum], { description: 'The roles that hold it.' })
  roles!: readonly Role[];

  @Field(() => Boolean, { description: 'Whether a person must use it, and no API key may carry it.' })
  isPersonal!: boolean;
}

const rowOf = (permission: Permission): PermissionRow => {
  const { zh, en, roles, isPersonal = false } = permissionEntry(permission);
  return { permission, zh, en, roles, isPersonal };
};

@Resolver()
export class PermissionsResolver {
  @Authorized<Permission>('role.read')
  @Query(() => [PermissionRow], { description: 'The table of who may do what.' })
  permissionMatrix(): PermissionRow[] {
    return permissions.map(rowOf);
  }

  @Authorized()
  @Query(() => [PermissionRow], { description: 'The lines of the table for what you may do yourself: what you can give a key of yours.' })
  ownPermissions(@Ctx() { actor }: Context): PermissionRow[] {
    return permissions.filter((permission) => actor.permissions.has(permission)).map(rowOf);
  }
}

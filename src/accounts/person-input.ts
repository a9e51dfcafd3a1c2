import { assertId } from '../kernel/index.js';
import { isRole, type Role } from './permissions.js';
import type { Person } from './person.js';
import { invalid, readLine, readOptionalLine, readShaped } from './text.js';
import { UnitModel } from './unit.js';

/** The fields of a person that an administrator writes. */
export interface PersonFields {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly unitId: string | null;
  readonly roles: Role[];
}

interface GivenFields {
  readonly name?: unknown;
  readonly email?: unknown;
  readonly phone?: unknown;
  readonly unitId?: string | null | undefined;
  readonly roles?: unknown;
}

/** A login: lower-cased, 3 to 32 characters. */
export function readLogin(login: unknown): string {
  const lower = typeof login === 'string' ? login.toLowerCase() : login;
  return readShaped('login', lower, { min: 3, max: 32 }, /^[a-z0-9][a-z0-9._-]*$/, '只能用字母、数字、点、下划线和连字符，且以字母或数字开头 (letters, digits, dots, underscores and hyphens, beginning with a letter or digit)');
}

/** The checked fields. Throws InvalidInputError. */
export function readFields({ name, email, phone, unitId, roles }: GivenFields): PersonFields {
  const fields = { name: readLine('name', name, { max: 30 }), email: readEmail(email), phone: readPhone(phone), unitId: unitId || null, roles: readRoles(roles) };
  if (fields.unitId) assertId(fields.unitId, 'unit');
  if (!fields.unitId && fields.roles.includes('contributor')) throw invalid('unitId', '报送员必须属于一个单位 (a contributor must belong to a unit)');
  return fields;
}

/** The fields after a change: what is undefined stays; a name and roles cannot be emptied. */
export function readUpdate(before: Person, given: GivenFields): PersonFields {
  const stay = <T>(value: T | undefined, old: T): T => (value === undefined ? old : value);
  return readFields({
    name: given.name ?? before.name, roles: given.roles ?? before.roles,
    email: stay(given.email, before.email), phone: stay(given.phone, before.phone), unitId: stay(given.unitId, before.unitId),
  });
}

/** Throws InvalidInputError unless the unit exists and is active. No unit is fine. */
export async function assertUnitTakesPeople(unitId: string | null | undefined): Promise<void> {
  if (unitId && !await UnitModel.exists({ _id: unitId, isActive: true })) throw invalid('unitId', '单位不存在或已停用 (there is no such active unit)');
}

function readEmail(email: unknown): string | null {
  const text = readOptionalLine('email', email, { max: 254 });
  if (text && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text)) throw invalid('email', '不是有效的邮箱地址 (is not an e-mail address)');
  return text;
}

function readPhone(phone: unknown): string | null {
  const text = readOptionalLine('phone', phone, { max: 30 });
  if (text && !/^\+?[0-9][0-9 ()-]{4,28}$/.test(text)) throw invalid('phone', '不是有效的电话号码 (is not a telephone number)');
  return text;
}

function readRoles(roles: unknown): Role[] {
  if (!Array.isArray(roles) || roles.length === 0) throw invalid('roles', '至少选择一个角色 (choose at least one)');
  const unknown = roles.find((role) => typeof role !== 'string' || !isRole(role) || role === 'partner');
  if (unknown !== undefined) throw invalid('roles', `人员不能担任「${String(unknown).slice(0, 30)}」(a person cannot have this role)`);
  return [...new Set(roles as Role[])];
}

import { assertId, findPage, may, nodeSelection, projectionFor, type Connection, type Context, type FieldMap, type PageArgs, type Selection } from '../kernel/index.js';
import type { ApiKey } from './api-key.js';
import type { AuditEntry } from './audit.js';
import type { AuditFilter, PersonFilter, UnitFilter } from './inputs.js';
import { PersonModel, type Person } from './person.js';
import type { Session } from './session.js';
import { given, readLine } from './text.js';
import type { Unit } from './unit.js';

type Filter = Record<string, unknown>;

/** One list of this module: its collection, its order, and how a selection becomes a projection. */
interface List {
  readonly collection: string;
  readonly orderBy: readonly (readonly [string, 1 | -1])[];
  readonly fields?: FieldMap;
}

const personFields: FieldMap = { unit: ['unitId'], lockedUntil: ['login'] };
const lists = {
  units: { collection: 'units', orderBy: [['order', 1]] },
  people: { collection: 'people', orderBy: [['name', 1]], fields: personFields },
  sessions: { collection: 'sessions', orderBy: [['createdAt', -1]], fields: { isCurrent: ['_id'] } },
  apiKeys: { collection: 'apiKeys', orderBy: [['createdAt', -1]] },
  audit: { collection: 'audit', orderBy: [['at', -1]] },
} as const satisfies Record<string, List>;

/** Only what the selection names is read, so nothing secret leaves the database. */
function list<T extends { readonly _id: string }>({ collection, orderBy, fields = {} }: List, filter: Filter, args: PageArgs, selection: Selection): Promise<Connection<T>> {
  const projection = projectionFor(nodeSelection(selection), fields);
  return findPage<T>({ collection, filter, orderBy, args, projection, withTotal: 'totalCount' in selection });
}

/** Units in their order. */
export function findUnits(filter: UnitFilter | null | undefined, args: PageArgs, selection: Selection): Promise<Connection<Unit>> {
  return list(lists.units, { ...strings(filter, ['kind']), ...whetherActive(filter) }, args, selection);
}

/** People by name. */
export function findPeople(filter: PersonFilter | null | undefined, args: PageArgs, selection: Selection): Promise<Connection<Person>> {
  return list(lists.people, personFilter(filter ?? {}), args, selection);
}

function personFilter(filter: PersonFilter): Filter {
  const { unitId, role, text } = given(filter);
  if (unitId !== undefined) assertId(unitId, 'unit');
  const pattern = text?.trim() ? { $regex: escapePattern(readLine('filter.text', text, { max: 60 })), $options: 'i' } : undefined;
  return { ...strings(filter, ['unitId']), ...(role ? { roles: String(role) } : {}), ...whetherActive(filter), ...(pattern ? { $or: [{ name: pattern }, { login: pattern }] } : {}) };
}

const whetherActive = (filter: { readonly isActive?: boolean | null } | null | undefined): Filter =>
  (typeof filter?.isActive === 'boolean' ? { isActive: filter.isActive } : {});

/** The named conditions that were given, as plain strings: nothing in a filter can be an operator. */
function strings<T extends object>(filter: T | null | undefined, names: readonly (keyof T & string)[]): Filter {
  const conditions = given(filter);
  return Object.fromEntries(names.flatMap((name) => (conditions[name] === undefined ? [] : [[name, String(conditions[name])]])));
}

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** One person, without the hash of their password; null when there is none. */
export async function findPerson(id: string): Promise<Person | null> {
  assertId(id, 'person');
  return PersonModel.findById(id).lean<Person>();
}

/** The person with this login; null when there is none. */
export const findPersonByLogin = (login: string): Promise<Person | null> => PersonModel.findOne({ login: String(login).toLowerCase() }).lean<Person>().exec();

/** The actor's own sessions that have not ended, newest first. */
export const findOwnSessions = (ctx: Context, args: PageArgs, selection: Selection): Promise<Connection<Session>> =>
  list(lists.sessions, { personId: ctx.actor.id, expiresAt: { $gt: ctx.now() } }, args, selection);

/** The actor's own keys, newest first; with `destinationId`, the keys of that partner, for who may manage destinations. */
export function findApiKeys(ctx: Context, destinationId: string | null | undefined, args: PageArgs, selection: Selection): Promise<Connection<ApiKey>> {
  if (!destinationId) return list(lists.apiKeys, { ownerId: ctx.actor.id }, args, selection);
  assertId(destinationId, 'destination');
  return list(lists.apiKeys, { destinationId, ...(may(ctx.actor, 'destination.manage') ? {} : { ownerId: ctx.actor.id }) }, args, selection);
}

/** The audit trail, newest first. */
export function findAuditEntries(filter: AuditFilter | null | undefined, args: PageArgs, selection: Selection): Promise<Connection<AuditEntry>> {
  return list(lists.audit, auditFilter(filter ?? {}), args, selection);
}

function auditFilter(filter: AuditFilter): Filter {
  const { from, before } = given(filter);
  const at = { ...(from ? { $gte: new Date(from) } : {}), ...(before ? { $lt: new Date(before) } : {}) };
  return { ...strings(filter, ['actorId', 'action', 'subjectType', 'subjectId']), ...(from ?? before ? { at } : {}) };
}

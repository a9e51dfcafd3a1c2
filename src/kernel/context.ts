import DataLoader from 'dataloader';
import { UnauthenticatedError, ForbiddenError, type Language } from './errors.js';
import type { Log } from './log.js';
import type { Config } from './config.js';
import type { Vault } from './secrets.js';

/** Who acts. Permissions are the union of the person's roles, narrowed by the API key's scopes. */
export interface Actor {
  readonly type: 'anonymous' | 'person' | 'apiKey' | 'system';
  /** The person (also behind an API key), or `anonymous` / `system`. */
  readonly id: string;
  readonly name: string;
  readonly unitId?: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  readonly sessionId?: string;
  readonly apiKeyId?: string;
  /** The destination a partner's key speaks for. */
  readonly destinationId?: string;
  readonly mustChangePassword?: boolean;
}

export const anonymous: Actor = { type: 'anonymous', id: 'anonymous', name: '', roles: [], permissions: new Set() };

/** The product itself, at work in a job or a reaction: may do everything, and is named so in the audit trail. */
export const system: Actor = { type: 'system', id: 'system', name: '系统', roles: [], permissions: new Set(['*']) };

/** What a process has for all its requests and jobs. */
export interface Services {
  readonly config: Config;
  readonly log: Log;
  readonly vault: Vault;
  readonly now: () => Date;
}

/** Everything one request or job may use. Made once per request; verbs take it first. */
export interface Context extends Services {
  readonly actor: Actor;
  readonly requestId: string;
  readonly language: Language;
  readonly ip?: string;
  /** A loader that lives as long as this context; `name` tells two of them apart. */
  loader<K, V>(name: string, batch: (keys: readonly K[]) => Promise<(V | undefined)[]>): DataLoader<K, V | undefined>;
}

export interface ContextOptions {
  readonly actor: Actor;
  readonly requestId: string;
  readonly language?: Language;
  readonly ip?: string;
}

/** Binds the services of a process to one request. */
export function createContext(services: Services, options: ContextOptions): Context {
  const loaders = new Map<string, DataLoader<unknown, unknown>>();
  let log: Log | undefined;
  return {
    config: services.config,
    vault: services.vault,
    now: services.now,
    // Most requests log nothing.
    get log() { return log ??= services.log.child({ requestId: options.requestId }); },
    actor: options.actor,
    requestId: options.requestId,
    language: options.language ?? 'zh',
    ip: options.ip,
    loader<K, V>(name: string, batch: (keys: readonly K[]) => Promise<(V | undefined)[]>) {
      const kept = loaders.get(name) ?? new DataLoader<unknown, unknown>((keys) => batch(keys as readonly K[]));
      loaders.set(name, kept);
      return kept as unknown as DataLoader<K, V | undefined>;
    },
  };
}

/** A context for the product's own work. */
export const systemContext = (services: Services, requestId: string): Context => createContext(services, { actor: system, requestId });

/** True when the actor holds the permission. */
export const may = (actor: Actor, permission: string): boolean => actor.permissions.has('*') || actor.permissions.has(permission);

/** Throws UnauthenticatedError for nobody, ForbiddenError for somebody without the permission. */
export function assertMay(actor: Actor, permission: string): void {
  if (may(actor, permission)) return;
  throw actor.type === 'anonymous' ? new UnauthenticatedError() : new ForbiddenError({ permission });
}

import { LRUCache } from 'lru-cache';
import { afterCommit, anonymous, type Actor, type Changes } from '../kernel/index.js';

/** What a token or key stands for, until when it may be believed without asking, and when it ends for good. */
export interface KnownActor {
  readonly actor: Actor;
  readonly endsAt?: Date;
}

interface Kept extends KnownActor {
  readonly until: number;
}

/** How long a process believes what it read of a session or a key: 5 seconds, when no news of a change came before. */
const believedMs = 5000;

const kept = new LRUCache<string, Kept>({ max: 10_000 });
let generation = 0;

/** The actor behind this hash: from memory, or found by `find` and kept. Ended sessions and keys are nobody. */
export async function knownActor(hash: string, now: Date, find: () => Promise<KnownActor>): Promise<Actor> {
  const memory = kept.get(hash);
  const known = memory && now.getTime() < memory.until ? memory : await findAndKeep(hash, now, find);
  return known.endsAt && known.endsAt <= now ? anonymous : known.actor;
}

async function findAndKeep(hash: string, now: Date, find: () => Promise<KnownActor>): Promise<KnownActor> {
  const begun = generation;
  const known = await find();
  // What was read before a change must not be believed after it.
  if (begun === generation) kept.set(hash, { ...known, until: now.getTime() + believedMs });
  return known;
}

/** Forgets every actor that stands on this session, key or person: with the running transaction's commit, or at once. */
export function dropActors(id: string): void {
  afterCommit(() => forget(id));
}

function forget(id: string): void {
  generation += 1;
  for (const [hash, { actor }] of kept.entries()) {
    if (actor.sessionId === id || actor.apiKeyId === id || actor.id === id) kept.delete(hash);
  }
}

/** Forgets everybody. */
export function dropAllActors(): void {
  generation += 1;
  kept.clear();
}

/** Hears what other processes revoked or changed; before `changes.start()`. */
export function watchSessions(changes: Changes): void {
  for (const collection of ['sessions', 'apiKeys', 'people']) changes.on(collection, (change) => { if (change.operation !== 'insert') forget(change.id); });
  changes.onReset(dropAllActors);
}

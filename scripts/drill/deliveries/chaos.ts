import { setTimeout as pause } from 'node:timers/promises';
import type { Member } from './fleet.js';
import type { ReplicaSet } from './replica-set.js';

/** Who was killed how often. */
export type Kills = Record<'worker' | 'web' | 'primary', number>;

export interface Chaos {
  readonly kills: Kills;
  /** Ends it; resolves when whoever was killed last is back. Rejects when somebody did not come back. */
  stop(): Promise<void>;
}

export interface Victims {
  readonly members: readonly Member[];
  readonly set: ReplicaSet;
  /** Who may be killed. */
  readonly kinds: readonly (keyof Kills)[];
}

/** Kills one of them after another, chosen at random, waiting `everyMs` on average between two, each brought back before the next dies. */
export function startChaos({ members, set, kinds }: Victims, everyMs: number): Chaos {
  const kills: Kills = { worker: 0, web: 0, primary: 0 };
  const stopping = new AbortController();
  const victims = [...members.map((member) => ({ name: member.role, kill: () => member.kill() })), { name: 'primary' as const, kill: () => set.killPrimary() }].filter(({ name }) => kinds.includes(name));
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await pause(everyMs * (0.5 + Math.random()), undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      const victim = victims[Math.floor(Math.random() * victims.length)]!;
      kills[victim.name] += 1;
      await victim.kill();
    }
  };
  const running = run();
  running.catch(() => undefined);
  return { kills, stop: () => { stopping.abort(); return running; } };
}

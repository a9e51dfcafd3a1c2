import type { JobType } from './jobs.js';

/** What follows from an event: a job, for the payloads that concern it. */
export interface Reaction {
  readonly job: JobType;
  /** Pure. */
  readonly concerns: (payload: unknown) => boolean;
}

const reactions = new Map<string, Reaction[]>();

/** Adds a reaction to the events of this name in this process. */
export const addReaction = (event: string, reaction: Reaction): void => { reactions.set(event, [...(reactions.get(event) ?? []), reaction]); };

/** The reactions that an event of this name with this payload concerns. */
export const reactionsTo = (event: string, payload: unknown): Reaction[] => (reactions.get(event) ?? []).filter(({ concerns }) => concerns(payload));

/** Whether this process knows who reacts to the event, and none of them is concerned: no relay need look at it. Scripts that register no reactions know of nobody. */
export const concernsNobody = (event: string, payload: unknown): boolean => reactions.has(event) && reactionsTo(event, payload).length === 0;

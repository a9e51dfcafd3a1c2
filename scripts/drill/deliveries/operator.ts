import { setTimeout as pause } from 'node:timers/promises';
import { NoAnswerError, Newsroom, RefusedError } from '../newsroom.js';

interface Stuck {
  readonly id: string;
  readonly state: string;
}

/** The person at the ledger: what is refused or given up is sent again, as the README's page says, by whichever web process answers. */
export class Operator {
  private readonly desks: readonly Newsroom[];
  private turn = 0;
  retried = 0;

  constructor(urls: readonly string[], private readonly login: string) {
    this.desks = urls.map((url) => new Newsroom(url));
  }

  /** Asks the next desk, and the other when that one is dead. */
  async ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    for (const end = Date.now() + 120_000; ; this.turn += 1) {
      try {
        return await this.desks[this.turn % this.desks.length]!.ask<T>(this.login, query, variables);
      } catch (error) {
        if (Date.now() > end || !isPassing(error)) throw error;
        await pause(300);
      }
    }
  }

  /** Sends again what only a person moves on. A row that a later version followed is left. */
  async tidy(): Promise<void> {
    const { deliveries } = await this.ask<{ deliveries: { nodes: Stuck[] } }>('{ deliveries(filter: { states: [REFUSED, DEAD] }, first: 100) { nodes { id state } } }');
    for (const { id } of deliveries.nodes) {
      try {
        await this.ask('mutation ($id: ID!) { retryDelivery(id: $id) { id } }', { id });
        this.retried += 1;
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
      }
    }
  }
}

/** No answer, or one that says that the database is just choosing a new primary. */
const isPassing = (error: unknown): boolean => error instanceof NoAnswerError || (error instanceof RefusedError && ['INTERNAL_SERVER_ERROR', 'INTERNAL', 'NO_CODE', 'UNAVAILABLE'].includes(error.code));

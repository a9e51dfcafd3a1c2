import { AsyncLocalStorage } from 'node:async_hooks';
import mongoose from 'mongoose';

interface Running {
  readonly session: mongoose.mongo.ClientSession;
  readonly afterCommit: (() => void)[];
}

const running = new AsyncLocalStorage<Running>();

// Every mongoose operation inside takes the session by itself, so no write can be left out of a transaction by forgetting it.
mongoose.set('transactionAsyncLocalStorage', true);

/**
 * Runs `work` in one transaction; inside another it joins that one. `work` may run twice (transient errors, write conflicts):
 * load inside it, and send nothing from it. Await its operations one after another: a transaction is one conversation. There
 * are no savepoints: who catches the error of a joined `work` and goes on commits what it had written.
 */
export async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
  if (running.getStore()) return work();
  let afterCommit: (() => void)[] = [];
  const result = await mongoose.connection.transaction(async (session) => {
    afterCommit = [];
    return running.run({ session, afterCommit }, work);
  }, { writeConcern: { w: 'majority', journal: true } });
  for (const act of afterCommit) actSafely(act);
  return result as T;
}

/** The session of the running transaction, for operations that go round mongoose. */
export const currentSession = (): mongoose.mongo.ClientSession | undefined => running.getStore()?.session;

/** Runs `act` once the running transaction has been committed, and never when it was not; at once when there is none. It must not throw. */
export function afterCommit(act: () => void): void {
  const store = running.getStore();
  if (store) store.afterCommit.push(act);
  else act();
}

/** What is committed must not be told as failed, nor keep other callbacks from running. */
function actSafely(act: () => void): void {
  try {
    act();
  } catch (error) {
    process.emitWarning(`a callback after a commit threw: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

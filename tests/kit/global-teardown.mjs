import { running } from './global-setup.mjs';

/** Ends the replica set of the run and deletes its folder. */
export default async function globalTeardown() {
  await running.database?.stop();
}

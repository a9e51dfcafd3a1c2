import { startTemporaryDatabase } from '../../scripts/mongo/index.mjs';

/** What the teardown ends; both run in jest's own process. @type {{ database?: import('../../scripts/mongo/index.mjs').Database }} */
export const running = {};

/**
 * Starts one replica set for the whole run, unless TEST_MONGODB_URI names one already. It names no database: each test file takes its own.
 * MONGODB_URI is left alone on purpose, since tests drop what they find.
 */
export default async function globalSetup() {
  if (process.env.TEST_MONGODB_URI) return;
  /** @type {string[]} */
  const lines = [];
  try {
    running.database = await startTemporaryDatabase({ say: (line) => { lines.push(line); } });
    process.env.TEST_MONGODB_URI = running.database.uri;
  } catch (error) {
    console.error(`\n${lines.join('\n')}`);
    throw error;
  }
}

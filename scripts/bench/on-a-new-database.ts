import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabase } from '../mongo/index.mjs';
import type { Figure } from './figure.js';

/** What a measured server is started with; the bench itself runs with the same. */
export interface BenchEnvironment extends Record<string, string> {
  readonly MONGODB_URI: string;
  readonly DATA_DIR: string;
  readonly YICI_SECRET: string;
  readonly LOG_LEVEL: string;
}

/** Measures on a database and a data folder of its own, which are gone afterwards. `more` is added to what servers are started with. */
export async function onANewDatabase(more: Record<string, string>, measure: (env: BenchEnvironment) => Promise<Figure[]>): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'yici-bench-'));
  try {
    return await withDatabase((uri) => {
      const env: BenchEnvironment = { MONGODB_URI: uri, DATA_DIR: dataDir, YICI_SECRET: randomBytes(36).toString('base64'), LOG_LEVEL: 'warn', ...more };
      Object.assign(process.env, env);
      return measure(env);
    }, { temporary: true });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

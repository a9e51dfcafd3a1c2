import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../src/app/start.js';
import { loadConfig, systemContext } from '../../src/kernel/index.js';
import { freePort } from '../launch/port.mjs';
import { startTemporaryDatabase } from '../mongo/index.mjs';
import { setDemoStage, type DemoStage } from './admin-stage.js';
import { startOutside } from './outside.js';
import { seedDemo } from './seed.js';

/** The demo newsroom with something at every point of its way, in a database of its own. */
export interface Demo {
  readonly url: string;
  readonly stage: DemoStage;
  /** Takes everything away again. */
  stop(): Promise<void>;
}

/** Starts the product with the demo on a free port, for scripts that look at its pages. */
export async function startDemo(): Promise<Demo> {
  const database = await startTemporaryDatabase({ say: () => undefined });
  const dataDir = await mkdtemp(join(tmpdir(), 'yici-demo-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'error', MONGODB_URI: database.uri, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, YICI_SECRET: 'a-secret-for-pictures-of-32-characters' };
  const outside = await startOutside(env);
  const running = await startApp(loadConfig({ ...env, ...outside.environment }));
  await seedDemo(systemContext(running.services, 'demo'), outside, () => undefined);
  return {
    url, stage: await setDemoStage(url),
    async stop() {
      await running.stop();
      await outside.stop();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const root = process.cwd();
const lock = join(root, 'dist/.admin-is-being-built');
/** A build takes a minute on a busy machine; what is locked for longer was left by one that was killed. */
const longestBuildMs = 300_000;

const timeOf = (path: string): number => { try { return statSync(path).mtimeMs; } catch { return 0; } };
const newest = (folder: string): number => Math.max(0, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)).mtimeMs));
const isBuilt = (): boolean => timeOf(join(root, 'dist/admin/index.html')) > newest(join(root, 'src/admin'));

/** Builds the admin page as it is shipped, with React's production code also under jest, unless the built one is newer than its sources. Of test files that run side by side, one builds. */
export async function buildAdmin(): Promise<void> {
  await mkdir(join(root, 'dist'), { recursive: true });
  while (!await taken()) await wait(200);
  try {
    if (!isBuilt()) await promisify(execFile)(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'src/admin/vite.config.ts', '--logLevel', 'warn'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
  } finally {
    await rmdir(lock);
  }
}

async function taken(): Promise<boolean> {
  if (Date.now() - timeOf(lock) > longestBuildMs) await rmdir(lock).catch(() => undefined);
  return mkdir(lock).then(() => true, () => false);
}

import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = process.cwd();

const newest = (folder: string): number => Math.max(0, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)).mtimeMs));

/** Builds the admin page as it is shipped, with React's production code also under jest, unless the built one is newer than its sources. */
export async function buildAdmin(): Promise<void> {
  const built = (() => { try { return statSync(join(root, 'dist/admin/index.html')).mtimeMs; } catch { return 0; } })();
  if (built > newest(join(root, 'src/admin'))) return;
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'src/admin/vite.config.ts', '--logLevel', 'warn'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
}

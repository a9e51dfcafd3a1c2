import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot as root } from '../../scripts/launch/folders.mjs';
import { alone } from '../../scripts/launch/install.mjs';

const timeOf = (path: string): number => { try { return statSync(path).mtimeMs; } catch { return 0; } };
const newest = (folder: string): number => Math.max(0, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)).mtimeMs));
const isBuilt = (): boolean => timeOf(join(root, 'dist/admin/index.html')) > newest(join(root, 'src/admin'));

/** Builds the admin page as it is shipped, with React's production code also under jest, unless the built one is newer than its sources. Of test files that run side by side, one builds. */
export async function buildAdmin(): Promise<void> {
  await alone(root, async () => {
    if (!isBuilt()) await promisify(execFile)(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'src/admin/vite.config.ts', '--logLevel', 'warn'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
  });
}

// npm test: installs what is missing and runs jest; arguments are passed on.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from './launch/folders.mjs';
import { assertNode, ensureInstalled } from './launch/install.mjs';
import { runAsMain } from './launch/run-as-main.mjs';

await runAsMain(async () => {
  assertNode();
  await ensureInstalled();
  // mongodb 7 and mongoose 9 are ES modules, which jest loads only with this flag.
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  return spawn(process.execPath, [...flags, path.join(projectRoot, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)], { cwd: projectRoot, stdio: 'inherit' });
});

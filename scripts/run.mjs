// node scripts/run.mjs [--with-database] FILE.ts [--] [arguments]: runs a TypeScript script with what it needs in place.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { dataDirOf, keptSecret, projectRoot } from './launch/folders.mjs';
import { assertNode, ensureInstalled } from './launch/install.mjs';
import { runAsMain, untilExit } from './launch/run-as-main.mjs';
import { StopError } from './launch/stop-error.mjs';

await runAsMain(async () => {
  assertNode();
  const { needsDatabase, file, args } = readArguments(process.argv.slice(2));
  await ensureInstalled();
  const { liveUri, withDatabase } = await import('./mongo/index.mjs');
  const dataDir = dataDirOf();
  const run = (/** @type {string | undefined} */ uri) => spawn(process.execPath, ['--enable-source-maps', '--import', 'tsx', file, ...args], {
    cwd: projectRoot, env: environment(dataDir, uri), stdio: 'inherit',
  });
  if (!needsDatabase) return run(process.env.MONGODB_URI ?? liveUri(dataDir));
  return withDatabase((uri) => untilExit(run(uri)), { dataDir, handlesSignals: true });
});

/** @param {readonly string[]} given */
function readArguments(given) {
  const needsDatabase = given[0] === '--with-database';
  const [name, ...rest] = needsDatabase ? given.slice(1) : given;
  if (!name) throw new StopError('Usage: node scripts/run.mjs [--with-database] FILE.ts [--] [arguments]');
  const file = path.resolve(projectRoot, name);
  if (!existsSync(file)) throw new StopError(`There is no ${name} in ${projectRoot}.`);
  return { needsDatabase, file, args: rest[0] === '--' ? rest.slice(1) : rest };
}

/** @param {string} dataDir @param {string | undefined} uri @returns {NodeJS.ProcessEnv} */
function environment(dataDir, uri) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, DATA_DIR: dataDir };
  if (uri) env.MONGODB_URI = uri;
  if (!env.YICI_SECRET && env.NODE_ENV !== 'production' && existsSync(dataDir)) env.YICI_SECRET = keptSecret(dataDir);
  return env;
}

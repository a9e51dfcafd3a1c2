import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './folders.mjs';
import { alone } from './install.mjs';
import { npmCommand, runToEnd } from './processes.mjs';
import { say, waitingFor } from './say.mjs';

/**
 * One build of package.json and the files it is made from.
 * @typedef {{ script: string, sources: readonly string[], except: readonly string[] }} Build
 */

/** @type {readonly Build[]} */
const builds = [
  { script: 'build', sources: ['src', 'plugins', 'scripts', 'tests/kit', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'], except: ['src/admin'] },
  { script: 'build:admin', sources: ['src/admin', 'schema', 'package-lock.json'], except: [] },
];

/**
 * Runs each build of package.json whose sources have changed since its last success.
 * @param {{ root?: string, signal?: AbortSignal, only?: string }} [options]  `only`: this one alone
 */
export async function ensureBuilt({ root = projectRoot, signal, only } = {}) {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  for (const build of builds.filter(({ script }) => only === undefined || script === only)) {
    if (scripts[build.script] && !isFresh(root, build)) await alone(root, () => runBuild(root, build, signal));
  }
}

/** @param {string} root @param {Build} build @param {AbortSignal} [signal] */
async function runBuild(root, build, signal) {
  if (isFresh(root, build)) return;
  const stamp = sourceStamp(root, build);
  say(`Building (npm run ${build.script}) …`);
  rmSync(stampFile(root, build), { force: true });
  const [npm, first] = npmCommand();
  const what = `npm run ${build.script}`;
  await waitingFor(what, runToEnd(what, npm, [...first, 'run', '--silent', build.script], { cwd: root, signal, quiet: true }));
  mkdirSync(path.dirname(stampFile(root, build)), { recursive: true });
  writeFileSync(stampFile(root, build), stamp);
}

/** @param {string} root @param {Build} build */
const stampFile = (root, build) => path.join(root, 'dist', `.${build.script.replace(':', '-')}-stamp`);

/** @param {string} root @param {Build} build */
function isFresh(root, build) {
  const file = stampFile(root, build);
  return existsSync(file) && readFileSync(file, 'utf8') === sourceStamp(root, build);
}

/** A digest of names, sizes and times: reading every source would cost more than most starts. @param {string} root @param {Build} build */
function sourceStamp(root, build) {
  const hash = createHash('sha256');
  const excepted = build.except.map((name) => path.join(root, name));
  /** @param {string} file */
  const add = (file) => {
    if (excepted.includes(file) || !existsSync(file)) return;
    const stat = statSync(file);
    if (stat.isDirectory()) for (const name of readdirSync(file).sort()) add(path.join(file, name));
    else hash.update(`${path.relative(root, file)}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const source of build.sources) add(path.join(root, source));
  return hash.digest('hex');
}

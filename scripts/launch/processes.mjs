import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { StopError } from './stop-error.mjs';

/** Whether a process of this id exists, ours or another user's. @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Whether it is dead and only nobody has waited for it. While it dies, its other threads still hold files and ports. @param {number} pid */
function isZombie(pid) {
  const fields = statFields(pid);
  return fields?.[0] === 'Z' && Number(fields[17]) <= 1;
}

/** Fields of /proc/<pid>/stat from the state on; the name before them may hold spaces. @param {number} pid */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/**
 * What tells a process from a later one with the same id: the time it was born. Undefined when it is gone or cannot be seen.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function birthOf(pid) {
  if (existsSync('/proc/self/stat')) return statFields(pid)?.[19];
  return askPs(pid, 'lstart=');
}

/** The command line of a process, or undefined when it is gone or cannot be seen. @param {number} pid @returns {string | undefined} */
export function commandLineOf(pid) {
  if (!existsSync('/proc/self/cmdline')) return askPs(pid, 'command=');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid @param {string} column */
function askPs(pid, column) {
  if (process.platform === 'win32') return undefined;
  try {
    return execFileSync('ps', ['-ww', '-o', column, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Waits until a process is gone, at most `ms` milliseconds; tells whether it is. @param {number} pid @param {number} ms */
export async function isGoneWithin(pid, ms) {
  const end = Date.now() + ms;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await pause(40);
  }
  return true;
}

/** Ends a process: politely, and after `ms` milliseconds by force. @param {number} pid @param {number} ms */
export async function endProcess(pid, ms) {
  signalProcess(pid, 'SIGTERM');
  if (await isGoneWithin(pid, ms)) return;
  signalProcess(pid, 'SIGKILL');
  await isGoneWithin(pid, 5_000);
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalProcess(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself, or is another user's: the caller looks again.
  }
}

/**
 * Runs a command to its end in our process group. Its lines go to the terminal unless `quiet`; then they are shown only when it fails.
 * @param {string} what  a noun phrase for the messages, such as "npm ci"
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, signal?: AbortSignal }} [options]
 * @returns {Promise<string>} what it printed, when quiet
 */
export function runToEnd(what, command, args, options = {}) {
  const { promise, resolve, reject } = deferred();
  const child = spawn(command, args, {
    cwd: options.cwd, env: options.env ?? process.env, signal: options.signal,
    stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  let out = '';
  let all = '';
  child.stdout?.on('data', (chunk) => { out += chunk; all += chunk; });
  child.stderr?.on('data', (chunk) => { all += chunk; });
  child.on('error', (error) => reject(new StopError(`${what} could not run: ${error.message}`)));
  child.on('close', (code, signal) => {
    if (code === 0) resolve(out);
    else reject(new StopError(`${what} failed (${signal ?? `exit code ${code}`}).${all ? `\n${all.trim()}` : ''}`));
  });
  return promise;
}

/** @returns {{ promise: Promise<string>, resolve: (value: string) => void, reject: (error: Error) => void }} */
function deferred() {
  /** @type {(value: string) => void} */
  let resolve = () => {};
  /** @type {(error: Error) => void} */
  let reject = () => {};
  const promise = new Promise((yes, no) => { resolve = yes; reject = no; });
  return { promise, resolve, reject };
}

/** The npm that runs us, or the one on the PATH, as command and first arguments. @param {NodeJS.ProcessEnv} env @returns {[string, string[]]} */
export function npmCommand(env = process.env) {
  const running = env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running)) return [process.execPath, [running]];
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/s', '/c', 'npm']] : ['npm', []];
}

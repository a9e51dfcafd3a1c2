import { StopError } from './stop-error.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * Runs the body of a command: ends with its exit code, or that of the process it returns; a StopError is printed as a sentence.
 * @param {() => Promise<ChildProcess | number>} body
 */
export async function runAsMain(body) {
  try {
    const result = await body();
    process.exitCode = typeof result === 'number' ? result : await untilExit(result);
  } catch (error) {
    console.error(`\n${error instanceof StopError ? error.message : error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  }
}

/**
 * Waits for a process, passing signals on to it meanwhile. Resolves with its exit code, 128 and more when a signal ended it.
 * @param {ChildProcess} child
 * @returns {Promise<number>}
 */
export function untilExit(child) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal); // a terminal has sent Ctrl-C to the child already
  };
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      resolve(code ?? 128 + (signal === 'SIGKILL' ? 9 : signal === 'SIGINT' ? 2 : 15));
    });
  });
}

import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../launch/port.mjs';
import { projectRoot } from '../../launch/folders.mjs';
import { plainEnvironment } from '../running-product.js';

/** One process of the product, killed and started again at will. */
export interface Member {
  readonly role: 'web' | 'worker';
  readonly url: string;
  /** SIGKILL by pid; resolves once it serves again. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const main = join(projectRoot, 'dist/src/app/main.js');
const preload = new URL('../../launch/end-with-parent.mjs', import.meta.url).href;

/** Starts a process in this role on a free port, and resolves once it serves. It ends with this process. */
export async function startMember(role: Member['role'], env: NodeJS.ProcessEnv): Promise<Member> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--import', preload, main], { env: { ...plainEnvironment(), ...env, YICI_ROLE: role, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await untilServing(url, child);
    return child;
  };
  let child = await start();
  return {
    role, url,
    async kill() {
      await end(child, 'SIGKILL');
      await pause(Math.random() * 2000);
      child = await start();
    },
    stop: () => end(child, 'SIGTERM'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

/** Resolves once it answers. It waits ten seconds for a primary by itself; one that ends before it serves is a breach, not to be hidden by another start. */
async function untilServing(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(100)) {
    if (child.exitCode !== null) throw new Error(`a process of the drill ended by itself with code ${child.exitCode}`);
    if (await fetch(`${url}/healthz`).then(({ ok }) => ok, () => false)) return;
  }
  throw new Error(`${url} did not serve within 120 s`);
}

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../launch/folders.mjs';
import { isGoneWithin } from '../launch/processes.mjs';

/** What a drill kills by SIGKILL: the process that serves, MongoDB, the process that a person started, or all at one blow. */
export type Victim = 'server' | 'database' | 'start' | 'everything';

/** `npm start` as a stranger runs it, on a data folder of its own. */
export interface RunningProduct {
  readonly url: string;
  /** The simulated WeChat platform. */
  readonly wechatUrl: string;
  /** The example receiver. */
  readonly partnerUrl: string;
  /** SIGKILLs, and resolves when nothing of this run lives any more. */
  kill(victim: Victim): Promise<void>;
  /** Ends it as Ctrl-C does; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** All that it printed. */
  output(): string;
}

export interface ProductOptions {
  readonly dataDir: string;
  /** The simulator and the receiver take the two ports above it. */
  readonly port: number;
  /** Added to the environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** The longest a start may take, in milliseconds, building and seeding included. */
  readonly startMs?: number;
}

const lastWelcomeLine = 'Ctrl-C ends everything.';
/** The server drains for 15 s at most when its parent was killed, MongoDB needs a second after it. */
const endMs = 30_000;

/** Starts it and waits until it says that it is ready. Throws with all it printed when it ends before that. It ends with this process, whatever ends this process. */
export async function startProduct({ dataDir, port, env = {}, startMs = 300_000 }: ProductOptions): Promise<RunningProduct> {
  const preload = new URL('../launch/end-with-parent.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', preload, join(projectRoot, 'scripts/start.mjs')], {
    cwd: projectRoot, env: { ...plainEnvironment(), ...env, DATA_DIR: dataDir, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => { printed += chunk; });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await untilReady(child, () => printed, startMs);
  const pids = { start: child.pid!, server: serverOf(child.pid!), database: databaseOf(dataDir) };
  return {
    url: `http://127.0.0.1:${port}`, wechatUrl: `http://127.0.0.1:${port + 1}`, partnerUrl: `http://127.0.0.1:${port + 2}`,
    output: () => printed,
    async stop() {
      child.kill('SIGINT');
      return ended;
    },
    async kill(victim) {
      const victims = victim === 'everything' ? Object.values(pids) : [pids[victim]];
      for (const pid of victims) killIfAlive(pid);
      const areGone = await Promise.all(Object.values(pids).map((pid) => isGoneWithin(pid, endMs)));
      if (areGone.includes(false)) throw new Error(`after SIGKILL of ${victim}, something still lives (${JSON.stringify(pids)}):\n${printed.slice(-2000)}`);
    },
  };
}

/** Of our own environment, only what does not steer the product. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const steering = /^(MONGODB_URI|PUBLIC_URL|YICI_(SECRET|ROLE)|HOST|DEMO|NODE_ENV|NODE_OPTIONS|ALLOWED_PRIVATE_HOSTS|CHANNEL_PACKAGES|TRUSTED_PROXIES|LOG_LEVEL|JEST_WORKER_ID)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !steering.test(name)));
}

async function untilReady(child: ChildProcess, printed: () => string, startMs: number): Promise<void> {
  const end = Date.now() + startMs;
  while (!printed().includes(lastWelcomeLine)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`npm start ended by itself:\n${printed()}`);
    if (Date.now() > end) {
      child.kill('SIGTERM');
      throw new Error(`npm start was not ready within ${startMs / 1000} s:\n${printed()}`);
    }
    await pause(50);
  }
}

/** The server that a start runs. */
function serverOf(startPid: number): number {
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const line = lines.map((each) => each.trim().split(/\s+/)).find(([, parent, ...args]) => Number(parent) === startPid && args.join(' ').includes('serve.js'));
  if (!line) throw new Error('the server of npm start was not found among the processes');
  return Number(line[0]);
}

/** The mongod that works on a data folder. */
const databaseOf = (dataDir: string): number => (JSON.parse(readFileSync(join(dataDir, 'db.json'), 'utf8')) as { pid: number }).pid;

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

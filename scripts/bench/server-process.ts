import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { cpus } from 'node:os';

/** A server under measurement, in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Microseconds of CPU it has used so far; undefined where the system does not tell. */
  cpu(): number | undefined;
  stop(): Promise<void>;
}

const ticksPerSecond = 100;
const hasTaskset = spawnSync('taskset', ['-V']).status === 0;

/** Keeps this process and those it starts to one core, where the system can and has several. */
export function pin(core: number): void {
  if (hasTaskset && cpus().length > core) spawnSync('taskset', ['-a', '-cp', String(core), String(process.pid)]);
}

/** Starts a file of JavaScript or TypeScript as a server on a free port, on core 0 where the system can pin it, and waits until `path` answers. */
export async function startServer(file: string, path: string, env: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const node = [process.execPath, ...(file.endsWith('.ts') ? ['--import', 'tsx'] : []), file];
  const [command, ...args] = hasTaskset ? ['taskset', '-c', '0', ...node] : node;
  const child = spawn(command!, args, { env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'inherit'] });
  await untilAnswered(`${url}${path}`, child);
  return {
    url,
    pid: child.pid!,
    cpu: () => cpuOf(child.pid!),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilAnswered(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    const isUp = await fetch(url).then((response) => response.ok, () => false);
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within 30 s`);
}

function cpuOf(pid: number): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'utf8').replace(/^.*\) /, '').split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1e6;
}

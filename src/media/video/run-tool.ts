import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Starts a tool at low priority and with bounded memory, and ends it when our end of its standard input closes: also when this
 * process is killed, which no handler of ours could notice. The tool itself reads nothing.
 */
const guard = `
exec 3<&0
ulimit -v 6291456 2>/dev/null
nice -n 10 "$@" </dev/null 3<&- &
tool=$!
( exec 0<&3 3<&-; while read -r _; do :; done; kill -KILL "$tool" ) >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait "$tool"; code=$?
kill "$watch" 2>/dev/null
exit "$code"
`;

/** Characters of one line and of all words of complaint that are kept. */
const maxLine = 4096, maxComplaint = 4096;

export interface ToolRun {
  /** Ends the tool. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the tool is ended. */
  readonly timeoutMs: number;
  /** Milliseconds without a line on standard output after which it is ended; none when absent. */
  readonly silenceMs?: number;
  readonly cwd?: string;
  /** Hears every line of standard output; the tool waits at the pipe while it is busy. A throw ends the tool and is thrown on. */
  readonly onLine?: (line: string) => Promise<void> | void;
  /** Lines after which the tool is ended. */
  readonly maxLines?: number;
}

/** How a tool ended. `code` is 128 and more also when a signal ended it. */
export interface ToolEnd {
  readonly code: number;
  /** The end of what it wrote to standard error. */
  readonly complaint: string;
}

/** Thrown when a tool was ended for taking too long or saying too much. */
export class ToolStoppedError extends Error {}

/** Runs a tool to its end, whatever its exit code. Throws the signal's reason, ToolStoppedError, or what `onLine` threw; the tool is gone then. */
export async function runTool(path: string, args: readonly string[], run: ToolRun): Promise<ToolEnd> {
  run.signal?.throwIfAborted();
  const child = spawn('/bin/sh', ['-c', guard, 'sh', path, ...args], { cwd: run.cwd ?? '/', env: toolEnvironment(), stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  const ended = end(child);
  const watch = new Watch(child, run);
  const complaint = gather(child);
  try {
    await watch.listen();
    const code = await ended;
    watch.throwIfStopped();
    return { code, complaint: complaint() };
  } catch (error) {
    killGroup(child);
    await ended.catch(() => undefined);
    watch.throwIfStopped();
    throw error;
  } finally {
    watch.close();
  }
}

/** Nothing of our environment, above all no secret, is shown to a tool that reads strangers' files. */
function toolEnvironment(): NodeJS.ProcessEnv {
  const { PATH, LD_LIBRARY_PATH, TMPDIR } = process.env;
  return { PATH, LC_ALL: 'C', ...(LD_LIBRARY_PATH ? { LD_LIBRARY_PATH } : {}), ...(TMPDIR ? { TMPDIR } : {}) };
}

function end(child: ChildProcess): Promise<number> {
  child.stdin!.on('error', () => undefined); // It may be gone before we are.
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 137));
  });
}

function gather(child: ChildProcess): () => string {
  let text = '';
  child.stderr!.setEncoding('utf8').on('data', (piece: string) => { text = (text + piece).slice(-maxComplaint); });
  return () => text;
}

/** The tool leads a group of its own, named by its id: the guard and what it started go together. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}

/** Holds a run to its limits. */
class Watch {
  private reason: unknown;
  private readonly timer: NodeJS.Timeout;
  private silence: NodeJS.Timeout | undefined;
  private lines = 0;
  private readonly onAbort = (): void => this.stop(this.run.signal!.reason);

  constructor(private readonly child: ChildProcess, private readonly run: ToolRun) {
    this.timer = setTimeout(() => this.stop(new ToolStoppedError(`it took longer than ${Math.round(run.timeoutMs / 1000)} s`)), run.timeoutMs);
    run.signal?.addEventListener('abort', this.onAbort, { once: true });
    this.hush();
  }

  async listen(): Promise<void> {
    let rest = '';
    for await (const piece of this.child.stdout!.setEncoding('utf8') as AsyncIterable<string>) {
      this.throwIfStopped();
      const lines = (rest + piece).split('\n');
      rest = lines.pop()!;
      if (rest.length > maxLine) throw new ToolStoppedError('it wrote a line without end');
      for (const line of lines) await this.hear(line);
    }
  }

  private async hear(line: string): Promise<void> {
    this.lines += 1;
    if (this.lines > (this.run.maxLines ?? 100_000)) throw new ToolStoppedError('it wrote too much');
    clearTimeout(this.silence);
    await this.run.onLine?.(line);
    this.throwIfStopped();
    this.hush();
  }

  throwIfStopped(): void {
    if (this.reason !== undefined) throw this.reason;
  }

  close(): void {
    clearTimeout(this.timer);
    clearTimeout(this.silence);
    this.run.signal?.removeEventListener('abort', this.onAbort);
    this.child.stdin!.destroy();
  }

  private hush(): void {
    clearTimeout(this.silence);
    const { silenceMs } = this.run;
    if (silenceMs) this.silence = setTimeout(() => this.stop(new ToolStoppedError(`it was silent for ${Math.round(silenceMs / 1000)} s`)), silenceMs);
  }

  private stop(reason: unknown): void {
    this.reason ??= reason ?? new Error('aborted');
    killGroup(this.child);
  }
}

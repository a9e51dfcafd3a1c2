import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import jsonata from 'jsonata';

/** What one evaluation may take: milliseconds, many times what an honest one needs since a busy machine may hold it up, and megabytes of its process's heap. */
export const mappingLimits = { timeoutMs: 5000, heapMb: 64 } as const;

/** What an expression is given: `$` is the item, `$action` and the like are the bindings. */
export interface MappingInput {
  readonly expression: string;
  readonly item: unknown;
  readonly bindings: Readonly<Record<string, unknown>>;
  /** What `$now()` and `$millis()` say: equal input must give equal bytes. */
  readonly now: Date;
}

/** An expression that cannot be used. Its message tells an editor what to change. */
export class MappingError extends Error {}

/** What is wrong with the writing of an expression; undefined when it can be evaluated. Reads it, runs nothing. */
export function mappingProblem(expression: string): string | undefined {
  try {
    jsonata(expression);
    return undefined;
  } catch (error) {
    return describe(error);
  }
}

/**
 * The whole program of the process that evaluates. A process of its own, without environment, because nothing else can stop a regular
 * expression that does not end, and because a thread that runs out of memory takes its process with it (seen with Node 20). What would
 * give other bytes the next time, or run text as code, is not there.
 */
const program = `
const jsonata = require(process.argv[1]);
const none = (name) => () => { throw { message: '$' + name + '() is not available in a mapping' }; };
process.on('disconnect', () => process.exit());
process.on('message', async ({ expression, item, bindings, now }) => {
  try {
    const fixed = { now: () => new Date(now).toISOString(), millis: () => now, random: none('random'), shuffle: none('shuffle'), eval: none('eval') };
    process.send({ json: JSON.stringify(await jsonata(expression).evaluate(item, { ...bindings, ...fixed })) });
  } catch (error) {
    process.send({ problem: { message: String(error && error.message || error), position: error && error.position } });
  }
});
process.send({});
`;

interface Answer {
  readonly json?: string;
  readonly problem?: { readonly message: string; readonly position?: number };
}

let evaluator: Promise<ChildProcess> | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** The result as JSON. One at a time: who waits for a slow one waits five seconds at most. Rejects with MappingError. */
export function evaluateMapping(input: MappingInput, timeoutMs: number = mappingLimits.timeoutMs): Promise<string> {
  const answer = turn.then(() => evaluate(input, timeoutMs));
  turn = answer.catch(() => undefined);
  return answer;
}

async function evaluate({ now, ...input }: MappingInput, timeoutMs: number): Promise<string> {
  evaluator ??= startEvaluator();
  const { json, problem } = await ask(await evaluator, { ...input, now: now.getTime() }, timeoutMs);
  if (problem) throw new MappingError(describe(problem));
  if (json === undefined || !/^[[{]/.test(json)) throw new MappingError('结果应是一个对象或数组 (the result must be an object or an array)');
  return json;
}

/** Asks the process once. One that does not answer is killed, and the next question gets a new one. */
function ask(child: ChildProcess, question: object, timeoutMs: number): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', exited);
      act();
    };
    const end = (reason: string): void => settle(() => {
      evaluator = undefined;
      child.kill('SIGKILL');
      reject(new MappingError(reason));
    });
    const answered = (answer: Answer): void => settle(() => resolve(answer));
    const exited = (): void => end('用尽了内存 (it used up its memory)');
    const timer = setTimeout(() => end(`${timeoutMs / 1000} 秒内没有算完 (it did not end within ${timeoutMs / 1000} seconds)`), timeoutMs);
    child.on('message', answered).on('exit', exited);
    child.send(question, (error) => { if (error) end('计算进程已退出，请重试 (its process has ended; try again)'); });
  });
}

/** Resolves once the process has loaded what it needs: that does not count as evaluation. It ends with ours, and does not keep ours alive. */
function startEvaluator(): Promise<ChildProcess> {
  const flags = [`--max-old-space-size=${mappingLimits.heapMb}`, '--disallow-code-generation-from-strings'];
  const child = spawn(process.execPath, [...flags, '-e', program, createRequire(import.meta.url).resolve('jsonata')], { env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.unref();
  const started = new Promise<ChildProcess>((resolve, reject) => {
    const forget = (): void => { if (evaluator === started) evaluator = undefined; };
    const failed = (): void => { forget(); reject(new Error('the mapping process did not start')); };
    child.once('exit', failed).once('error', failed);
    child.once('message', () => {
      child.off('exit', failed);
      child.once('exit', forget);
      child.channel?.unref();
      resolve(child);
    });
  });
  return started;
}

function describe(error: unknown): string {
  const { message = String(error), position } = (typeof error === 'object' && error !== null ? error : {}) as { message?: string; position?: number };
  return `${message.slice(0, 300)}${position === undefined ? '' : `（第 ${position} 个字符处, at character ${position}）`}`;
}

import { record } from '../accounts/index.js';
import { assertId, defineError, NotFoundError, type Context } from '../kernel/index.js';
import type { Host, Operation, OperationResult } from './channel.js';
import { channelNamed } from './channels.js';
import { destinationCache } from './destination.js';
import { formProblems } from './form-problems.js';
import { openWithHost, type OpenDestination } from './open-destination.js';

export const UnknownOperationError = defineError('UNKNOWN_OPERATION', {
  status: 400,
  zh: '「{channel}」没有「{name}」这个操作。请从这些中选择：{known}。',
  en: '"{channel}" has no operation "{name}". Choose one of: {known}.',
});

export const InvalidOperationInputError = defineError('INVALID_OPERATION_INPUT', {
  status: 400,
  zh: '填写有误：{problems}。请修改后重试，其余内容已保留。',
  en: 'The input is not valid: {problems}. Correct it and try again; nothing else is lost.',
});

export const NoCurrentInputError = defineError('NO_CURRENT_INPUT', {
  status: 502,
  zh: '没有取到渠道那边现在的设置：{problem}。请先「测试连接」，处理后再试。',
  en: 'The outlet did not tell how it is now: {problem}. Test the connection, mend it and try again.',
});

const longestMs = 30_000;

interface Opened extends OpenDestination {
  readonly operation: Operation;
  readonly host: Host;
}

async function open(ctx: Context, destinationId: string, name: string): Promise<Opened> {
  assertId(destinationId, 'destination');
  const row = await destinationCache.get(destinationId);
  if (!row) throw new NotFoundError({ id: destinationId });
  const channel = channelNamed(row.channelId);
  const operation = Object.hasOwn(channel.operations ?? {}, name) ? channel.operations![name] : undefined;
  if (!operation) throw new UnknownOperationError({ channel: channel.name.zh, name: name.slice(0, 60), known: Object.keys(channel.operations ?? {}).join('、') || '无' });
  return { operation, ...openWithHost(ctx, row, AbortSignal.timeout(longestMs)) };
}

/** What the form of an operation starts from; undefined where there is nothing. Throws NOT_FOUND, UNKNOWN_OPERATION, SECRETS_UNREADABLE, NO_CURRENT_INPUT. */
export async function currentInput(ctx: Context, destinationId: string, name: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { operation, destination, host, redact } = await open(ctx, destinationId, name);
  try {
    return await operation.current?.(destination, host);
  } catch (error) {
    ctx.log.warn({ err: error, destinationId, operation: name }, 'an outlet did not tell how it is now');
    throw new NoCurrentInputError({ problem: redact(error instanceof Error ? error.message : String(error)).slice(0, 500) });
  }
}

/** Does an operation. Its answer is told as it is, secrets removed; a throw is an answer nobody knows. Throws NOT_FOUND, UNKNOWN_OPERATION, SECRETS_UNREADABLE, INVALID_OPERATION_INPUT. */
export async function runOperation(ctx: Context, destinationId: string, name: string, input: unknown): Promise<OperationResult> {
  const { operation, destination, host, redact } = await open(ctx, destinationId, name);
  assertInput(operation, input);
  const result = await operation.run(input, destination, host).catch((error: unknown): OperationResult => {
    ctx.log.error({ err: error, destinationId, operation: name }, 'an operation of a channel threw');
    return { outcome: 'unknown', message: `渠道程序出错：${error instanceof Error ? error.message : String(error)}` };
  });
  const { outcome } = result;
  await record(ctx, { action: 'destination.operate', subjectType: 'Destination', subjectId: destinationId, summary: { name, outcome } });
  return { ...result, message: redact(result.message).slice(0, 2000) };
}

function assertInput(operation: Operation, input: unknown): void {
  const problems = formProblems(operation.input, input);
  if (problems.length > 0) throw new InvalidOperationInputError({ problems: problems.slice(0, 8).join('；') }, { problems });
}

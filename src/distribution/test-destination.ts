import { assertId, NotFoundError, type Context } from '../kernel/index.js';
import { channelNamed } from './channels.js';
import { destinationCache } from './destination.js';
import { openWithHost } from './open-destination.js';

const longestTestMs = 20_000;

/** The "test connection" button: one sentence per finding, none when all is well. Publishes nothing. Throws NotFoundError, SecretsUnreadableError. */
export async function testDestination(ctx: Context, id: string): Promise<string[]> {
  assertId(id, 'destination');
  const row = await destinationCache.get(id);
  if (!row) throw new NotFoundError({ id });
  const channel = channelNamed(row.channelId);
  if (!channel.check) return [];
  const { destination, redact, host } = openWithHost(ctx, row, AbortSignal.timeout(longestTestMs));
  try {
    return (await channel.check(destination, host)).map((finding) => redact(finding).slice(0, 1000));
  } catch (error) {
    return [redact(`测试没有完成：${error instanceof Error ? error.message : String(error)}`).slice(0, 1000)];
  }
}

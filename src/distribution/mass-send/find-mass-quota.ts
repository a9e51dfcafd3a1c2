import type { Context } from '../../kernel/index.js';
import type { AudienceChoice, MassQuota } from '../channel.js';
import { channelNamed } from '../channels.js';
import { openWithHost } from '../open-destination.js';
import { MassSendModel } from './mass-send.js';
import { findSender } from './request-mass-send.js';

const longestQuestionMs = 20_000;
const beijingMs = 8 * 3_600_000;

/** What is left to send, as the outlet says and as we know. */
export interface MassOutlook {
  readonly quota: MassQuota;
  readonly audiences: readonly AudienceChoice[];
  /** Of our own, in days and months of Beijing: sent, or perhaps sent. */
  readonly sentToday: number;
  readonly sentThisMonth: number;
  /** What the outlet did not tell, in a sentence. */
  readonly problem?: string;
}

/** Asks an outlet what may be sent and to whom; what it does not tell is left out and said. Throws NO_MASS_SEND, INACTIVE_DESTINATION, SECRETS_UNREADABLE, NOT_FOUND. */
export async function findMassOutlook(ctx: Context, destinationId: string): Promise<MassOutlook> {
  const row = await findSender(destinationId);
  const sending = channelNamed(row.channelId).massSend!;
  const { destination, redact, host } = openWithHost(ctx, row, AbortSignal.timeout(longestQuestionMs));
  const problems: string[] = [];
  const note = (error: unknown): undefined => { problems.push(redact(error instanceof Error ? error.message : String(error)).slice(0, 500)); };
  const quota = await sending.quota(destination, host).catch(note) ?? { rules: [] };
  const audiences = await sending.audiences?.(destination, host).catch(note) ?? [];
  return { quota, audiences, ...await countOwn(ctx, destinationId), ...(problems.length > 0 ? { problem: problems.join('；') } : {}) };
}

async function countOwn(ctx: Context, destinationId: string): Promise<Pick<MassOutlook, 'sentToday' | 'sentThisMonth'>> {
  const now = new Date(ctx.now().getTime() + beijingMs);
  const since = (day: number): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), day) - beijingMs);
  const count = (from: Date): Promise<number> => MassSendModel.countDocuments({ destinationId, askedAt: { $gte: from }, state: { $in: ['sending', 'accepted', 'unclear', 'delivered'] } }).exec();
  return { sentToday: await count(since(now.getUTCDate())), sentThisMonth: await count(since(1)) };
}

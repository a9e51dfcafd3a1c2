import { defineJob, type Context } from '../kernel/index.js';
import { sweepTemporaryFiles } from './files-at-hand.js';
import { storage } from './storage.js';

/** Milliseconds after which something half written is nobody's any more: the largest film is kept in minutes. */
const abandonedMs = 24 * 3_600_000;

/** Takes away what processes that were killed left half written: on this machine's disk, and in the storage. Files' own times count, not the context's clock. */
export async function sweepRemains(ctx: Context): Promise<void> {
  const before = new Date(Date.now() - abandonedMs);
  await sweepTemporaryFiles(ctx, before);
  await storage().sweep?.(before);
}

defineJob({ name: 'media.sweepRemains', cron: '40 4 * * *', leaseMs: 600_000, run: sweepRemains });

import { defineJob, type Services } from '../kernel/index.js';
import { destinationCache, DestinationModel, type DestinationRow } from './destination.js';

/** Seals anew what an older YICI_SECRET sealed, so that the old secret can be taken away. How many destinations were changed. */
export async function resealSecrets({ vault, log }: Pick<Services, 'vault' | 'log'>): Promise<number> {
  let changed = 0;
  for (const { _id, secrets } of await DestinationModel.find({}, { secrets: 1 }).lean<DestinationRow[]>()) {
    const stale = Object.entries(secrets).filter(([, sealed]) => vault.isStale(sealed));
    if (stale.length === 0) continue;
    try {
      const fresh = { ...secrets, ...Object.fromEntries(stale.map(([name, sealed]) => [name, vault.seal(vault.open(sealed))])) };
      // Only what was read is replaced: a secret that somebody changed meanwhile is fresh already.
      changed += (await DestinationModel.updateOne({ _id, secrets }, { $set: { secrets: fresh } })).modifiedCount;
      destinationCache.drop(_id);
    } catch (error) {
      log.error({ err: error, destinationId: _id }, 'the secrets of a destination cannot be opened and were left as they are');
    }
  }
  return changed;
}

defineJob({ name: 'distribution.resealSecrets', cron: '15 3 * * *', async run(ctx) { await resealSecrets(ctx); } });

import type { Services, Vault } from '../kernel/index.js';
import type { Destination, Host } from './channel.js';
import { openSettings, secretTexts } from './destination-settings.js';
import type { DestinationRow } from './destination.js';
import { SecretsUnreadableError } from './errors.js';
import { createHost, guardedExchange } from './host.js';
import { recordExchanges } from './record-exchanges.js';
import { createRedactor } from './redact.js';

/** An outlet opened for work: as its plugin sees it, secrets opened, and what keeps those out of every text. */
export interface OpenDestination {
  readonly destination: Destination;
  readonly redact: (text: string) => string;
}

/** By the stored destination: one that was changed is another object, and its secrets are opened anew. */
const kept = new WeakMap<DestinationRow, OpenDestination & { readonly vault: Vault }>();

/** Opens a stored destination. Throws SecretsUnreadableError. */
export function openDestination(stored: DestinationRow, vault: Vault): OpenDestination {
  const known = kept.get(stored);
  if (known?.vault === vault) return known;
  const settings = openOrSay(stored, vault);
  const fresh = { vault, destination: { id: stored._id, name: stored.name, slug: stored.slug, settings }, redact: createRedactor(secretTexts(stored, settings)) };
  kept.set(stored, fresh);
  return fresh;
}

function openOrSay(stored: DestinationRow, vault: Vault): Record<string, unknown> {
  try {
    return openSettings(stored, vault);
  } catch {
    throw new SecretsUnreadableError({ name: stored.name });
  }
}

/** The same with all that its plugin may touch, for work that is no delivery. Throws SecretsUnreadableError. */
export function openWithHost(services: Services, stored: DestinationRow, signal: AbortSignal, mark?: Host['mark']): OpenDestination & { readonly host: Host } {
  const { destination, redact } = openDestination(stored, services.vault);
  const recorder = recordExchanges(guardedExchange(services.config), redact);
  return { destination, redact, host: createHost(services, { destination, recorder, signal, ...(mark && { mark }) }) };
}

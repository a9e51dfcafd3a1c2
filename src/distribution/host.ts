import { createGuardedExchange, createGuardedFetch, type Config, type Exchange, type Services } from '../kernel/index.js';
import { findAssets, findRendition, planRendition, readAsset } from '../media/index.js';
import type { Destination, Host, PicturePreset } from './channel.js';
import { deliveredRows } from './delivered-rows.js';
import { deliveryCollection } from './delivery.js';
import { guardedConnect } from './guarded-connect.js';
import { hubUrl } from './hub/hub-url.js';
import { reportMassSend } from './mass-send/report-mass-send.js';
import type { Recorder } from './record-exchanges.js';
import { forget, remember } from './remember.js';
import { reportOutside } from './report.js';
import { searchContents } from './search-contents.js';

export interface HostOptions {
  readonly destination: Destination;
  readonly recorder: Recorder;
  readonly signal: AbortSignal;
  /** The claimed delivery; absent where a plugin only serves or checks. */
  readonly claim?: { readonly deliveryId: string; readonly owner: string; readonly marked: (key: string, value: string) => void };
  /** Where marks are kept when they are not a delivery's. */
  readonly mark?: Host['mark'];
}

const fetches = new WeakMap<Config, typeof fetch>();
const exchanges = new WeakMap<Config, Exchange>();

const rulesOf = ({ allowedPrivateHosts, deliveryTimeoutMs: timeoutMs }: Config) => ({ allowedPrivateHosts, timeoutMs });

/** The process's guarded fetch: no redirects, no private addresses but those of ALLOWED_PRIVATE_HOSTS, DELIVERY_TIMEOUT_SECONDS. */
export function guardedFetch(config: Config): typeof fetch {
  const kept = fetches.get(config) ?? createGuardedFetch(rulesOf(config));
  fetches.set(config, kept);
  return kept;
}

/** The same for exchanges that are read whole: what plugins say. */
export function guardedExchange(config: Config): Exchange {
  const kept = exchanges.get(config) ?? createGuardedExchange(rulesOf(config));
  exchanges.set(config, kept);
  return kept;
}

/** All that a plugin may touch, bound to one destination. */
export function createHost(services: Services, { destination, recorder, signal, claim, mark: markElsewhere }: HostOptions): Host {
  return {
    fetch: (input, init) => recorder.fetch(input, { ...init, signal: init?.signal && init.signal !== signal ? AbortSignal.any([init.signal, signal]) : signal }),
    now: services.now,
    signal,
    hub: hubUrl(services.config),
    connect: (host, port, options) => guardedConnect(services.config.allowedPrivateHosts, host, port, { ...options, signal }),
    media: (id, preset) => readMedia(services, id, preset),
    delivered: (limit, before) => deliveredRows(destination, { limit, before, now: services.now() }),
    remember: (key, make) => remember(services, destination.id, key, () => recorder.quietly(make)),
    forget: (key, value) => forget(services, destination.id, key, value),
    mark: markElsewhere ?? ((key, value) => mark(claim, key, value)),
    report: (remoteId, receipt) => reportOutside(services, { destinationId: destination.id, remoteId, receipt }),
    reportMassSend: (remoteId, receipt) => reportMassSend(services, destination.id, remoteId, receipt),
    search: (query, limit) => searchContents(services.config, destination.id, query, limit),
  };
}

async function readMedia(services: Services, id: string, preset?: PicturePreset): Promise<Blob> {
  const [asset] = await findAssets([id]);
  if (!asset) throw new Error(`there is no media ${id}`);
  if (!preset) return new Blob([new Uint8Array(await readAsset(id))], { type: asset.contentType });
  const plan = planRendition(asset, preset);
  if (!plan) throw new Error(`media ${id} is no picture`);
  return new Blob([new Uint8Array(await findRendition(services, plan, 'jpeg'))], { type: 'image/jpeg' });
}

/** Rejects when the delivery is another worker's by now, so that a channel that marks before an irrevocable step does not take it. */
async function mark(claim: HostOptions['claim'], key: string, value: string): Promise<void> {
  if (!claim) throw new Error('a mark belongs to a delivery, and there is none here');
  if (!/^[\w-]{1,60}$/.test(key)) throw new Error(`"${key}" cannot be the name of a mark`);
  const kept = await deliveryCollection().updateOne({ _id: claim.deliveryId, owner: claim.owner, state: 'running' }, { $set: { [`marks.${key}`]: value } });
  if (kept.matchedCount === 0) throw new Error('the lease was lost');
  claim.marked(key, value);
}

import type { Action, Channel, Delivery, Destination, FoundContent, Host, MassReceipt, Publication, Receipt } from '../../src/distribution/channel.js';
import { aPublication } from './a-publication.js';

/** What `aHost` starts from. `media` are the bytes by media id; `delivered` the ledger's standing rows, newest first; `search` answers questions. */
export interface AHostOptions {
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  readonly signal?: AbortSignal;
  readonly media?: Readonly<Record<string, Blob>>;
  readonly delivered?: readonly Delivery[];
  readonly search?: (query: string, limit: number) => Promise<FoundContent[]>;
}

/** A host in memory whose keeping can be looked into. `deliveredCalls` counts the calls of `delivered`. */
export interface AHost extends Host {
  readonly remembered: Map<string, { value: string; until: Date }>;
  readonly marks: Map<string, string>;
  readonly reports: { remoteId: string; receipt: Receipt }[];
  readonly massReports: { remoteId: string; receipt: MassReceipt }[];
  readonly counts: { delivered: number; fetch: number };
}

/** Rejects as Node's fetch does where nothing listens. */
export const deadFetch: typeof fetch = () => Promise.reject(
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' }) }),
);

/** The instant `aHost` says it is, unless told otherwise. */
export const hostNow = new Date('2025-03-06T08:00:00.000Z');

function aMemory(now: () => Date): Pick<AHost, 'remembered' | 'remember' | 'forget'> {
  const remembered: AHost['remembered'] = new Map();
  const making = new Map<string, Promise<string>>();
  const make = async (key: string, maker: Parameters<Host['remember']>[1]): Promise<string> => {
    const made = await maker();
    remembered.set(key, { ...made });
    return made.value;
  };
  return {
    remembered,
    remember(key, maker) {
      const kept = remembered.get(key);
      if (kept && kept.until > now()) return Promise.resolve(kept.value);
      const underWay = making.get(key) ?? make(key, maker).finally(() => making.delete(key));
      making.set(key, underWay);
      return underWay;
    },
    forget(key, value) {
      if (value === undefined || remembered.get(key)?.value === value) remembered.delete(key);
      return Promise.resolve();
    },
  };
}

function mediaOf(media: Readonly<Record<string, Blob>>, id: string): Promise<Blob> {
  const blob = media[id];
  return blob ? Promise.resolve(blob) : Promise.reject(new Error(`no media ${id}`));
}

/** A host for one destination, in memory. Its network is dead unless `fetch` is given; its clock stands at `hostNow`. */
export function aHost(options: AHostOptions = {}): AHost {
  const now = options.now ?? (() => hostNow);
  const counts = { delivered: 0, fetch: 0 };
  const marks: AHost['marks'] = new Map();
  const reports: AHost['reports'] = [];
  const massReports: AHost['massReports'] = [];
  return {
    ...aMemory(now),
    now, counts, marks, reports, massReports,
    signal: options.signal ?? new AbortController().signal,
    connect: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
    fetch: (...call) => { counts.fetch += 1; return (options.fetch ?? deadFetch)(...call); },
    media: (id) => mediaOf(options.media ?? {}, id),
    delivered: (limit) => { counts.delivered += 1; return Promise.resolve((options.delivered ?? []).slice(0, limit)); },
    mark: (key, value) => { marks.set(key, value); return Promise.resolve(); },
    report: (remoteId, receipt) => { reports.push({ remoteId, receipt }); return Promise.resolve(); },
    reportMassSend: (remoteId, receipt) => { massReports.push({ remoteId, receipt }); return Promise.resolve(); },
    search: options.search ?? (() => Promise.resolve([])),
  };
}

/** A destination with these settings; its slug is `zonghe`. */
export const aDestination = <S>(settings: S, overrides: Partial<Destination<S>> = {}): Destination<S> =>
  ({ id: 'destination-1', name: '综合', slug: 'zonghe', settings, ...overrides });

/** What `aDelivery` starts from. */
export interface ADeliveryOptions {
  readonly destination: Destination;
  readonly publication?: Publication;
  readonly action?: Action;
}

/** A first attempt with its payload rendered by the channel; everything can be overridden. */
export function aDelivery(channel: Channel, options: ADeliveryOptions, overrides: Partial<Delivery> = {}): Delivery {
  const { destination, publication = aPublication(), action = 'publish' } = options;
  return {
    id: `delivery-${publication.contentId}-${publication.version}`,
    action, publication, destination,
    payload: channel.render(publication, action, destination as never),
    attempt: 1,
    marks: {},
    ...overrides,
  };
}

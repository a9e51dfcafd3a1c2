import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Why a request was not made: the address is private, reserved or of the wrong kind. */
export class BlockedAddressError extends Error {
  readonly code = 'BLOCKED_ADDRESS';
  constructor(where: string) {
    super(`${where} is not a public address; add its host:port to ALLOWED_PRIVATE_HOSTS if it is yours`);
    this.name = 'BlockedAddressError';
  }
}

/** All of IPv6 that is in use on the public internet (IANA, RFC 4291). */
const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** True for addresses on the public internet: not loopback, private, link-local, multicast, reserved, nor IPv4 hidden in IPv6. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || (parsed as ipaddr.IPv6).match(globalUnicast);
}

/**
 * Milliseconds for each address of a name with several before the next one is tried. Node's own quarter of a second is over before a busy
 * process has heard that it is connected, and where the next address leads nowhere (IPv6 mostly), neither is believed.
 */
export const addressAttemptMs = 4000;

type Resolve = (hostname: string, options: { all: true }, callback: (error: Error | null, addresses: LookupAddress[]) => void) => void;

/**
 * A `lookup` for sockets that fails with BlockedAddressError when any of a name's addresses is not public. The socket connects to the very
 * address that was checked, so an answer that changes between two questions (DNS rebinding) leads nowhere.
 */
export function createPublicLookup(resolve: Resolve = dnsLookup): LookupFunction {
  return ((hostname: string, options: LookupOptions, callback: (error: Error | null, address: string | LookupAddress[], family?: number) => void) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const hidden = addresses.find(({ address }) => !isPublicAddress(address));
      if (hidden) return callback(new BlockedAddressError(`${hostname} (${hidden.address})`), []);
      if (options.all) return callback(null, addresses);
      return callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  }) as LookupFunction;
}

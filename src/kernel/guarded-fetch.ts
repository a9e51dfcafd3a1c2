import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch as undiciFetch, type RequestInit as UndiciRequestInit } from 'undici';

/** Why a request was not made: the address is private, reserved or of the wrong kind. */
export class BlockedAddressError extends Error {
  readonly code = 'BLOCKED_ADDRESS';
  constructor(where: string) {
    super(`${where} is not a public address; add its host:port to ALLOWED_PRIVATE_HOSTS if it is yours`);
    this.name = 'BlockedAddressError';
  }
}

export interface GuardedFetchOptions {
  /** `host:port` pairs that may be private. */
  readonly allowedPrivateHosts: readonly string[];
  /** Milliseconds until the whole exchange is given up. */
  readonly timeoutMs?: number;
  /** Bytes of a response body after which reading fails. */
  readonly maxBodyBytes?: number;
}

/** True for addresses on the public internet: not loopback, private, link-local, multicast, reserved, nor IPv4 hidden in IPv6. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast';
}

/**
 * A `fetch` for addresses that people typed in. The name is resolved once and the very address that was checked is connected
 * to, so a changing DNS answer cannot lead inside. Redirects are not followed: a 3xx is the answer.
 */
export function createGuardedFetch(options: GuardedFetchOptions): typeof fetch {
  const { timeoutMs = 30_000, maxBodyBytes = 20_000_000, allowedPrivateHosts } = options;
  const publicAgent = new Agent({ connect: { lookup: publicLookup, timeout: 10_000 }, maxResponseSize: maxBodyBytes, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  const privateAgent = new Agent({ connect: { timeout: 10_000 }, maxResponseSize: maxBodyBytes, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  const guarded = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new BlockedAddressError(`${url.protocol}//…`);
    const isAllowed = allowedPrivateHosts.includes(hostAndPort(url));
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (!isAllowed && isIP(literal) && !isPublicAddress(literal)) throw new BlockedAddressError(url.host);
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const request = { ...init, redirect: 'manual', signal, dispatcher: isAllowed ? privateAgent : publicAgent };
    return undiciFetch(url, request as unknown as UndiciRequestInit) as unknown as Promise<Response>;
  };
  return guarded as typeof fetch;
}

const hostAndPort = (url: URL): string => `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;

const publicLookup = ((hostname: string, options: LookupOptions, callback: (error: Error | null, address: string | LookupAddress[], family?: number) => void) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const hidden = addresses.find(({ address }) => !isPublicAddress(address));
    if (hidden) return callback(new BlockedAddressError(`${hostname} (${hidden.address})`), []);
    if (options.all) return callback(null, addresses);
    return callback(null, addresses[0]!.address, addresses[0]!.family);
  });
}) as LookupFunction;

import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { addressAttemptMs, BlockedAddressError, createPublicLookup, isPublicAddress } from '../kernel/index.js';

export interface ConnectOptions {
  /** Speak TLS from the first byte, and believe certificates of known authorities only. */
  readonly tls?: boolean;
  readonly signal?: AbortSignal;
}

const patienceMs = 10_000;
const publicLookup = createPublicLookup();

/**
 * A connection for protocols that are not HTTP, under the rules of the guarded fetch: no private addresses but those of `allowed`
 * (`host:port`), and the very address that was checked is connected to. Rejects with BlockedAddressError or the socket's error.
 */
export async function guardedConnect(allowed: readonly string[], host: string, port: number, { tls = false, signal }: ConnectOptions = {}): Promise<Socket> {
  const isAllowed = allowed.some((one) => one.toLowerCase() === `${host}:${port}`.toLowerCase());
  if (!isAllowed && isIP(host) && !isPublicAddress(host)) throw new BlockedAddressError(`${host}:${port}`);
  const target = { host, port, autoSelectFamilyAttemptTimeout: addressAttemptMs, ...(isAllowed ? {} : { lookup: publicLookup }) };
  const socket = tls ? connectTls({ ...target, ...(isIP(host) ? {} : { servername: host }) }) : connectPlain(target);
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => { socket.destroy(); reject(error); };
    const abort = (): void => fail(new Error('the attempt was given up'));
    const timer = setTimeout(() => fail(Object.assign(new Error(`${host}:${port} did not answer in ${patienceMs / 1000} s`), { code: 'ETIMEDOUT' })), patienceMs);
    signal?.addEventListener('abort', abort, { once: true });
    socket.once('error', fail);
    socket.once('close', () => clearTimeout(timer));
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

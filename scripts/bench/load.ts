import { Pool } from 'undici';
import type { ServerProcess } from './server-process.js';

/** What one round of requests came to. */
export interface Round {
  readonly perSecond: number;
  readonly cpuMicroseconds?: number;
}

export interface LoadRequest {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** The status that each answer must have. */
  readonly expect: number;
}

const connections = 32;

/** How long a load lasts. */
export type Extent = { readonly seconds: number } | { readonly requests: number };

/** Sends requests over 32 connections, the nth made by `request(n)`. Throws on a wrong status or an error in the answer. */
export async function load(server: ServerProcess, extent: Extent, request: (n: number) => LoadRequest): Promise<Round> {
  const pool = new Pool(server.url, { connections, pipelining: 1 });
  let sent = 0;
  const end = performance.now() + ('seconds' in extent ? extent.seconds * 1000 : Infinity);
  const most = 'requests' in extent ? extent.requests : Infinity;
  const [cpuBefore, start] = [server.cpu(), performance.now()];
  await Promise.all(Array.from({ length: connections }, async () => {
    while (performance.now() < end && sent < most) {
      await sendOne(pool, request(sent));
      sent += 1;
    }
  }));
  const elapsed = (performance.now() - start) / 1000;
  const cpuAfter = server.cpu();
  await pool.close();
  return { perSecond: sent / elapsed, ...(cpuBefore !== undefined && cpuAfter !== undefined ? { cpuMicroseconds: (cpuAfter - cpuBefore) / sent } : {}) };
}

async function sendOne(pool: Pool, { path, method = 'GET', headers, body, expect }: LoadRequest): Promise<void> {
  const response = await pool.request({ path, method, headers, body });
  const text = await response.body.text();
  if (response.statusCode !== expect || text.includes('"errors"')) throw new Error(`${method} ${path} answered ${response.statusCode}: ${text.slice(0, 300)}`);
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import mongoose from 'mongoose';
import ipaddr from 'ipaddr.js';
import { registry, NotFoundError } from '../../kernel/index.js';

/** `/healthz` (the process answers), `/readyz` (so does its database), `/metrics` (Prometheus; to private addresses only). */
export function registerHealth(app: FastifyInstance): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const isReady = mongoose.connection.readyState === 1 && await ping();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'waiting for the database' });
  });
  app.get('/metrics', async (request, reply) => {
    if (!isNear(request)) throw new NotFoundError({ id: '/metrics' });
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}

const nearRanges = new Set(['loopback', 'private', 'linkLocal', 'uniqueLocal', 'carrierGradeNat']);

/** An asker on our own network. A proxy that TRUSTED_PROXIES does not count is near itself, and tells of somebody who may not be. */
export function isNear({ ip, ips, headers }: FastifyRequest): boolean {
  const isPassedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return ipaddr.isValid(ip) && nearRanges.has(ipaddr.process(ip).range()) && (!isPassedOn || ips !== undefined);
}

const ping = (): Promise<boolean> => mongoose.connection.db!.command({ ping: 1 }, { timeoutMS: 2000 }).then(() => true, () => false);

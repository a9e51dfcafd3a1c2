import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findActor } from '../../accounts/index.js';
import { findHealth } from '../../alarms/index.js';
import { may, type Services } from '../../kernel/index.js';
import { healthPage } from './health-page.js';
import { isNear } from './health-routes.js';
import { languageOf, unknownAddress } from './raw-errors.js';

const secure = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'", 'cache-control': 'no-store' };

/** `/health`: what is wrong now, in words; 503 while something does not work. To the own network, and to bearers who may read jobs. */
export function registerHealthPage(app: FastifyInstance, services: Services): void {
  app.get('/health', async (request, reply) => {
    if (!isNear(request) && !(await mayRead(services, request))) throw unknownAddress(request);
    const health = await findHealth(services);
    return reply.code(health.isWell ? 200 : 503).headers(secure).send(healthPage(health, languageOf(request)));
  });
}

async function mayRead(services: Services, { headers }: FastifyRequest): Promise<boolean> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return bearer !== undefined && may(await findActor(services, { bearer }), 'job.read');
}

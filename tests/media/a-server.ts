import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import { fastify, type FastifyInstance } from 'fastify';
import { registerMedia } from '../../src/app/http/media-route.js';
import { sendError } from '../../src/app/http/raw-errors.js';
import { registerUploads } from '../../src/app/http/uploads-route.js';
import { signIn, type Person } from '../../src/accounts/index.js';
import { aPerson, anonymous, testPassword } from '../kit/people.js';
import { contextOf, services } from '../kit/services.js';

/** The media routes on a port of their own, as the product registers them. */
export async function startMediaServer(): Promise<{ readonly app: FastifyInstance; readonly url: string }> {
  const app = fastify({ logger: false, bodyLimit: 1_000_000, forceCloseConnections: true });
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply, services.log));
  await app.register(cookie);
  registerMedia(app, services);
  registerUploads(app, services);
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` };
}

/** A stored person with the header that speaks for them. */
export async function aSender(overrides: Parameters<typeof aPerson>[0] = {}): Promise<{ readonly person: Person; readonly headers: { authorization: string } }> {
  const person = await aPerson({ roles: ['contributor'], ...overrides });
  const { token } = await signIn(contextOf(anonymous, { ip: '127.0.0.1' }), { login: person.login, password: testPassword });
  return { person, headers: { authorization: `Bearer ${token}` } };
}

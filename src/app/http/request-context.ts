import type { FastifyReply, FastifyRequest } from 'fastify';
import { findActor, mustWaitForPassword, PasswordChangeRequiredError, sessionCookie, sessionCookieName, type Permission, type SessionPort } from '../../accounts/index.js';
import { anonymous, assertMay, createContext, type Actor, type Context, type Services } from '../../kernel/index.js';
import { languageOf } from './raw-errors.js';

/** A context that can also set and clear the session cookie. */
export type RequestContext = Context & { readonly session: SessionPort };

/** Who asks, and in which language. A request without credentials touches no database. */
export async function requestContext(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
  const actor = await actorOf(services, request);
  const context = createContext(services, { actor, requestId: request.id, language: languageOf(request), ip: request.ip });
  return Object.assign(context, { session: cookiePort(services, reply) });
}

/** The door of a plain route that changes something: a permission, and a password of one's own, as every mutation wants it. */
export function assertMayChange(actor: Actor, permission: Permission): void {
  assertMay(actor, permission);
  if (mustWaitForPassword(actor, 'Mutation', permission)) throw new PasswordChangeRequiredError();
}

async function actorOf(services: Services, request: FastifyRequest): Promise<Actor> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const cookie = request.cookies[sessionCookieName];
  if (bearer) return findActor(services, { bearer });
  return cookie && isOwnPage(services, request) ? findActor(services, { sessionToken: cookie }) : anonymous;
}

/**
 * A browser sends cookies with what a foreign page asks, but a foreign page can neither set this header without our consent nor
 * forge Origin. Without either sign the cookie is left unread.
 */
function isOwnPage(services: Services, request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origin === new URL(services.config.publicUrl).origin || origin === `${request.protocol}://${request.host}`;
  return request.headers['x-yici-client'] !== undefined || request.headers['sec-fetch-site'] === 'same-origin';
}

function cookiePort(services: Services, reply: FastifyReply): SessionPort {
  const { name, ...options } = sessionCookie(services.config);
  return {
    setCookie: (token, expires) => { void reply.setCookie(name, token, { ...options, expires }); },
    clearCookie: () => { void reply.clearCookie(name, options); },
  };
}

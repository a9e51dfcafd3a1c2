import type { FastifyInstance } from 'fastify';
import { findContent, findContents, wordedDetails, kindNamed } from '../../content/index.js';
import { anonymous, createContext, NotFoundError, type Context, type Services } from '../../kernel/index.js';
import { articlePage, homePage, type PageArticle } from './page-templates.js';

const listed = { edges: { node: { title: {}, summary: {}, slug: {}, publishedAt: {}, unit: {} } } };
const shown = { title: {}, summary: {}, slug: {}, html: {}, publishedAt: {}, updatedAt: {}, unit: {}, author: {}, source: {}, details: {} };

/** `/` and `/c/<slug>`: what a reader finds who follows a link from a feed. */
export function registerPages(app: FastifyInstance, services: Services): void {
  const reader = (requestId: string): Context => createContext(services, { actor: anonymous, requestId });
  const secure = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'", 'cache-control': 'public, max-age=60' };

  app.get('/', async (request, reply) => {
    const page = await findContents(reader(request.id), { perspective: 'published', page: { first: 30 }, selection: listed });
    return reply.headers(secure).send(homePage(page.nodes as unknown as PageArticle[]));
  });

  app.get<{ Params: { slug: string } }>('/c/:slug', async (request, reply) => {
    try {
      const content = await findContent(reader(request.id), { slug: request.params.slug.slice(0, 200), perspective: 'published', selection: shown });
      const details = wordedDetails(kindNamed(content.kind), (content.details ?? {}) as Record<string, unknown>);
      return await reply.headers(secure).send(articlePage({ ...(content as unknown as PageArticle), details }));
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      return reply.code(404).headers({ ...secure, 'cache-control': 'no-store' }).send(articlePage(undefined));
    }
  });
}

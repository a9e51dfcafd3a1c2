import type { FastifyInstance } from 'fastify';
import { assetIds, detailAssetIds, findContent, findContents, kindNamed } from '../../content/index.js';
import { anonymous, createContext, NotFoundError, type Context, type Services } from '../../kernel/index.js';
import { filmTag, findAssets, findPlayableFilms, showFilms } from '../../media/index.js';
import { listedFields, pageSite, shownFields, toPageArticle, toPageItem, type Listed, type Shown } from './page-data.js';
import { absentPage, articlePage, homePage } from './page-templates.js';

/** Contents on one page of the list. */
const pageSize = 25;

/** `/` and `/c/<slug>`: what a reader finds who follows a link from a feed. */
export function registerPages(app: FastifyInstance, services: Services): void {
  const reader = (requestId: string): Context => createContext(services, { actor: anonymous, requestId });
  const secure = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'", 'cache-control': 'public, max-age=60' };

  app.get<{ Querystring: { after?: string } }>('/', async (request, reply) => {
    const after = typeof request.query.after === 'string' ? request.query.after : undefined;
    const [site, { nodes, pageInfo }] = await Promise.all([
      pageSite(services.config), findContents(reader(request.id), { perspective: 'published', page: { first: pageSize, after }, selection: { nodes: listedFields, pageInfo: { hasNextPage: {}, endCursor: {} } } }),
    ]);
    const next = pageInfo.hasNextPage && pageInfo.endCursor ? `/?after=${encodeURIComponent(pageInfo.endCursor)}` : undefined;
    return reply.headers(secure).send(homePage(site, (nodes as unknown as Listed[]).map((node, at) => toPageItem(node, after ? at + 1 : at)), { next, isFirst: !after }));
  });

  app.get<{ Params: { slug: string } }>('/c/:slug', async (request, reply) => {
    try {
      const content = await findContent(reader(request.id), { slug: request.params.slug.slice(0, 200), perspective: 'published', selection: shownFields }) as unknown as Shown;
      const [site, html] = await Promise.all([pageSite(services.config), htmlOf(content)]);
      return await reply.headers(secure).send(articlePage(site, await toPageArticle(content, html)));
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      return reply.code(404).headers({ ...secure, 'cache-control': 'no-store' }).send(absentPage(await pageSite(services.config)));
    }
  });
}

/** What is read, with its films as they can be played today: the one it is about stands first. */
export async function htmlOf({ kind, html = '', title, body, details = {} }: Pick<Shown, 'kind' | 'html' | 'title' | 'body' | 'details'>): Promise<string> {
  const filmIds = detailAssetIds(kindNamed(kind), details);
  const films = await findPlayableFilms(await findAssets([...filmIds, ...assetIds(body)]));
  const leading = filmIds.flatMap((id) => { const film = films.get(id); return film ? [`<figure>${filmTag(film, title)}</figure>`] : []; });
  return leading.join('') + showFilms(html, films);
}

import { assertId, findPage, NotFoundError, nodeSelection, runCommand, withNodes, type Connection, type Context, type PageArgs, type Selection } from '../kernel/index.js';
import { assertMayRead, readableFilter } from './access.js';
import type { ContentDocument } from './content.js';
import type { Perspective } from './content-type.js';
import { conditionsFor, orderFor, type ContentFilter, type ContentOrder } from './filters.js';
import { allKinds, type Kind } from './kinds.js';
import { contentProjection, draftViews, publishedViews, type ContentView } from './views.js';
import type { PublishedContent } from './published.js';
import './kinds/index.js';

export interface ListRequest {
  readonly perspective: Perspective;
  readonly kind?: Kind;
  readonly filter?: ContentFilter;
  readonly orderBy?: ContentOrder;
  readonly page: PageArgs;
  readonly selection: Selection;
}

/** A page of contents: one MongoDB command, and one more when the total is asked for. Throws INVALID_INPUT, INVALID_CURSOR, FORBIDDEN. */
export async function findContents(ctx: Context, request: ListRequest): Promise<Connection<ContentView>> {
  const { perspective, kind, selection } = request;
  const filter = { ...conditionsFor({ ...request.filter }, perspective, Object.keys(kind?.fields ?? {})), ...(kind ? { kind: kind.name } : {}) };
  const wanted = nodeSelection(selection);
  const options = { orderBy: orderFor(request.orderBy, perspective), args: request.page, projection: contentProjection(wanted, perspective), withTotal: 'totalCount' in selection };
  if (perspective === 'published') {
    const page = await findPage<PublishedContent>({ collection: 'published', filter, ...options });
    return withNodes(page, await publishedViews(page.nodes, wanted));
  }
  const page = await findPage<ContentDocument>({ collection: 'contents', filter: { $and: [filter, readableFilter(ctx.actor)] }, ...options });
  return withNodes(page, await draftViews(ctx, page.nodes, wanted));
}

export interface ContentRequest {
  readonly perspective: Perspective;
  readonly id?: string;
  readonly slug?: string;
  readonly kind?: Kind;
  readonly selection: Selection;
}

/** One content by id or slug: one command. Throws NOT_FOUND alike for what is absent, of another kind, or not the actor's to see. */
export async function findContent(ctx: Context, request: ContentRequest): Promise<ContentView> {
  const { id, slug, perspective, kind, selection } = request;
  const name = id ?? slug ?? '';
  if (id) assertId(id, ...(kind ? [kind.name] : allKinds().map((each) => each.name)));
  const filter = { ...(id ? { _id: id } : { slug: name }), ...(kind ? { kind: kind.name } : {}) };
  const projection = contentProjection(selection, perspective);
  if (perspective === 'draft') readableFilter(ctx.actor);
  const [document] = await runCommand<PublishedContent & ContentDocument>({ find: perspective === 'draft' ? 'contents' : 'published', filter, projection, limit: 1 });
  if (!document) throw new NotFoundError({ id: name });
  if (perspective === 'published') return (await publishedViews([document], selection))[0]!;
  assertMayRead(ctx.actor, document, name);
  return (await draftViews(ctx, [document], selection))[0]!;
}

/** What a verb answered, as GraphQL shows it. */
export const draftViewOf = async (ctx: Context, document: ContentDocument, selection: Selection): Promise<ContentView> => (await draftViews(ctx, [document], selection))[0]!;

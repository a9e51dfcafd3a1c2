import { Type, type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { NoAnswerError } from './errors.js';

/** An id that WeChat documents as a string and sometimes sends as a number. */
const id = Type.Union([Type.String({ minLength: 1 }), Type.Integer()]);

/** One article as drafts and the published list show it; `content` is absent when it was not asked for. */
export const newsItem = Type.Object({
  title: Type.Optional(Type.String()),
  content: Type.Optional(Type.String()),
  content_source_url: Type.Optional(Type.String()),
  author: Type.Optional(Type.String()),
  digest: Type.Optional(Type.String()),
  thumb_media_id: Type.Optional(Type.String()),
  need_open_comment: Type.Optional(Type.Integer()),
  only_fans_can_comment: Type.Optional(Type.Integer()),
  url: Type.Optional(Type.String()),
  is_deleted: Type.Optional(Type.Boolean()),
});
export type NewsItem = Static<typeof newsItem>;

const newsItems = Type.Array(newsItem);
const page = <T extends TSchema>(item: T) => Type.Object({ total_count: Type.Integer(), item: Type.Optional(Type.Array(item)) });
const listed = { content: Type.Object({ news_item: newsItems }), update_time: Type.Optional(Type.Number()) };

const people = Type.Optional(Type.Integer({ minimum: 0 }));

/** One article's figures by day, of those that came out on the day asked for. `msgid` is `<mid>_<idx>`, as in its address. */
const articleTotal = Type.Object({
  msgid: Type.String(),
  title: Type.Optional(Type.String()),
  content_url: Type.Optional(Type.String()),
  detail_list: Type.Array(Type.Object({ stat_date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), read_user: people, share_user: people, like_user: people, comment_count: people, collection_user: people })),
});
export type ArticleTotal = Static<typeof articleTotal>;

/** The success bodies of the endpoints in use. Unknown fields are let through. */
export const answers = {
  ok: Type.Object({}),
  uploadedImage: Type.Object({ url: Type.String({ pattern: '^https?://' }) }),
  material: Type.Object({ media_id: Type.String({ minLength: 1 }), url: Type.Optional(Type.String()) }),
  draft: Type.Object({ media_id: Type.String({ minLength: 1 }) }),
  news: Type.Object({ news_item: newsItems }),
  drafts: page(Type.Object({ media_id: Type.String(), ...listed })),
  articles: page(Type.Object({ article_id: Type.String(), ...listed })),
  submission: Type.Object({ publish_id: id }),
  publication: Type.Object({
    publish_id: Type.Optional(id),
    publish_status: Type.Integer(),
    article_id: Type.Optional(Type.String()),
    article_detail: Type.Optional(Type.Object({ item: Type.Optional(Type.Array(Type.Object({ article_url: Type.Optional(Type.String()) }))) })),
  }),
  massSend: Type.Object({ msg_id: id, msg_data_id: Type.Optional(id) }),
  massStatus: Type.Object({ msg_status: Type.String() }),
  tags: Type.Object({ tags: Type.Array(Type.Object({ id: Type.Integer(), name: Type.String(), count: Type.Optional(Type.Integer()) })) }),
  menu: Type.Object({ menu: Type.Object({ button: Type.Array(Type.Record(Type.String(), Type.Unknown())) }) }),
  articleTotals: Type.Object({ is_delay: Type.Optional(Type.Boolean()), list: Type.Array(articleTotal) }),
  quota: Type.Object({ quota: Type.Object({ daily_limit: Type.Number(), used: Type.Number(), remain: Type.Number() }) }),
} as const;

/** What freepublish/get says of one submission. */
export type PublishAnswer = Static<typeof answers.publication>;

/** The answer as this schema has it. An answer of another shape is no answer: what was asked may have been done. */
export function readAs<T extends TSchema>(schema: T, answer: object, endpoint: string): Static<T> {
  if (!Value.Check(schema, answer)) throw new NoAnswerError(endpoint, '字段与文档不符', true);
  return answer as Static<T>;
}

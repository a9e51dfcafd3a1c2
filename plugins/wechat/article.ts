import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { Payload } from '../../src/distribution/channel.js';

/** One article as draft/add takes it. In a payload, pictures are `media:<id>` until they are uploaded. */
const draftArticle = Type.Object({
  article_type: Type.Literal('news'),
  title: Type.String(),
  author: Type.String(),
  digest: Type.String(),
  content: Type.String(),
  content_source_url: Type.String(),
  thumb_media_id: Type.String(),
  need_open_comment: Type.Union([Type.Literal(0), Type.Literal(1)]),
  only_fans_can_comment: Type.Union([Type.Literal(0), Type.Literal(1)]),
});
export type DraftArticle = Static<typeof draftArticle>;

/** draft/add as documented in 2025-12 to 2026-10: characters, except where bytes are said. */
export const limits = { title: 32, author: 16, digest: 120, contentChars: 20_000, contentBytes: 1_000_000, sourceUrlBytes: 1024 } as const;

/** How many characters a picture's address takes once it is uploaded; a placeholder is counted as this many. */
const addressLength = 200;

/** What is wrong with the lengths of an article, for an editor; undefined when WeChat will take it. */
export function lengthTrouble(article: DraftArticle): string | undefined {
  const placeholders = article.content.match(/src="media:/g)?.length ?? 0;
  const chars = article.content.length + placeholders * addressLength;
  const bytes = Buffer.byteLength(article.content) + placeholders * addressLength;
  if (chars >= limits.contentChars) return `正文排版后有 ${chars} 个字符（含格式），微信要求少于 ${limits.contentChars} 个：请精简正文，或分成上下篇`;
  if (bytes >= limits.contentBytes) return `正文排版后有 ${bytes} 字节，微信要求少于 ${limits.contentBytes} 字节：请精简正文`;
  if (Buffer.byteLength(article.content_source_url) > limits.sourceUrlBytes) return '“阅读原文”的地址超过 1 KB：请缩短文章地址，或在渠道设置里关闭“阅读原文”';
  return undefined;
}

/** Most articles of one draft. Not in WeChat's documents; what everybody reports. */
export const mostArticles = 8;

const bundle = Type.Object({ articles: Type.Array(draftArticle, { minItems: 2, maxItems: mostArticles }) });

/** The frozen articles of a payload, in their order: one, or those of a bundle. Throws when the bytes are no articles, which only another channel's payload can be. */
export function readArticles(payload: Payload): readonly [DraftArticle, ...DraftArticle[]] {
  const value: unknown = JSON.parse(payload.body);
  const [first, ...others] = Value.Check(bundle, value) ? value.articles : [value];
  if (!Value.Check(draftArticle, first)) throw new TypeError('the payload is not a WeChat article');
  return [first, ...others.filter((one) => Value.Check(draftArticle, one))];
}

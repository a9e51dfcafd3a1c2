import type { Static, TSchema } from 'typebox';
import type { Host } from '../../../src/distribution/channel.js';
import type { DraftArticle } from '../article.js';
import { officialApi, type WechatSettings } from '../settings.js';
import { answers, readAs, type ArticleTotal, type NewsItem, type PublishAnswer } from './answers.js';
import { WechatError } from './errors.js';
import { endpointOf, exchange, type Question, type Upload } from './exchange.js';
import { findToken, tokenKey } from './token.js';

/** One entry of the draft box or the published list. `id` is the media_id or the article_id. */
export interface Listed {
  readonly id: string;
  readonly updatedAt: Date | undefined;
  readonly news: readonly NewsItem[];
}

/** How many entries WeChat gives at a time. */
export const pageSize = 20;

/** The endpoint whose daily count shows whether a submission arrived. */
export const submitPath = '/cgi-bin/freepublish/submit';

/** The endpoint of mass sends, whose daily count can be asked for. */
export const massSendPath = '/cgi-bin/message/mass/sendall';

/** Counts of one endpoint today. */
export interface Quota {
  readonly daily_limit: number;
  readonly used: number;
  readonly remain: number;
}

type Ask = <T extends TSchema>(schema: T, question: Question) => Promise<Static<T>>;

/**
 * Asks with the account's token. When WeChat says the token is invalid or expired it is dropped and the question asked once more:
 * such a refusal means nothing was done.
 */
function askWith(settings: WechatSettings, host: Host): Ask {
  const askOnce = async <T extends TSchema>(schema: T, question: Question, token: string): Promise<Static<T>> => {
    const query = { ...question.query, access_token: token };
    return readAs(schema, await exchange(settings.apiBase ?? officialApi, { ...question, query }, host), endpointOf(question.path));
  };
  return async (schema, question) => {
    const token = await findToken(settings, host);
    try {
      return await askOnce(schema, question, token);
    } catch (error) {
      if (!(error instanceof WechatError) || error.kind !== 'token') throw error;
      await host.forget(tokenKey, token);
      return askOnce(schema, question, await findToken(settings, host));
    }
  };
}

const at = (seconds: number | undefined): Date | undefined => (seconds === undefined ? undefined : new Date(seconds * 1000));

/** The endpoints in use, typed, for one account. Every method throws WechatError or NoAnswerError. */
export function openClient(settings: WechatSettings, host: Host) {
  const ask = askWith(settings, host);
  return {
    /** For article bodies only: jpg or png below 1 MB. Returns the address. */
    uploadBodyImage: async (file: Upload): Promise<string> => (await ask(answers.uploadedImage, { path: '/cgi-bin/media/uploadimg', file })).url,
    /** A permanent picture of the account's library. */
    addImage: (file: Upload): Promise<Static<typeof answers.material>> => ask(answers.material, { path: '/cgi-bin/material/add_material', query: { type: 'image' }, file }),

    /** Returns the media_id. Not repeatable: a lost answer must be looked for in the draft box. */
    addDraft: async (articles: readonly DraftArticle[]): Promise<string> => (await ask(answers.draft, { path: '/cgi-bin/draft/add', json: { articles } })).media_id,
    /** Replaces one article of a draft, counted from 0; repeatable. */
    updateDraft: async (mediaId: string, index: number, article: DraftArticle): Promise<void> => {
      await ask(answers.ok, { path: '/cgi-bin/draft/update', json: { media_id: mediaId, index, articles: article } });
    },
    getDraft: async (mediaId: string): Promise<NewsItem[]> => (await ask(answers.news, { path: '/cgi-bin/draft/get', json: { media_id: mediaId } })).news_item,
    deleteDraft: async (mediaId: string): Promise<void> => { await ask(answers.ok, { path: '/cgi-bin/draft/delete', json: { media_id: mediaId } }); },
    listDrafts: async (offset: number): Promise<Listed[]> => {
      const { item = [] } = await ask(answers.drafts, { path: '/cgi-bin/draft/batchget', json: { offset, count: pageSize, no_content: 1 } });
      return item.map(({ media_id, content, update_time }) => ({ id: media_id, updatedAt: at(update_time), news: content.news_item }));
    },

    /** Returns the publish_id. Not repeatable: asked once, then reconciled. */
    submit: async (mediaId: string): Promise<string> => String((await ask(answers.submission, { path: submitPath, json: { media_id: mediaId } })).publish_id),
    getPublication: (publishId: string): Promise<PublishAnswer> => ask(answers.publication, { path: '/cgi-bin/freepublish/get', json: { publish_id: publishId } }),
    getArticle: async (articleId: string): Promise<NewsItem[]> => (await ask(answers.news, { path: '/cgi-bin/freepublish/getarticle', json: { article_id: articleId } })).news_item,
    /** `index` counts from 1. Cannot be undone. */
    deleteArticle: async (articleId: string, index: number): Promise<void> => { await ask(answers.ok, { path: '/cgi-bin/freepublish/delete', json: { article_id: articleId, index } }); },
    listArticles: async (offset: number): Promise<Listed[]> => {
      const { item = [] } = await ask(answers.articles, { path: '/cgi-bin/freepublish/batchget', json: { offset, count: pageSize, no_content: 1 } });
      return item.map(({ article_id, content, update_time }) => ({ id: article_id, updatedAt: at(update_time), news: content.news_item }));
    },

    /** Asks to send a draft to followers. Repeatable only with the same key: WeChat refuses it with 45065 or 45066 and names the first send. */
    massSend: async (mediaId: string, tagId: number | undefined, key: string): Promise<{ msgId: string; dataId: string | undefined }> => {
      const filter = tagId === undefined ? { is_to_all: true } : { is_to_all: false, tag_id: tagId };
      const json = { filter, mpnews: { media_id: mediaId }, msgtype: 'mpnews', send_ignore_reprint: 0, clientmsgid: key };
      const { msg_id, msg_data_id } = await ask(answers.massSend, { path: massSendPath, json });
      return { msgId: String(msg_id), dataId: msg_data_id === undefined ? undefined : String(msg_data_id) };
    },
    /** SENDING, SEND_SUCCESS, SEND_FAIL or DELETE. */
    getMassSend: async (msgId: string): Promise<string> => (await ask(answers.massStatus, { path: '/cgi-bin/message/mass/get', json: { msg_id: msgId } })).msg_status,
    /** Takes the articles of a mass send down; messages that followers have stay, but open no more. */
    deleteMassSend: async (msgId: string): Promise<void> => { await ask(answers.ok, { path: '/cgi-bin/message/mass/delete', json: { msg_id: Number(msgId), article_idx: 0 } }); },
    /** Shows a draft to one person. */
    previewMassSend: async (mediaId: string, to: { touser: string } | { towxname: string }): Promise<void> => {
      await ask(answers.ok, { path: '/cgi-bin/message/mass/preview', json: { ...to, mpnews: { media_id: mediaId }, msgtype: 'mpnews' } });
    },
    listTags: async (): Promise<Static<typeof answers.tags>['tags']> => (await ask(answers.tags, { path: '/cgi-bin/tags/get' })).tags,
    createMenu: async (button: readonly object[]): Promise<void> => { await ask(answers.ok, { path: '/cgi-bin/menu/create', json: { button } }); },
    getMenu: async (): Promise<readonly Readonly<Record<string, unknown>>[]> => (await ask(answers.menu, { path: '/cgi-bin/menu/get' })).menu.button,
    deleteMenu: async (): Promise<void> => { await ask(answers.ok, { path: '/cgi-bin/menu/delete' }); },
    /** Figures of the articles that came out on a day (`2026-11-23`); `isDelayed` when WeChat has not counted all. */
    getArticleTotals: async (day: string): Promise<{ isDelayed: boolean; list: readonly ArticleTotal[] }> => {
      const { is_delay, list } = await ask(answers.articleTotals, { path: '/datacube/getarticletotaldetail', json: { begin_date: day, end_date: day } });
      return { isDelayed: is_delay === true, list };
    },

    getQuota: async (path: string): Promise<Quota> => (await ask(answers.quota, { path: '/cgi-bin/openapi/quota/get', json: { cgi_path: path } })).quota,
  };
}

/** A client for one account. */
export type WechatClient = ReturnType<typeof openClient>;

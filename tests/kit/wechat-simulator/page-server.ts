import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './api-server.js';
import { beijingDay } from './clock.js';
import { isForeign } from './control.js';
import { articlePage, gonePage } from './page-article.js';
import type { Tab } from './page-home.js';
import { homePage, tabs } from './page-home.js';
import type { WechatSimulator } from './simulator.js';
import type { Message, Page } from './state.js';
import type { Account, World } from './world.js';

const deletedWords = '该内容已被发布者删除';
const bannedWords = '此内容因违规无法查看';

function sendHtml(response: ServerResponse, status: number, html: string, nonce: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin',
    'content-security-policy': `default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'; form-action 'self'; base-uri 'none'`,
  });
  response.end(html);
}

const isTab = (value: string): value is Tab => (tabs as readonly string[]).includes(value);

function home(world: World, response: ServerResponse, url: URL, nonce: string): void {
  const account = world.account(url.searchParams.get('account') ?? '') ?? world.accounts[0];
  if (!account) return sendHtml(response, 404, gonePage('还没有公众号', '启动时至少登记一个公众号。', nonce), nonce);
  const tab = url.searchParams.get('tab') ?? '';
  const asked = url.searchParams.get('follower') ?? '';
  const openid = account.follower(asked)?.openid ?? account.state.followers.find((one) => one.isFollowing)?.openid ?? '';
  sendHtml(response, 200, homePage(world, { account, tab: isTab(tab) ? tab : 'articles', openid }, nonce), nonce);
}

interface Found {
  readonly account: Account;
  readonly message: Message;
  readonly page: Page;
}

function findPage(world: World, isIt: (page: Page) => boolean): Found | undefined {
  for (const account of world.accounts) {
    for (const message of account.state.messages) {
      const page = message.pages.find(isIt);
      if (page) return { account, message, page };
    }
  }
  return undefined;
}

/** The part of an official address that names the article. */
const snOf = (url: string): string | null => new URL(url).searchParams.get('sn');

function article(world: World, response: ServerResponse, url: URL, nonce: string): void {
  const slug = url.pathname.slice('/s/'.length);
  const sn = url.searchParams.get('sn');
  const found = findPage(world, (page) => (sn ? snOf(page.url) === sn : page.slug === slug));
  if (!found) return sendHtml(response, 404, gonePage('参数错误', '没有这篇文章。', nonce), nonce);
  const { account, message, page } = found;
  if (page.isDeleted) return sendHtml(response, 200, gonePage(message.isBanned ? bannedWords : deletedWords, account.name, nonce), nonce);
  const day = beijingDay(world.clock.now());
  page.reads[day] = (page.reads[day] ?? 0) + 1;
  world.save();
  const reads = Object.values(page.reads).reduce((sum, one) => sum + one, 0);
  sendHtml(response, 200, articlePage(page.article, { account, at: message.publishedAt, reads, isDraft: false, nonce }), nonce);
}

function draft(world: World, response: ServerResponse, url: URL, nonce: string): void {
  const [, , mediaId = '', number = '1'] = url.pathname.split('/');
  const account = world.accounts.find((one) => one.draft(mediaId));
  const found = account?.draft(mediaId);
  const one = found?.articles[Number(number) - 1];
  if (!account || !found || !one) return sendHtml(response, 404, gonePage('草稿不在了', '它可能已经发布，或者被删除。', nonce), nonce);
  sendHtml(response, 200, articlePage(one, { account, at: found.updatedAt, reads: 0, isDraft: true, nonce }), nonce);
}

/** `/mmbiz/<id>`, and the official path with only its host replaced: `/mmbiz_png/<id>/640`. */
function picture(world: World, response: ServerResponse, url: URL): void {
  const id = url.pathname.split('/')[2] ?? '';
  const found = world.accounts.flatMap((account) => account.state.pictures).find((one) => one.id === id);
  const bytes = found && world.store.blob(found.blob);
  if (!found || !bytes) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': found.contentType, 'content-length': String(bytes.length), 'cache-control': 'max-age=31536000, immutable', 'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}

async function say(simulator: WechatSimulator, world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams((await readBody(request, 10_000))?.toString('utf8') ?? '');
  const account = world.account(form.get('account') ?? '');
  const follower = account?.follower(form.get('follower') ?? '');
  const text = (form.get('text') ?? '').trim();
  if (isForeign(request) || !account || !follower?.isFollowing || !text) {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('消息没有发出');
    return;
  }
  await simulator.account(account.appid).say(follower.openid, text);
  response.writeHead(303, { location: `/?account=${encodeURIComponent(account.appid)}&tab=talk&follower=${encodeURIComponent(follower.openid)}` }).end();
}

/** Answers people: the phone, articles, drafts, pictures and the message form. */
export async function answerPage(
  simulator: WechatSimulator, world: World, request: IncomingMessage, response: ServerResponse, url: URL,
): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const { pathname } = url;
  if (request.method === 'POST' && pathname === '/say') return say(simulator, world, request, response);
  if (pathname === '/') return home(world, response, url, nonce);
  if (pathname === '/s' || pathname.startsWith('/s/')) return article(world, response, url, nonce);
  if (pathname.startsWith('/draft/')) return draft(world, response, url, nonce);
  if (/^\/mmbiz(?:_\w+)?\//.test(pathname)) return picture(world, response, url);
  sendHtml(response, 404, gonePage('没有这个页面', pathname, nonce), nonce);
}

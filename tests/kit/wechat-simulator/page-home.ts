import { beijingMoment } from './clock.js';
import { avatar, escape, htmlPage, localLink, localPicture } from './page-html.js';
import type { Article, Bubble, LoggedCall } from './state.js';
import type { Account, World } from './world.js';

/** The three views of an account. */
export const tabs = ['articles', 'talk', 'drafts'] as const;
export type Tab = (typeof tabs)[number];

/** What the visitor chose. */
export interface HomeChoice {
  readonly account: Account;
  readonly tab: Tab;
  readonly openid: string;
}

const kindNames = { subscription: '公众号', service: '服务号', sandbox: '测试号' } as const;

const link = (account: Account, tab: Tab, openid = ''): string =>
  `/?account=${encodeURIComponent(account.appid)}&amp;tab=${tab}${openid ? `&amp;follower=${encodeURIComponent(openid)}` : ''}`;

const badge = (account: Account): string =>
  `<span class="badge${account.isVerified ? '' : ' plain'}"><i>${account.isVerified ? '✓' : '–'}</i>${kindNames[account.kind]} · ${account.isVerified ? '已认证' : '未认证'}</span>`;

interface Line {
  readonly title: string;
  readonly picture: string;
  readonly href: string;
  readonly isDeleted?: boolean;
}

function hero({ title, picture, href, isDeleted }: Line): string {
  const image = picture ? `<img src="${escape(localPicture(picture))}" alt="" loading="lazy">` : '';
  return `<a class="${isDeleted ? 'gone' : ''}" href="${escape(href)}"><div class="hero${picture ? '' : ' bare'}">${image}<h3>${escape(title)}</h3></div></a>`;
}

function row({ title, picture, href, isDeleted }: Line): string {
  const image = picture ? `<div class="thumb"><img src="${escape(localPicture(picture))}" alt="" loading="lazy"></div>` : '';
  return `<a class="row${isDeleted ? ' gone' : ''}" href="${escape(href)}"><h3>${escape(title)}</h3>${image}</a>`;
}

const post = (lines: readonly Line[], foot: string): string =>
  `<article class="post">${lines.map((line, index) => (index === 0 ? hero(line) : row(line))).join('')}${foot}</article>`;

const nothing = (title: string, hint: string): string => `<div class="nothing"><b>${title}</b>${hint}</div>`;

function articlesView(account: Account): string {
  const messages = account.state.messages.toReversed();
  if (messages.length === 0) return nothing('还没有文章', '发布之后，关注者在这里看到。');
  return messages.map((message) => {
    const reads = message.pages.reduce((sum, page) => sum + Object.values(page.reads).reduce((all, one) => all + one, 0), 0);
    const gone = message.pages.filter((page) => page.isDeleted).length;
    const state = message.isBanned ? '<span class="tag amber">平台封禁</span>' : gone > 0 ? `<span class="tag amber">已删除 ${gone} 篇</span>` : '';
    const source = message.source === 'mass' ? '<span class="tag green">群发</span>' : '<span class="tag">发布</span>';
    const lines = message.pages.map(({ article, slug, isDeleted }) => ({ title: article.title, picture: article.thumbUrl, href: `/s/${slug}`, isDeleted }));
    return `<p class="day">${beijingMoment(message.publishedAt)}</p>${post(lines, `<div class="foot">${source}${state}<span>阅读 ${reads}</span></div>`)}`;
  }).join('');
}

function draftsView(account: Account): string {
  const drafts = account.state.drafts.toSorted((a, b) => b.updatedAt - a.updatedAt);
  if (drafts.length === 0) return nothing('草稿箱是空的', '发布成功的草稿会离开草稿箱。');
  const lines = (articles: readonly Article[], mediaId: string): readonly Line[] =>
    articles.map((article, index) => ({ title: article.title, picture: article.thumbUrl, href: `/draft/${mediaId}/${index + 1}` }));
  return drafts.map((draft) => {
    const isPublishing = account.state.publishJobs.some((job) => job.draftMediaId === draft.mediaId && job.status === 1);
    const state = isPublishing ? '<span class="tag green">发布中</span>' : '<span class="tag">草稿</span>';
    return `<p class="day">${beijingMoment(draft.updatedAt)} 更新</p>${post(lines(draft.articles, draft.mediaId), `<div class="foot">${state}<span>${draft.articles.length} 篇</span></div>`)}`;
  }).join('');
}

function bubbleView(bubble: Bubble, account: Account, name: string): string {
  if (bubble.from === 'notice') return `<p class="notice">${escape(bubble.text)}</p>`;
  if (bubble.cards) return post(bubble.cards.map(({ title, picture, url }) => ({ title, picture, href: localLink(url) })), '');
  const isMine = bubble.from === 'follower';
  const face = isMine ? avatar(name, bubble.openid, 40) : avatar(account.name, account.appid, 40);
  return `<div class="said${isMine ? ' me' : ''}">${face}<div class="box">${escape(bubble.text)}</div></div>`;
}

const gapMs = 300_000;

function talkView({ account, openid }: HomeChoice): string {
  const name = account.follower(openid)?.name ?? '关注者';
  const bubbles = account.state.bubbles.filter((bubble) => bubble.openid === openid);
  if (bubbles.length === 0) return nothing('还没有消息', '群发、回复和客服消息出现在这里。');
  return `<div class="talk">${bubbles.map((bubble, index) => {
    const before = bubbles[index - 1];
    const moment = !before || bubble.at - before.at > gapMs ? `<p class="moment">${beijingMoment(bubble.at)}</p>` : '';
    return moment + bubbleView(bubble, account, name);
  }).join('')}</div>`;
}

function writeForm({ account, openid }: HomeChoice): string {
  return `<form class="write" method="post" action="/say"><input type="hidden" name="account" value="${escape(account.appid)}">
<input type="hidden" name="follower" value="${escape(openid)}"><input name="text" aria-label="消息" placeholder="给公众号发消息" maxlength="600" required autocomplete="off"><button>发送</button></form>`;
}

function whoView({ account, openid }: HomeChoice): string {
  const people = account.state.followers.filter((follower) => follower.isFollowing);
  if (people.length < 2) return '';
  const one = (id: string, name: string): string => `<a href="${link(account, 'talk', id)}"${id === openid ? ' aria-current="true"' : ''}>${escape(name)}</a>`;
  return `<nav class="who" aria-label="关注者">${people.map((person) => one(person.openid, person.name)).join('')}</nav>`;
}

function tabBar({ account, tab, openid }: HomeChoice): string {
  const articles = account.state.messages.reduce((sum, message) => sum + message.pages.length, 0);
  const one = (name: Tab, label: string, count: number): string =>
    `<a href="${link(account, name, openid)}"${name === tab ? ' aria-current="page"' : ''}>${label}${count > 0 ? `<sup>${count}</sup>` : ''}</a>`;
  return `<nav class="tabs">${one('articles', '文章', articles)}${one('talk', '消息', 0)}${one('drafts', '草稿箱', account.state.drafts.length)}</nav>`;
}

function profile(account: Account): string {
  const followers = account.state.followers.filter((follower) => follower.isFollowing).length;
  return `<header class="profile">${avatar(account.name, account.appid, 58)}<div><h1>${escape(account.name)}</h1>${badge(account)}<p>${followers} 位关注者 · ${escape(account.originalId)}</p></div></header>`;
}

const views: Readonly<Record<Tab, (choice: HomeChoice) => string>> = {
  articles: ({ account }) => articlesView(account), drafts: ({ account }) => draftsView(account), talk: talkView,
};

const signal = '<svg width="62" height="13" viewBox="0 0 62 13" fill="currentColor" aria-hidden="true"><rect x="0" y="8" width="3" height="4" rx="1"/><rect x="5" y="6" width="3" height="6" rx="1"/><rect x="10" y="3" width="3" height="9" rx="1"/><rect x="15" y="0" width="3" height="12" rx="1"/><rect x="33" y="1" width="24" height="11" rx="3" fill="none" stroke="currentColor" opacity=".5"/><rect x="35" y="3" width="18" height="7" rx="1.5"/><rect x="58.5" y="4.5" width="1.8" height="4" rx=".9" opacity=".5"/></svg>';

function screen(world: World, choice: HomeChoice): string {
  const { account, tab } = choice;
  const clock = beijingMoment(world.clock.now()).slice(-5);
  const small = world.accounts.length > 1 ? `<nav class="who only-small">${world.accounts.map((one) =>
    `<a href="${link(one, tab)}"${one === account ? ' aria-current="true"' : ''}>${escape(one.name)}</a>`).join('')}</nav>` : '';
  const isTalk = tab === 'talk';
  const head = isTalk ? `${tabBar(choice)}${whoView(choice)}` : '';
  const body = `${isTalk ? '' : `${profile(account)}${tabBar(choice)}`}${views[tab](choice)}`;
  return `<div class="screen"><div class="status" aria-hidden="true"><span>${clock}</span>${signal}</div>${small}
<div class="bar"><span></span><span>${escape(account.name)}</span><span></span></div>${head}
<div class="scroll" data-live="${isTalk ? 'talk' : tab}" tabindex="0">${body}</div>${isTalk && choice.openid ? writeForm(choice) : ''}</div>`;
}

const seenWords = (call: LoggedCall): string => {
  if (call.answer === 'dropped') return '断开';
  if (call.answer === 'truncated') return '残缺';
  if (call.answer !== 'sent') return call.answer;
  return call.errcode === 0 ? 'ok' : String(call.errcode);
};

function callLine(call: LoggedCall): string {
  const time = new Date(Date.parse(call.at) + 8 * 3_600_000).toISOString().slice(11, 19);
  const isBad = call.errcode !== 0 || call.answer !== 'sent';
  const subject = call.subject ? `<p title="${escape(call.subject)}">${escape(call.subject)}</p>` : '';
  return `<li class="${isBad ? 'bad' : call.hasEffect ? '' : 'read'}"><time>${time}</time><code>${escape(call.endpoint.replace('/cgi-bin/', ''))}</code><em>${escape(seenWords(call))}</em>${subject}</li>`;
}

const shownCalls = 40;

/** The followers' view: accounts at the left, the phone, and the call log at the right. */
export function homePage(world: World, choice: HomeChoice, nonce: string): string {
  const accounts = world.accounts.map((one) =>
    `<li><a href="${link(one, choice.tab)}"${one === choice.account ? ' aria-current="true"' : ''}>${avatar(one.name, one.appid, 42)}<span><b>${escape(one.name)}</b><small>${kindNames[one.kind]} · ${one.isVerified ? '已认证' : '未认证'}</small></span></a></li>`);
  const calls = world.state.calls.filter((call) => call.appid === choice.account.appid).slice(-shownCalls).reverse();
  const log = calls.length > 0 ? calls.map(callLine).join('') : '<li><span></span><span>还没有调用</span></li>';
  return htmlPage(`${choice.account.name} · 微信模拟器`, `<div class="desk"><aside class="side"><div class="brand"><span class="mark"><svg width="20" height="20" viewBox="0 0 32 32" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" aria-hidden="true"><path d="M6 9h20M6 16h20M6 23h12"/></svg></span><span><b>微信模拟器</b><small>本机演示，不连真实平台</small></span></div>
<h2>公众号</h2><ul class="accounts">${accounts.join('')}</ul></aside><main class="phone">${screen(world, choice)}</main>
<aside class="side log"><h2>接口调用</h2><ul class="calls" data-live="calls">${log}</ul></aside></div>`, { nonce, isLive: true });
}

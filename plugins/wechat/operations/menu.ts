import type { MenuInput, SubButton, TopButton } from './menu-input.js';

/** Bytes that WeChat allows. Chinese characters have three. */
const limits = { topName: 16, subName: 60, query: 128, url: 1024 } as const;

const bytes = (text: string): number => Buffer.byteLength(text);

/** What is wrong with a menu, one sentence per place; none when WeChat will take it. */
export const menuProblems = ({ buttons }: MenuInput): string[] => buttons.flatMap((button) => [
  ...tooLong(`一级菜单“${button.name}”的名称`, button.name, limits.topName),
  ...(button.children ? button.children.flatMap((child) => [...tooLong(`二级菜单“${child.name}”的名称`, child.name, limits.subName), ...targetProblems(child)]) : targetProblems(button)),
]);

const tooLong = (what: string, text: string, limit: number): string[] => (bytes(text) > limit ? [`${what}有 ${bytes(text)} 字节，最多 ${limit} 字节（约 ${Math.floor(limit / 3)} 个字）`] : []);

function targetProblems({ name, kind, query, url, articleId, raw }: SubButton): string[] {
  const missing = (what: string): string[] => [`“${name}”缺少${what}`];
  switch (kind) {
    case 'search': return query?.trim() ? tooLong(`“${name}”的检索词`, query, limits.query) : missing('检索词');
    case 'link': return isWebAddress(url) ? tooLong(`“${name}”的网址`, url, limits.url) : missing('网址（http 或 https 开头）');
    case 'article': return articleId ? [] : missing('文章编号');
    case 'other': return raw ? [] : missing('原样内容');
  }
}

const isWebAddress = (url: string | undefined): url is string => url !== undefined && /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(url);

/** A menu as menu/create takes it. */
export const toWechatMenu = ({ buttons }: MenuInput): object[] =>
  buttons.map((button) => (button.children ? { name: button.name, sub_button: button.children.map(toWechatButton) } : toWechatButton(button)));

function toWechatButton({ name, kind, query, url, articleId, raw }: SubButton): object {
  switch (kind) {
    case 'search': return { name, type: 'click', key: query };
    case 'link': return { name, type: 'view', url };
    case 'article': return { name, type: 'article_id', article_id: articleId };
    case 'other': return { ...raw, name };
  }
}

type Stored = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A menu as menu/get tells it, for the form. */
export const fromWechatMenu = (buttons: readonly Stored[]): MenuInput => ({ buttons: buttons.map(fromWechatTop) });

function fromWechatTop(button: Stored): TopButton {
  const children = (Array.isArray(button['sub_button']) ? button['sub_button'] : []) as readonly Stored[];
  return children.length > 0 ? { name: text(button['name']), kind: 'search', children: children.map(fromWechatButton) } : fromWechatButton(button);
}

function fromWechatButton(button: Stored): SubButton {
  const { name, type, key, url, article_id: articleId } = button;
  const base = { name: text(name) };
  if (type === 'click') return { ...base, kind: 'search', query: text(key) };
  if (type === 'view') return { ...base, kind: 'link', url: text(url) };
  if (type === 'article_id') return { ...base, kind: 'article', articleId: text(articleId) };
  return { ...base, kind: 'other', raw: { ...button } };
}

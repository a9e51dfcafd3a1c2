import { Type, type Static } from 'typebox';

/** The three formats a feed is served in; also the endings of its addresses. */
export const formats = ['rss', 'atom', 'json'] as const;
export type Format = (typeof formats)[number];

/** What an operator may say about one feed. Everything but the title has a default. */
export const rssSettings = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 200, title: '标题', titleEn: 'Title', description: '阅读器里显示的订阅源名称', descriptionEn: 'What readers’ programs call the feed' }),
  description: Type.Optional(Type.String({ maxLength: 1000, title: '说明', titleEn: 'Description' })),
  content: Type.Optional(Type.Union([Type.Literal('full'), Type.Literal('summary')], {
    default: 'full', title: '正文', titleEn: 'Text', description: 'full：全文；summary：只给摘要', descriptionEn: 'full: the whole text; summary: the summary only',
  })),
  itemLimit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50, title: '条数', titleEn: 'Entries', description: '一页最多多少条', descriptionEn: 'At most on one page' })),
  ttlMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440, default: 5, title: '缓存分钟数', titleEn: 'Minutes in caches', description: '更正和撤稿最迟在这之后被阅读器看到', descriptionEn: 'Readers see corrections and retractions after this at the latest' })),
  language: Type.Optional(Type.String({ pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$', default: 'zh-CN', title: '语言', titleEn: 'Language' })),
  formats: Type.Optional(Type.Array(Type.Union([Type.Literal('rss'), Type.Literal('atom'), Type.Literal('json')]), {
    minItems: 1, uniqueItems: true, default: [...formats], title: '格式', titleEn: 'Formats', description: 'rss：RSS 2.0；atom：Atom 1.0；json：JSON Feed 1.1', descriptionEn: 'rss: RSS 2.0; atom: Atom 1.0; json: JSON Feed 1.1',
  })),
  homePage: Type.Optional(Type.String({ pattern: '^https?://\\S+$', title: '网站首页', titleEn: 'Home page', description: '默认为本站首页', descriptionEn: 'This site’s, when empty' })),
  author: Type.Optional(Type.String({ maxLength: 100, title: '发布单位', titleEn: 'Publisher', description: '默认与标题相同', descriptionEn: 'The title, when empty' })),
  hub: Type.Optional(Type.String({ pattern: '^https?://\\S+$', title: 'WebSub hub', titleEn: 'WebSub hub', description: '默认由本站的 /hub 推送；填写后改为声明该 hub', descriptionEn: 'Pushed by this site’s /hub; filled in, that hub is named instead' })),
  accessKey: Type.Optional(Type.String({
    minLength: 16, maxLength: 200, pattern: '^[A-Za-z0-9_~.-]+$', writeOnly: true, title: '访问密钥', titleEn: 'Access key', description: '填写后，只有地址带 ?key=密钥 才能读取', descriptionEn: 'Filled in, only addresses with ?key=… are answered',
  })),
}, {
  additionalProperties: false,
  examples: [
    { title: '最多跑一次 · 综合' },
    {
      title: '不动产登记', description: '不动产登记改革的报道', content: 'summary', itemLimit: 20, ttlMinutes: 15, language: 'zh-CN', formats: ['rss', 'atom'],
      homePage: 'https://www.example.gov.cn/', author: '市跑改办', hub: 'https://cms.example.gov.cn/hub', accessKey: 'a-feed-key-for-partners',
    },
  ],
});
export type RssSettings = Static<typeof rssSettings>;

type Defaulted = 'description' | 'content' | 'itemLimit' | 'ttlMinutes' | 'language' | 'formats' | 'author';
/** The settings as readers use them: only what may truly be absent is optional. */
export type FullSettings = RssSettings & Required<Pick<RssSettings, Defaulted>>;

/** The settings with their defaults in place. */
export const withDefaults = (settings: RssSettings): FullSettings => ({
  description: '', content: 'full', itemLimit: 50, ttlMinutes: 5, language: 'zh-CN', formats: [...formats], author: settings.title, ...settings,
});

import type { Outside } from './outside.js';

export interface DemoDestination {
  readonly name: string;
  readonly slug: string;
  readonly channelId: string;
  readonly settings: (outside: Pick<Outside, 'wechat' | 'partner'>) => Record<string, unknown>;
}

/** One destination of each kind: a feed of everything, the simulated WeChat account, the example receiver. */
export const demoDestinations: readonly DemoDestination[] = [
  { name: '全部内容（订阅源）', slug: 'all', channelId: 'rss', settings: () => ({ title: '一次 · 最多跑一次改革', description: '全市“最多跑一次”改革的文章、案例和视频' }) },
  {
    name: '微信公众号（演示）', slug: 'wechat-demo', channelId: 'wechat',
    settings: ({ wechat }) => ({ appId: wechat.appId, appSecret: wechat.appSecret, apiBase: wechat.url, mode: 'publish', author: '市跑改办' }),
  },
  { name: '都市晨报（演示）', slug: 'partner-demo', channelId: 'partner-media', settings: ({ partner }) => ({ url: partner.url, secret: partner.secret, provider: '市跑改办' }) },
];

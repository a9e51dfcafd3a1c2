import { Type, type Static } from 'typebox';

/** Where WeChat listens; `apiBase` replaces it by a simulator's address. */
export const officialApi = 'https://api.weixin.qq.com';

/** https anywhere, plain http only on this machine: the address carries the token. */
const apiBasePattern = '^(https://[^\\s/?#@]+|http://(127\\.0\\.0\\.1|localhost|\\[::1\\])(:\\d{1,5})?)(/[\\w.-]+)*/?$';

/** WeChat takes 2048 bytes of text; 600 characters of any kind below U+10000 fit. */
const replyText = (title: string, description: string) => Type.String({ minLength: 1, maxLength: 600, title, description });

const keywordRule = Type.Object({
  keywords: Type.Array(Type.String({ minLength: 1, maxLength: 30 }), { minItems: 1, maxItems: 20, title: '关键词' }),
  isWhole: Type.Optional(Type.Boolean({ default: false, title: '全匹配', description: '只有整句就是关键词时才回复；否则句中含有即可' })),
  reply: replyText('回复', '可含网址'),
}, { additionalProperties: false });

/** What an operator says about one official account. */
export const wechatSettings = Type.Object({
  appId: Type.String({ pattern: '^wx[0-9A-Za-z]{8,30}$', title: 'AppID', description: '公众号的开发者 ID，wx 开头' }),
  appSecret: Type.String({ pattern: '^[0-9A-Za-z]{16,64}$', writeOnly: true, title: 'AppSecret', description: '在微信开发者平台生成；同时把本系统的出口 IP 加入 IP 白名单' }),
  apiBase: Type.Optional(Type.String({ pattern: apiBasePattern, maxLength: 300, default: officialApi, title: '接口地址', description: '一般不填；演示和测试时填模拟器的地址' })),
  mode: Type.Union([Type.Literal('draft'), Type.Literal('publish')], {
    default: 'draft', title: '送达方式', description: 'draft：只送到草稿箱，由人在公众平台发布（未认证账号只能用这种）；publish：送草稿后自动发布（不推送给粉丝，不占群发次数）',
  }),
  theme: Type.Optional(Type.Union([Type.Literal('blue'), Type.Literal('plain')], { default: 'blue', title: '版式', description: 'blue：政务蓝；plain：简洁' })),
  author: Type.Optional(Type.String({ minLength: 1, maxLength: 16, title: '默认作者', description: '稿件没有作者时使用，不超过 16 个字' })),
  contentSourceUrl: Type.Optional(Type.Boolean({ default: true, title: '阅读原文', description: '文末“阅读原文”指向本站的文章页' })),
  needOpenComment: Type.Optional(Type.Boolean({ default: false, title: '打开留言', description: '账号须有留言功能' })),
  onlyFansCanComment: Type.Optional(Type.Boolean({ default: false, title: '只有粉丝可以留言' })),
  callbackToken: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z]{3,32}$', writeOnly: true, title: '消息推送 Token', description: '与公众平台“消息推送”里填写的一致；不填则只靠查询得到发布结果' })),
  encodingAESKey: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z]{43}$', writeOnly: true, title: 'EncodingAESKey', description: '填写后只接受加密推送（兼容模式或安全模式），建议填写' })),
  accountKind: Type.Optional(Type.Union([Type.Literal('subscription'), Type.Literal('service')], { title: '账号类型', description: 'subscription：公众号（原订阅号）；service：服务号。用来说明群发次数的规则' })),
  greeting: Type.Optional(replyText('关注后的问候', '有人关注时回复的话；不填则不回复')),
  keywordReplies: Type.Optional(Type.Array(keywordRule, { maxItems: 200, title: '关键词回复', description: '从上到下，先符合的先用；都不符合时检索已发布的内容' })),
  searchReplies: Type.Optional(Type.Boolean({ default: true, title: '检索回复', description: '用已发布的内容回答粉丝的提问和菜单里的检索按钮' })),
  noneFound: Type.Optional(replyText('没有找到时的回复', '检索不到内容时回复的话')),
}, {
  additionalProperties: false,
  examples: [
    { appId: 'wx1234567890abcdef', appSecret: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', mode: 'draft' },
    {
      appId: 'wx1234567890abcdef', appSecret: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', apiBase: 'https://api.weixin.qq.com', mode: 'publish', theme: 'plain',
      author: '市跑改办', contentSourceUrl: true, needOpenComment: false, onlyFansCanComment: false,
      accountKind: 'subscription', greeting: '您好，欢迎关注！直接输入想办的事，如“公积金提取”，即可查到办事指南。', searchReplies: true, noneFound: '没有找到，请换个说法，或拨打 12345。',
      keywordReplies: [{ keywords: ['人工', '客服'], reply: '人工服务请拨打 12345，工作日 9:00–17:00。' }, { keywords: ['你好'], isWhole: true, reply: '您好，请问想办什么事？' }],
      callbackToken: 'pushtoken20261123', encodingAESKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
    },
  ],
});
export type WechatSettings = Static<typeof wechatSettings>;

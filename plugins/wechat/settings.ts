import { Type, type Static } from 'typebox';

/** Where WeChat listens; `apiBase` replaces it by a simulator's address. */
export const officialApi = 'https://api.weixin.qq.com';

/** https anywhere, plain http only on this machine: the address carries the token. */
const apiBasePattern = '^(https://[^\\s/?#@]+|http://(127\\.0\\.0\\.1|localhost|\\[::1\\])(:\\d{1,5})?)(/[\\w.-]+)*/?$';

/** WeChat takes 2048 bytes of text; 600 characters of any kind below U+10000 fit. */
const replyText = (title: string, titleEn: string, description: string, descriptionEn: string) => Type.String({ minLength: 1, maxLength: 600, title, titleEn, description, descriptionEn });

const keywordRule = Type.Object({
  keywords: Type.Array(Type.String({ minLength: 1, maxLength: 30 }), { minItems: 1, maxItems: 20, title: '关键词', titleEn: 'Keywords' }),
  isWhole: Type.Optional(Type.Boolean({ default: false, title: '全匹配', titleEn: 'Whole match', description: '只有整句就是关键词时才回复；否则句中含有即可', descriptionEn: 'Only when the whole message is the keyword; else when it holds it' })),
  reply: replyText('回复', 'Reply', '可含网址', 'May hold addresses'),
}, { additionalProperties: false });

/** What an operator says about one official account. */
export const wechatSettings = Type.Object({
  appId: Type.String({ pattern: '^wx[0-9A-Za-z]{8,30}$', title: 'AppID', titleEn: 'AppID', description: '公众号的开发者 ID，wx 开头', descriptionEn: 'The account’s developer id; begins with wx' }),
  appSecret: Type.String({ pattern: '^[0-9A-Za-z]{16,64}$', writeOnly: true, title: 'AppSecret', titleEn: 'AppSecret', description: '在微信开发者平台生成；同时把本系统的出口 IP 加入 IP 白名单', descriptionEn: 'Made at the WeChat developer platform; put this server’s outgoing address on its IP whitelist' }),
  apiBase: Type.Optional(Type.String({ pattern: apiBasePattern, maxLength: 300, default: officialApi, title: '接口地址', titleEn: 'API address', description: '一般不填；演示和测试时填模拟器的地址', descriptionEn: 'Usually empty; the simulator’s in demos and tests' })),
  mode: Type.Union([Type.Literal('draft'), Type.Literal('publish')], {
    default: 'draft', title: '送达方式', titleEn: 'How it is delivered', description: 'draft：只送到草稿箱，由人在公众平台发布（未认证账号只能用这种）；publish：送草稿后自动发布（不推送给粉丝，不占群发次数）', descriptionEn: 'draft: left as a draft for a person to publish (unverified accounts can do this only); publish: published by itself, without a push to followers',
  }),
  theme: Type.Optional(Type.Union([Type.Literal('blue'), Type.Literal('plain')], { default: 'blue', title: '版式', titleEn: 'Layout', description: 'blue：政务蓝；plain：简洁', descriptionEn: 'blue: official blue; plain: plain' })),
  author: Type.Optional(Type.String({ minLength: 1, maxLength: 16, title: '默认作者', titleEn: 'Author', description: '稿件没有作者时使用，不超过 16 个字', descriptionEn: 'When a content has none; at most 16 characters' })),
  contentSourceUrl: Type.Optional(Type.Boolean({ default: true, title: '阅读原文', titleEn: 'Link to the original', description: '文末“阅读原文”指向本站的文章页', descriptionEn: '“Read the original” below the text leads to this site' })),
  needOpenComment: Type.Optional(Type.Boolean({ default: false, title: '打开留言', titleEn: 'Comments', description: '账号须有留言功能', descriptionEn: 'The account must have them' })),
  onlyFansCanComment: Type.Optional(Type.Boolean({ default: false, title: '只有粉丝可以留言', titleEn: 'Comments by followers only' })),
  callbackToken: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z]{3,32}$', writeOnly: true, title: '消息推送 Token', titleEn: 'Push token', description: '与公众平台“消息推送”里填写的一致；不填则只靠查询得到发布结果', descriptionEn: 'As in the console’s message push; without it, results are asked for only' })),
  encodingAESKey: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z]{43}$', writeOnly: true, title: 'EncodingAESKey', titleEn: 'EncodingAESKey', description: '填写后只接受加密推送（兼容模式或安全模式），建议填写', descriptionEn: 'Filled in, only encrypted pushes are taken; advised' })),
  accountKind: Type.Optional(Type.Union([Type.Literal('subscription'), Type.Literal('service')], { title: '账号类型', titleEn: 'Kind of account', description: 'subscription：公众号（原订阅号）；service：服务号。用来说明群发次数的规则', descriptionEn: 'subscription: subscription account; service: service account' })),
  greeting: Type.Optional(replyText('关注后的问候', 'Greeting', '有人关注时回复的话；不填则不回复', 'Said to who follows; nothing when empty')),
  keywordReplies: Type.Optional(Type.Array(keywordRule, { maxItems: 200, title: '关键词回复', titleEn: 'Keyword replies', description: '从上到下，先符合的先用；都不符合时检索已发布的内容', descriptionEn: 'From the top, the first that matches; else published content is searched' })),
  searchReplies: Type.Optional(Type.Boolean({ default: true, title: '检索回复', titleEn: 'Answers by search', description: '用已发布的内容回答粉丝的提问和菜单里的检索按钮', descriptionEn: 'Followers’ questions and search buttons of the menu are answered from what is published' })),
  noneFound: Type.Optional(replyText('没有找到时的回复', 'When nothing is found', '检索不到内容时回复的话', 'Said when the search finds nothing')),
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

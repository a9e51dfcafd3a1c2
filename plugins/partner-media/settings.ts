import { Type, type Static } from 'typebox';

/** `whsec_` and the base64 of 24 to 64 random bytes, as Standard Webhooks writes secrets. */
const secretPattern = '^whsec_[A-Za-z0-9+/]{32,86}={0,2}$';

/** What an operator says about one partner's endpoint. */
export const partnerMediaSettings = Type.Object({
  url: Type.String({ pattern: '^https?://[^\\s/?#@]+([/?][^\\s#]*)?$', maxLength: 2000, title: '接收地址', description: '合作媒体提供的 https 地址' }),
  secret: Type.String({ pattern: secretPattern, writeOnly: true, title: '签名密钥', description: 'whsec_ 开头，双方各存一份' }),
  previousSecret: Type.Optional(Type.String({
    pattern: secretPattern, writeOnly: true, title: '上一个签名密钥', description: '更换密钥期间填写：两个密钥都签名，对方换好后删除',
  })),
  provider: Type.String({ minLength: 1, maxLength: 100, title: '供稿单位', description: '写在每条稿件的来源里' }),
  profile: Type.Optional(Type.String({ minLength: 1, maxLength: 100, title: '稿件类型标识', description: 'ninjs 的 profile，默认为稿件种类' })),
  mode: Type.Optional(Type.Union([Type.Literal('full'), Type.Literal('link')], {
    default: 'full', title: '正文', description: 'full：带正文，超过字节上限时自动只给链接；link：总是只给链接',
  })),
  maxBytes: Type.Optional(Type.Integer({
    minimum: 4000, maximum: 1_000_000, default: 20_000, title: '字节上限', description: 'Standard Webhooks 建议不超过 20 kB；对方能收更大的可以调高',
  })),
  rightsUrl: Type.Optional(Type.String({ pattern: '^https?://\\S+$', title: '版权说明地址' })),
  usageTerms: Type.Optional(Type.String({ maxLength: 500, title: '使用条件' })),
  mapping: Type.Optional(Type.String({
    minLength: 1, maxLength: 10_000, title: '字段映射', description: 'JSONata 表达式：把 ninjs 稿件（$）变成对方要的 JSON，另有 $action、$type、$timestamp 可用。不填则发标准格式',
  })),
  plainHttp: Type.Optional(Type.Boolean({ default: false, title: '允许不加密的 http', description: '只用于内网地址；本机地址不需要' })),
}, {
  additionalProperties: false,
  examples: [
    { url: 'https://media.example.cn/yici/hook', secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', provider: '某市跑改办' },
    {
      url: 'https://news.example.cn/in?source=yici', secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD', previousSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      provider: '某市跑改办', profile: 'reform', mode: 'link', maxBytes: 20_000, rightsUrl: 'https://cms.example.gov.cn/rights', usageTerms: '转载请注明来源', plainHttp: false,
    },
  ],
});
export type PartnerMediaSettings = Static<typeof partnerMediaSettings>;

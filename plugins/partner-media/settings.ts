import { Type, type Static } from 'typebox';

/** `whsec_` and the base64 of 24 to 64 random bytes, as Standard Webhooks writes secrets. */
const secretPattern = '^whsec_[A-Za-z0-9+/]{32,86}={0,2}$';

/** What an operator says about one partner's endpoint. */
export const partnerMediaSettings = Type.Object({
  url: Type.String({ pattern: '^https?://[^\\s/?#@]+([/?][^\\s#]*)?$', maxLength: 2000, title: '接收地址', titleEn: 'Address', description: '合作媒体提供的 https 地址', descriptionEn: 'The https address that the partner gives' }),
  secret: Type.String({ pattern: secretPattern, writeOnly: true, title: '签名密钥', titleEn: 'Signing secret', description: 'whsec_ 开头，双方各存一份', descriptionEn: 'Begins with whsec_; both sides keep it' }),
  previousSecret: Type.Optional(Type.String({
    pattern: secretPattern, writeOnly: true, title: '上一个签名密钥', titleEn: 'Signing secret before', description: '更换密钥期间填写：两个密钥都签名，对方换好后删除', descriptionEn: 'While it is replaced: both sign; remove it when the partner is done',
  })),
  provider: Type.String({ minLength: 1, maxLength: 100, title: '供稿单位', titleEn: 'Provider', description: '写在每条稿件的来源里', descriptionEn: 'Named as the source of every item' }),
  profile: Type.Optional(Type.String({ minLength: 1, maxLength: 100, title: '稿件类型标识', titleEn: 'Profile', description: 'ninjs 的 profile，默认为稿件种类', descriptionEn: 'The profile of ninjs; the kind of content when empty' })),
  mode: Type.Optional(Type.Union([Type.Literal('full'), Type.Literal('link')], {
    default: 'full', title: '正文', titleEn: 'Text', description: 'full：带正文，超过字节上限时自动只给链接；link：总是只给链接', descriptionEn: 'full: with the text, a link only when it is too large; link: always a link only',
  })),
  maxBytes: Type.Optional(Type.Integer({
    minimum: 4000, maximum: 1_000_000, default: 20_000, title: '字节上限', titleEn: 'Most bytes', description: 'Standard Webhooks 建议不超过 20 kB；对方能收更大的可以调高', descriptionEn: 'Standard Webhooks advises 20 kB at most; raise it when they take more',
  })),
  rightsUrl: Type.Optional(Type.String({ pattern: '^https?://\\S+$', title: '版权说明地址', titleEn: 'Address of the rights' })),
  usageTerms: Type.Optional(Type.String({ maxLength: 500, title: '使用条件', titleEn: 'Terms of use' })),
  mapping: Type.Optional(Type.String({
    minLength: 1, maxLength: 10_000, title: '字段映射', titleEn: 'Field mapping', description: 'JSONata 表达式：把 ninjs 稿件（$）变成对方要的 JSON，另有 $action、$type、$timestamp 可用。不填则发标准格式', descriptionEn: 'JSONata that turns the ninjs item ($) into the JSON they want; $action, $type and $timestamp are there too. The standard format, when empty',
  })),
  plainHttp: Type.Optional(Type.Boolean({ default: false, title: '允许不加密的 http', titleEn: 'Allow plain http', description: '只用于内网地址；本机地址不需要', descriptionEn: 'For addresses within the house only; this machine needs none' })),
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

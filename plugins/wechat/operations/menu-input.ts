import { Type, type Static } from 'typebox';

/** What a button does when it is pressed. `other` is a kind that only the console can make; it is kept as it is. */
const target = {
  kind: Type.Union([Type.Literal('search'), Type.Literal('link'), Type.Literal('article'), Type.Literal('other')], { default: 'search', title: '点击后', titleEn: 'When pressed', description: 'search：用检索词回答；link：打开网址；article：打开已发布的公众号文章；other：其他，原样保留', descriptionEn: 'search: answers by search words; link: opens an address; article: opens a published article; other: something else, kept as it is' }),
  query: Type.Optional(Type.String({ minLength: 1, maxLength: 128, onlyIf: { kind: 'search' }, title: '检索词', titleEn: 'Search words', description: '如“公积金提取”，最多 128 字节', descriptionEn: 'Such as 公积金提取; at most 128 bytes' })),
  url: Type.Optional(Type.String({ minLength: 1, maxLength: 1024, onlyIf: { kind: 'link' }, title: '网址', titleEn: 'Address', description: 'http 或 https 开头，最多 1024 字节', descriptionEn: 'Begins with http or https; at most 1024 bytes' })),
  articleId: Type.Optional(Type.String({ minLength: 1, maxLength: 128, onlyIf: { kind: 'article' }, title: '文章编号', titleEn: 'Article id', description: '公众号已发布文章的 article_id', descriptionEn: 'The article_id of a published article' })),
  raw: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { onlyIf: { kind: 'other' }, title: '原样内容', titleEn: 'As it is' })),
};

const subButton = Type.Object({ name: Type.String({ minLength: 1, maxLength: 60, title: '名称', titleEn: 'Name', description: '最多 60 字节，约 20 个字', descriptionEn: 'At most 60 bytes, some 20 Chinese characters' }), ...target }, { additionalProperties: false });

const topButton = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 16, title: '名称', titleEn: 'Name', description: '最多 16 字节，约 5 个字', descriptionEn: 'At most 16 bytes, some 5 Chinese characters' }),
  ...target,
  children: Type.Optional(Type.Array(subButton, { minItems: 1, maxItems: 5, title: '二级菜单', titleEn: 'Sub-menu', description: '有二级菜单时，本级只展开不跳转', descriptionEn: 'With one, this button only opens it' })),
}, { additionalProperties: false });

/** The menu of an account, as an operator fills it in. */
export const menuInput = Type.Object({ buttons: Type.Array(topButton, { minItems: 1, maxItems: 3, title: '菜单', titleEn: 'Menu' }) }, {
  additionalProperties: false,
  examples: [{ buttons: [
    { name: '办事', kind: 'search', children: [{ name: '公积金提取', kind: 'search', query: '公积金提取' }, { name: '不动产登记', kind: 'search', query: '不动产登记' }] },
    { name: '政务网', kind: 'link', url: 'https://www.zjzwfw.gov.cn/' },
  ] }],
});
export type MenuInput = Static<typeof menuInput>;
export type TopButton = MenuInput['buttons'][number];
export type SubButton = Static<typeof subButton>;

import { defineKind } from '../kinds.js';

/** 文章: news, policy, experience. */
export const article = defineKind({
  name: 'article',
  typeName: 'Article',
  plural: 'articles',
  label: { zh: '文章', en: 'Article' },
  description: '文章: news, a policy, an experience told in prose.',
  fields: {},
});

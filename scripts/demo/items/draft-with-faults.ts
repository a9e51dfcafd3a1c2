import type { DemoArticle } from '../item.js';

/** Left as a draft: it shows what the checks find. Every fault in it is on purpose; the telephone number is an operator's own service number. */
export const draftWithFaults: DemoArticle = {
  kind: 'article',
  slug: 'draft-with-faults',
  title: '西湖区便民服务点延伸到村社（待校对）',
  summary: '西湖区把公民个人办事事项下沉到村社便民服务点，部份事项实现就近办理，群众步行十五分钟即可到达。',
  body: `西湖区近日在 30 个村社设立便民服务点,群众在家门口就能办理社保、医保等 46 项业务。

## 就近办

服务点配备帮办员，既使不会用智能手机的老年人，也能在帮办员的协助下办理。有居民说，这是他见过的最佳服务。

## 联系方式

如需预约上门服务，请联系帮办员小叶，手机13800138000。

*（演示稿件：本稿特意留有差错，用来演示校对功能。）*
`,
  unitSlug: 'xihu',
  topicSlugs: ['convenience', 'citizens-errands'],
  tags: ['便民服务', '乡镇街道'],
  place: '西湖区',
  importance: 1,
  isOriginal: false,
  author: '叶青',
  occurredAt: '2026-11-18T09:00:00+08:00',
  cover: 'counter',
  alt: '办事窗口，里外各坐一人',
  stage: 'draft',
  kindFields: {},
};

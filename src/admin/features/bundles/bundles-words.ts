import { defineWords } from '../../app/words.js';

export const bundlesWords = defineWords('bundles', {
  zh: {
    note: '把 2 到 8 篇已发布的稿件合成一条公众号图文，按排定的次序送达；之后每篇各自更正、撤稿。', compose: '组成多图文', none: '还没有多图文', noneWhy: '选几篇已发布的稿件，排好次序，合成一条送到公众号草稿箱。第一篇是头条，封面最大。',
    parts: '{{count}} 篇', by: '{{name}} 组成于', openDelivery: '分发详情', massSend: '申请群发', openThere: '在对方页面查看', lead: '头条',
    destination: '公众号', chooseDestination: '送到哪个公众号', noDestination: '没有接收多图文的渠道。请管理员先新增一个公众号。', add: '添加稿件', addHint: '查找已发布的稿件', chosen: '次序', chosenNote: '拖动排序；或选中一行后按 Alt + ↑ ↓，Delete 移除。', full: '最多 {{most}} 篇', few: '至少选 2 篇', nothing: '还没有选稿件', nothingWhy: '在上面查找已发布的稿件，逐篇添加。',
    up: '上移《{{title}}》', down: '下移《{{title}}》', remove: '移除《{{title}}》', removed: '已移除《{{title}}》', noCover: '没有封面，公众号要求每篇有封面图', preview: '预览', previewNote: '公众号里的样子', readPart: '阅读《{{title}}》', send: '送到草稿箱', sendTo: '送到「{{name}}」', sent: '已提交，正在送达', notPublished: '有 {{count}} 篇不是已发布状态，没有加入。',
  },
  en: {
    note: 'Two to eight published contents as one message of a WeChat account, in your order; afterwards each is corrected and retracted by itself.', compose: 'Compose a bundle', none: 'No bundles yet', noneWhy: 'Choose some published contents, put them in order and send them to the account’s drafts as one. The first leads, with the large cover.',
    parts: '{{count}} contents', parts_one: '{{count}} content', by: 'composed by {{name}}', openDelivery: 'The delivery', massSend: 'Ask for a mass send', openThere: 'Open it there', lead: 'Leads',
    destination: 'Account', chooseDestination: 'Which account', noDestination: 'No outlet takes bundles. An administrator adds a WeChat account first.', add: 'Add a content', addHint: 'Find what is published', chosen: 'Order', chosenNote: 'Drag to sort; or choose a row and press Alt with ↑ ↓; Delete takes it out.', full: 'At most {{most}}', few: 'Choose at least two', nothing: 'Nothing chosen yet', nothingWhy: 'Find published contents above and add them one by one.',
    up: 'Move {{title}} up', down: 'Move {{title}} down', remove: 'Take out {{title}}', removed: 'Took out {{title}}', noCover: 'No cover; WeChat asks for one for each', preview: 'Preview', previewNote: 'As followers see it', readPart: 'Read {{title}}', send: 'Send to the drafts', sendTo: 'Send to {{name}}', sent: 'Handed over; it is on its way', notPublished: '{{count}} are not published and were left out.', notPublished_one: 'One is not published and was left out.',
  },
});

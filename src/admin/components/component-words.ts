import { defineWords } from '../app/words.js';

export const componentWords = defineWords('components', {
  zh: {
    unread: '有些选项没有读到，下面的选择可能不全。',
    undo: '撤销', previous: '上一页', next: '下一页', total: '共 {{count}} 条', perPage: '每页', chooseAll: '选择本页全部', pages: '翻页', loading: '正在加载…', copy: '复制', copied: '已复制',
    article: '文章', case: '案例', video: '视频', content: '内容',
    draft: '草稿', inReview: '审核中', returned: '已退回', approved: '已通过', scheduled: '待发布', released: '已发布',
    unpublished: '未发布', published: '读者可见', retracted: '已撤稿',
    justNow: '刚刚', zone: '北京时间', words: '{{count}} 字', image: '图片', noChanges: '内容没有改动。', sameBlocks: '…… 相同的 {{count}} 段',
    contributor: '报送员', editor: '编辑', reviewer: '审核', chiefEditor: '签发', operator: '运营', administrator: '管理员', partner: '合作媒体',
    dictionaryWords: '错敏词', dictionaryExtremes: '极限词', dictionaryLeaders: '领导姓名职务', dictionarySources: '来源白名单', dictionaryVersion: '{{name}} 第 {{edition}} 版', dictionaryShipped: '{{name}} {{edition}}',
  },
  en: {
    unread: 'Some choices could not be read; what is offered may not be complete.',
    undo: 'Undo', previous: 'Previous', next: 'Next', total: '{{count}} items', total_one: '{{count}} item', perPage: 'Per page', chooseAll: 'Choose all on this page', pages: 'Pages', loading: 'Loading…', copy: 'Copy', copied: 'Copied',
    article: 'Article', case: 'Case', video: 'Video', content: 'Content',
    draft: 'Draft', inReview: 'In review', returned: 'Returned', approved: 'Approved', scheduled: 'Scheduled', released: 'Released',
    unpublished: 'Unpublished', published: 'Public', retracted: 'Retracted',
    justNow: 'just now', zone: 'Beijing time', words: '{{count}} characters', image: 'Image', noChanges: 'Nothing was changed.', sameBlocks: '… {{count}} equal paragraphs', sameBlocks_one: '… one equal paragraph',
    contributor: 'Contributor', editor: 'Editor', reviewer: 'Reviewer', chiefEditor: 'Chief editor', operator: 'Operator', administrator: 'Administrator', partner: 'Partner outlet',
    dictionaryWords: 'Wrong words', dictionaryExtremes: 'Extreme words', dictionaryLeaders: 'Names and posts', dictionarySources: 'Known sources', dictionaryVersion: '{{name}}, version {{edition}}', dictionaryShipped: '{{name}} {{edition}}',
  },
});

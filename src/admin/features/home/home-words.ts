import { defineWords } from '../../app/words.js';

export const homeWords = defineWords('home', {
  zh: {
    morning: '早上好，{{name}}', noon: '中午好，{{name}}', afternoon: '下午好，{{name}}', evening: '晚上好，{{name}}',
    returned: '退回待修改', returnedNone: '没有被退回的稿件', returnedWhy: '审核退回的稿件会出现在这里，并附退回理由。', all: '全部 {{count}} 条', by: '{{name}} 保存', noUnit: '未定单位',
    scheduled: '今日待发布', scheduledLater: '之后还有 {{count}} 条', scheduledNone: '今天没有定时发布的内容。', overdue: '已到时间',
    newest: '最近发布', newestNone: '还没有发布过内容。',
    firstSteps: '第一次使用：从一篇稿件到送达', firstStepsWhy: '一篇稿件走完全程只需五步。高亮的是您的角色可以做的，其余请相应角色的同事来做（演示环境可换账号体验）。', hide: '不再显示', progress: '已完成 {{done}} / {{total}}', yours: '您来做', goThere: '去做',
    write: '撰写或导入一篇稿件', writeHow: '填写标题、摘要和正文；也可以直接导入 Word 文件。', submit: '提交审核', submitHow: '在稿件页检查提示项，确认后送审。', sign: '三审签署', signHow: '初审、复审、终审由三位不同的人完成，撰稿人不能审自己的稿。', publish: '发布', publishHow: '终审通过后立即发布，或设定发布时间。', deliver: '查看送达', deliverHow: '在分发台账里看每个渠道是否收到，以及对方的回执。',
    writeWho: '报送员、编辑', signWho: '编辑、审核、签发', publishWho: '签发、运营', deliverWho: '运营', done: '标记为已完成',
  },
  en: {
    morning: 'Good morning, {{name}}', noon: 'Good day, {{name}}', afternoon: 'Good afternoon, {{name}}', evening: 'Good evening, {{name}}',
    returned: 'Returned for changes', returnedNone: 'Nothing was returned', returnedWhy: 'What a reviewer sends back appears here, with the reason.', all: 'All {{count}}', by: 'saved by {{name}}', noUnit: 'no unit',
    scheduled: 'Scheduled today', scheduledLater: '{{count}} more later', scheduledNone: 'Nothing is scheduled for today.', overdue: 'due now',
    newest: 'Recently published', newestNone: 'Nothing has been published yet.',
    firstSteps: 'First time here: from a text to its delivery', firstStepsWhy: 'Five steps take a text all the way. Those marked are for your role; ask a colleague for the others (in the demo, sign in as one).', hide: 'Do not show again', progress: '{{done}} of {{total}} done', yours: 'yours', goThere: 'Go',
    write: 'Write or import a text', writeHow: 'Give it a title, a summary and a body, or import a Word file.', submit: 'Hand it to review', submitHow: 'Look at what the checks found, then submit.', sign: 'Three signatures', signHow: 'First, second and final review by three different people; nobody signs their own text.', publish: 'Publish', publishHow: 'At once, or at a time you set, after the final signature.', deliver: 'See it arrive', deliverHow: 'The ledger shows which outlet has it, with the receipt.',
    writeWho: 'Contributor, editor', signWho: 'Editor, reviewer, chief editor', publishWho: 'Chief editor, operator', deliverWho: 'Operator', done: 'Mark as done',
  },
});

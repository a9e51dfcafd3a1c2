import { defineWords } from '../../app/words.js';

export const homeWords = defineWords('home', {
  zh: {
    morning: '早上好，{{name}}', noon: '中午好，{{name}}', afternoon: '下午好，{{name}}', evening: '晚上好，{{name}}',
    returned: '退回待修改', returnedNone: '没有被退回的稿件。退回时，理由会写在这里。', all: '全部 {{count}} 条',
    drafts: '我的草稿', draftsNone: '没有写到一半的稿件。', words: '{{count}} 字', bodyless: '还没有正文', approved: '待发布', approvedNone: '没有等待发布的稿件。三审通过的会出现在这里。', toCorrect: '更正',
    scheduled: '今日待发布', scheduledLater: '之后还有 {{count}} 条', scheduledNone: '今天没有定时发布的内容。', overdue: '已到时间',
    newest: '最近发布', newestNone: '还没有发布过内容。',
    attention: '需要处理的分发', attentionNone: '没有卡住的分发，一切正常。', refused: '被拒', dead: '多次失败', unclear: '结果不明', closed: '渠道已停用',
    unitProgress: '{{name}}的稿件', unitDrafts: '草稿', unitInReview: '审核中', unitReturned: '退回待改', unitApproved: '待发布', unitPublic: '读者可见',
    trend: '近 {{count}} 天', releasesByDay: '发布', arrivalsByDay: '送达', published: '发布', corrected: '更正', retracted: '撤稿', notArrived: '未送达', nothingReleased: '近 {{count}} 天没有发布。发布后，这里按天显示发布与送达的数量。', asTable: '看数字', asChart: '看图', day: '日期',
    firstSteps: '第一次使用：从一篇稿件到送达', firstStepsWhy: '跟着做五步，一篇稿件就送到各渠道。每做完一步自动打勾；离开本页后，当前这一步会一直显示在页面上方。', hide: '不再显示', progress: '{{done}} / {{total}}', doneStep: '已完成', now: '现在做', goThere: '去做', switchTo: '换成{{name}}（{{role}}）去做', askColleague: '请{{role}}来做', again: '再走一遍',
    write: '写一篇稿件', writeHow: '起个标题，按「创建草稿」，再写正文、按「保存」。也可以在「稿件」页导入 Word 文件。', submit: '送审', submitHow: '看一眼右侧「检查」：标为「拦截」的先改好，然后按「送审」（有改动时是「保存并送审」）。被退回的稿件按理由修改后再送审。', sign: '三审签署', signHow: '初审、复审、终审由三位不同的人完成：逐项勾选核对清单，然后按「签署」。', signed: '已签 {{count}} / {{total}}', publish: '发布', publishHow: '在稿件旁按「立即发布」并确认；也可以「定时发布」。', deliver: '看着它送达', deliverHow: '「分发」页逐个渠道显示是否收到和对方的回执，变绿即已送达，通常几秒内完成；停下的会写明对方的原话和怎么办。', arrived: '已送达 {{confirmed}} / {{total}}',
    finished: '《{{title}}》已送达全部渠道。', finishedHow: '接下来试试更正或撤稿：收到过旧版的每个渠道都会收到通知。',
    backHome: '回首页', leaveStrip: '收起引导', cast: '用哪个演示账号', demoPassword: '按钮会直接换账号；也可以退出后自己登录，演示账号的密码都是', FIRST: '初审', SECOND: '复审', FINAL: '终审', LEADER: '领导审',
    CONTRIBUTOR: '报送员', EDITOR: '编辑', REVIEWER: '审核', CHIEF_EDITOR: '签发', OPERATOR: '运营',
  },
  en: {
    morning: 'Good morning, {{name}}', noon: 'Good day, {{name}}', afternoon: 'Good afternoon, {{name}}', evening: 'Good evening, {{name}}',
    returned: 'Returned for changes', returnedNone: 'Nothing was returned. When it is, the reason stands here.', all: 'All {{count}}',
    drafts: 'My drafts', draftsNone: 'Nothing is half written.', words: '{{count}} characters', words_one: '{{count}} character', bodyless: 'no body yet', approved: 'Ready to publish', approvedNone: 'Nothing waits to be published. What has all its signatures appears here.', toCorrect: 'correction',
    scheduled: 'Scheduled today', scheduledLater: '{{count}} more later', scheduledNone: 'Nothing is scheduled for today.', overdue: 'due now',
    newest: 'Recently published', newestNone: 'Nothing has been published yet.',
    attention: 'Deliveries that need you', attentionNone: 'Nothing is stuck.', refused: 'refused', dead: 'gave up', unclear: 'unclear', closed: 'outlet closed',
    unitProgress: 'Texts of {{name}}', unitDrafts: 'drafts', unitInReview: 'in review', unitReturned: 'returned', unitApproved: 'to publish', unitPublic: 'public',
    trend: 'The last {{count}} days', releasesByDay: 'Published', arrivalsByDay: 'Delivered', published: 'published', corrected: 'corrected', retracted: 'retracted', notArrived: 'did not arrive', nothingReleased: 'Nothing was published in the last {{count}} days. What is published and delivered is drawn here, day by day.', asTable: 'Numbers', asChart: 'Chart', day: 'Day',
    firstSteps: 'First time here: from a text to its delivery', firstStepsWhy: 'Five steps bring a text to every outlet. Each is ticked by itself when it is done; the step to do goes along above every page.', hide: 'Do not show again', progress: '{{done}} of {{total}}', doneStep: 'done', now: 'now', goThere: 'Go', switchTo: 'Go on as {{name}} ({{role}})', askColleague: 'For the {{role}}', again: 'Once more',
    write: 'Write a text', writeHow: 'Give it a title, press Create the draft, write the body and press Save. Or import a Word file on the page Content.', submit: 'Submit it for review', submitHow: 'Look at Checks on the right: mend what blocks, then press Submit for review (Save and submit after a change). What was returned is mended as the reason says, and submitted again.', sign: 'Three signatures', signHow: 'First, second and final review by three different people: tick the checklist, then press Sign.', signed: '{{count}} of {{total}} signed', publish: 'Publish', publishHow: 'Beside the text, press Publish now and confirm; or schedule it.', deliver: 'See it arrive', deliverHow: 'The page Deliveries shows each outlet and its receipt; green means delivered. It usually takes seconds; what stops says why, in the outlet’s own words, and what to do.', arrived: '{{confirmed}} of {{total}} delivered',
    finished: '“{{title}}” has arrived everywhere.', finishedHow: 'Now try a correction or a retraction: every outlet that had the earlier version is told.',
    backHome: 'Back to the home page', leaveStrip: 'Close the guide', cast: 'Accounts of the demo to use', demoPassword: 'The button changes accounts; or sign out and in yourself. The password of every demo account is', FIRST: 'First', SECOND: 'Second', FINAL: 'Final', LEADER: 'Leader',
    CONTRIBUTOR: 'contributor', EDITOR: 'editor', REVIEWER: 'reviewer', CHIEF_EDITOR: 'chief editor', OPERATOR: 'operator',
  },
});

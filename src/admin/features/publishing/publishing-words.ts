import { defineWords } from '../../app/words.js';

export const publishingWords = defineWords('publishing', {
  zh: {
    next: '下一步', submit: '送审', submitted: '已送审，等待初审', publish: '立即发布', published: '已发布，正在分发', schedule: '定时发布', reschedule: '改时间', unschedule: '取消定时', unscheduled: '已取消定时', scheduled: '已设定时间',
    correct: '更正', corrected: '更正已发布，正在通知各渠道', retract: '撤稿', retracted: '已撤稿，正在通知各渠道', cancel: '取消',
    publishAsk: '发布后读者立即可见，并按规则分发到各渠道。', publishTitle: '发布「{{title}}」？',
    scheduleTitle: '定时发布', scheduleHint: '北京时间（Asia/Shanghai）。到时自动发布；在此之前修改稿件，签署即失效，定时也随之取消。', at: '发布时间',
    correctTitle: '发布更正', correctHint: '读者看到的内容会被本次通过的稿次替换，所有收到过早先版本的渠道都会收到更正。', correctNote: '更正说明（会告知各渠道）', correctNoteNeeded: '定时更正需要写明更正说明',
    retractTitle: '撤回已发布的稿件', retractHint: '读者将看不到这篇稿件，所有收到过它的渠道都会收到撤稿通知。已经转载或转发出去的内容无法收回。', retractReason: '撤稿理由（会告知各渠道）', retractConfirm: '确认撤稿',
    told: '将告知 {{count}} 个渠道：{{names}}', toldNobody: '目前没有渠道收到过它。',
    progress: '第 {{version}} 版：{{count}} 个渠道中已有 {{confirmed}} 个确认', planning: '正在安排分发…', nobody: '没有匹配的渠道', waiting: '未确认', nothing: '这篇稿件现在没有您可以做的操作。',
    import: '导入文件', importTitle: '导入 Word、Markdown 或网页文件', importHint: '支持 .docx、.md、.html，最大 50 MB。图片会一并导入。', choose: '选择文件', credit: '图片作者或来源', creditHint: '没有署名的图片不能通过审核', original: '本单位原创', importing: '正在导入…', imported: '已导入《{{title}}》', report: '导入时的改动', look: '查看稿件', kind: '稿件类型', again: '再导入一个',
  },
  en: {
    next: 'Next', submit: 'Submit for review', submitted: 'Submitted; the first review is next', publish: 'Publish now', published: 'Published; deliveries are under way', schedule: 'Schedule', reschedule: 'Change the time', unschedule: 'Unschedule', unscheduled: 'The time was taken away', scheduled: 'The time is set',
    correct: 'Correct', corrected: 'Corrected; every outlet is being told', retract: 'Retract', retracted: 'Retracted; every outlet is being told', cancel: 'Cancel',
    publishAsk: 'Readers see it at once, and it is delivered to every outlet whose rule it matches.', publishTitle: 'Publish “{{title}}”?',
    scheduleTitle: 'Schedule the publication', scheduleHint: 'Time in Hangzhou (Asia/Shanghai). An edit before then voids the signatures and the time.', at: 'Publication time',
    correctTitle: 'Publish a correction', correctHint: 'What readers see is replaced by the approved revision, and every outlet that has an earlier version is told.', correctNote: 'What was wrong (outlets are told)', correctNoteNeeded: 'A scheduled correction needs a note',
    retractTitle: 'Retract what is published', retractHint: 'Readers see it no more, and every outlet that has it is told. What others reprinted or forwarded cannot be taken back.', retractReason: 'Why (outlets are told)', retractConfirm: 'Retract',
    told: '{{count}} outlets will be told: {{names}}', told_one: '{{count}} outlet will be told: {{names}}', toldNobody: 'No outlet has it yet.',
    progress: 'Version {{version}}: {{confirmed}} of {{count}} outlets confirmed', planning: 'Deliveries are being planned…', nobody: 'No outlet matches', waiting: 'Not confirmed', nothing: 'There is nothing for you to do with it now.',
    import: 'Import a file', importTitle: 'Import a Word, Markdown or HTML file', importHint: '.docx, .md or .html, up to 50 MB; pictures come along.', choose: 'Choose a file', credit: 'Credit of the pictures', creditHint: 'A picture without a credit cannot pass review', original: 'Our own work', importing: 'Importing…', imported: 'Imported “{{title}}”', report: 'What the import changed', look: 'Look at it', kind: 'Kind', again: 'Import another',
  },
});

import { defineWords } from '../../app/words.js';

export const deliveriesWords = defineWords('deliveries', {
  zh: {
    all: '全部', WAITING: '待发送', RUNNING: '发送中', ACCEPTED: '对方处理中', HELD: '等待前一版', DELIVERED: '已送达', REFUSED: '被拒收', UNCLEAR: '结果不明', DEAD: '已放弃', CANCELLED: '已取消', SUPERSEDED: '已被后版取代',
    PUBLISH: '发布', CORRECT: '更正', RETRACT: '撤稿', version: '第 {{version}} 版', planned: '安排于', settled: '完成于', due: '下次', late: '已延误', stuck: '需要处理',
    title: '稿件', destination: '渠道', state: '状态', said: '对方答复', when: '时间', openThere: '在对方页面查看', none: '没有分发记录', noneText: '内容发布后，每个匹配的渠道会有一行记录。', states: '状态', attempts: '尝试记录', noAttempts: '还没有尝试过。',
    retry: '重新发送', retried: '已重新排队', cancel: '取消发送', cancelled: '已取消', settleYes: '确认已送达', settleNo: '确认未送达', settledDone: '已登记', reason: '说明（必填，会留存）', ok: '确定', close: '关闭', exchange: '{{method}} {{url}}', noAnswer: '没有答复', ms: '{{ms}} 毫秒', by: '{{who}} 发起',
    O_ACCEPTED: '对方处理中', O_CRASHED: '我方中断', O_DELIVERED: '送达', O_FAILED: '未成功', O_REFUSED: '被拒收', O_UNKNOWN: '结果不明', content: '查看稿件', remote: '对方编号',
  },
  en: {
    all: 'All', WAITING: 'Waiting', RUNNING: 'Running', ACCEPTED: 'They work on it', HELD: 'Earlier version first', DELIVERED: 'Delivered', REFUSED: 'Refused', UNCLEAR: 'Unclear', DEAD: 'Given up', CANCELLED: 'Cancelled', SUPERSEDED: 'Superseded',
    PUBLISH: 'Publish', CORRECT: 'Correct', RETRACT: 'Retract', version: 'Version {{version}}', planned: 'Planned', settled: 'Settled', due: 'Next', late: 'Late', stuck: 'Needs a person',
    title: 'Content', destination: 'Outlet', state: 'State', said: 'Their answer', when: 'When', openThere: 'Open it there', none: 'No deliveries', noneText: 'Once something is published, each matching outlet has a row here.', states: 'State', attempts: 'Attempts', noAttempts: 'Not tried yet.',
    retry: 'Send again', retried: 'Queued again', cancel: 'Cancel', cancelled: 'Cancelled', settleYes: 'It arrived', settleNo: 'It did not arrive', settledDone: 'Noted', reason: 'Why or how it was found out (kept)', ok: 'OK', close: 'Close', exchange: '{{method}} {{url}}', noAnswer: 'No answer', ms: '{{ms}} ms', by: 'by {{who}}',
    O_ACCEPTED: 'They work on it', O_CRASHED: 'Our process ended', O_DELIVERED: 'Delivered', O_FAILED: 'Failed', O_REFUSED: 'Refused', O_UNKNOWN: 'Unclear', content: 'The content', remote: 'Their id',
  },
});

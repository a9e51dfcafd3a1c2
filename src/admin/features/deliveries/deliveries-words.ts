import { defineWords } from '../../app/words.js';

export const deliveriesWords = defineWords('deliveries', {
  zh: {
    all: '全部', WAITING: '待发送', RUNNING: '发送中', ACCEPTED: '对方处理中', HELD: '等待前一版', DELIVERED: '已送达', REFUSED: '被拒收', UNCLEAR: '结果不明', DEAD: '已放弃', CANCELLED: '已取消', SUPERSEDED: '已被后版取代',
    PUBLISH: '发布', CORRECT: '更正', RETRACT: '撤稿', version: '第 {{version}} 版', planned: '安排于', settled: '完成于', due: '下次', late: '已延误', stuck: '需要处理', opening: '正在连接…', live: '实时更新', lost: '实时连接中断，每 4 秒刷新一次',
    anyDestination: '全部渠道', inactive: '已停用', showAll: '显示全部', noneHere: '没有符合条件的分发', noneHereText: '换个状态或渠道看看。', nextTry: '{{when}}再试（已试 {{count}} 次）',
    title: '稿件', destination: '渠道', state: '状态', said: '对方答复', openThere: '在对方页面查看', none: '没有分发记录', noneText: '内容发布后，每个匹配的渠道会有一行记录。', states: '状态', attempts: '尝试记录', noAttempts: '还没有尝试过。',
    retry: '重新发送', retryNow: '立即重试', retried: '已重新排队', retriedLater: '已重新排队；{{until}} 之前不向这个渠道发送，到时自动发出', pauseAsked: '对方要求暂缓，{{until}}（北京时间）之前不向它发送任何稿件；之后自动发出，不用再点。', pauseFailing: '这个渠道接连失败，暂停到 {{until}}（北京时间）；之后先发一条试探，恢复了就自动发出。', pausedTill: '渠道暂停，{{when}}发出', cancel: '取消发送', cancelled: '已取消', settleYes: '确认已送达', settleNo: '确认未送达', settledDone: '已登记', reason: '说明（必填，会留存）', ok: '确定', close: '关闭', exchange: '{{method}} {{url}}', noAnswer: '没有答复', ms: '{{ms}} 毫秒', by: '{{who}} 发起',
    O_ACCEPTED: '对方处理中', O_CRASHED: '我方中断', O_DELIVERED: '送达', O_FAILED: '未成功', O_REFUSED: '被拒收', O_UNKNOWN: '结果不明', content: '查看稿件', remote: '对方编号',
    retryAsk: '再发一次？', retryUnclear: '对方可能已经收到。请先到对方页面看一看；再发可能出现两篇。', retryDelivered: '对方已经确认收到。再发的编号与内容相同，守规矩的接收方会忽略重复。',
    cancelWhy: '取消后这个渠道不会收到这一版；需要时可以再重新发送。', settleYesWhy: '登记后视为已送达，并作为凭证永久保存。', settleNoWhy: '登记后视为未送达，可以重新发送。', whereItRan: '刊登地址（选填）',
    replay: '批量重发', replayHint: '把一段时间内被拒收或已放弃的分发按先后重新发出：一个渠道的，或全部启用渠道的（我方中断之后）。已有后续版本的不会再发。', everyDestination: '全部渠道', from: '从', until: '到', withDelivered: '连同已送达的一起重发（对方丢失了数据时用）', replayCount: '有 {{count}} 条会重新发出。', replayNone: '这段时间内没有需要重发的。',
    replayStart: '重发 {{count}} 条', replayMore: '继续重发', replayDone: '已重新排队 {{count}} 条，跳过 {{skipped}} 条。', receipts: '对方回执', payload: '发出的内容', showPayload: '查看发出的内容', bytes: '{{bytes}} 字节', mayHaveArrived: '可能已有一次送到对方', tries: '尝试次数', action: '动作',
    K_DELIVER: '发送', K_CONFIRM: '询问结果', K_HAND: '人工登记', K_PLAN: '安排', K_REPORT: '对方来报', R_RAN: '已刊登', R_ACCEPTED: '已采用', R_DECLINED: '不采用',
  },
  en: {
    all: 'All', WAITING: 'Waiting', RUNNING: 'Running', ACCEPTED: 'They work on it', HELD: 'Earlier version first', DELIVERED: 'Delivered', REFUSED: 'Refused', UNCLEAR: 'Unclear', DEAD: 'Given up', CANCELLED: 'Cancelled', SUPERSEDED: 'Superseded',
    PUBLISH: 'Publish', CORRECT: 'Correct', RETRACT: 'Retract', version: 'Version {{version}}', planned: 'Planned', settled: 'Settled', due: 'Next', late: 'Late', stuck: 'Needs a person', opening: 'Connecting…', live: 'Live', lost: 'Live connection lost: read every 4 seconds',
    anyDestination: 'Any outlet', inactive: 'closed', showAll: 'Show all', noneHere: 'Nothing here', noneHereText: 'Look at another state or outlet.', nextTry: 'next try {{when}} ({{count}} so far)',
    title: 'Content', destination: 'Outlet', state: 'State', said: 'Their answer', openThere: 'Open it there', none: 'No deliveries', noneText: 'Once something is published, each matching outlet has a row here.', states: 'State', attempts: 'Attempts', noAttempts: 'Not tried yet.',
    retry: 'Send again', retryNow: 'Try now', retried: 'Queued again', retriedLater: 'Queued again. Nothing goes to this outlet before {{until}}; it is sent by itself then', pauseAsked: 'They asked for a pause: nothing is sent to them before {{until}} (Beijing time). It then goes out by itself; there is nothing more to press.', pauseFailing: 'This outlet failed several times in a row and is left alone until {{until}} (Beijing time). One delivery then tries it, and the others follow when it is well.', pausedTill: 'outlet paused, sent {{when}}', cancel: 'Cancel', cancelled: 'Cancelled', settleYes: 'It arrived', settleNo: 'It did not arrive', settledDone: 'Noted', reason: 'Why or how it was found out (kept)', ok: 'OK', close: 'Close', exchange: '{{method}} {{url}}', noAnswer: 'No answer', ms: '{{ms}} ms', by: 'by {{who}}',
    O_ACCEPTED: 'They work on it', O_CRASHED: 'Our process ended', O_DELIVERED: 'Delivered', O_FAILED: 'Failed', O_REFUSED: 'Refused', O_UNKNOWN: 'Unclear', content: 'The content', remote: 'Their id',
    retryAsk: 'Send it again?', retryUnclear: 'They may have it. Look at their page first: sent again, it may stand there twice.', retryDelivered: 'They confirmed it. Id and bytes are the same, and receivers that keep the rules drop repeats.',
    cancelWhy: 'This outlet will not get this version; it can be sent again later.', settleYesWhy: 'It then counts as delivered, and your words are kept as the proof.', settleNoWhy: 'It then counts as not delivered and can be sent again.', whereItRan: 'Where it ran (optional)',
    replay: 'Replay', replayHint: 'Sends again, oldest first, what was refused or given up in a time range: at one outlet, or at all that are open (after an outage of ours). What a later version followed is left alone.', everyDestination: 'All outlets', from: 'From', until: 'Until', withDelivered: 'Also what was delivered (when they lost their data)', replayCount: '{{count}} will be sent again.', replayNone: 'There is nothing to send again in this time.',
    replayStart: 'Send {{count}} again', replayMore: 'Go on', replayDone: '{{count}} queued again, {{skipped}} left alone.', receipts: 'What they reported', payload: 'What went out', showPayload: 'Show what went out', bytes: '{{bytes}} bytes', mayHaveArrived: 'One attempt may have reached them', tries: 'Tries', action: 'Action',
    K_DELIVER: 'Sent', K_CONFIRM: 'Asked about', K_HAND: 'By hand', K_PLAN: 'Planned', K_REPORT: 'They reported', R_RAN: 'Ran', R_ACCEPTED: 'Taken', R_DECLINED: 'Not used',
  },
});

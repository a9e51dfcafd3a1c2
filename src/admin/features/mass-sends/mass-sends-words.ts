import { defineWords } from '../../app/words.js';

export const massSendsWords = defineWords('massSends', {
  zh: {
    toApprove: '待批准的群发', pageNote: '群发会推送到每个粉丝，次数很少，发出去收不回来：一人申请，另一位签发人批准。', request: '申请群发', requestWhy: '把读者现在看到的这一版推送给粉丝。申请后可以先预览给指定的人看，再由签发人批准。', none: '没有群发记录', noneText: '发布之后，确有必要推送给粉丝的稿件，可以在这里申请群发。', state: '状态', anyState: '全部状态', showAll: '显示全部',
    REQUESTED: '待批准', APPROVED: '已批准', SENDING: '发送中', ACCEPTED: '已提交', UNCLEAR: '结果不明', DELIVERED: '已发送', REFUSED: '未发送', REJECTED: '未批准', CANCELLED: '已取消',
    version: '第 {{version}} 版', toAll: '全部粉丝', toTag: '标签 {{tag}} 的粉丝', tagSize: '{{name}}（{{count}} 人）', askedBy: '{{name}} 申请', approvedBy: '{{name}} 批准', rejectedBy: '{{name}} 不批准', noteOf: '理由：{{note}}', counts: '应收 {{total}} 人，已收 {{sent}} 人，失败 {{failed}} 人', openThere: '查看推送的文章',
    approve: '批准并发送', approveAsk: '批准并发送到「{{name}}」？', approveWhy: '《{{title}}》会立即推送给粉丝，占用一次群发次数，发出后无法收回。', approved: '已批准，正在发送', notOwn: '自己申请的群发须由另一位签发人批准。',
    reject: '不批准', rejectWhy: '申请人会看到理由；同一版可以重新申请。', cancel: '取消群发', cancelWhy: '还没有发给公众号，取消后不会推送。', arrived: '确认已发出', arrivedWhy: '请先到公众平台核对。登记后视为已发送，不能再发。', notArrived: '确认未发出', notArrivedWhy: '请先到公众平台核对。登记后可以重新申请。', reason: '理由（必填，会留存）', noted: '已登记',
    preview: '预览给…', previewTitle: '预览《{{title}}》', previewSend: '发送预览', previewTo: '微信号或 openid', previewWhy: '只发给这一个人，不占群发次数。可以依次发给几个人。', close: '关闭', requested: '已申请，等待签发人批准', sender: '公众号', content: '稿件（已发布的）', audience: '发给谁', note: '为什么要群发（批准人会看到）', noSender: '没有可以群发的渠道。请管理员先新增一个已认证的公众号。',
    quota: '本期还可群发 {{left}} 次（共 {{limit}} 次）', quotaOwn: '本系统今天已群发 {{today}} 次，本月 {{month}} 次',
  },
  en: {
    toApprove: 'Mass sends to approve', pageNote: 'A mass send reaches every follower, is scarce and cannot be called back: one person asks, a chief editor other than them approves.', request: 'Ask for a mass send', requestWhy: 'Sends the version readers see now to followers. Show it to named people first; then a chief editor approves.', none: 'No mass sends', noneText: 'What has been published and is worth a push to every follower is asked for here.', state: 'State', anyState: 'Any state', showAll: 'Show all',
    REQUESTED: 'Waits for approval', APPROVED: 'Approved', SENDING: 'Sending', ACCEPTED: 'They work on it', UNCLEAR: 'Unclear', DELIVERED: 'Sent', REFUSED: 'Not sent', REJECTED: 'Not approved', CANCELLED: 'Cancelled',
    version: 'Version {{version}}', toAll: 'Every follower', toTag: 'Followers with tag {{tag}}', tagSize: '{{name}} ({{count}})', askedBy: 'asked by {{name}}', approvedBy: 'approved by {{name}}', rejectedBy: 'refused by {{name}}', noteOf: 'Why: {{note}}', counts: 'For {{total}}, got by {{sent}}, failed for {{failed}}', openThere: 'The article that was sent',
    approve: 'Approve and send', approveAsk: 'Approve and send to “{{name}}”?', approveWhy: '“{{title}}” goes to followers at once, takes one of the scarce sends and cannot be called back.', approved: 'Approved; it is being sent', notOwn: 'Another chief editor must approve what you asked for.',
    reject: 'Do not approve', rejectWhy: 'Who asked sees the reason; the same version may be asked for again.', cancel: 'Cancel the send', cancelWhy: 'The account was not asked yet; it will not go out.', arrived: 'It went out', arrivedWhy: 'Look at the account’s console first. It then counts as sent and cannot be sent again.', notArrived: 'It did not go out', notArrivedWhy: 'Look at the account’s console first. It may then be asked for again.', reason: 'Why (kept)', noted: 'Noted',
    preview: 'Preview to…', previewTitle: 'Preview “{{title}}”', previewSend: 'Send the preview', previewTo: 'WeChat name or openid', previewWhy: 'It goes to this one person and takes no send. Several people can be shown it, one after the other.', close: 'Close', requested: 'Asked for; a chief editor decides', sender: 'Account', content: 'Content (published)', audience: 'To whom', note: 'Why it should be sent (the approver reads it)', noSender: 'No outlet can mass send. An administrator adds a verified WeChat account first.',
    quota: '{{left}} of {{limit}} sends are left in this period', quotaOwn: 'We sent {{today}} today and {{month}} this month',
  },
});

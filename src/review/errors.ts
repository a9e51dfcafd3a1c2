import { defineError } from '../kernel/index.js';

export const SameSignerError = defineError('SAME_SIGNER', {
  status: 403,
  zh: '三审须由三位不同的人完成，撰稿人也不能审自己的稿件。请由其他人签署「{level}」。',
  en: 'Each review is signed by a different person, and nobody reviews their own text. Somebody else must sign "{level}".',
});

export const ReviewClosedError = defineError('REVIEW_CLOSED', {
  status: 409,
  zh: '这次审核已经结束（{state}）。请刷新查看最新一稿。',
  en: 'This review has ended ({state}). Refresh to see the newest revision.',
});

export const ChecklistIncompleteError = defineError('CHECKLIST_INCOMPLETE', {
  status: 400,
  zh: '签署「{level}」前还有未勾选的核对项：{items}。请逐项核对后再签署。',
  en: 'Before signing "{level}", these items must be checked: {items}. Check each and tick it.',
});

export const BlockingFindingsError = defineError('BLOCKING_FINDINGS', {
  status: 409,
  zh: '有 {count} 处拦截问题未处理，首先是：{first}。请修改稿件，或由有权限的人写明理由后放行。',
  en: '{count} blocking findings are open, the first: {first}. Change the text, or let an authorised person override each with a reason.',
});

export const FindingNotFoundError = defineError('FINDING_NOT_FOUND', {
  status: 404,
  zh: '这次审核中没有编号为「{key}」的拦截问题。请刷新后重试。',
  en: 'This review has no blocking finding "{key}". Refresh and try again.',
});

export const ReasonMissingError = defineError('REASON_MISSING', {
  status: 400,
  zh: '请写明理由（2–1000 字）。',
  en: 'State the reason (2 to 1000 characters).',
});

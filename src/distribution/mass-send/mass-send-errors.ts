import { defineError } from '../../kernel/index.js';

export const NoMassSendError = defineError('NO_MASS_SEND', {
  status: 400,
  zh: '「{name}」不能群发。请选择支持群发的发布目的地。',
  en: '"{name}" cannot send to followers. Choose a destination that can.',
});

export const MassSendExistsError = defineError('MASS_SEND_EXISTS', {
  status: 409,
  zh: '这一版已于 {at} 申请向同一人群群发（{state}）。同一版不会群发两次；如需再发，请先更正稿件。',
  en: 'This version was requested for the same audience at {at} ({state}). A version is not sent twice; correct the content first if it must go out again.',
});

export const WrongMassSendStateError = defineError('WRONG_MASS_SEND_STATE', {
  status: 409,
  zh: '这次群发的状态是「{state}」，不能{move}。请刷新后查看。',
  en: 'The mass send is "{state}"; it cannot {move} now. Refresh and look again.',
});

export const SameApproverError = defineError('SAME_APPROVER', {
  status: 403,
  zh: '群发须由申请人以外的签发人批准。请请另一位签发人审批。',
  en: 'A mass send is approved by a chief editor other than who requested it. Ask another one.',
});

export const NotPublishedForMassSendError = defineError('MASS_SEND_NOT_PUBLISHED', {
  status: 409,
  zh: '这篇稿件目前没有公开发布，不能群发。请先发布。',
  en: 'This content is not published now, so it cannot be sent to followers. Publish it first.',
});

export const CannotRenderError = defineError('CANNOT_RENDER', {
  status: 400,
  zh: '「{name}」不能接收这一版：{problem}。请修改稿件并更正后再申请。',
  en: '"{name}" cannot take this version: {problem}. Change and correct the content, then request it again.',
});

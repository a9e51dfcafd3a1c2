import { defineError } from '../kernel/index.js';

export const UnknownChannelError = defineError('UNKNOWN_CHANNEL', {
  status: 400,
  zh: '没有名为「{channel}」的渠道类型。请从这些中选择：{known}。',
  en: 'No channel is called "{channel}". Choose one of: {known}.',
});

export const InvalidSettingsError = defineError('INVALID_SETTINGS', {
  status: 400,
  zh: '渠道设置有误：{problems}。请修改后再保存，其余内容已保留。',
  en: 'The settings are not valid: {problems}. Correct them and save again; nothing else is lost.',
});

export const SecretsUnreadableError = defineError('SECRETS_UNREADABLE', {
  status: 409,
  zh: '「{name}」的密钥无法解密（YICI_SECRET 已更换？）。请管理员在 YICI_SECRET 后面补上旧值，或重新填写这里的密钥，然后重试。',
  en: 'The secrets of "{name}" cannot be opened (was YICI_SECRET changed?). Have an administrator append the older value to YICI_SECRET, or enter the secrets anew; then try again.',
});

export const DuplicateDestinationSlugError = defineError('DUPLICATE_DESTINATION_SLUG', {
  status: 409,
  zh: '地址短名「{slug}」已被另一个发布目的地使用。请换一个。',
  en: 'Another destination has the slug "{slug}". Choose another.',
});

export const InactiveDestinationError = defineError('INACTIVE_DESTINATION', {
  status: 409,
  zh: '「{name}」已停用（{reason}）。请先由管理员启用，再重新分发。',
  en: '"{name}" is not active ({reason}). Have an administrator activate it, then deliver again.',
});

export const WrongDeliveryStateError = defineError('WRONG_DELIVERY_STATE', {
  status: 409,
  zh: '这条分发的状态是「{state}」，不能{move}。请刷新后查看可用操作。',
  en: 'The delivery is "{state}"; it cannot {move} now. Refresh to see what can be done.',
});

export const LaterVersionError = defineError('LATER_VERSION', {
  status: 409,
  zh: '「{name}」已有第 {later} 版，第 {version} 版不能再发，以免旧稿盖住新稿。请对最新一版操作。',
  en: '"{name}" is at version {later} already; version {version} may not follow it. Act on the newest version.',
});

export const InvalidRangeError = defineError('INVALID_RANGE', {
  status: 400,
  zh: '起止时间有误：开始 {from} 应早于结束 {until}。请重新选择。',
  en: 'The range is not valid: {from} must be before {until}. Choose it again.',
});

import { defineError } from '../kernel/index.js';

export const RevisionConflictError = defineError('REVISION_CONFLICT', {
  status: 409,
  zh: '在您编辑期间，{name}已把本稿保存为第 {actual} 稿（您的依据是第 {expected} 稿）。请对照两边内容后再保存，您的文字没有丢失。',
  en: 'While you were editing, {name} saved revision {actual} (you began from {expected}). Compare both and save again; your text is not lost.',
});

export const LockedError = defineError('LOCKED', {
  status: 423,
  zh: '{name}正在编辑本稿（至 {until}）。请稍候，或在其同意后接管编辑。',
  en: '{name} is editing this content (until {until}). Wait, or take the lock over in agreement with them.',
});

export const WrongStateError = defineError('WRONG_STATE', {
  status: 409,
  zh: '当前状态为「{state}」，不能{action}。请刷新后查看可用操作。',
  en: 'The content is "{state}"; it cannot {action} now. Refresh to see what can be done.',
});

export const InvalidFieldsError = defineError('INVALID_FIELDS', {
  status: 400,
  zh: '有 {count} 处需要修改：{problems}。请修改后再保存，其余内容已保留。',
  en: '{count} fields need a change: {problems}. Correct them and save again; nothing else is lost.',
});

export const InvalidDocumentError = defineError('INVALID_BODY', {
  status: 400,
  zh: '正文在 {path} 处不合规范：{reason}。请修改该处后再保存。',
  en: 'The body is not valid at {path}: {reason}. Correct that place and save again.',
});

export const ScheduleInPastError = defineError('SCHEDULE_IN_PAST', {
  status: 400,
  zh: '定时发布时间 {at} 已经过去。请选择将来的时间，或直接发布。',
  en: 'The publication time {at} has passed. Choose a time to come, or publish now.',
});

export const EmbargoInPastError = defineError('EMBARGO_IN_PAST', {
  status: 400,
  zh: '禁发截止时间 {until} 不晚于发出时间 {at}，禁发不起作用。请改晚禁发时间，或不设禁发。',
  en: 'The embargo ends at {until}, not after the release at {at}, so it forbids nothing. Choose a later end, or no embargo.',
});

export const AlreadyPublishedError = defineError('ALREADY_PUBLISHED', {
  status: 409,
  zh: '本稿已于 {at} 发布。要修改已发布的内容，请使用「更正」。',
  en: 'This content was published at {at}. To change what was published, use a correction.',
});

export const NotPublishedError = defineError('NOT_PUBLISHED', {
  status: 409,
  zh: '本稿尚未发布，不能{action}。请先发布。',
  en: 'This content is not published, so it cannot {action}. Publish it first.',
});

export const DuplicateSlugError = defineError('DUPLICATE_SLUG', {
  status: 409,
  zh: '短名「{slug}」已被使用。请换一个。',
  en: 'The slug "{slug}" is taken. Choose another.',
});

export const WrongRevisionError = defineError('WRONG_REVISION', {
  status: 409,
  zh: '「{id}」的正文已有改动，原来的审核签署不再有效。请查看最新一稿。',
  en: '"{id}" has been changed since; what was signed is void. Look at its newest revision.',
});

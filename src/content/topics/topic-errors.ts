import { defineError } from '../../kernel/index.js';

export const TopicIntoItselfError = defineError('TOPIC_INTO_ITSELF', {
  status: 409,
  zh: '「{name}」不能移到它自己或它的下级之下。请另选一个上级。',
  en: '"{name}" cannot be moved below itself or below what is in it. Choose another place.',
});

export const TopicPlaceGoneError = defineError('TOPIC_PLACE_GONE', {
  status: 409,
  zh: '宣传重点刚被他人调整过，原来的位置已不存在。请刷新后再移。',
  en: 'The tree of topics has just been changed by somebody else; that place is gone. Refresh and move it again.',
});

export const TopicNameTakenError = defineError('TOPIC_NAME_TAKEN', {
  status: 409,
  zh: '同一级里已有「{name}」。请换一个名称，或移到别处。',
  en: 'There is a topic "{name}" at this place already. Choose another name or another place.',
});

export const TopicArchivedError = defineError('TOPIC_ARCHIVED', {
  status: 409,
  zh: '上级「{name}」已停用。请先恢复它，或另选一个上级。',
  en: 'The topic "{name}" above it is archived. Restore that one first, or choose another place.',
});

export const TopicTreeFullError = defineError('TOPIC_TREE_FULL', {
  status: 409,
  zh: '宣传重点最多 {levels} 级、共 {topics} 个。请放到较高的一级，或合并一些。',
  en: 'The tree of topics has at most {levels} levels and {topics} topics. Choose a higher place, or merge some.',
});

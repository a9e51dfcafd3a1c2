import { defineError } from '../../kernel/index.js';

export const InvalidDictionaryError = defineError('INVALID_DICTIONARY', {
  status: 400,
  zh: '词库有 {count} 处需要修改，首先是第 {line} 条「{term}」：{reason}。请修改后再保存，其余内容已保留。',
  en: '{count} entries need a change, the first is entry {line} "{term}": {reason}. Correct them and save again; nothing else is lost.',
});

export const DictionaryChangedError = defineError('DICTIONARY_CHANGED', {
  status: 409,
  zh: '{name}刚保存了第 {actual} 版（您的依据是第 {expected} 版）。请导出您的改动或记下来，刷新后再改。',
  en: '{name} has just saved version {actual} (you began from {expected}). Export or note your changes, refresh, and make them again.',
});

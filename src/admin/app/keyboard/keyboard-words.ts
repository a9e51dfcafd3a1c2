import { defineWords } from '../words.js';

export const keyboardWords = defineWords('keyboard', {
  zh: {
    palette: '命令面板', placeholder: '页面、操作，或稿件里的字词…', findIn: '在列表中检索「{{words}}」', finding: '正在检索…', nothing: '没有找到。换个词试试；页面和操作也可以用拼音首字母。', pages: '页面', actions: '操作', look: '外观',
    shortcuts: '快捷键', hint: '↑↓ 选择　Enter 打开　Esc 关闭', dark: '深色外观', light: '浅色外观', auto: '外观跟随系统', toEnglish: 'Switch to English', toChinese: '切换为中文', compact: '紧凑显示', comfortable: '舒适显示',
  },
  en: {
    palette: 'Command palette', placeholder: 'A page, an action, or words of a text…', findIn: 'Search the list for “{{words}}”', finding: 'Searching…', nothing: 'Nothing was found. Try another word.', pages: 'Pages', actions: 'Actions', look: 'Look',
    shortcuts: 'Keyboard shortcuts', hint: '↑↓ choose   Enter open   Esc close', dark: 'Dark look', light: 'Light look', auto: 'Look as the system', toEnglish: 'Switch to English', toChinese: '切换为中文', compact: 'Compact display', comfortable: 'Comfortable display',
  },
});

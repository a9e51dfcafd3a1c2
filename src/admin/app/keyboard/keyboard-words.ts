import { defineWords } from '../words.js';

export const keyboardWords = defineWords('keyboard', {
  zh: {
    palette: '命令面板', placeholder: '去哪里，或做什么…', nothing: '没有匹配的命令。换个词试试，也可以用拼音首字母。', pages: '页面', actions: '操作', look: '外观',
    shortcuts: '快捷键', hint: '↑↓ 选择　Enter 打开　Esc 关闭', dark: '深色外观', light: '浅色外观', auto: '外观跟随系统', toEnglish: 'Switch to English', toChinese: '切换为中文', compact: '紧凑显示', comfortable: '舒适显示',
  },
  en: {
    palette: 'Command palette', placeholder: 'Where to, or what to do…', nothing: 'No command matches. Try another word.', pages: 'Pages', actions: 'Actions', look: 'Look',
    shortcuts: 'Keyboard shortcuts', hint: '↑↓ choose   Enter open   Esc close', dark: 'Dark look', light: 'Light look', auto: 'Look as the system', toEnglish: 'Switch to English', toChinese: '切换为中文', compact: 'Compact display', comfortable: 'Comfortable display',
  },
});

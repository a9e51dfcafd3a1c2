import { defineWords } from '../words.js';

export const shellWords = defineWords('shell', {
  zh: {
    skip: '跳到正文', navigation: '主导航', menu: '菜单', closeMenu: '关闭菜单', work: '采编', publishing: '发布', office: '管理', search: '搜索或输入命令', account: '我的账号', signOut: '退出登录',
    look: '外观', light: '浅色', dark: '深色', auto: '跟随系统', density: '疏密', comfortable: '舒适', compact: '紧凑', language: '语言', shortcuts: '快捷键', waiting: '{{count}} 项待办', crumbs: '所在位置',
    noRightTitle: '您没有打开本页的权限', noRightWhy: '需要的话，请联系管理员开通。', toHome: '回到首页', offline: '网络已断开。您的内容仍在本页，恢复后可继续。',
    unsavedTitle: '离开本页？', unsavedWhy: '本页有尚未保存的内容，离开后会丢失。', leave: '离开', stay: '留在本页',
  },
  en: {
    skip: 'Skip to content', navigation: 'Main', menu: 'Menu', closeMenu: 'Close menu', work: 'Newsroom', publishing: 'Publishing', office: 'Office', search: 'Search or type a command', account: 'My account', signOut: 'Sign out',
    look: 'Look', light: 'Light', dark: 'Dark', auto: 'As the system', density: 'Density', comfortable: 'Comfortable', compact: 'Compact', language: 'Language', shortcuts: 'Keyboard shortcuts', waiting: '{{count}} waiting', crumbs: 'You are here',
    noRightTitle: 'You may not open this page', noRightWhy: 'If you need it, ask an administrator for the right.', toHome: 'Home', offline: 'The network is gone. Your work stays on this page; go on when it is back.',
    unsavedTitle: 'Leave this page?', unsavedWhy: 'What is unsaved here would be lost.', leave: 'Leave', stay: 'Stay',
  },
});

import { defineWords } from '../words.js';

export const errorWords = defineWords('errors', {
  zh: {
    network: '连不上服务器，您的内容仍在本页。请检查网络后重试。',
    gateway: '服务器暂时没有应答，您的内容仍在本页。请稍后重试。',
    unreadable: '服务器的回答无法理解。请刷新页面；如仍出现，请联系管理员。',
    outdated: '系统已更新。请重新载入本页，再继续操作。',
    failed: '操作没有成功',
    noRight: '没有权限',
    gone: '找不到',
    busy: '请稍候再试',
    conflict: '内容已有变化',
    input: '请检查填写的内容',
    unable: '系统暂时做不到',
    retry: '重试',
    reload: '重新载入',
    home: '回到首页',
    back: '返回',
    signIn: '重新登录',
    requestId: '请求编号',


    brokenTitle: '页面出了问题',
    brokenWhy: '这是程序的错误，不是您的操作引起的。已保存的内容不受影响。请重新载入；如仍出现，请把下面的编号告诉管理员。',
    missingTitle: '没有这个页面',
    missingWhy: '地址可能写错了，或者内容已移走。',
  },
  en: {
    network: 'The server cannot be reached; your work is still on this page. Check the connection and try again.',
    gateway: 'The server does not answer at the moment; your work is still on this page. Try again shortly.',
    unreadable: 'The server’s answer makes no sense. Reload the page; if it persists, tell an administrator.',
    outdated: 'The system was updated. Reload this page to go on.',
    failed: 'That did not work',
    noRight: 'Not permitted',
    gone: 'Not found',
    busy: 'Try again shortly',
    conflict: 'Something has changed meanwhile',
    input: 'Check what you entered',
    unable: 'The system cannot do this at the moment',
    retry: 'Try again',
    reload: 'Reload',
    home: 'Home',
    back: 'Back',
    signIn: 'Sign in again',
    requestId: 'Request id',


    brokenTitle: 'Something broke',
    brokenWhy: 'This is a fault of the program, not of what you did. What was saved is safe. Reload; if it persists, give an administrator the id below.',
    missingTitle: 'There is no such page',
    missingWhy: 'The address may be mistyped, or the content has moved.',
  },
});

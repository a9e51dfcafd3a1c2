import { defineWords } from '../../app/words.js';

export const healthWords = defineWords('health', {
  zh: { well: '运行正常', unwell: '有故障', lookedAt: '检查于', lookAgain: '重新检查', none: '没有需要处理的问题', noneText: '定时发布、分发、渠道和后台任务都正常。出现问题时这里会用一句话说明是什么、该怎么办；设置了告警邮箱或 webhook 的还会收到通知。', TROUBLE: '故障', ATTENTION: '请留意', since: '始于', goThere: '去处理' },
  en: { well: 'All is well', unwell: 'Something does not work', lookedAt: 'looked at', lookAgain: 'Look again', none: 'Nothing needs anybody', noneText: 'Scheduled publications, deliveries, outlets and background jobs are well. When something is wrong, a sentence here says what and what to do; alarms also go to the e-mail address or webhook that was configured.', TROUBLE: 'Trouble', ATTENTION: 'Attention', since: 'since', goThere: 'Go there' },
});

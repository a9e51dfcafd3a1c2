import { defineWords } from '../../app/words.js';

export const calendarWords = defineWords('calendar', {
  zh: {
    note: '北京时间。已发布的和定时待发的都在这里。', noteMove: '北京时间。拖动待发布的稿件即可改时间，或点开它再选时间；键盘：选中后按 Alt 加方向键。', view: '视图', month: '月', week: '周', today: '今天', earlier: '往前', later: '往后', none: '这段时间还没有发布或定时的稿件。稿件通过终审后，可以在稿件页“定时发布”，就会出现在这里。', cut: '这段时间的稿件太多，只显示前 100 篇；可改看一周。',
    more: '另有 {{count}} 篇', scheduled: '待发布', correction: '待更正', published: '已发布', embargo: '{{until}} 前限时', embargoName: '限时至', noteName: '更正说明', at: '时间', unit: '单位', look: '查看稿件', newTime: '改到', move: '改时间', moved: '《{{title}}》改到 {{at}}', close: '关闭', zone: '北京时间',
  },
  en: {
    note: 'Hangzhou time. What was published, and what will be by itself.', noteMove: 'Hangzhou time. Drag what is still to come to another time, or open it and choose one; by keyboard: Alt and the arrow keys.', view: 'View', month: 'Month', week: 'Week', today: 'Today', earlier: 'Earlier', later: 'Later', none: 'Nothing was published or scheduled in this time. Once a content has its last signature, “Schedule” puts it here.', cut: 'There is more than the first 100 shown here; look at a week.',
    more: '{{count}} more', scheduled: 'Scheduled', correction: 'Scheduled correction', published: 'Published', embargo: 'embargo until {{until}}', embargoName: 'Embargo until', noteName: 'Note', at: 'Time', unit: 'Unit', look: 'The content', newTime: 'New time', move: 'Move', moved: '“{{title}}” moved to {{at}}', close: 'Close', zone: 'Hangzhou time',
  },
});

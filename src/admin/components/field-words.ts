import { defineWords } from '../app/words.js';

/** What the fields of a content are called, by their names in the API. */
export const fieldWords = defineWords('fields', {
  zh: {
    title: '标题', shortTitle: '短标题', summary: '摘要', body: '正文', coverId: '封面', author: '作者', source: '来源', isOriginal: '本单位原创', unitId: '单位', topicIds: '宣传重点', tags: '标签', place: '地点', importance: '重要程度', occurredAt: '事发日期',
    attachmentIds: '附件', relatedIds: '相关内容', shareTitle: '分享标题', shareDescription: '分享描述', shareImageId: '分享图片',
    problem: '问题', measure: '措施', effect: '成效', figures: '成效数据', isRepeatable: '可复制推广', videoId: '视频文件', durationSeconds: '时长（秒）', transcript: '文字稿',
    importance1: '1 · 常规', importance2: '2 · 一般', importance3: '3 · 重要', importance4: '4 · 很重要', importance5: '5 · 最高（加一级审签）', yes: '是', no: '否', figureName: '指标', figureBefore: '改革前', figureAfter: '改革后',
  },
  en: {
    title: 'Title', shortTitle: 'Short title', summary: 'Summary', body: 'Body', coverId: 'Cover', author: 'Author', source: 'Source', isOriginal: 'Our own work', unitId: 'Unit', topicIds: 'Topics', tags: 'Tags', place: 'Place', importance: 'Importance', occurredAt: 'Occurred on',
    attachmentIds: 'Attachments', relatedIds: 'Related content', shareTitle: 'Title when shared', shareDescription: 'Description when shared', shareImageId: 'Picture when shared',
    problem: 'Problem', measure: 'Measure', effect: 'Effect', figures: 'Figures', isRepeatable: 'Repeatable elsewhere', videoId: 'The film', durationSeconds: 'Length in seconds', transcript: 'Transcript',
    importance1: '1 · Routine', importance2: '2 · Ordinary', importance3: '3 · Important', importance4: '4 · Very important', importance5: '5 · Highest (one more signature)', yes: 'Yes', no: 'No', figureName: 'What is measured', figureBefore: 'Before', figureAfter: 'After',
  },
});

import { defineWords } from '../../app/words.js';

export const mediaWords = defineWords('media', {
  zh: {
    upload: '上传', dropHere: '松开即上传到素材库', search: '按名称、说明、署名查找', kind: '类型', unit: '单位', rights: '版权', days: '上传日期', noAlt: '缺少说明',
    IMAGE: '图片', VIDEO: '视频', FILE: '附件', UNLIMITED: '长期有效', VALID: '有效期内', EXPIRING: '30 天内到期', EXPIRED: '已过期',
    emptyTitle: '素材库还是空的', emptyText: '把图片、视频或附件拖到本页，或点右上角「上传」。大文件断线后会接着传，不必重来。', noneTitle: '没有符合条件的素材', noneText: '放宽筛选条件，或换一个词试试。',
    choose: '选择「{{name}}」', chosen: '已选 {{count}} 项', editChosen: '批量编辑', clearChosen: '取消选择', bulkTitle: '编辑 {{count}} 项素材', bulkWhy: '只改填写了的项目，没填的保持原样。',
    details: '素材详情', save: '保存', saved: '已保存', name: '名称', alt: '图片说明', altHint: '给看不见图片的读者：图里是什么。', credit: '署名', author: '作者', source: '来源', license: '授权方式', expires: '授权到期日',
    about: '文件', size: '大小', measures: '尺寸', format: '格式', uploadedAt: '上传时间', original: '打开原文件', length: '时长',
    focus: '焦点', crop: '裁切', cropHint: '每种用途先按焦点自动裁切。要自己定，选一种用途，再拖动框，或拖右下角缩放；键盘用方向键移动，按住 Shift 缩放。', cropAuto: '改回自动', cropFor: '{{name}}的裁切框', CARD: '卡片 16:10', LIST: '列表 4:3', HERO: '头图 16:9', SHARE: '分享 1.91:1', WECHAT_COVER: '微信封面 2.35:1', WECHAT_SQUARE: '微信小图 1:1',
    posters: '封面', posterNumber: '第 {{number}} 张', posterChosen: '当前封面', filmWAITING: '等待转码', filmRUNNING: '转码 {{percent}}%', filmREADY: '可以播放', filmFAILED: '转码失败', filmCANCELLED: '已停止', retryFilm: '重新转码',
    usedBy: '用在哪里', usedNowhere: '还没有稿件用到它。', public: '读者可见', replace: '替换文件', replaceTitle: '用新文件替换', replaceWhy: '所有用到它的稿件都会显示新文件；已发布的稿件会向各渠道发出更正。', replaceNote: '替换原因（写进更正说明）', replaceChoose: '选择新文件', replaced: '已替换', cancel: '取消',
    remove: '删除', removeAsk: '删除「{{name}}」？', removeWhy: '删除后不能再选用；文件一周后清除。', removed: '已删除', removeUsed: '正被 {{count}} 篇稿件使用，不能删除。可以先从稿件中移除，或替换文件。',
  },
  en: {
    upload: 'Upload', dropHere: 'Let go to upload into the library', search: 'Find by name, description or credit', kind: 'Kind', unit: 'Unit', rights: 'Rights', days: 'Uploaded', noAlt: 'Without description',
    IMAGE: 'Picture', VIDEO: 'Film', FILE: 'File', UNLIMITED: 'No end', VALID: 'Valid', EXPIRING: 'Ends in 30 days', EXPIRED: 'Expired',
    emptyTitle: 'The library is empty', emptyText: 'Drop pictures, films or files on this page, or press Upload. After a cut line a large file goes on where it stopped.', noneTitle: 'Nothing fits', noneText: 'Loosen the filters, or try another word.',
    choose: 'Choose “{{name}}”', chosen: '{{count}} chosen', editChosen: 'Edit all', clearChosen: 'Choose none', bulkTitle: 'Edit {{count}} items', bulkTitle_one: 'Edit one item', bulkWhy: 'Only what you fill in is changed.',
    details: 'Details', save: 'Save', saved: 'Saved', name: 'Name', alt: 'Description', altHint: 'For readers who cannot see it: what the picture shows.', credit: 'Credit', author: 'Author', source: 'Source', license: 'Licence', expires: 'Rights end on',
    about: 'File', size: 'Size', measures: 'Measures', format: 'Format', uploadedAt: 'Uploaded', original: 'Open the original', length: 'Length',
    focus: 'Focal point', crop: 'Crops', cropHint: 'Each use is cut around the focal point. To set it yourself, choose a use, then drag the frame, or its lower right corner to resize it; arrow keys move it, with Shift they resize it.', cropAuto: 'Back to automatic', cropFor: 'Crop for {{name}}', CARD: 'Card 16:10', LIST: 'List 4:3', HERO: 'Head 16:9', SHARE: 'Share 1.91:1', WECHAT_COVER: 'WeChat cover 2.35:1', WECHAT_SQUARE: 'WeChat square 1:1',
    posters: 'Poster', posterNumber: 'Number {{number}}', posterChosen: 'Shown now', filmWAITING: 'waits to be encoded', filmRUNNING: 'encoding {{percent}}%', filmREADY: 'ready', filmFAILED: 'failed', filmCANCELLED: 'stopped', retryFilm: 'Encode again',
    usedBy: 'Where it is used', usedNowhere: 'No text uses it yet.', public: 'public', replace: 'Replace the file', replaceTitle: 'Replace by a new file', replaceWhy: 'Every text that uses it shows the new file; for published texts the outlets get a correction.', replaceNote: 'Why (goes into the correction)', replaceChoose: 'Choose the new file', replaced: 'Replaced', cancel: 'Cancel',
    remove: 'Delete', removeAsk: 'Delete “{{name}}”?', removeWhy: 'It can no longer be chosen; its bytes go after a week.', removed: 'Deleted', removeUsed: '{{count}} texts use it, so it cannot be deleted. Take it out of them first, or replace its file.', removeUsed_one: 'One text uses it, so it cannot be deleted. Take it out of it first, or replace its file.',
  },
});

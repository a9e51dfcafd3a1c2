import { defineWords } from '../../app/words.js';

export const editorWords = defineWords('editor', {
  zh: {
    title: '标题', titleHint: '必填，最多 100 字', shortTitle: '短标题', shortTitleHint: '用于微信等，最多 32 字', summary: '摘要', author: '作者', source: '来源', isOriginal: '本单位原创', place: '地点', importance: '重要程度', tags: '标签', topics: '宣传重点', body: '正文', fields: '稿件信息',
    problem: '问题', measure: '措施', effect: '成效', isRepeatable: '可复制推广', transcript: '文字稿', create: '创建草稿', created: '草稿已创建',
    save: '保存', saving: '正在保存…', saved: '已保存为第 {{revision}} 稿', unsaved: '有未保存的修改', upToDate: '已保存 · 第 {{revision}} 稿', voids: '这篇稿件正在审核或已通过。保存修改后，已有的签署失效，需要重新送审。', lockedBy: '{{name}} 正在编辑这篇稿件。',
    conflictTitle: '这篇稿件已被 {{name}} 保存为第 {{actual}} 稿', conflictText: '您的修改没有丢失。请对照后选择：', yours: '您的', theirs: '对方的', keepMine: '用我的内容再存一稿', takeTheirs: '放弃我的修改，载入最新稿', later: '先不处理', bodyField: '正文（略）',
    checks: '检查', checksHint: '按最近保存的一稿检查', clean: '没有发现问题', block: '拦截', warn: '提示', suggestion: '建议：{{text}}', words: '{{count}} 字',
    bold: '加粗', italic: '斜体', underline: '下划线', strike: '删除线', h2: '二级标题', h3: '三级标题', bullets: '项目列表', numbers: '编号列表', quote: '引用', table: '表格', rule: '分隔线', undo: '撤销', redo: '重做', link: '链接', linkAddress: '链接地址（留空则去掉链接）', footnote: '脚注', footnoteText: '脚注内容', toolbar: '正文格式', ok: '确定', cancel: '取消',
    h4: '四级标题', superscript: '上标', subscript: '下标', plain: '清除格式', noteSign: '注', rowBefore: '在上方加行', rowAfter: '在下方加行', noRow: '删除行', columnBefore: '在左侧加列', columnAfter: '在右侧加列', noColumn: '删除列', headerRow: '切换表头行', mergeCells: '合并或拆分单元格', noTable: '删除表格',
    alt: '图片说明（给看不见图片的读者）', caption: '图注', credit: '署名', picture: '图片', video: '视频', missing: '素材不可用', loadingAsset: '正在加载素材…', focus: '焦点', replace: '换一个', remove: '删除',
    pasteLost: '已粘贴文字。有 {{pictures}} 张图片、{{films}} 个视频未能带入，请另行上传。',
  },
  en: {
    title: 'Title', titleHint: 'Required, at most 100 characters', shortTitle: 'Short title', shortTitleHint: 'For WeChat and others, at most 32 characters', summary: 'Summary', author: 'Author', source: 'Source', isOriginal: 'Our own work', place: 'Place', importance: 'Importance', tags: 'Tags', topics: 'Topics', body: 'Body', fields: 'About it',
    problem: 'Problem', measure: 'Measure', effect: 'Effect', isRepeatable: 'Repeatable elsewhere', transcript: 'Transcript', create: 'Create the draft', created: 'The draft was created',
    save: 'Save', saving: 'Saving…', saved: 'Saved as revision {{revision}}', unsaved: 'Unsaved changes', upToDate: 'Saved · revision {{revision}}', voids: 'This is under review or approved. Saving a change voids the signatures; it must be submitted again.', lockedBy: '{{name}} is editing this.',
    conflictTitle: '{{name}} saved revision {{actual}} meanwhile', conflictText: 'Your changes are not lost. Compare and choose:', yours: 'Yours', theirs: 'Theirs', keepMine: 'Save mine as a further revision', takeTheirs: 'Drop mine and load the newest', later: 'Not now', bodyField: 'The body',
    checks: 'Checks', checksHint: 'Of the newest saved revision', clean: 'Nothing was found', block: 'Block', warn: 'Warn', suggestion: 'Suggestion: {{text}}', words: '{{count}} characters',
    bold: 'Bold', italic: 'Italic', underline: 'Underline', strike: 'Strike', h2: 'Heading 2', h3: 'Heading 3', bullets: 'Bullet list', numbers: 'Numbered list', quote: 'Quotation', table: 'Table', rule: 'Line', undo: 'Undo', redo: 'Redo', link: 'Link', linkAddress: 'Address of the link (empty takes it away)', footnote: 'Footnote', footnoteText: 'Text of the footnote', toolbar: 'Format of the body', ok: 'OK', cancel: 'Cancel',
    h4: 'Heading 4', superscript: 'Superscript', subscript: 'Subscript', plain: 'Clear the format', noteSign: '†', rowBefore: 'Add a row above', rowAfter: 'Add a row below', noRow: 'Remove the row', columnBefore: 'Add a column before', columnAfter: 'Add a column after', noColumn: 'Remove the column', headerRow: 'Header row on or off', mergeCells: 'Merge or split cells', noTable: 'Remove the table',
    alt: 'What it shows (for readers who cannot see it)', caption: 'Caption', credit: 'Credit', picture: 'Picture', video: 'Video', missing: 'This asset cannot be shown', loadingAsset: 'The asset is being fetched…', focus: 'Focal point', replace: 'Replace', remove: 'Remove',
    pasteLost: 'The text was pasted. {{pictures}} pictures and {{films}} films could not come along: upload them.',
  },
});

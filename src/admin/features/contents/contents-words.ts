import { defineWords } from '../../app/words.js';

export const contentsWords = defineWords('contents', {
  zh: {
    title: '标题', kind: '类型', unit: '单位', workflow: '流程', publication: '对外状态', topic: '宣传重点', saved: '最近保存', importance: '重要程度', sort: '排序', newestFirst: '最近改动在前', oldestFirst: '最久未动在前',
    searchText: '全文检索', focusSearch: '检索稿件', everybody: '不限作者', mine: '我写的', anyChange: '改动时间不限', changed: '改动时间', changedToday: '今天改动', changedDays: '近 {{count}} 天改动', changedSpan: '{{from}} 至 {{to}}', pickDays: '选择日期…', show: '查看', cancel: '取消', tagHint: '标签，按回车', tag: '标签', anyImportance: '重要程度不限', importanceFrom: '{{value}} 级及以上', columns: '显示的列',
    shelf: '范围', active: '在用', archived: '已归档', clear: '清除筛选', filters: '筛选',
    views: '常用视图', saveView: '保存当前视图', viewName: '视图名称', save: '保存', removeView: '删除视图「{{name}}」', viewSaved: '已保存视图「{{name}}」', viewRemoved: '已删除视图「{{name}}」', ownViews: '我的视图', sharedViews: '同事共享的', shareWith: '谁能看到', sharedNobody: '仅自己', sharedUnit: '本单位', sharedAll: '所有人', noViews: '把常用的筛选保存下来，下次一点就到。', copyLink: '复制链接', linkCopied: '链接已复制，发给同事即可看到同样的列表',
    exportCsv: '导出 CSV', exporting: '正在导出 {{count}} 条…', exported: '已导出 {{count}} 条', exportedMost: '已导出前 {{count}} 条；其余请缩小筛选范围后再导出',
    submit: '送审 {{count}} 条', publish: '发布 {{count}} 条', archive: '归档 {{count}} 条', restore: '恢复 {{count}} 条', chosen: '已选 {{count}} 条', underWay: '正在处理 {{done}} / {{total}}',
    submitDone: '已送审 {{count}} 条', publishDone: '已发布 {{count}} 条，正在分发', archiveDone: '已归档 {{count}} 条', restoreDone: '已恢复 {{count}} 条', someFailed: '{{count}} 条没有成功，仍选着：{{why}}',
    publishAsk: '现在发布这 {{count}} 条？', publishWhy: '{{titles}}立即对读者可见，并按各渠道的规则分发。发出后只能更正或撤稿。', bundle: '组成多图文', unchoose: '取消选择',
    emptyTitle: '还没有稿件', emptyText: '稿件由报送员或编辑撰写，也可从 Word 文件导入。写好后送审，三审通过即可发布。', noneTitle: '没有符合条件的稿件', noneText: '换个条件试试，或清除全部筛选。', newest: '新建稿件',
    source: '来源', author: '作者', place: '地点', occurred: '事发时间', revision: '第 {{number}} 稿', schedule: '定时', lockedBy: '{{name}} 正在编辑', edit: '编辑', openPage: '查看已发布页面', choose: '选择「{{title}}」', none: '—',
  },
  en: {
    title: 'Title', kind: 'Kind', unit: 'Unit', workflow: 'Stage', publication: 'Public state', topic: 'Topic', saved: 'Last saved', importance: 'Importance', sort: 'Order', newestFirst: 'Last changed first', oldestFirst: 'Longest unchanged first',
    searchText: 'Full text', focusSearch: 'Search the list', everybody: 'Anybody’s', mine: 'Mine', anyChange: 'Changed any time', changed: 'Changed', changedToday: 'Changed today', changedDays: 'Changed in {{count}} days', changedSpan: '{{from}} to {{to}}', pickDays: 'Choose days…', show: 'Show', cancel: 'Cancel', tagHint: 'Tag, then Enter', tag: 'Tag', anyImportance: 'Any importance', importanceFrom: 'Importance {{value}} or more', columns: 'Columns',
    shelf: 'Shelf', active: 'In use', archived: 'Archived', clear: 'Clear filters', filters: 'Filters',
    views: 'Saved views', saveView: 'Save this view', viewName: 'Name of the view', save: 'Save', removeView: 'Remove the view “{{name}}”', viewSaved: 'Saved the view “{{name}}”', viewRemoved: 'Removed the view “{{name}}”', ownViews: 'Mine', sharedViews: 'Shared by colleagues', shareWith: 'Who sees it', sharedNobody: 'Only me', sharedUnit: 'My unit', sharedAll: 'Everybody', noViews: 'Save filters you use often; next time it takes one click.', copyLink: 'Copy link', linkCopied: 'Link copied: a colleague sees the same list by it',
    exportCsv: 'Export CSV', exporting: 'Exporting {{count}} rows…', exporting_one: 'Exporting {{count}} row…', exported: 'Exported {{count}} rows', exported_one: 'Exported {{count}} row', exportedMost: 'Exported the first {{count}} rows; narrow the filters for the others',
    submit: 'Submit {{count}}', publish: 'Publish {{count}}', archive: 'Archive {{count}}', restore: 'Restore {{count}}', chosen: '{{count}} chosen', underWay: '{{done}} of {{total}}…',
    submitDone: 'Submitted {{count}}', publishDone: 'Published {{count}}; deliveries are under way', archiveDone: 'Archived {{count}}', restoreDone: 'Restored {{count}}', someFailed: '{{count}} did not work and stay chosen: {{why}}',
    publishAsk: 'Publish these {{count}} now?', publishAsk_one: 'Publish this one now?', publishWhy: '{{titles}} Readers see them at once, and outlets get them by their rules. What is out can only be corrected or retracted.', bundle: 'Compose a bundle', unchoose: 'Clear the choice',
    emptyTitle: 'No content yet', emptyText: 'Contributors and editors write it, or import Word files. Submitted and signed by three people, it can be published.', noneTitle: 'Nothing matches', noneText: 'Try other conditions, or clear all filters.', newest: 'New content',
    source: 'Source', author: 'Author', place: 'Place', occurred: 'Occurred', revision: 'Revision {{number}}', schedule: 'Scheduled', lockedBy: '{{name}} is editing', edit: 'Edit', openPage: 'Open the public page', choose: 'Choose “{{title}}”', none: '—',
  },
});

import { defineWords } from '../../app/words.js';

export const topicsWords = defineWords('topics', {
  zh: {
    note: '稿件归入宣传重点，渠道可以按宣传重点取稿。移动后，之后的发布按新位置判断，已送达的不变。', keysNote: '拖动调整位置；或选中一行后用 Alt + 方向键：↑ ↓ 同级前后，→ 归入上一项，← 移出一级。F2 改名，Insert 加下级。',
    tree: '宣传重点', add: '新增宣传重点', addBelow: '新增下级', addBelowOf: '在「{{name}}」下新增', rename: '改名', renameOf: '「{{name}}」改名', name: '名称', nameHint: '最多 40 字，回车保存', save: '保存', cancel: '取消',
    more: '「{{name}}」的更多操作', up: '上移', down: '下移', inward: '归入上一项', outward: '移出一级', moveTo: '移到…', moveOf: '移动「{{name}}」', moveWhy: '选择它的上级，它会排在最后；下级随它一起移动。', moveIt: '移动', topLevel: '最上级', archive: '停用', restore: '恢复', archived: '已停用', archivedShown: '显示已停用（{{count}}）',
    contents: '{{count}} 篇', contentsMany: '1 万篇以上', contentsOf: '查看「{{name}}」下的稿件，{{count}} 篇', fold: '收起「{{name}}」', unfold: '展开「{{name}}」', drag: '拖动「{{name}}」',
    added: '已新增「{{name}}」', renamed: '已改名为「{{name}}」', moved: '已移动「{{name}}」', movedBelow: '已将「{{name}}」移到「{{parent}}」下', movedToRoot: '已将「{{name}}」移到最上级', movedTells: '{{done}}。「{{names}}」的取稿范围随之变化', and: '」「', archiveDone: '已停用「{{name}}」', restoreDone: '已恢复「{{name}}」',
    archiveAsk: '停用「{{name}}」？', archiveWhy: '它和它的下级不能再选用；已归入的 {{count}} 篇稿件保留，渠道规则照旧。可以随时恢复。', none: '还没有宣传重点', noneWhy: '宣传重点是一棵树：先建大类（如「重点领域」），再在其下建具体重点（如「不动产登记」）。稿件归入后，读者可按重点浏览，渠道可只取某一重点及其下级。', archiveFirst: '上级已停用，请先恢复上级', total: '{{count}} 个在用',
  },
  en: {
    note: 'Contents are filed under topics, and outlets may take one topic only. After a move, what is published from then on follows the new place; what was delivered stays.', keysNote: 'Drag to move; or choose a row and press Alt with an arrow: ↑ ↓ among siblings, → below the one before, ← one level out. F2 renames, Insert adds below.',
    tree: 'Topics', add: 'Add a topic', addBelow: 'Add below', addBelowOf: 'Add below {{name}}', rename: 'Rename', renameOf: 'Rename {{name}}', name: 'Name', nameHint: 'At most 40 characters; Enter saves', save: 'Save', cancel: 'Cancel',
    more: 'More for {{name}}', up: 'Move up', down: 'Move down', inward: 'Move below the one before', outward: 'Move one level out', moveTo: 'Move to…', moveOf: 'Move {{name}}', moveWhy: 'Choose the topic above it; it comes last there, with all that is below it.', moveIt: 'Move', topLevel: 'Top level', archive: 'Archive', restore: 'Restore', archived: 'Archived', archivedShown: 'Show archived ({{count}})',
    contents: '{{count}} contents', contents_one: '{{count}} content', contentsMany: '10,000 or more', contentsOf: 'Show the contents of {{name}}: {{count}}', fold: 'Fold {{name}}', unfold: 'Unfold {{name}}', drag: 'Drag {{name}}',
    added: 'Added {{name}}', renamed: 'Renamed to {{name}}', moved: 'Moved {{name}}', movedBelow: 'Moved {{name}} below {{parent}}', movedToRoot: 'Moved {{name}} to the top level', movedTells: '{{done}}. What “{{names}}” takes changes with it', and: '”, “', archiveDone: 'Archived {{name}}', restoreDone: 'Restored {{name}}',
    archiveAsk: 'Archive {{name}}?', archiveWhy: 'It and what is below it cannot be chosen any more. The {{count}} contents filed there keep it, and the rules of outlets go on. It can be restored at any time.', archiveWhy_one: 'It and what is below it cannot be chosen any more. The one content filed there keeps it, and the rules of outlets go on. It can be restored at any time.', none: 'No topics yet', noneWhy: 'Topics are a tree: first the large ones, then what is in them. Contents are filed under them; readers browse by topic, and an outlet can take one topic with all below it.', archiveFirst: 'The topic above is archived; restore that first', total: '{{count}} in use',
  },
});

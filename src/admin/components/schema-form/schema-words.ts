import { defineWords } from '../../app/words.js';

export const schemaWords = defineWords('schema', {
  zh: {
    missing: '请填写', pattern: '格式不对，请对照说明检查', short: '太短了', few: '至少要有一项', optional: '选填', kept: '已保存；输入新值即替换', willGo: '保存后清除', remove: '清除', keep: '保留原值', typed: '保存后不再显示', make: '生成一个', made: '请现在复制给对方：保存后不再显示', copy: '复制', copied: '已复制',
    addItem: '添加一项', removeItem: '删除第 {{at}} 项', up: '上移第 {{at}} 项', down: '下移第 {{at}} 项', item: '{{title}} {{at}}', words: '输入后按回车添加', unset: '不指定', usually: '默认 {{value}}', fixed: '由对方设置，原样保留', yes: '是', no: '否', whole: '共 {{count}} 项',
  },
  en: {
    missing: 'Fill this in', pattern: 'Not of the right form: compare it with the note', short: 'Too short', few: 'At least one is needed', optional: 'optional', kept: 'Kept; type to replace', willGo: 'Removed when saved', remove: 'Remove', keep: 'Keep it', typed: 'Not shown again once saved', make: 'Make one', made: 'Copy it for the receiver now: once saved it is not shown again', copy: 'Copy', copied: 'Copied',
    addItem: 'Add one', removeItem: 'Remove item {{at}}', up: 'Move item {{at}} up', down: 'Move item {{at}} down', item: '{{title}} {{at}}', words: 'Press Enter to add', unset: 'Unset', usually: '{{value}} by default', fixed: 'Set elsewhere; kept as it is', yes: 'Yes', no: 'No', whole: '{{count}} items', whole_one: '{{count}} item',
  },
});

import { defineKind, field } from '../kinds.js';

/** 典型案例: a problem, what was done about it, and what came of it. */
export const reformCase = defineKind({
  name: 'case',
  typeName: 'Case',
  plural: 'cases',
  label: { zh: '典型案例', en: 'Case' },
  description: '典型案例: a problem, the measure taken, the effect, with figures before and after.',
  fields: {
    problem: field.text('问题', 'What people had to put up with before.', 2000),
    measure: field.text('措施', 'What was done.', 4000),
    effect: field.text('成效', 'What came of it.', 2000),
    figures: field.figures('成效数据', 'Figures before and after.'),
    isRepeatable: field.boolean('可复制推广', 'Whether other places can do the same.'),
  },
});
